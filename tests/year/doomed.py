"""A worker in a process of its own that lives by a clock in a file, and may be killed at any moment.

It writes down what it sends. Where one is to die at a point of its work (`points.py`), it kills itself there.
"""

import asyncio
import random
import time
from dataclasses import dataclass
from datetime import timedelta
from threading import Event
from typing import Any, ClassVar
from unittest.mock import patch

from bot import engine, handlers, worker
from bot.cards.model import Card
from bot.meeting import Found
from bot.platforms.playground.room import PLATFORM
from bot.worker import Pace
from storage.addresses import Address
from storage.database import open_engine, session_maker
from tests.chat import FILES, LINKS
from tests.without_files import WithoutFiles
from tests.year.points import Folder, Point, die_at_commits

assert handlers.__all__

PACE = Pace(look=1, sweep=0, channel=0.01, retry=0.01, leave=1)
# Longer than a delivery takes a machine that has other tests to run: what is done twice then was no kill.
PATIENCE = timedelta(seconds=15)
SENDING_SECONDS = 0.04
# How often it is looked whether the clock has been moved, and how late one may be to act on it: they wake
# sometimes together and sometimes one after another.
CLOCK_SECONDS, LATE_SECONDS = 0.01, 0.1


class Alarm(Event):
    """Ends a wait when the clock has been moved: the looks of a year would be too many to wait for."""

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self.folder, self.seen = folder, ""

    def wait(self, timeout: float | None = None) -> bool:
        end = time.monotonic() + (timeout or 0)
        while (shown := self.folder.clock()) == self.seen and time.monotonic() < end:
            super().wait(CLOCK_SECONDS)
        if shown != self.seen:
            super().wait(random.uniform(0, LATE_SECONDS))  # noqa: S311 (no secret)
            self.seen = self.folder.clock()
        return self.is_set()


class Waked(worker.Worker):
    folder: ClassVar[Folder]

    def __init__(self, *known: Any) -> None:  # noqa: ANN401 (as the worker's own)
        super().__init__(*known)
        self._stopped = Alarm(self.folder)

    def tick(self) -> None:
        shown = self.folder.clock()
        super().tick()
        # What has come up is for the next look, which may be far.
        self.look()
        self.folder.note("ticks", self._executor, shown)


@dataclass
class Notebook(WithoutFiles):
    """Notes the key of a message when it begins to arrive and when it has arrived."""

    folder: Folder
    name: str

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        self.folder.note("begins", self.name, key)
        self.folder.die_at(Point.DELIVERY)
        await asyncio.sleep(SENDING_SECONDS / 2)
        self.folder.note("arrives", self.name, key)
        # A kill here finds the message sent and not recorded.
        self.folder.die_at(Point.ARRIVAL)
        await asyncio.sleep(SENDING_SECONDS / 2)
        return key

    async def update(self, to: Address, ref: str, card: Card) -> None:
        """What has been sent before may change; here only what is sent is counted."""

    async def find(self, email: str) -> Found | None:
        return None


def main(url: str, name: str, folder: Folder) -> None:
    die_at_commits(folder)
    Waked.folder = folder
    sessions, platforms = session_maker(open_engine(url)), {PLATFORM: Notebook(folder, name)}
    with (
        patch.object(engine, "PATIENCE", PATIENCE),
        patch.object(worker, "Worker", Waked),
        worker.running(url, name, sessions, platforms, LINKS, files=FILES, clock=folder.now, pace=PACE),
    ):
        while True:
            time.sleep(1)
