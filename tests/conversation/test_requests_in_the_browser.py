"""Thirty requests in plain sentences in the practice room, everybody at a phone of their own."""

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser

import bot.handlers
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.server import application
from tests.asking import play
from tests.asking.unchanged import counted
from tests.browser import browser
from tests.chat import LINKS
from tests.conftest import SAMPLE_DAY
from tests.practice.preparing import RoomStage
from tests.preparing.play import booked

__all__ = ["browser"]

assert bot.handlers.__all__


@pytest.mark.slow
async def test_thirty_requests_in_the_practice_room(browser: Browser) -> None:
    practice = Practice(SAMPLE_DAY, LINKS)
    async with TestServer(application(practice)) as server:
        stage = RoomStage(browser, practice, str(server.make_url("")).rstrip("/"))
        await booked(stage)
        await stage.settled()
        before = counted(practice.sessions)
        await play.asked(stage)
        await play.not_understood(stage)
        assert counted(practice.sessions) == before
        await play.gone_on_with(stage)
