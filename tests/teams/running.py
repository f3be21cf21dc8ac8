"""The bot at work against the Playground: its web application, and a delivery of whatever is due."""

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
from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.door import PATH, add_teams, posting
from storage import outbox
from storage.database import Sessions
from tests.chat import FILES, LINKS, MORNING
from tests.teams.person import Someone, someone
from tests.teams.relay import Teams
from tests.teams.seed import TENANT

assert bot.handlers.__all__

LOOK_SECONDS = 0.05
LOCAL = Credentials("", "", TENANT, local=True)

log = logging.getLogger(__name__)


@dataclass
class Running:
    """`now` is the bot's own clock, which stands still until a test moves it."""

    teams: Teams
    sessions: Sessions
    now: datetime = MORNING
    url: str = ""
    stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def person(self, email: str) -> Someone:
        return await someone(self.teams, email)

    def wait(self, **time: int) -> None:
        self.now += timedelta(**time)

    async def deliver(self) -> None:
        """Send what is due, again and again, as a worker does."""
        platforms = {"teams": posting(LOCAL, self.sessions)}
        while not self.stopped.is_set():
            for message in await asyncio.to_thread(self._due):
                try:
                    await deliver(message, self.now, self.sessions, platforms, LINKS, FILES)
                except Exception:
                    log.exception("a message was not delivered; it is tried again")
            await asyncio.sleep(LOOK_SECONDS)

    def _due(self) -> list[int]:
        with self.sessions() as session:
            return list(outbox.waiting(session, self.now))


@asynccontextmanager
async def running(teams: Teams, sessions: Sessions, *, delivers: bool = True) -> AsyncIterator[Running]:
    at_work = Running(teams, sessions)
    app = application(
        sessions.kw["bind"],
        LINKS,
        lambda: at_work.now,
        platforms=["teams"],
        calendar=lambda *_: None,
        addresses=ADDRESSES,
        files=FILES,
    )
    add_teams(app, LOCAL, sessions, LINKS, lambda: at_work.now, files=FILES)
    async with TestServer(app) as server:
        teams.bot = at_work.url = str(server.make_url(PATH))
        delivery = asyncio.create_task(at_work.deliver()) if delivers else None
        try:
            yield at_work
        finally:
            at_work.stopped.set()
            if delivery:
                await delivery
