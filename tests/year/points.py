"""What the processes that are killed share in a folder: the clock, their notes, and where one is to die."""

import os
import signal
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from sqlalchemy import event
from sqlalchemy.orm import Session, UOWTransaction

from storage.models import Outgoing, Post


class Point(StrEnum):
    """Where a process may die."""

    # All that has come up is written and nothing of it is committed.
    TICK = "tick"
    # The database has been told to commit what has come up, and has not answered.
    COMMIT = "commit"
    # The message has not arrived.
    DELIVERY = "delivery"
    # It has, and nobody has noted it.
    ARRIVAL = "arrival"
    # It has, and the database has been told to commit that it has.
    RECORD = "record"


class Line(NamedTuple):
    what: str
    worker: str
    of: str


@dataclass(frozen=True)
class Folder:
    path: Path

    @property
    def notes(self) -> Path:
        return self.path / "notes"

    def now(self) -> datetime:
        return datetime.fromisoformat(self.clock())

    def clock(self) -> str:
        return (self.path / "clock").read_text()

    def set_clock(self, now: datetime) -> None:
        new = self.path / "new clock"
        new.write_text(now.isoformat())
        new.replace(self.path / "clock")

    def note(self, what: str, worker: str, of: str) -> None:
        # One short write at the end of a file is whole, whoever else writes.
        opened = os.open(self.notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(opened, f"{what} {worker} {of}\n".encode())
        os.close(opened)

    def let_one_die_at(self, point: Point) -> None:
        (self.path / point).touch()

    def die_at(self, point: Point) -> None:
        """Of all the processes the first that comes here dies."""
        if self._is_first_at(point):
            die()

    def die_committing(self, point: Point, session: Session) -> None:
        """The server is told to commit, and whether it does nobody hears."""
        if self._is_first_at(point):
            driver: Any = session.connection().connection.driver_connection
            driver.pgconn.send_query(b"COMMIT")
            driver.pgconn.flush()
            die()

    def _is_first_at(self, point: Point) -> bool:
        try:
            (self.path / point).unlink()
        except FileNotFoundError:
            return False
        return True


def die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("nobody comes here")


def die_at_commits(folder: Folder) -> None:
    """In this process each commit of messages that were written or have been sent is a point to die at."""

    @event.listens_for(Session, "after_flush")
    def remember(session: Session, _context: UOWTransaction) -> None:
        session.info.setdefault("new", set()).update(type(one) for one in session.new)

    @event.listens_for(Session, "before_commit")
    def die_before(session: Session) -> None:
        session.flush()
        new = session.info.pop("new", set())
        if Outgoing in new:
            folder.die_at(Point.TICK)
            folder.die_committing(Point.COMMIT, session)
        if Post in new:
            folder.die_committing(Point.RECORD, session)
