"""The practice room with the small consortium, without a network and served on a port of its own."""

from collections.abc import AsyncIterator, Iterator

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.platforms.playground.practice import Practice
from bot.platforms.playground.server import application
from tests.browser import browser
from tests.practice import toy, toy_talk

__all__ = ["browser"]


@pytest.fixture(autouse=True)
def _conversations() -> Iterator[None]:
    with toy_talk.conversations():
        yield


@pytest.fixture
def practice() -> Practice:
    """Not yet open."""
    return Practice(toy.FIRST_DAY, toy.LINKS, toy.furnish)


@pytest.fixture
async def open_practice(practice: Practice) -> AsyncIterator[Practice]:
    await practice.open()
    yield practice
    await practice.close()


@pytest.fixture
async def client(practice: Practice) -> AsyncIterator[TestClient[Request, Application]]:
    async with TestClient(TestServer(application(practice))) as client:
        yield client
