"""Copies of Oak's review as it is at each moment, each played on from the one before."""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from shutil import copyfile, move

import pytest
from sqlalchemy import Engine

from storage.database import Sessions, open_engine, session_maker
from tests.chat import World
from tests.conftest import with_sample
from tests.databases import Databases, Fill, file_of, opened
from tests.permissions.moments import MOMENT, When
from tests.permissions.prepared import hold_the_meeting, prepare
from tests.permissions.reviewed import (
    begin_the_summary,
    draft_everything,
    make_notes,
    release,
    send_everything,
)
from tests.permissions.trying import Heard

COPIES = count(1)
Fresh = Callable[[When], AbstractContextManager[Sessions]]
Plays = Callable[[World], None]


def the_day(world: World) -> None:
    make_notes(world)
    begin_the_summary(world)


PLAYED: Mapping[When, Plays] = {
    When.PREPARING: prepare,
    When.MET: hold_the_meeting,
    When.DAY: the_day,
    When.DRAFTED: draft_everything,
    When.SENT: send_everything,
    When.RELEASED: release,
}


@dataclass(frozen=True)
class Kept:
    """A moment as it was played, and a database to try it in: with one engine, which knows its queries."""

    played: Path
    file: Path
    engine: Engine

    def anew(self) -> None:
        self.engine.dispose()
        for ending in ("-wal", "-shm"):
            Path(f"{self.file}{ending}").unlink(missing_ok=True)
        copyfile(self.played, self.file)
        # What is held in memory of a copy is as old as its version, and must not be taken for the next one's.
        with sqlite3.connect(self.file) as connection:
            apart = next(COPIES) * 1000
            connection.execute("UPDATE consortium SET roster_version = roster_version + ?", (apart,))
            connection.execute("UPDATE review_dates SET version = version + ?", (apart,))
        connection.close()


def going_on(databases: Databases, earlier: Fill, when: When) -> Fill:
    def fill(url: str) -> None:
        move(file_of(databases.copy(earlier)), file_of(url))
        with opened(url) as sessions:
            # The first is played from the day on which it is booked.
            world = World(sessions, Heard())
            if when is not When.PREPARING:
                world.now = MOMENT[when]
            PLAYED[when](world)
            world.send_waiting()

    return fill


@pytest.fixture(scope="session")
def kept(sqlite_databases: Databases) -> Iterator[Mapping[When, Kept]]:
    """People in a room have an event loop of their own, and so come before the tests'."""
    found: dict[When, Kept] = {}
    earlier: Fill = with_sample
    for when in When:
        earlier = going_on(sqlite_databases, earlier, when)
        played, tried = sqlite_databases.copy(earlier), sqlite_databases.new()
        found[when] = Kept(file_of(played), file_of(tried), open_engine(tried))
    yield found
    for one in found.values():
        one.engine.dispose()


@pytest.fixture
def fresh(kept: Mapping[When, Kept]) -> Fresh:
    """As often as it is asked for; asked again for the same moment, it is the same database made new."""

    @contextmanager
    def copy(when: When) -> Iterator[Sessions]:
        kept[when].anew()
        yield session_maker(kept[when].engine)
        kept[when].engine.dispose()

    return copy


@pytest.fixture
def everything_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """As loudly as can be: the loggers of the libraries, too."""
    known = [name for name, one in logging.root.manager.loggerDict.items() if isinstance(one, logging.Logger)]
    for name in ("", *known):
        caplog.set_level(logging.DEBUG, name or None)
