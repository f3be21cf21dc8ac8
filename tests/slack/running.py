"""The bot at work against the emulator: its web application, and a delivery of whatever is due."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiohttp.test_utils import TestServer

import bot.handlers
from bot.app import application
from bot.delivery import deliver
from bot.handlers.pack_addresses import ADDRESSES
from bot.platforms.slack import posting
from bot.platforms.slack.credentials import Credentials
from bot.platforms.slack.door import add_slack
from bot.platforms.slack.homes import Homes
from bot.platforms.slack.manifest import PATH
from bot.router import Clock
from storage import outbox
from storage.database import Sessions
from tests.chat import FILES, LINKS, MORNING
from tests.slack.person import Someone, someone
from tests.slack.relay import Slack
from tests.slack.seed import APP_TOKEN, BOT_TOKEN
from tests.slack.wire import Http, Wire

assert bot.handlers.__all__

SECRET = "a secret for the tests"  # noqa: S105
LOOK_SECONDS = 0.05

log = logging.getLogger(__name__)


@dataclass
class Running:
    """`now` is the bot's own clock, which stands still until a test moves it."""

    slack: Slack
    sessions: Sessions
    wire: Wire
    now: datetime = MORNING
    stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def person(self, email: str) -> Someone:
        return await someone(self.slack, self.wire, email)

    def wait(self, **time: int) -> None:
        self.now += timedelta(**time)

    async def deliver(self) -> None:
        """Send what is due, again and again, as a worker does."""
        client = posting.client(BOT_TOKEN, self.slack.api)
        homes = Homes(self.sessions, LINKS, lambda: self.now, client, seconds=0.1)
        platforms = {"slack": posting.Posting(client, homes)}
        try:
            while not self.stopped.is_set():
                for message in await asyncio.to_thread(self._due):
                    try:
                        await deliver(message, self.now, self.sessions, platforms, LINKS, FILES)
                    except Exception:
                        log.exception("a message was not delivered; it is tried again")
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            await homes.settled()

    def _due(self) -> list[int]:
        with self.sessions() as session:
            return list(outbox.waiting(session, self.now))


@asynccontextmanager
async def running(
    slack: Slack, sessions: Sessions, *, socket: bool = False, delivers: bool = True
) -> AsyncIterator[Running]:
    """Over HTTP, or with `socket` over Socket Mode."""
    credentials = Credentials(
        BOT_TOKEN,
        signing_secret="" if socket else SECRET,
        app_token=APP_TOKEN if socket else "",
        api_url=slack.api,
    )
    at_work = Running(slack, sessions, slack.sockets)
    async with serving_slack(credentials, sessions, lambda: at_work.now) as server:
        if not socket:
            at_work.wire = Http(str(server.make_url(PATH)), SECRET)
        delivery = asyncio.create_task(at_work.deliver()) if delivers else None
        try:
            yield at_work
        finally:
            at_work.stopped.set()
            if delivery:
                await delivery


@asynccontextmanager
async def serving_slack(
    credentials: Credentials, sessions: Sessions, clock: Clock = lambda: MORNING
) -> AsyncIterator[TestServer]:
    app = application(
        sessions.kw["bind"],
        LINKS,
        clock,
        platforms=["slack"],
        calendar=lambda *_: None,
        addresses=ADDRESSES,
        files=FILES,
    )
    add_slack(app, credentials, sessions, LINKS, clock)
    server = TestServer(app)
    async with server:
        yield server
