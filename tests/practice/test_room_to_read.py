"""What stands on a small screen, and that nothing one needs is hidden behind the box at its foot."""

import pytest
from playwright.async_api import Browser, Page, expect

from bot.cards.model import Card, Table, Text
from bot.platforms.playground import due
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.room import Place
from tests.practice.toy import KATE, PRIYA
from tests.practice.windows import DESK, PHONE, address, book, fits, say, window

__all__ = ["address"]

CHANNEL = Place(channel="group-2")
HEIGHT = "(element) => element.offsetHeight"
TOP = "(element) => element.getBoundingClientRect().top"
BOTTOM = "(element) => element.getBoundingClientRect().bottom"
# How far the focused field of a card, with its ring, reaches behind the box.
BEHIND = """() => {
  const field = document.activeElement;
  if (!field.closest('.card')) return null;
  const foot = document.querySelector('.foot').getBoundingClientRect();
  return field.getBoundingClientRect().bottom + 5 - foot.top;
}"""
# What is seen after the first two cells of a row, and how many dots stand in between.
DETAILS = """(row) => [...row.cells].slice(2).filter((cell) => cell.checkVisibility())
    .map((cell) => cell.innerText).join(' ')"""
DOTS = """(row) => [...row.cells].filter((cell) => cell.checkVisibility()
    && getComputedStyle(cell, '::after').content.includes('·')).length"""
ENTRY = "document.activeElement.closest('.entry')"
FOOT = "document.querySelector('.foot')"
END = "scrollTo(0, document.documentElement.scrollHeight)"


async def test_a_phones_bar_and_box_are_low(browser: Browser, address: str) -> None:
    page = await window(browser, address, PHONE)
    safe = page.get_by_text("This is for practice")
    await expect(safe.first).to_be_visible()
    await expect(page.get_by_label("Type a command as Kate Moore")).to_be_visible()
    assert await page.locator(".foot").evaluate(HEIGHT) <= 64
    await say(page, "/peer-review")
    await expect(safe.first).to_be_hidden()
    assert await page.locator(".top").evaluate(HEIGHT) <= 90
    await page.get_by_role("button", name="Kate Moore in Collaborative Group 2").click()
    await expect(safe.last).to_be_visible()


async def test_the_clocks_buttons_say_where_they_lead(browser: Browser, address: str) -> None:
    page = await window(browser, address, PHONE)
    for words, name in (("+1 day", "Go forward a day"), ("+1 week", "Go forward a week")):
        button = page.get_by_role("button", name=name)
        await expect(button).to_be_visible()
        await expect(button).to_have_accessible_name(f"{name}: {words}")
    await expect(page.locator(".now .short")).to_be_visible()
    assert await page.locator(".now .short").get_attribute("data-short") == "Wed 1 Nov 2017, 09:00"
    tops = [await button.evaluate(TOP) for button in await page.locator(".time button:visible").all()]
    assert len(tops) == 2
    assert len(set(tops)) == 1


async def test_a_message_that_arrives_is_seen_with_its_buttons(browser: Browser, address: str) -> None:
    kate = await window(browser, address)
    await book(kate)
    priya = await window(browser, f"{address}/?as={PRIYA}&in=peer-review", PHONE)
    button = priya.get_by_role("button", name="Confirm")
    await expect(button).to_be_in_viewport(ratio=1)
    assert await button.evaluate(BOTTOM) <= await priya.locator(".foot").evaluate(TOP)


async def test_a_notice_does_not_cover_the_message_one_has_just_got(
    browser: Browser, address: str, practice: Practice
) -> None:
    practice.room.add(CHANNEL, Card("Long", (Text("A line.\n" * 40),)), posted=True)
    page = await window(browser, address, (360, 500))
    card = await say(page, "/peer-review")
    practice.room.add(CHANNEL, Card("For everyone"), posted=True)
    await expect(page.locator("#notice")).to_have_text("New message from Peer Review: For everyone")
    await page.wait_for_function(f"({BOTTOM})({ENTRY}) <= ({TOP})({FOOT})")
    assert await card.evaluate(TOP) > 0


