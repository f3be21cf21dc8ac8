"""Copies of Oak's review as it is at each moment, each played on from the one before."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
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
    """A moment as it was played, and a database to try it in, with an engine that knows its queries."""

    played: Path
    file: Path
    engine: Engine

    def anew(self) -> Sessions:
        self.engine.dispose()
        for ending in ("-wal", "-shm"):
            Path(f"{self.file}{ending}").unlink(missing_ok=True)
        copyfile(self.played, self.file)
        # By its engine the bot knows the roster that it has in memory, and this is another.
        return session_maker(self.engine.execution_options())


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
        yield kept[when].anew()
        kept[when].engine.dispose()

    return copy


@pytest.fixture
def everything_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """As loudly as can be: the loggers of the libraries, too."""
    known = [name for name, one in logging.root.manager.loggerDict.items() if isinstance(one, logging.Logger)]
    for name in ("", *known):
        caplog.set_level(logging.DEBUG, name or None)
