"""A whole review in the practice room, everybody at a phone of their own."""

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser

import bot.handlers
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
    async with TestServer(application(practice)) as server:
        await reviewed(RoomStage(browser, practice, str(server.make_url("")).rstrip("/")))
