"""A form that somebody has begun: it is kept in the window until it is answered."""

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.cards.model import Card, Line
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.room import Place
from tests.practice.toy import KATE, PRIYA
from tests.practice.windows import address, say, window

__all__ = ["address"]

CHANNEL = Place(channel="group-2")
KEPT = "Object.keys(sessionStorage).filter((name) => name.startsWith('draft ')).length"


async def begun(page: Page) -> Locator:
    card = await say(page, "/schedule-review soon")
    await card.locator("input[type=date]").fill("2017-11-14")
    people = card.get_by_role("group", name="Other reviewers")
    await people.get_by_role("combobox").select_option("3")
    await people.get_by_role("button", name="Add another").click()
    await people.get_by_role("combobox").last.select_option("2")
    await card.get_by_label("Note (optional)").fill("Half a sentence")
    return card


async def is_as_it_was(card: Locator) -> None:
    await expect(card.locator("input[type=date]")).to_have_value("2017-11-14")
    await expect(card.get_by_role("textbox", name="Date of the review", exact=True)).to_have_value("")
    people = card.get_by_role("group", name="Other reviewers").get_by_role("combobox")
    await expect(people.nth(0)).to_have_value("3")
    await expect(people.nth(1)).to_have_value("2")
    await expect(card.get_by_label("Note (optional)")).to_have_value("Half a sentence")


async def test_it_survives_a_reload(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    card = await begun(page)
    await page.reload()
    await is_as_it_was(card)
    await card.get_by_role("button", name="See the timetable").click()
    await expect(card).to_contain_text("2017-11-14")
    await expect(card).to_contain_text("3, 2")


@pytest.mark.parametrize("back", ["by the link", "by the browser"])
async def test_it_survives_a_look_at_another_conversation(browser: Browser, address: str, back: str) -> None:
    page = await window(browser, address)
    card = await begun(page)
    talks = page.get_by_role("navigation", name="Conversations")
    await talks.get_by_role("link", name="Peer Review").click()
    await expect(page.get_by_role("heading", name="Peer Review", level=1)).to_be_visible()
    if back == "by the browser":
        await page.go_back()
    else:
        await talks.get_by_role("link", name="Collaborative Group 2").click()
    await is_as_it_was(card)


async def test_it_is_nobody_elses(browser: Browser, address: str, practice: Practice) -> None:
    practice.room.add(CHANNEL, Card("For everyone", (Line(name="note", label="Note"),)), posted=True)
    page = await window(browser, address)
    await page.get_by_label("Note").fill("Kate’s own")
    await page.goto(f"{address}/?as={PRIYA}&in=group-2")
    await expect(page.get_by_label("Note")).to_have_value("")
    await page.goto(f"{address}/?as={KATE}&in=group-2")
    await expect(page.get_by_label("Note")).to_have_value("Kate’s own")


async def test_the_answer_ends_it(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    card = await begun(page)
    assert await page.evaluate(KEPT) == 1
    await card.get_by_role("button", name="See the timetable").click()
    await expect(card.get_by_role("heading", name="The timetable")).to_be_visible()
    assert await page.evaluate(KEPT) == 0


async def test_what_is_put_back_as_it_came_is_not_kept(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    note = (await say(page, "/schedule-review")).get_by_label("Note (optional)")
    await note.fill("Half")
    assert await page.evaluate(KEPT) == 1
    await note.fill("")
    assert await page.evaluate(KEPT) == 0


async def test_another_version_of_the_message_begins_afresh(
    browser: Browser, address: str, practice: Practice
) -> None:
    page = await window(browser, address)
    await begun(page)
    [entry] = practice.room.entries(KATE, CHANNEL)
    practice.room.change(entry, Card("Another question", (Line(name="note", label="Note", value="New"),)))
    await page.reload()
    await expect(page.get_by_label("Note")).to_have_value("New")
    assert await page.evaluate(KEPT) == 0


async def test_starting_again_forgets_it_and_leads_to_the_first_person(
    browser: Browser, address: str
) -> None:
    page = await window(browser, f"{address}/?as={PRIYA}&in=group-2")
    await begun(page)
    await page.get_by_role("button", name="Start again").click()
    await page.get_by_role("dialog").get_by_role("button", name="Start again").click()
    await expect(page.get_by_label("Type a command as Kate Moore")).to_be_visible()
    await expect(page.get_by_role("heading", name="Collaborative Group 2", level=1)).to_be_visible()
    await expect(page.get_by_role("button", name="Schedule a review of Oak Primary School")).to_be_visible()
    assert await page.evaluate(KEPT) == 0