async def test_a_long_message_begins_at_its_beginning_and_ends_above_the_box(
    browser: Browser, address: str
) -> None:
    page = await window(browser, address, (360, 500))
    card = await say(page, "/schedule-review")
    assert 0 <= await card.evaluate(TOP) < 40
    await page.evaluate(END)
    last = card.get_by_role("button", name="Cancel")
    assert await last.evaluate(BOTTOM) < await page.locator(".foot").evaluate(TOP)


@pytest.mark.parametrize("height", [500, 700, 900])
async def test_the_field_one_is_in_is_never_behind_the_box(
    browser: Browser, address: str, height: int
) -> None:
    page = await window(browser, address, (DESK[0], height))
    await say(page, "/schedule-review")
    await page.locator("#entry-e1").focus()
    seen = 0
    for key in [*["Tab"] * 10, *["Shift+Tab"] * 10]:
        await page.keyboard.press(key)
        behind = await page.evaluate(BEHIND)
        if behind is not None:
            seen += 1
            assert behind <= 0
    assert seen > 10


async def test_a_table_on_a_phone_takes_a_few_lines_a_row(browser: Browser, address: str) -> None:
    page = await window(browser, address, PHONE)
    card = await say(page, "/schedule-review")
    await card.get_by_label("Date of the review").first.fill("Tues 14 Nov")
    await card.get_by_role("button", name="See the timetable").click()
    await expect(card.get_by_role("heading", name="The timetable")).to_be_visible()
    row = card.locator("tbody tr").first
    first, second, third, fourth = [await cell.evaluate(TOP) for cell in await row.locator("th, td").all()]
    assert first < second < third == fourth
    assert await row.evaluate(HEIGHT) < 5 * 24
    assert await row.locator("td").first.evaluate("(td) => getComputedStyle(td, '::before').clipPath") == (
        "inset(50%)"
    )
    await expect(row).to_have_text("Pack sent Tue 31 Oct 2017 Headteacher 2 weeks before the review")
    await fits(page)


async def test_where_nothing_stands_in_a_table_a_phone_shows_nothing(
    browser: Browser, address: str, practice: Practice
) -> None:
    rows = (
        ("8:30", "Welcome", "Hall", ""),
        ("9:00", "Walk", "", "Priya"),
        ("12:00", "Books", "", ""),
        ("13:00", "Phonics", "Year 1", "KM"),
    )
    day = Table("The day", ("Time", "Activity", "Place", "With"), rows)
    practice.room.add(Place(user=KATE), Card("Today", (day,)), posted=True)
    phone, desk = [
        await (await window(browser, f"{address}/?as={KATE}&in=peer-review", size)).locator("tbody tr").all()
        for size in (PHONE, DESK)
    ]
    assert [await row.evaluate(DETAILS) for row in phone] == ["Hall", "Priya", "", "Year 1 KM"]
    assert [await row.evaluate(DETAILS) for row in desk] == ["Hall –", "– Priya", "– –", "Year 1 KM"]
    assert [await row.evaluate(DOTS) for row in phone] == [0, 0, 0, 1]


async def test_what_is_due_is_said_and_shown(
    browser: Browser, address: str, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        due, "on", lambda _session, _day: ["Paperwork to the review team, Oak Primary School"]
    )
    page = await window(browser, address)
    await book(page)
    await clock_to_next(page)
    words = "Due today: Paperwork to the review team, Oak Primary School"
    await expect(page.locator(".due")).to_have_text(words)
    await expect(page.locator(".due")).to_be_visible()
    await expect(page.locator("#announcer")).to_contain_text(
        f"It is now Wednesday 8 November 2017, 09:00. {words}"
    )


async def clock_to_next(page: Page) -> None:
    await page.get_by_role("button", name="Next: a message, Wed 8 Nov, 09:00").click()
    await expect(page.locator(".now")).to_contain_text("Wednesday 8 November")


async def test_choosing_somebody_leads_to_their_news(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    await book(page)
    await page.get_by_label("Be somebody else").select_option(PRIYA)
    await page.get_by_role("button", name="Be this person").click()
    await expect(page.get_by_role("button", name="Confirm")).to_be_visible()


async def test_an_error_begins_with_one_word(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    card = await say(page, "/schedule-review")
    await card.get_by_role("button", name="See the timetable").click()
    field = card.get_by_role("textbox", name="Date of the review", exact=True)
    await expect(field).to_have_accessible_description("Error: Please give a date, for example Tues 14 Nov.")
