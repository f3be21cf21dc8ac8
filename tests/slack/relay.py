"""Stands in the tests where slack.com stands: the emulator, mended on the way where it differs from Slack.

A client class of our own would not do: Bolt makes a plain one for each request, and a bot may run in a
process of its own. Whatever is asked of Slack goes through here, and is kept for the tests to read.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession, web
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.checking import named, problems_of
from tests.slack.emulator import Emulator
from tests.slack.modals import Modals
from tests.slack.notes import Notes, Way
from tests.slack.seed import BOT_TOKEN, OFFICE, person_token
from tests.slack.sockets import SocketMode

Fields = dict[str, Any]
# A form can hold these only as text.
STRUCTURED = {"attachments", "blocks", "files", "metadata", "view"}
GUEST_FLAGS = ("is_restricted", "is_ultra_restricted")
# A bot that has asked nothing for so long counts as done, unless it says otherwise.
QUIET_SECONDS = 0.05
# In the calls, where Slack does by itself what an answer of the bot's told it to.
SLACK_ITSELF = "slack"
PICTURE = "data_visualization"


@dataclass(frozen=True)
class Call:
    method: str
    token: str
    asked: Mapping[str, Any]
    answer: Mapping[str, Any]


class Slack:
    """`problems` has what the real Slack would refuse in what the bot sent; they fail the test at its end.

    `busy` may be set to whether the bot is still at work on what it has acknowledged. Of a workspace that
    `takes_no_pictures` each message and view with one in it is refused.
    """

    def __init__(self, emulator: Emulator, http: ClientSession) -> None:
        self.emulator, self.http = emulator, http
        self.address = ""
        self.calls: list[Call] = []
        self.problems: list[str] = []
        self.modals, self.sockets = Modals(), SocketMode()
        self.homes: dict[str, Fields] = {}
        self.notes = Notes(self.ask_as_slack, self.problems)
        self.busy: Callable[[], bool] = lambda: False
        self.takes_no_pictures = False
        self._begun = self._running = 0

    @property
    def api(self) -> str:
        return f"{self.address}/api/"

    def as_bot(self) -> AsyncWebClient:
        return AsyncWebClient(BOT_TOKEN, self.api)

    def as_person(self, email: str) -> AsyncWebClient:
        return AsyncWebClient(person_token(email), self.api)

    async def person(self, email: str) -> str:
        """Whose id is new in each test."""
        return str((await self.as_person(OFFICE).users_lookupByEmail(email=email))["user"]["id"])

    async def channel(self, name: str) -> str:
        """Its id, new in each test as well."""
        listed = await self.as_person(OFFICE).conversations_list(types="public_channel,private_channel")
        [found] = [channel["id"] for channel in listed["channels"] if channel["name"] == name]
        return str(found)

    async def trigger(self, user_id: str, *, view_id: str = "") -> str:
        """What a click of this person's, perhaps in a modal, brings: good for one view within 3 seconds."""
        clicked = {"user_id": user_id, "view_id": view_id}
        answer = await self.as_person(OFFICE).api_call("views.generateTriggerId", json=clicked)
        return str(answer["trigger_id"])

    def response_url(self, way: Way) -> str:
        return f"{self.address}/response/{self.notes.way(way)}"

    def by_the_bot(self) -> Sequence[Call]:
        return [call for call in self.calls if call.token == BOT_TOKEN]

    def view(self, view_id: str) -> Fields:
        """A modal or an App Home as the emulator holds it: it tells that in its answers alone."""
        views: list[Fields] = [call.answer["view"] for call in self.calls if "view" in call.answer]
        return [view for view in views if view["id"] == view_id][-1]

    def home_of(self, user_id: str) -> Fields:
        return self.homes[user_id]

    async def quiet(self) -> None:
        """Until the bot has done what it was brought, as far as can be seen from here."""
        seen = -1
        while self._running or seen != self._begun or self.busy():
            seen = self._begun
            await asyncio.sleep(QUIET_SECONDS)

    async def asked(self, request: web.Request) -> web.Response:
        """A Web API method, from whoever has a token."""
        fields = await fields_of(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or fields.get("token", "")
        method = request.match_info["method"]
        if method == "apps.connections.open":
            return web.json_response(self.sockets.ticket(token))
        if token != BOT_TOKEN:
            return web.json_response(await self.ask(method, token, fields))
        with self.at_work():
            self.problems += problems_of(method, fields) + self.modals.doubts(method, fields)
            return web.json_response(await self.ask(method, token, fields))

    async def written(self, request: web.Request) -> web.Response:
        """A response_url."""
        with self.at_work():
            if self.no_picture("", await request.json()):
                return web.Response(text="invalid_blocks", status=400)
            return await self.notes.written(request)

    def no_picture(self, method: str, fields: Fields) -> str:
        if not (self.takes_no_pictures and PICTURE in json.dumps(fields)):
            return ""
        return "invalid_arguments" if method.startswith("views.") else "invalid_blocks"

    @contextmanager
    def at_work(self) -> Iterator[None]:
        self._begun += 1
        self._running += 1
        try:
            yield
        finally:
            self._running -= 1

    async def ask_as_slack(self, method: str, fields: Fields) -> Fields:
        """What Slack does by itself, where an answer of the bot's tells it to."""
        self.problems += problems_of(method, fields)
        return await self.ask(method, BOT_TOKEN, fields, caller=SLACK_ITSELF)

    async def ask(self, method: str, token: str, fields: Fields, *, caller: str = "") -> Fields:
        refusal = self.modals.refusal(method, fields) or self.no_picture(method, fields)
        sent = named(fields) if token == BOT_TOKEN else fields
        refused: Fields = {"ok": False, "error": refusal}
        answer = refused if refusal else await self.emulated(method, token, sent)
        if answer.get("error") == "push_limit_reached" and not refusal:
            # The emulator counts those that are closed.
            sent["trigger_id"] = await self.trigger(self.modals.whose[sent["trigger_id"]])
            answer = await self.emulated("views.open", token, sent)
        if method.startswith("users."):
            mark_guests(answer)
        self.modals.follow(method, sent, answer)
        if method == "views.publish" and answer["ok"]:
            self.homes[fields["user_id"]] = answer["view"]
        if method == "chat.postEphemeral" and answer["ok"]:
            self.notes.add(fields["user"], fields["channel"], sent, answer["message_ts"])
        self.calls.append(Call(method, caller or token, fields, answer))
        return answer

    async def emulated(self, method: str, token: str, fields: Fields) -> Fields:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with self.http.post(f"{self.emulator.api}{method}", json=fields, headers=headers) as answered:
            answer: Fields = await answered.json()
        return answer


async def fields_of(request: web.Request) -> Fields:
    """Slack reads them from the address of a GET or a POST too, the emulator from the body alone."""
    if request.content_type == "application/json":
        return {**request.query, **await request.json()}
    form = {name: str(value) for name, value in {**request.query, **await request.post()}.items()}
    return form | {name: json.loads(form[name]) for name in STRUCTURED & form.keys()}


def mark_guests(answer: Fields) -> None:
    """The emulator has a guest's mark inside the profile, Slack beside it."""
    one = [answer["user"]] if "user" in answer else []
    for account in [*one, *answer.get("members", [])]:
        account.update({flag: account["profile"].get(flag, False) for flag in GUEST_FLAGS})


@asynccontextmanager
async def relayed(emulator: Emulator) -> AsyncIterator[Slack]:
    async with ClientSession() as http:
        slack = Slack(emulator, http)
        app = web.Application(client_max_size=10 * 1024 * 1024)
        app.router.add_route("*", "/api/{method}", slack.asked)
        app.router.add_post("/response/{key}", slack.written)
        app.router.add_get("/link/{ticket}", slack.sockets.link)
        app.on_shutdown.append(slack.sockets.end)
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            [address] = runner.addresses
            slack.address = f"http://127.0.0.1:{address[1]}"
            slack.sockets.address = f"ws://127.0.0.1:{address[1]}"
            yield slack
        finally:
            await runner.cleanup()
