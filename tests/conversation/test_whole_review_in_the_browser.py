"""A whole review in the practice room, everybody at a phone of their own."""

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser

import bot.handlers
from bot.governor_routes import add_governor_routes
from bot.handlers import mornings
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.server import application
from tests.browser import browser
from tests.chat import LINKS
from tests.conftest import SAMPLE_DAY
from tests.improving.play import reviewed
from tests.practice.preparing import RoomStage

__all__ = ["browser"]

assert bot.handlers.__all__


@pytest.mark.slow
async def test_a_review_from_booked_to_the_returned_proforma(browser: Browser) -> None:
    practice = Practice(SAMPLE_DAY, LINKS, tick=mornings.tick)
    app = application(practice)
    add_governor_routes(app, practice.sessions, LINKS, lambda: practice.clock.now)
    async with TestServer(app) as server:
        await reviewed(RoomStage(browser, practice, str(server.make_url("")).rstrip("/")))
