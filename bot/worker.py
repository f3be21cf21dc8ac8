"""Takes what is due from the outgoing messages to the platforms, until it has gone.

Every second it looks for new messages, so that a click needs to know nothing of the engine: what is committed
is found, and a crash in between loses nothing. Twice a minute it looks again at all that has not gone.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dbos import DBOS
from dbos import error as engine_error

from bot import engine
from bot.delivery import Platforms, deliver
from bot.handlers import mornings
from bot.links import Links
from bot.parcels import NO_FILES, Files
from bot.wordless import wordless
from storage import pauses, received, unsent
from storage.database import Sessions

TRIES = 3
TRY_SECONDS = 15
# The pauses after a failed delivery, counted from when the message was due; then it is every hour.
# Slack brings an event again for up to an hour, Teams for less.
KEPT = timedelta(days=2)
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (0, 1, 5, 15, 30))
REFUSED = "The platform did not take it. It is tried again, at last every hour."

Clock = Callable[[], datetime]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """In seconds. `channel` is the least time between two messages to one channel: Slack takes one a second.

    `leave` is how long a process that ends waits for deliveries under way.
    """

    look: float = 1
    sweep: float = 30
    channel: float = 1
    retry: float = 2
    leave: int = 10


USUAL = Pace()


class NotSent(Exception):
    """The platform's own error stays in the log: the engine must be able to store this one."""


def utc_now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def running(
    database_url: str,
    executor: str,
    sessions: Sessions,
    platforms: Platforms,
    links: Links,
    *,
    files: Files = NO_FILES,
    clock: Clock = utc_now,
    pace: Pace = USUAL,
) -> Iterator[None]:
    """Deliver in the background until the block ends; one worker a process.

    `executor` must be this process's own and the same after each restart: by it the engine takes up what was
    cut short. `clock` gives the moment in UTC by which messages are due.
    """
    DBOS(config=engine.configuration(database_url, executor))
    try:
        worker = Worker(executor, sessions, platforms, links, files, clock, pace)
        engine.launch(channel_seconds=pace.channel, look_seconds=pace.look / 10)
        worker.try_what_was_mended()
        with worker.looking():
            yield
    finally:
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=pace.leave)


def next_try(due: datetime, attempts: int) -> datetime:
    """When a message that has been tried so often may be tried again."""
    failed = attempts // TRIES
    if failed < len(PAUSES):
        return due + PAUSES[failed]
    return due + timedelta(hours=failed - len(PAUSES) + 1)


class Worker:
    """`look` and `sweep` may be called at any time, by any number of processes."""

    def __init__(
        self,
        executor: str,
        sessions: Sessions,
        platforms: Platforms,
        links: Links,
        files: Files,
        clock: Clock,
        pace: Pace,
    ) -> None:
        self._executor = executor
        self._sessions = sessions
        self._platforms = platforms
        self._links = links
        self._files = files
        self._clock = clock
        self._pace = pace
        self._seen: set[int] = set()
        self._stopped = threading.Event()
        self._deliver = self._workflow()

    @contextmanager
    def looking(self) -> Iterator[None]:
        thread = threading.Thread(target=self._look_on, name="peer-review-look", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._stopped.set()
            thread.join()

    def try_what_was_mended(self) -> None:
        """An operator starts us again after putting something right: a new token, for one."""
        with self._sessions.begin() as session:
            pauses.try_now(session, self._clock())

    def look(self) -> None:
        """Enqueue what is new."""
        with self._sessions.begin() as session:
            new = unsent.fresh(session, self._clock(), self._platforms)
        for message in new:
            if message.id not in self._seen:
                engine.enqueue(self._deliver, message.id, message.channel)
        self._seen = {message.id for message in new}

    def sweep(self) -> None:
        """Enqueue again what has not gone, free the channels of processes that died, clear what is done."""
        stuck = engine.stuck(self._executor)
        now = self._clock()
        with self._sessions.begin() as session:
            left = unsent.overdue(session, now, self._platforms)
            received.forget(session, now - KEPT)
        on_their_way = set(engine.on_their_way()) - set(stuck.values())
        for message in left:
            if message.id not in on_their_way and next_try(message.due, message.attempts) <= now:
                # Each run needs a name of its own. Two of one message do no harm: the second finds it gone.
                engine.enqueue(self._deliver, message.id, message.channel, f"{utc_now():%Y%m%dT%H%M%S}")
        # Only now, or a later message would slip into the place that is freed.
        for run in stuck:
            log.warning("the process that was to deliver %s has gone; it is enqueued anew", run)
        engine.give_up(stuck.keys())
        engine.clear_done()

    def tick(self) -> None:
        """Write what comes up by itself with the time."""
        with self._sessions.begin() as session:
            mornings.tick(session, self._clock())

    def _workflow(self) -> engine.Workflow:
        """The delivery of one message, made known to the engine."""
        pauses = self._pace.retry

        @DBOS.step(
            name="send", retries_allowed=True, max_attempts=TRIES, interval_seconds=pauses, backoff_rate=2
        )
        async def send(message_id: int) -> bool:
            return await self._send(message_id)

        @DBOS.workflow(name="deliver_message")
        async def deliver_message(message_id: int) -> bool:
            try:
                return await send(message_id)
            except engine_error.DBOSMaxStepRetriesExceeded:
                return False

        return deliver_message

    async def _send(self, message_id: int) -> bool:
        try:
            async with asyncio.timeout(TRY_SECONDS):
                at = message_id, self._clock()
                return await deliver(*at, self._sessions, self._platforms, self._links, self._files)
        except Exception as error:
            log.exception("message %s was not sent", message_id, exc_info=wordless(error))
            await asyncio.to_thread(self._note, message_id)
            raise NotSent(message_id) from None

    def _note(self, message_id: int) -> None:
        with self._sessions.begin() as session:
            unsent.note_problem(session, message_id, REFUSED)

    def _look_on(self) -> None:
        swept = float("-inf")
        while not self._stopped.is_set():
            try:
                self.look()
                if time.monotonic() - swept >= self._pace.sweep:
                    self.sweep()
                    swept = time.monotonic()
                    self.tick()
            except Exception as error:
                # A database that is away for a while must not end the deliveries for good.
                log.exception("looking for messages failed; it goes on", exc_info=wordless(error))
            self._stopped.wait(self._pace.look)
