"""The practice room as a person meets it, in a browser."""

import re
from typing import Literal

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.practice.toy import PRIYA
from tests.practice.windows import DESK, PHONE, SIDEWAYS, address, fits, say, window

__all__ = ["address"]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_hint_leads_to_a_timetable(
    browser: Browser, address: str, size: tuple[int, int], scheme: Literal["light", "dark"]
) -> None:
    page = await window(browser, address, size, scheme=scheme)
    await fits(page)
    await page.get_by_role("button", name="Schedule a review of Oak Primary School").click()
    box = page.get_by_label("Type a command as Kate Moore")
    await expect(page.get_by_role("heading", name="Schedule a review")).to_be_visible()
    await expect(page.locator("#entry-e1")).to_be_focused()
    await expect(page.get_by_label("Date of the review").first).to_have_value("Oak Primary School")
    await expect(page.locator(".hint-box")).to_have_count(0)
    await fits(page)
    await page.get_by_role("button", name="See the timetable").click()
    await expect(page.get_by_role("heading", name="The timetable")).to_be_visible()
    await fits(page)
    await expect(box).to_have_value("")


async def test_dark_is_dark(browser: Browser, address: str) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = await window(browser, address, scheme="light")
    dark = await window(browser, address, scheme="dark")
    assert await light.evaluate(ground) != await dark.evaluate(ground)


async def test_the_side_folds_away_on_a_phone(browser: Browser, address: str) -> None:
    page = await window(browser, address, PHONE)
    talks = page.get_by_role("navigation", name="Conversations")
    await expect(talks).to_be_hidden()
    await page.get_by_role("button", name="Kate Moore in Collaborative Group 2").click()
    await expect(talks).to_be_visible()
    await fits(page)
    await page.get_by_label("Be somebody else").select_option(PRIYA)
    await page.get_by_role("button", name="Be this person").click()
    await expect(page.get_by_label("Type a command as Priya Nair")).to_be_visible()


async def test_by_keyboard_alone(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the messages")).to_be_focused()
    await page.keyboard.press("Enter")
    await tab_to(page, page.get_by_role("button", name="Schedule a review of Oak"))
    await page.keyboard.press("Enter")
    await expect(page.locator("#entry-e1")).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(page.get_by_label("Date of the review").first).to_be_focused()
    await page.keyboard.press("Control+A")
    await page.keyboard.press("Delete")
    await page.keyboard.press("Enter")
    wrong = page.get_by_role("textbox", name="Date of the review", exact=True)
    await expect(wrong).to_be_focused()
    await expect(wrong).to_have_accessible_description(re.compile("Please give a date"))
    await page.keyboard.type("Tues 14 Nov")
    await page.keyboard.press("Enter")
    await expect(page.locator("#entry-e1 h2")).to_have_text("The timetable")
    await tab_to(page, page.get_by_role("button", name="Book it"))
    await page.keyboard.press("Space")
    await expect(page.get_by_role("heading", name="Booked")).to_be_visible()
    await expect(page.locator("#entry-e1")).to_be_focused()


async def tab_to(page: Page, target: Locator) -> None:
    for _ in range(60):
        await page.keyboard.press("Tab")
        if await target.evaluate("(element) => element === document.activeElement"):
            return
    pytest.fail("the keyboard does not get there")


async def test_some_buttons_ask_first(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    card = await say(page, "/peer-review")
    button = card.get_by_role("button", name="Confirm me")
    await button.click()
    dialog = page.get_by_role("dialog", name="Cancel the review?")
    await expect(dialog.get_by_role("button", name="Go back")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(button).to_be_focused()
    await expect(card).to_contain_text("Mine to do")
    await button.click()
    await dialog.get_by_role("button", name="Cancel the review").click()
    await expect(card).to_contain_text("Thank you")


async def test_people_are_added_one_at_a_time(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    card = await say(page, "/schedule-review")
    people = card.get_by_role("group", name="Other reviewers").get_by_role("combobox")
    await expect(people).to_have_count(1)
    await people.first.select_option("3")
    for wanted in (2, 3, 4):
        await card.get_by_role("button", name="Add another").click()
        await expect(people).to_have_count(wanted)
        await expect(people.last).to_be_focused()
    await expect(card.get_by_role("button", name="Add another")).to_be_hidden()
    await people.last.select_option("2")
    await card.get_by_label("Date of the review").first.fill("Tues 14 Nov")
    await card.get_by_role("button", name="See the timetable").click()
    await expect(card).to_contain_text("3, 2")


async def test_a_date_is_typed_or_picked(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    card = await say(page, "/schedule-review soon")
    typed = card.get_by_role("textbox", name="Date of the review", exact=True)
    picker = card.locator("input[type=date]")
    await expect(typed).to_have_value("soon")
    await picker.fill("2017-11-14")
    await expect(typed).to_have_value("")
    await card.get_by_role("button", name="See the timetable").click()
    await expect(card).to_contain_text("2017-11-14")


async def test_without_a_script_it_works_by_forms(browser: Browser, address: str) -> None:
    page = await window(browser, address, PHONE, script=False)
    await page.get_by_role("button", name="Schedule a review of Oak Primary School").click()
    await page.get_by_role("button", name="See the timetable").click()
    await page.get_by_role("button", name="Book it").click()
    await expect(page.get_by_role("heading", name="Booked")).to_be_visible()
    await page.get_by_role("button", name="Go forward a day").click()
    await expect(page.get_by_text("Thursday 2 November 2017, 09:00")).to_be_attached()
    await page.get_by_role("button", name="Start again").click()
    await page.get_by_role("button", name="Start again").click()
    await expect(page.get_by_text("Wednesday 1 November 2017, 09:00")).to_be_attached()


async def test_very_long_words_stay_inside(browser: Browser, address: str) -> None:
    page = await window(browser, address, PHONE)
    await say(page, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 20)
    assert await page.evaluate(SIDEWAYS) <= 0
