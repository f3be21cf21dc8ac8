"""The governor's page on a phone, by keyboard alone: nothing runs off the side, and the form goes through."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.browser import browser
from tests.chat import World
from tests.conversation.papering import AREA, reword, send, signed
from tests.governor.pages import MARGARETS, Governor, governor, served

assert browser
PHONE = ViewportSize(width=360, height=740)
LONG = "https://oak.example/" + "x" * 300


@pytest.fixture
def page_of(world_on_sqlite: World) -> Governor:
    """The second version is there, with a word that is longer than the screen."""
    page = governor(world_on_sqlite)
    reword(world_on_sqlite, AREA, LONG)
    send(world_on_sqlite)
    return page


@asynccontextmanager
async def phone(browser: Browser, of: Governor) -> AsyncIterator[Page]:
    async with TestServer(served(of.world)) as server:
        context = await browser.new_context(viewport=PHONE)
        page = await context.new_page()
        problems: list[str] = []
        page.on("console", lambda message: problems.append(message.text))
        await page.goto(str(server.make_url(of.path)))
        yield page
        await context.close()
        assert [text for text in problems if "favicon" not in text] == []


async def fits(page: Page) -> None:
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]


async def test_a_governor_signs_by_keyboard_on_a_phone(browser: Browser, page_of: Governor) -> None:
    async with phone(browser, page_of) as page:
        await expect(page.get_by_label("The code, or your e-mail address")).to_be_focused()
        await fits(page)
        await page.keyboard.type("123")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("alert")).to_contain_text("neither the code nor the e-mail address")
        await page.keyboard.press("ControlOrMeta+a")
        await page.keyboard.type(page_of.code)
        await page.keyboard.press("Enter")
        await expect(page.get_by_text("There is a newer version than the one")).to_be_visible()
        await fits(page)
        await page.get_by_text("What changed since version 1").click()
        await expect(page.get_by_text(f"Before: {AREA}")).to_be_visible()
        await fits(page)
        await page.get_by_role("link", name="Go to your signature").focus()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("button", name="Sign", exact=True)).to_be_focused()
        await page.keyboard.press("Enter")
        sure = page.get_by_role("button", name="I sign as Margaret Osei, governor of Oak Primary School")
        await expect(sure).to_be_visible()
        await fits(page)
        await sure.press("Enter")
        await expect(page.get_by_role("status")).to_contain_text("Signed. Thank you.")
        await page.get_by_label("What would you like to ask?").fill("x" * 1001)
        await page.get_by_role("button", name="Send the query").press("Enter")
        await expect(page.get_by_label("What would you like to ask?")).to_be_focused()
        await fits(page)
    assert MARGARETS in signed(page_of.world, 2)
