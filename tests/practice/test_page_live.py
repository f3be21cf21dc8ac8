"""Several windows on one practice room: what changes in them, and what does not."""

from playwright.async_api import Browser, expect

from bot.cards.model import Card
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.room import Place
from tests.practice.toy import KATE, PRIYA
from tests.practice.windows import address, book, say, window

__all__ = ["address"]

CHANNEL = Place(channel="group-2")


async def test_news_arrives_in_another_window_and_is_announced(browser: Browser, address: str) -> None:
    kate = await window(browser, address)
    priya = await window(browser, f"{address}/?as={PRIYA}&in=group-2")
    chat = await window(browser, f"{address}/?as={PRIYA}&in=peer-review")
    await book(kate)
    await expect(priya.get_by_role("heading", name="Review of Oak Primary School")).to_be_visible()
    await expect(chat.get_by_role("button", name="Confirm")).to_be_visible()
    heard = "New message from Peer Review: Can you confirm the date?"
    await expect(chat.locator("#announcer")).to_contain_text(heard)


async def test_unread_messages_are_marked_in_words(browser: Browser, address: str) -> None:
    kate = await window(browser, address)
    priya = await window(browser, f"{address}/?as={PRIYA}&in=group-2")
    await book(kate)
    await expect(priya.get_by_role("link", name="Peer Review 1 new")).to_be_visible()
    await expect(kate.get_by_role("link", name="Priya Nair 1 new")).to_be_visible()
    await kate.get_by_role("link", name="Priya Nair 1 new").click()
    await expect(kate.get_by_role("button", name="Confirm")).to_be_visible()
    await expect(priya.get_by_role("link", name="Peer Review", exact=True)).to_be_visible()
    await kate.go_back()
    await expect(kate.get_by_label("Type a command as Kate Moore")).to_be_visible()


async def test_a_double_click_acts_once(browser: Browser, address: str, practice: Practice) -> None:
    page = await window(browser, address)
    card = await say(page, "/schedule-review")
    await card.get_by_label("Date of the review").first.fill("Tues 14 Nov")
    await card.get_by_role("button", name="See the timetable").dblclick()
    await page.get_by_role("button", name="More").dblclick()
    await expect(page.get_by_role("heading", name="What you can type")).to_have_count(1)
    await page.get_by_role("button", name="Send").focus()
    await page.wait_for_load_state("networkidle")
    assert len(practice.room.entries(KATE, CHANNEL)) == 2


async def test_pressed_again_later_it_is_a_new_act(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    card = await say(page, "/schedule-review")
    await card.get_by_label("Date of the review").first.fill("Tues 14 Nov")
    await card.get_by_role("button", name="See the timetable").click()
    for times in (1, 2):
        await page.get_by_role("button", name="More").click()
        await expect(page.get_by_role("heading", name="What you can type")).to_have_count(times)


async def test_a_half_typed_form_survives_a_change(
    browser: Browser, address: str, practice: Practice
) -> None:
    page = await window(browser, address)
    card = await say(page, "/schedule-review")
    note = card.get_by_label("Note (optional)")
    await note.fill("Half a sen")
    [entry] = practice.room.entries(KATE, CHANNEL)
    practice.room.change(entry, Card("Something newer"))
    await expect(card).to_contain_text("This message has changed since you began. What you typed is kept.")
    await expect(note).to_have_value("Half a sen")
    await card.get_by_role("button", name="Show the new one").click()
    await expect(page.locator(".entry")).to_contain_text("Something newer")


async def test_a_change_elsewhere_leaves_the_typist_alone(
    browser: Browser, address: str, practice: Practice
) -> None:
    page = await window(browser, address)
    card = await say(page, "/schedule-review")
    note = card.get_by_label("Note (optional)")
    await note.press_sequentially("Half")
    practice.room.add(CHANNEL, Card("For everyone"), posted=True)
    await expect(page.get_by_role("heading", name="For everyone")).to_be_visible()
    await page.keyboard.type(" a sentence")
    await expect(note).to_have_value("Half a sentence")
    await expect(note).to_be_focused()


async def test_the_clock_is_moved_and_said(browser: Browser, address: str) -> None:
    page, other = await window(browser, address), await window(browser, address)
    await page.get_by_role("button", name="Go forward a week").click()
    for seen in (page, other):
        await expect(seen.locator(".now")).to_have_text("Wednesday 8 November 2017, 09:00")
    await expect(page.locator("#announcer")).to_have_text("It is now Wednesday 8 November 2017, 09:00")
    await page.get_by_role("button", name="Next thing due").click()
    await expect(page.get_by_role("status")).to_contain_text("Nothing is due yet")


async def test_starting_again_empties_every_window(browser: Browser, address: str) -> None:
    page, other = await window(browser, address), await window(browser, address)
    await say(page, "/peer-review")
    await expect(other.locator(".entry")).to_have_count(1)
    await page.get_by_role("button", name="Start again").click()
    await page.get_by_role("dialog").get_by_role("button", name="Start again").click()
    for seen in (page, other):
        await expect(seen.locator(".entry")).to_have_count(0)


async def test_what_was_typed_outlives_a_server_that_is_gone(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    await page.route("**/*", lambda route: route.abort())
    box = page.get_by_label("Type a command as Kate Moore")
    await box.fill("/peer-review")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status")).to_contain_text("did not answer")
    await expect(box).to_have_value("/peer-review")
    await page.unroute("**/*")
    await page.keyboard.press("Enter")
    await expect(page.locator(".entry")).to_have_count(1)


async def test_a_message_out_of_sight_is_pointed_to(
    browser: Browser, address: str, practice: Practice
) -> None:
    page = await window(browser, address, (360, 500))
    await say(page, "/schedule-review")
    practice.room.add(CHANNEL, Card("For everyone"), posted=True)
    notice = page.locator("#notice")
    await expect(notice).to_have_text("New message from Peer Review: For everyone")
    await page.get_by_role("heading", name="For everyone").scroll_into_view_if_needed()
    await page.mouse.wheel(0, 2000)
    await expect(notice).to_be_empty()


async def test_what_is_pressed_does_not_move_when_a_notice_goes(
    browser: Browser, address: str, practice: Practice
) -> None:
    page = await window(browser, address, (360, 500))
    await say(page, "/schedule-review")
    height = "document.querySelector('.foot').offsetHeight"
    before = await page.evaluate(height)
    practice.room.add(CHANNEL, Card("For everyone"), posted=True)
    notice = page.locator("#notice")
    await expect(notice).to_have_text("New message from Peer Review: For everyone")
    with_notice = await page.evaluate(height)
    await page.get_by_role("heading", name="For everyone").scroll_into_view_if_needed()
    await page.mouse.wheel(0, 2000)
    await expect(notice).to_be_empty()
    assert await page.evaluate(height) == with_notice > before
    await say(page, "/peer-review")
    assert await page.evaluate(height) == before
