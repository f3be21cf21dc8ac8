"""Links from the practice room that open nothing lead to a page that is as readable as everywhere else."""

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, expect

from bot.feed_routes import add_feed_routes
from bot.governor_routes import add_governor_routes
from bot.link_routes import add_link_routes
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.server import application
from tests.practice.toy import LINKS
from tests.practice.windows import DESK, PHONE, fits, window

FONT = "(element) => getComputedStyle(element).fontFamily"
WIDTH = "(element) => element.offsetWidth"


@pytest.fixture
async def address(practice: Practice) -> AsyncIterator[str]:
    app = application(practice)
    add_link_routes(
        app,
        practice.sessions,
        LINKS,
        lambda: practice.clock.now,
        calendar=lambda *_: None,
        addresses={},
        files={"page": lambda *_: None},
    )
    add_governor_routes(app, practice.sessions, LINKS, lambda: practice.clock.now)
    add_feed_routes(app, practice.sessions, LINKS, lambda: practice.clock.now)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


NOT_COMPLETE, NO_CALENDAR = "This link isn't complete", "There is no calendar here"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/page/x", NOT_COMPLETE),
        ("/calendar/x", NOT_COMPLETE),
        ("/governor/x", NOT_COMPLETE),
        ("/feeds/mine/x.ics", NO_CALENDAR),
        ("/feeds/group/x.ics", NO_CALENDAR),
    ],
)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
async def test_the_page_of_a_link_that_opens_nothing_has_its_style(
    browser: Browser, address: str, path: str, title: str, size: tuple[int, int]
) -> None:
    page = await window(browser, f"{address}{path}", size)
    await expect(page.get_by_role("heading", name=title)).to_be_visible()
    assert "system-ui" in await page.locator("body").evaluate(FONT)
    assert await page.locator("main").evaluate(WIDTH) < 700
    await fits(page)
