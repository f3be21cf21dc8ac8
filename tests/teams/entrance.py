"""The bot's door, open to a Microsoft of the tests' own: its keys, and a Teams that counts questions."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from botframework.connector.auth import MicrosoftAppCredentials
from sqlalchemy import func, select

import bot.handlers
from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.door import PATH, add_teams
from storage import accounts
from storage.database import Sessions
from storage.models import Base
from tests.chat import LINKS, MORNING
from tests.conversation.conftest import KATE
from tests.teams import activities
from tests.teams.keyserver import KeyServer, authorization, claims, token
from tests.teams.rooms import Message
from tests.teams.seed import APP, BOT, KATES_CHAT, TENANT, people

assert bot.handlers.__all__

Fields = dict[str, Any]
OURS = Credentials(APP, "a password for the tests", TENANT)


@dataclass
class Entrance:
    """`now`: the seconds by which the bot tells how old its keys are. `asked`: what it asked of Teams."""

    client: "TestClient[web.Request, web.Application]"
    keys: KeyServer
    sessions: Sessions
    service_url: str
    now: list[float] = field(default_factory=lambda: [0.0])
    asked: list[str] = field(default_factory=list)

    def wait(self, seconds: float) -> None:
        self.now[0] += seconds

    def press(self, verb: str = "home.show", **data: str) -> Fields:
        """What Teams brings when Kate presses a button in the chat with the bot; each is new."""
        shown = Message("1511956800000", KATES_CHAT, BOT, {})
        action = {"verb": verb, "data": {"text": "canary"} | data}
        return activities.pressed(people()[KATE], shown, self.service_url, action)

    async def bring(self, activity: object, header: str | None = None) -> int:
        """With the token that belongs to it, or the given header; gives the status."""
        if header is None:
            assert isinstance(activity, dict)
            header = authorization(activity)
        named = {"Authorization": header} if header else {}
        async with self.client.post(PATH, json=activity, headers=named) as answered:
            if answered.status == 200:
                assert (await answered.json())["type"] == "application/vnd.microsoft.card.adaptive"
            return answered.status

    def rows(self) -> Mapping[str, int]:
        """How many there are in each table."""
        tables = Base.metadata.sorted_tables
        with self.sessions() as session:
            return {one.name: session.scalar(select(func.count()).select_from(one)) or 0 for one in tables}


@asynccontextmanager
async def entrance(
    keys: KeyServer, sessions: Sessions, credentials: Credentials = OURS
) -> AsyncIterator[Entrance]:
    """Kate is known, so that her chat alone is all that the bot needs; so is its own token for Teams."""
    with sessions.begin() as session:
        kate = accounts.by_email(session, KATE)
        assert kate
        accounts.keep(session, kate, "teams", credentials.tenant, people()[KATE].entra)
    now, asked = [0.0], []

    async def teams(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.json_response({"error": {"code": "NotFound", "message": "Not found"}}, status=404)

    app, theirs = web.Application(), web.Application()
    theirs.router.add_route("*", "/{path:.*}", teams)
    add_teams(app, credentials, sessions, LINKS, lambda: MORNING, openid=keys.openid, seconds=lambda: now[0])
    # Nobody's login server is asked.
    with patch.object(MicrosoftAppCredentials, "get_access_token", lambda _: "a.b.c"):
        async with TestServer(theirs) as stub, TestClient(TestServer(app)) as client:
            yield Entrance(client, keys, sessions, f"{stub.make_url(f'/uk/{TENANT}/')}", now, asked)


def signed(door: Entrance, key: str, **header: object) -> str:
    """The Authorization header with a token of this key."""
    return f"Bearer {token(claims(door.service_url), key=key, **header)}"


async def together(door: Entrance, headers: Sequence[str]) -> set[int]:
    """The statuses of as many presses, brought all at once."""
    return set(await asyncio.gather(*(door.bring(door.press(), header) for header in headers)))
