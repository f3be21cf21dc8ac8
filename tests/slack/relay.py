"""Stands in the tests where slack.com stands: the emulator, mended on the way where it differs from Slack.

A client class of our own would not do: Bolt makes a plain one for each request, and a bot may run in a
process of its own. Whatever is asked of Slack goes through here, and is kept for the tests to read.
"""

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession, web
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.emulator import Emulator
from tests.slack.seed import BOT_TOKEN, OFFICE, person_token

Fields = dict[str, Any]
# A form can hold these only as text.
STRUCTURED = {"attachments", "blocks", "files", "metadata", "view"}
GUEST_FLAGS = ("is_restricted", "is_ultra_restricted")


@dataclass(frozen=True)
class Call:
    method: str
    token: str
    asked: Mapping[str, Any]
    answer: Mapping[str, Any]


@dataclass
class Slack:
    emulator: Emulator
    http: ClientSession
    api: str = ""
    calls: list[Call] = field(default_factory=list)

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

    def by_the_bot(self) -> Sequence[Call]:
        return [call for call in self.calls if call.token == BOT_TOKEN]

    def view(self, view_id: str) -> Fields:
        """A modal or an App Home as the emulator holds it: it tells that in its answers alone."""
        return [view for _, view in self._views() if view["id"] == view_id][-1]

    def home_of(self, user_id: str) -> Fields:
        return [view for call, view in self._views() if call.asked.get("user_id") == user_id][-1]

    def _views(self) -> Iterator[tuple[Call, Fields]]:
        return ((call, call.answer["view"]) for call in self.calls if "view" in call.answer)

    async def pass_on(self, request: web.Request) -> web.Response:
        method, token = request.match_info["method"], request.headers.get("Authorization", "")
        asked = await fields_of(request)
        sent = {"Authorization": token} if token else {}
        async with self.http.post(f"{self.emulator.api}{method}", json=asked, headers=sent) as answered:
            answer: Fields = await answered.json()
        if method.startswith("users."):
            mark_guests(answer)
        self.calls.append(Call(method, token.removeprefix("Bearer "), asked, answer))
        return web.json_response(answer, status=answered.status)


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
        app.router.add_route("*", "/api/{method}", slack.pass_on)
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            [address] = runner.addresses
            slack.api = f"http://127.0.0.1:{address[1]}/api/"
            yield slack
        finally:
            await runner.cleanup()
