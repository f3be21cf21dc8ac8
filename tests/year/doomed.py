"""A worker in a process of its own that lives by a clock in a file, and may be killed at any moment.

Run as `python -m tests.year.doomed URL NAME SENT CLOCK`: it writes down in SENT what it sends.
"""

import asyncio
import os
import sys
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot import engine, handlers, worker
from bot.cards.model import Card
from bot.meeting import Found
from bot.platforms.playground.room import PLATFORM
from bot.worker import Pace
from storage.addresses import Address
from storage.database import open_engine, session_maker
from tests.chat import FILES, LINKS
from tests.without_files import WithoutFiles

assert handlers.__all__

PACE = Pace(look=0.2, sweep=0.2, channel=0.01, retry=0.01, leave=1)
PATIENCE = timedelta(seconds=3)
SENDING_SECONDS = 0.04


@dataclass
class Notebook(WithoutFiles):
    """Notes the key of a message when it begins to arrive and when it has arrived."""

    file: Path
    name: str

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        self.note("begins", key)
        await asyncio.sleep(SENDING_SECONDS / 2)
        self.note("arrives", key)
        # A kill here finds the message sent and not recorded.
        await asyncio.sleep(SENDING_SECONDS / 2)
        return key

    async def update(self, to: Address, ref: str, card: Card) -> None:
        """What has been sent before may change; here only what is sent is counted."""

    async def find(self, email: str) -> Found | None:
        return None

    def note(self, what: str, key: str) -> None:
        # One short write at the end of a file is whole, whoever else writes.
        opened = os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(opened, f"{what} {self.name} {key}\n".encode())
        os.close(opened)


def main(url: str, name: str, sent: str, clock: str) -> None:
    engine.PATIENCE = PATIENCE
    sessions = session_maker(open_engine(url))
    platforms = {PLATFORM: Notebook(Path(sent), name)}

    def now() -> datetime:
        return datetime.fromisoformat(Path(clock).read_text())

    with worker.running(url, name, sessions, platforms, LINKS, files=FILES, clock=now, pace=PACE):
        while True:
            time.sleep(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
