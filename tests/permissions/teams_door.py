"""The door from Teams, open to a bot on this machine; in place of Teams' own service a stub."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.door import PATH, add_teams
from bot.platforms.teams.showing import CARD
from storage.database import Sessions
from tests.chat import LINKS
from tests.conversation.conftest import PRIYA
from tests.patience import until
from tests.permissions.accounts import on_teams as who
from tests.permissions.surfaces import GUEST, STRANGER, Fields, Surface, as_text
from tests.teams import activities
from tests.teams.rooms import Message
from tests.teams.seed import BOT, TENANT, channel
from tests.teams.stub import Said, Stub, stubbed

CHANNEL = channel("group-2")
NUMBERS = count(1)
Client = TestClient[web.Request, web.Application]


@dataclass
class OnTeams:
    stub: Stub
    client: Client

    async def press(self, email: str, token: str, fields: Fields) -> str:
        shown = Message(str(next(NUMBERS)), f"a:chat of {email}", BOT, {})
        action = {"verb": token, "data": dict(fields)}
        return await self.bring(activities.pressed(who(email), shown, self.stub.url, action))

    async def type(self, email: str, line: str, *, channel: bool = False) -> str:
        if channel:
            thread = f"{CHANNEL};messageid={next(NUMBERS)}"
            return await self.bring(activities.mention(who(email), thread, self.stub.url, line))
        return await self.bring(activities.message(who(email), f"a:chat of {email}", self.stub.url, line))

    async def bring(self, activity: dict[str, Any]) -> str:
        before = len(self.stub.bodies)
        async with self.client.post(PATH, json=activity) as answered:
            assert answered.status == 200
            told = await answered.text()
        said = json.loads(told) if told else {}
        if said.get("type") == CARD:
            # The message itself is changed after whoever pressed has their answer.
            await until(lambda: self.changed(before))
        return as_text(said) + as_text(self.stub.bodies[before:])

    def changed(self, before: int) -> bool:
        return any(asked.startswith("PUT") for asked in self.stub.asked[before:])

    @property
    def public(self) -> str:
        pairs = zip(self.stub.asked, self.stub.bodies, strict=True)
        return as_text([body for asked, body in pairs if CHANNEL in asked])


@asynccontextmanager
async def on_teams(sessions: Sessions, now: datetime) -> AsyncIterator[Surface]:
    app = web.Application()
    add_teams(app, Credentials("", "", TENANT, local=True), sessions, LINKS, lambda: now)
    async with stubbed() as stub, TestClient(TestServer(app)) as client:
        for email, known in ((GUEST, {"email": PRIYA, "userRole": "guest"}), (STRANGER, {"email": STRANGER})):
            member = {"id": who(email).id, "aadObjectId": who(email).entra, "tenantId": TENANT, **known}
            stub.at[f"members/{who(email).id}"] = Said(200, json.dumps(member))
        yield OnTeams(stub, client)
