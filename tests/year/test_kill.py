"""The autumn with three processes that are killed: no reminder lost, and none twice.

The year as in `test_the_year.py`, five weeks of it from Monday 13 November; what people did before that
is done, with no reminder of it.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from subprocess import Popen

import pytest
from sqlalchemy import select

from bot.rules.hours import london
from storage import outbox
from storage.database import Sessions
from storage.models import Outgoing, Round
from tests.chat import World
from tests.databases import Databases, copied, opened
from tests.processes import bare, started
from tests.year.conftest import in_september
from tests.year.days import ROUNDS, is_open, passes
from tests.year.expected import Reminder, reminders
from tests.year.facts import VISITS
from tests.year.living import Living, utc
from tests.year.reading import Reader, by_day, differences

FIRST, LAST = date(2017, 11, 13), date(2017, 12, 15)
WORKERS = ("worker.1", "worker.2", "worker.3")
PATIENT_SECONDS = 60.0
# Rounds in which a process is killed while it sends, and as soon as they begin.
SENDING = {datetime(2017, 11, 17, 8), datetime(2017, 11, 27, 8), datetime(2017, 12, 14, 8)}
BEGINNING = {datetime(2017, 11, 16, 8), datetime(2017, 11, 30, 8), datetime(2017, 12, 11, 8)}


class Unsent(World):
    """What people cause to be written goes by way of the processes."""

    def send_waiting(self) -> None:
        pass


@dataclass
class Scene:
    """The processes by name, the clock they live by, and what they have written down."""

    url: str
    sessions: Sessions
    folder: Path
    stack: ExitStack
    running: dict[str, "Popen[str]"] = field(default_factory=dict)
    in_hand: set[str] = field(default_factory=set)

    @property
    def clock(self) -> Path:
        return self.folder / "clock"

    def set_clock(self, now: datetime) -> None:
        new = self.folder / "new clock"
        new.write_text(now.isoformat())
        new.replace(self.clock)

    def start(self, name: str) -> None:
        where = [self.url, name, str(self.folder / "sent"), str(self.clock)]
        environ = bare(PYTHONPATH=":".join(filter(None, [str(Path.cwd()), *sys.path])))
        command = [sys.executable, "-m", "tests.year.doomed", *where]
        self.running[name] = self.stack.enter_context(started(command, environ=environ))

    def kill(self, name: str) -> None:
        """And start it again."""
        self.running[name].kill()
        self.running[name].wait()
        self.in_hand |= self.sending(name)
        self.start(name)

    def lines(self) -> Sequence[Sequence[str]]:
        sent = self.folder / "sent"
        return [line.split(" ", 2) for line in sent.read_text().splitlines()] if sent.exists() else []

    def sending(self, *names: str) -> set[str]:
        """Begun by these processes, and not recorded as sent."""
        begun = {key for what, name, key in self.lines() if what == "begins" and name in names}
        with self.sessions() as session:
            unsent = session.scalars(select(Outgoing.key).where(Outgoing.finished_at.is_(None)))
            return begun & set(unsent)

    def kill_while_sending(self) -> None:
        self.until(lambda: bool(self.sending(*WORKERS)))
        self.kill(next((name for name in WORKERS if self.sending(name)), WORKERS[0]))

    def settle(self, now: datetime) -> None:
        self.until(lambda: self.is_settled(now))

    def is_settled(self, now: datetime) -> bool:
        """The round is made, and all that is due has gone."""
        here = london(now)
        with self.sessions() as session:
            made = session.scalar(select(Round.id).where(Round.day == here.date(), Round.at == here.time()))
            return made is not None and not outbox.waiting(session, now)

    def until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENT_SECONDS
        while not done():
            assert time.monotonic() < end, f"it did not happen in time, {self.clock.read_text()}"
            time.sleep(0.03)


@pytest.fixture
def scene(postgres_databases: Databases, tmp_path: Path) -> Iterator[Scene]:
    with copied(postgres_databases, in_september) as url, opened(url) as sessions, ExitStack() as stack:
        yield Scene(url, sessions, tmp_path, stack)


def stops() -> Sequence[datetime]:
    """The rounds, London's."""
    return [one for one in passes(FIRST, LAST) if one.time() in ROUNDS and is_open(one.date())]


def lived(scene: Scene) -> Iterator[Reminder]:
    living, reader = Living(Unsent(scene.sessions), scene.folder), Reader(scene.sessions)
    for stop in stops():
        living.until(stop)
        scene.set_clock(utc(stop))
        if not scene.running:
            for name in WORKERS:
                scene.start(name)
        if stop in BEGINNING:
            scene.kill(WORKERS[1])
        if stop in SENDING:
            scene.kill_while_sending()
        scene.settle(utc(stop))
        yield from reader.new(stop)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_three_processes_that_are_killed_lose_no_reminder_and_send_none_twice(scene: Scene) -> None:
    said = [*lived(scene)]
    listed = reminders(stops(), VISITS)
    assert [*differences(said, listed)] == []
    assert len(said) == len(listed) > 60
    assert max(map(len, by_day(said).values())) == 1
    arrived = Counter(key for what, _, key in scene.lines() if what == "arrives")
    with scene.sessions() as session:
        posted = Outgoing.does == "post", Outgoing.finished_at.is_not(None), Outgoing.withdrawn.is_(False)
        assert set(session.scalars(select(Outgoing.key).where(*posted))) <= set(arrived)
    twice = {key for key, times in arrived.items() if times > 1}
    assert twice <= scene.in_hand
    assert max(arrived.values()) <= 2
