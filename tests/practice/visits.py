"""Visits to the practice room over HTTP."""

import asyncio
import re
from html import unescape

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient
from aiohttp.web import Application, Request

from bot.platforms.playground.practice import Practice
from tests.practice.toy import KATE, PRIYA

Client = TestClient[Request, Application]
KATES = f"/?as={KATE}&in=group-2"
PRIYAS = f"/?as={PRIYA}&in=peer-review"
JSON = {"Accept": "application/json"}


async def page(client: Client, address: str) -> str:
    response = await client.get(address)
    assert response.status == 200
    text: str = await response.text()
    return unescape(text)


async def post(client: Client, address: str, **form: str) -> str:
    """As a browser without a script: the page that it is sent on to."""
    response = await client.post(address, data=form)
    assert response.status == 200
    return unescape(await response.text())


async def ask(client: Client, address: str, **form: str) -> dict[str, object]:
    response = await client.post(address, data=form, headers=JSON)
    assert response.status == 200
    answer = await response.json()
    assert isinstance(answer, dict)
    return answer


def entries(text: str) -> list[str]:
    """The titles of the cards on a page."""
    return re.findall(r'<h2 id="e\d+-title">(.*?)</h2>', text)


def last_mark(text: str) -> str:
    found: list[str] = re.findall(r'name="_on" value="(e\d+)"', text)
    return found[-1]


async def booked(client: Client, practice: Practice) -> None:
    """Kate has booked, and Priya has her message."""
    text = await post(client, KATES, _typed="/schedule-review Oak", _event="1")
    text = await post(client, KATES, go="toy.plan", day="14 Nov", _on=last_mark(text), _event="2")
    await post(client, KATES, go="toy.book", _on=last_mark(text), _event="3")
    async with asyncio.timeout(5):
        while not practice.room.unread_chats():
            await practice.room.changed(practice.room.revision)


async def heard(line: ClientResponse) -> str:
    async with asyncio.timeout(5):
        while not (text := (await line.content.readline()).decode()).startswith("data:"):
            pass
    return text.strip()
