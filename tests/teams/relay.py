"""Stands in the tests between Teams and the bot, both ways: the Playground on one side, the bot on the other.

The Playground brings activities to it, and the bot asks it as it would ask Teams. Everything is kept for the
tests to read.
"""

import asyncio
import time
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from tests.teams.checking import ERROR, TEXT, answer_problems
from tests.teams.connector import Asked, Connector, Reply, refused
from tests.teams.playground import SERVICE_PATH, Playground
from tests.teams.rooms import ADAPTIVE, Message, Rooms
from tests.teams.seed import BOT

Fields = dict[str, Any]
# Teams waits no longer for an answer, and brings the activity again.
TEAMS_WAITS = 15.0
# A bot that has asked nothing for so long counts as done, unless it says otherwise.
QUIET_SECONDS = 0.05


@dataclass(frozen=True)
class Answer:
    """What the bot said at once. `status` 0: nothing in the time that Teams waits. An empty body is {}."""

    status: int
    body: Fields
    seconds: float


@dataclass(frozen=True)
class Brought:
    activity: Fields
    answer: Answer


@dataclass(frozen=True)
class Call:
    """A request of the bot's to Teams, with the token that came with it."""

    asked: Asked
    token: str
    reply: Reply


class Teams:
    """`bot` is the address of the bot's endpoint: it is set once that is known.

    `problems` has what Teams would refuse in what the bot sent; they fail the test at its end. `sign` gives
    the Authorization header that comes with an activity; `token` is the one that the bot must come with, and
    "" where any will do. `busy` may be set to whether the bot is still at work on what it has answered.
    """

    def __init__(self, playground: Playground, http: ClientSession) -> None:
        self.playground, self.http = playground, http
        self.bot = self.token = ""
        self.sign: Callable[[Fields], str] = lambda _: ""
        self.busy: Callable[[], bool] = lambda: False
        self.problems: list[str] = []
        self.brought: list[Brought] = []
        self.calls: list[Call] = []
        self.connector = Connector(playground.address, http, self.problems)
        self._waiting: defaultdict[str, list[asyncio.Future[Answer]]] = defaultdict(list)
        self._begun = self._running = 0

    @property
    def rooms(self) -> Rooms:
        return self.connector.rooms

    @property
    def service_url(self) -> str:
        return self.playground.service_url

    async def bring(self, activity: Fields) -> Answer:
        """By way of the Playground, which says nothing of the bot's answer; here it comes past."""
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[activity["id"]].append(answered)
        url = f"{self.playground.address}/_internal/v1/customActivities"
        async with self.http.post(url, json=activity) as taken:
            assert taken.status == 200, await taken.text()
        async with asyncio.timeout(2 * TEAMS_WAITS):
            return await answered

    async def quiet(self) -> None:
        """Until the bot has done what it was brought, as far as can be seen from here."""
        seen = -1
        while self._running or seen != self._begun or self.busy():
            seen = self._begun
            await asyncio.sleep(QUIET_SECONDS)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        self._begun += 1
        self._running += 1
        try:
            yield
        finally:
            self._running -= 1

    async def activity(self, request: web.Request) -> web.Response:
        """From the Playground, to the bot."""
        activity: Fields = await request.json()
        with self.at_work():
            answer = await self.passed_on(activity)
        self.brought.append(Brought(activity, answer))
        if activity.get("name") == "adaptiveCard/action":
            self.apply(activity, answer)
        if waiting := self._waiting[activity["id"]]:
            waiting.pop(0).set_result(answer)
        return web.json_response(answer.body, status=answer.status or 504)

    async def passed_on(self, activity: Fields) -> Answer:
        began = time.monotonic()
        limit = ClientTimeout(total=TEAMS_WAITS)
        signed = {"Authorization": token} if (token := self.sign(activity)) else {}
        try:
            async with self.http.post(self.bot, json=activity, headers=signed, timeout=limit) as answered:
                is_json = answered.content_type == "application/json"
                body = await answered.json() if is_json and await answered.read() else None
                return Answer(answered.status, body or {}, time.monotonic() - began)
        except (TimeoutError, ClientError):
            return Answer(0, {}, time.monotonic() - began)

    def apply(self, activity: Fields, answer: Answer) -> None:
        """What a bot says at once to a button is for the one who pressed it."""
        found = answer_problems(answer.status, answer.body)
        self.problems += [f"the answer to a button: {problem}" for problem in found]
        presser, thread = activity["from"]["id"], activity["conversation"]["id"]
        kind, value = answer.body.get("type"), answer.body.get("value")
        if kind == ADAPTIVE and isinstance(value, dict):
            self.rooms.replace(thread, activity["replyToId"], presser, value)
        elif kind in (TEXT, ERROR) and not found:
            text = value["message"] if isinstance(value, dict) else value
            note = {"type": "message", "text": text}
            self.rooms.add(Message(uuid.uuid4().hex, thread, BOT, note, presser))

    async def asked(self, request: web.Request) -> web.Response:
        """From the bot."""
        with self.at_work():
            token = request.headers.get("Authorization", "").removeprefix("Bearer ")
            asked = await asked_in(request)
            if not self.token or token == self.token:
                reply = await self.replied(asked)
            else:
                reply = Reply(401)
                self.problems.append(f"{asked}: not with the token that the bot has")
            self.calls.append(Call(asked, token, reply))
        return web.json_response(reply.body, status=reply.status, headers=plain(reply.headers))

    async def replied(self, asked: Asked) -> Reply:
        try:
            return await self.connector.answer(asked)
        except (AttributeError, KeyError, TypeError) as odd:
            self.problems.append(f"{asked}: unreadable: {odd!r}")
            return refused(400, "BadSyntax", "Bad format of the request")


async def asked_in(request: web.Request) -> Asked:
    path = request.rel_url.raw_path
    body = await request.json() if request.can_read_body else {}
    known = path.startswith(f"{SERVICE_PATH}v3/")
    parts = path.removeprefix(f"{SERVICE_PATH}v3/").split("/") if known else [path]
    return Asked(request.method, tuple(map(unquote, parts)), dict(request.query), body)


async def there(_: web.Request) -> web.Response:
    """The Playground's page waits for this before it shows anything."""
    return web.Response()


def plain(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


@asynccontextmanager
async def relayed(playground: Playground) -> AsyncIterator[Teams]:
    async with ClientSession() as http:
        teams = Teams(playground, http)
        app = web.Application(client_max_size=10 * 1024 * 1024)
        app.router.add_get("/api/messages", there)
        app.router.add_post("/api/messages", teams.activity)
        app.router.add_route("*", "/{path:.+}", teams.asked)
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.SockSite(runner, playground.door.dup()).start()
            yield teams
        finally:
            await runner.cleanup()
