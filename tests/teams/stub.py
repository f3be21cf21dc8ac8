"""In place of Teams' connector service: it answers as it is told to, and writes down what it was asked."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.platforms.teams.connector import Connector
from bot.platforms.teams.people import Members
from bot.platforms.teams.posting import Posting
from storage.database import Sessions
from tests.teams.seed import TENANT

Fields = dict[str, Any]
GOOD = '{"id": "1700"}'


@dataclass(frozen=True)
class Said:
    """An answer; `hangs`: none at all."""

    status: int = 201
    body: str = GOOD
    content: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    hangs: bool = False


def error(status: int, code: str = "Some", **headers: str) -> Said:
    told = json.dumps({"error": {"code": code, "message": "A secret finding."}})
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Said(status, told, headers=named)


@dataclass
class Stub:
    """`said`: its answers in turn, the last of them again and again. `at`: its answers in a conversation.

    `asked`: what it was asked, such as `POST conversations/19:a/activities`; `bodies` what came with that.
    """

    said: list[Said] = field(default_factory=lambda: [Said()])
    at: dict[str, Said] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    bodies: list[Fields] = field(default_factory=list)
    pages: list[list[Fields]] = field(default_factory=list)
    url: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        path = request.match_info["path"]
        self.asked.append(f"{request.method} {path}")
        self.bodies.append(await request.json() if request.can_read_body else {})
        there = next((said for place, said in self.at.items() if place in path), None)
        if there is None and path.endswith("pagedmembers") and self.pages:
            return self.page(int(request.query.get("continuationToken", "0")))
        said = there or (self.said.pop(0) if len(self.said) > 1 else self.said[0])
        if said.hangs:
            await asyncio.sleep(30)
        return web.Response(
            text=said.body, status=said.status, content_type=said.content, headers=dict(said.headers)
        )

    def page(self, number: int) -> web.Response:
        more = {"continuationToken": str(number + 1)} if number + 1 < len(self.pages) else {}
        return web.json_response({"members": self.pages[number], **more})


@asynccontextmanager
async def stubbed() -> AsyncIterator[Stub]:
    stub = Stub()
    app = web.Application()
    app.router.add_route("*", "/v3/{path:.+}", stub.answer)
    async with TestServer(app, shutdown_timeout=0.1) as server:
        stub.url = str(server.make_url("/"))
        yield stub


def connector() -> Connector:
    return Connector("", "", TENANT, ClientSession)


def posts(sessions: Sessions) -> Posting:
    asks = connector()
    return Posting(sessions, asks, Members(sessions, asks, TENANT))
