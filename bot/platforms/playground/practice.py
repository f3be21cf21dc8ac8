"""One practice room: its conversations, its clock, its database, and what people do in it."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from functools import partial
from typing import ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from bot.cards import common as say
from bot.cards.model import Card
from bot.delivery import deliver
from bot.links import Links
from bot.platforms.playground import casting, due
from bot.platforms.playground.acts import Act, Outcome, incoming
from bot.platforms.playground.clock import Clock, next_stop
from bot.platforms.playground.furnishing import Database, furnish
from bot.platforms.playground.people import Cast
from bot.platforms.playground.room import PLATFORM, Entry, Room
from bot.router import answer
from bot.rules import hours
from bot.wordless import wordless
from storage import outbox
from storage.database import Sessions

log = logging.getLogger(__name__)

Furnish = Callable[[Sessions, Engine, date], None]
Tick = Callable[[Session, datetime], None]
P = ParamSpec("P")
Found = TypeVar("Found")


class Practice:
    """`sessions` stays the same object when the room starts again, so that others may keep it."""

    def __init__(
        self, first_day: date, links: Links, furnish: Furnish = furnish, tick: Tick | None = None
    ) -> None:
        """`tick` writes what comes up by itself with the time."""
        self.clock = Clock(first_day)
        self.room = Room(self.clock)
        self.sessions: Sessions = sessionmaker(expire_on_commit=False)
        self._links = links
        self._furnish = furnish
        self._tick = tick
        self._database: Database | None = None
        self._acts: set[str] = set()
        self._wanted = asyncio.Event()
        # Deliveries, the clock and a new start follow one another.
        self._turn = asyncio.Lock()
        self._pump: asyncio.Task[None] | None = None
        self._closing = False
        # Its own threads, so that a database is closed only when nobody is at work in it.
        self._threads = ThreadPoolExecutor()

    async def open(self) -> None:
        await asyncio.to_thread(self._new_database)
        self._pump = asyncio.create_task(self._deliver_when_wanted())

    async def close(self) -> None:
        self.room.close()
        self._closing = True
        self._wanted.set()
        if self._pump:
            await self._pump
        await asyncio.to_thread(self._threads.shutdown)
        if self._database:
            await asyncio.to_thread(self._database.close)

    async def start_again(self) -> None:
        async with self._turn:
            self.clock.start_again()
            old = self._database
            await asyncio.to_thread(self._new_database)
            busy, self._threads = self._threads, ThreadPoolExecutor()
            await asyncio.to_thread(busy.shutdown)
            if old:
                await asyncio.to_thread(old.close)
            self._acts.clear()
            self.room.start_again()

    def _new_database(self) -> None:
        new = Database()
        made: Sessions = sessionmaker(new.engine, expire_on_commit=False)
        self._furnish(made, new.engine, self.clock.first_day)
        self.sessions.configure(bind=new.engine)
        self._database = new

    async def cast(self) -> Cast:
        return await self._read(lambda session, now: casting.cast(session, hours.today(now)))

    async def act(self, act: Act) -> Outcome:
        """Run a turn and put its answer where it belongs; news for others follows on its own."""
        if act.event in self._acts:
            return Outcome()
        self._acts.add(act.event)
        run = self.room.run
        try:
            card = await self._in_thread(answer, self.sessions, incoming(act), self.clock.now, self._links)
            failed = False
        except Exception as error:
            # This is the edge: whatever goes wrong behind it, the person gets a sentence.
            # The route alone: what people type stays out of logs.
            route = act.token.partition("?")[0] or "a typed line"
            log.exception("a turn failed: %s", route, exc_info=wordless(error))
            card, failed = say.went_wrong(), True
            self._acts.discard(act.event)
        if card is None or run != self.room.run:
            return Outcome()
        self._wanted.set()
        return Outcome(self._place(act, card), failed)

    def _place(self, act: Act, card: Card) -> Entry:
        """A shared post stays as it is; one's own card gives way to its answer, unless that stands beside it.

        A token that the card no longer has came from an older state of it: its answer must not wipe out
        what has taken its place.
        """
        only = act.user if act.place.channel else ""
        pressed = act.on.button(act.token) if act.on else None
        own = act.on is not None and (act.on.only == act.user or act.on.place.user == act.user)
        if act.on and own and pressed and not (pressed.aside or card.beside):
            return self.room.change(act.on, card)
        said = act.typed or (pressed.label if pressed else "")
        return self.room.add(act.place, card, said=said, only=only)

    async def forward(self, days: int) -> None:
        await self._go_to(self.clock.in_days(days))

    async def forward_to_next(self) -> bool:
        """Whether there was something due to go to."""
        thing = await self.next_due()
        if thing:
            await self._go_to(thing.at)
        return thing is not None

    async def next_due(self) -> due.Due | None:
        return await self._read(due.next_due)

    async def due_today(self) -> Sequence[str]:
        return await self._read(lambda session, now: due.on(session, hours.today(now)))

    async def _go_to(self, moment: datetime) -> None:
        """Step through the mornings, the rounds of reminders and the times at which messages are due."""
        async with self._turn:
            await self._deliver_due()
            while (then := await self._next_stop()) <= moment:
                self.clock.now = then
                await self._deliver_due()
            # Two people may have moved the clock at once: it never goes back.
            self.clock.now = max(self.clock.now, moment)
            await self._deliver_due()
            self.room.tell_time()

    async def _next_stop(self) -> datetime:
        message, comes_up = await self._read(outbox.next_due), next_stop(self.clock.now)
        return min(message, comes_up) if message else comes_up

    async def _deliver_when_wanted(self) -> None:
        while not self._closing:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                async with self._turn:
                    await self._deliver_due()
            except Exception as error:
                # Without this task nobody would hear anything any more.
                log.exception("the waiting messages could not be read", exc_info=wordless(error))

    async def _deliver_due(self) -> None:
        """Write what has come up by itself, and try each message that is due once."""
        await self._in_thread(self._write_due, self.clock.now)
        tried: set[int] = set()
        while fresh := [m for m in await self._read(outbox.waiting) if m not in tried]:
            for message in fresh:
                tried.add(message)
                try:
                    await deliver(message, self.clock.now, self.sessions, {PLATFORM: self.room}, self._links)
                except Exception as error:
                    # One message that cannot be written must not keep the others back.
                    log.exception("message %s was not delivered", message, exc_info=wordless(error))

    async def _read(self, query: Callable[[Session, datetime], Found]) -> Found:
        return await self._in_thread(self._reading, query, self.clock.now)

    async def _in_thread(self, work: Callable[P, Found], *args: P.args, **kwargs: P.kwargs) -> Found:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, partial(work, *args, **kwargs))

    def _write_due(self, now: datetime) -> None:
        if self._tick:
            with self.sessions.begin() as session:
                self._tick(session, now)

    def _reading(self, query: Callable[[Session, datetime], Found], now: datetime) -> Found:
        with self.sessions() as session:
            return query(session, now)
