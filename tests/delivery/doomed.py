"""A worker in a process of its own that may be killed at any moment; it writes down what it sends.

Run as `python -m tests.delivery.doomed URL NAME FILE [teams]`; with the last, messages go to a stub of Teams
that writes down itself what arrives.
"""

import asyncio
import os
import sys
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot import engine, letters, worker
from bot.cards.model import Card
from bot.letters import Letter
from bot.meeting import Found
from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.door import posting
from bot.platforms.teams.posting import Posting
from bot.worker import Pace
from storage.addresses import Address
from storage.database import open_engine, session_maker
from tests.chat import LINKS
from tests.without_files import WithoutFiles

TEMPLATE = "test.numbered"
PACE = Pace(look=0.1, sweep=0.5, channel=0.05, retry=0.01, leave=1)
PATIENCE = timedelta(seconds=3)
SENDING_SECONDS = 0.05


@dataclass
class Notebook(WithoutFiles):
    """A platform that notes in a file when a message begins to arrive and when it has arrived."""

    file: Path
    name: str

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        self.note("begins", to, card)
        await asyncio.sleep(SENDING_SECONDS / 2)
        self.note("arrives", to, card)
        # A kill here finds the message sent and not recorded.
        await asyncio.sleep(SENDING_SECONDS / 2)
        return card.title

    async def update(self, to: Address, ref: str, card: Card) -> None:
        raise AssertionError("nothing is updated here")

    async def find(self, email: str) -> Found | None:
        return None

    def note(self, what: str, to: Address, card: Card) -> None:
        line = f"{what} {self.name} {to.conversation} {card.title} {time.time()}\n"
        # One short write at the end of a file is whole, whoever else writes.
        opened = os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(opened, line.encode())
        os.close(opened)


@dataclass
class Teams(Notebook):
    """Teams' own way of sending; here is noted when a message begins to go."""

    posting: Posting

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        self.note("begins", to, card)
        return await self.posting.send(to, card)


def numbered(letter: Letter) -> Card:
    return Card(title=str(letter.args["n"]))


def main(url: str, name: str, file: str, platform: str = "slack") -> None:
    letters.TEMPLATES[TEMPLATE] = numbered
    engine.PATIENCE = PATIENCE
    opened = open_engine(url)
    sessions, notebook = session_maker(opened), Notebook(Path(file), name)
    if platform == "teams":
        notebook = Teams(Path(file), name, posting(Credentials("", "", "T1", local=True), sessions))
    with worker.running(url, name, sessions, {platform: notebook}, LINKS, pace=PACE):
        while True:
            time.sleep(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
