"""The door from Slack, open to signed payloads; in place of Slack's Web API something that says yes."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from unittest.mock import patch

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.platforms.slack.credentials import Credentials
from bot.platforms.slack.door import add_slack
from bot.platforms.slack.homes import Homes
from bot.platforms.slack.manifest import PATH
from storage.database import Sessions
from tests.chat import LINKS
from tests.conversation.conftest import PRIYA
from tests.patience import until
from tests.permissions.accounts import on_slack as account
from tests.permissions.surfaces import GUEST, Fields, Surface, as_text
from tests.slack import payloads
from tests.slack.payloads import Who
from tests.slack.places import Place, Pressable
from tests.slack.seed import BOT_TOKEN, TEAM
from tests.slack.wire import Http, Kind

SECRET = "a secret for the tests"  # noqa: S105
CHANNEL = {"id": "C0GROUP2", "name": "group-2"}
CHAT = {"id": "D0CHAT", "is_im": True}
NUMBERS = count(1)


@dataclass
class Slack:
    """`calls`: what the bot asked, with the method first."""

    calls: list[str] = field(default_factory=list)
    public: list[str] = field(default_factory=list)
    hook: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        method, asked = request.match_info["method"], await request.text()
        if method == "users.info":
            return web.json_response({"ok": True, "user": self.user(request.query["user"])})
        self.calls.append(f"{method} {as_text(read(asked))}")
        if method in {"chat.postMessage", "chat.update"} and CHANNEL["id"] in asked:
            self.public.append(self.calls[-1])
        told = {"ts": "1700.1", "channel": "D1", "team_id": TEAM, "view": {"id": "V1"}}
        return web.json_response({"ok": True} | told)

    def user(self, user: str) -> dict[str, Any]:
        """Whoever is not kept already is a guest, or somebody whose address no roster has."""
        email = PRIYA if user == account(GUEST) else "nobody@elsewhere.example"
        return {"id": user, "team_id": TEAM, "is_restricted": user == account(GUEST)} | {
            "profile": {"email": email}
        }

    def answers(self) -> list[str]:
        return [call for call in self.calls if not call.startswith("auth.test")]


def read(asked: str) -> object:
    try:
        return json.loads(asked)
    except ValueError:
        return asked


@dataclass
class OnSlack:
    slack: Slack
    wire: Http

    async def press(self, email: str, token: str, fields: Fields) -> str:
        """A form is sent from its window; a button is pressed in the chat with the bot."""
        who, number = Who(account(email), email), next(NUMBERS)
        if fields:
            return await self.bring(
                "interactive", payloads.submission(who, form(token, fields), f"t{number}")
            )
        return await self.bring("interactive", self.clicked(who, CHAT, token, number))

    async def press_in_channel(self, email: str, token: str) -> str:
        """A button of a card that all in the channel see, answered at the address that comes with it."""
        number = next(NUMBERS)
        sent = self.clicked(Who(account(email), email), CHANNEL, token, number)
        return await self.bring("interactive", sent | {"response_url": self.slack.hook})

    def clicked(self, who: Who, channel: dict[str, Any], token: str, number: int) -> dict[str, Any]:
        label = {"type": "plain_text", "text": "Go"}
        element = {"type": "button", "action_id": "go-0", "value": token, "text": label}
        block = {"type": "actions", "block_id": "b1", "elements": [element]}
        place = Place("message", channel["id"], {"ts": f"17.{number}", "blocks": [block]}, {})
        return payloads.click(who, place, channel, Pressable("Go", "", block, element), f"t{number}")

    async def type(self, email: str, line: str, *, channel: bool = False) -> str:
        who, number = Who(account(email), email), next(NUMBERS)
        if channel:
            said = payloads.message(who, "app_mention", CHANNEL["id"], f"<@U0PEERREV> {line}", f"18.{number}")
            return await self.bring("events_api", payloads.event(said))
        command = payloads.command(who, "/peer-review", line, CHAT, f"t{number}", "")
        return await self.bring("slash_commands", command)

    async def bring(self, kind: Kind, payload: dict[str, Any]) -> str:
        before = len(self.slack.answers())
        answer = await self.wire.bring(kind, payload)
        assert answer.status == 200
        if not answer.body:
            await until(lambda: len(self.slack.answers()) > before)
        return as_text(answer.body) + "".join(self.slack.answers()[before:])

    @property
    def public(self) -> str:
        return "".join(self.slack.public)


def form(token: str, fields: Fields) -> Place:
    inputs = [
        {"type": "input", "block_id": name, "element": {"type": "plain_text_input", "action_id": "value"}}
        for name in fields
    ]
    data = {"id": "V1", "type": "modal", "callback_id": "form", "private_metadata": token, "blocks": inputs}
    values = {name: {"value": {"type": "plain_text_input", "value": value}} for name, value in fields.items()}
    return Place("modal", "", data, values)


@asynccontextmanager
async def on_slack(sessions: Sessions, now: datetime) -> AsyncIterator[Surface]:
    slack, app, theirs = Slack(), web.Application(), web.Application()
    theirs.router.add_route("*", "/api/{method}", slack.answer)
    async with TestServer(theirs) as stub:
        api, slack.hook = str(stub.make_url("/api/")), str(stub.make_url("/api/answer"))
        add_slack(app, Credentials(BOT_TOKEN, SECRET, "", api), sessions, LINKS, lambda: now)
        # The home tab is drawn by itself a second later, and has tests of its own.
        with patch.object(Homes, "soon"):
            async with TestServer(app) as server:
                yield OnSlack(slack, Http(str(server.make_url(PATH)), SECRET))
