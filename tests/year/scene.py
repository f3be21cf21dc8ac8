"""Three processes that live through a year and are killed, and whoever kills them."""

import multiprocessing
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing.context import ForkServerProcess

from sqlalchemy import select

from bot.rules.hours import london
from storage import outbox
from storage.database import Sessions
from storage.models import Outgoing, Round
from tests.year import doomed
from tests.year.days import ROUNDS, is_open
from tests.year.points import Folder, Line, Point

WORKERS = ("worker.1", "worker.2", "worker.3")
PATIENT_SECONDS = 60.0
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([doomed.__name__])


@dataclass
class Scene:
    """The processes by name, and what was in hand when one of them was killed."""

    url: str
    sessions: Sessions
    folder: Folder
    stack: ExitStack
    running: dict[str, ForkServerProcess] = field(default_factory=dict)
    in_hand: set[str] = field(default_factory=set)
    killed: int = 0
    lines: list[Line] = field(default_factory=list)
    read_to: int = 0

    def noted(self) -> Sequence[Line]:
        """By all of them, in order."""
        with self.folder.notes.open() as notes:
            notes.seek(self.read_to)
            self.lines += [Line(*one.split(" ", 2)) for one in notes.read().splitlines()]
            self.read_to = notes.tell()
        return self.lines

    def start(self, *names: str) -> None:
        """Each comes from a process that has loaded what they need, for that takes long and they are many."""
        for name in names:
            process = FORKS.Process(target=doomed.main, args=(self.url, name, self.folder))
            process.start()
            self.stack.callback(process.kill)
            self.running[name] = process

    def kill(self, *names: str) -> None:
        for name in names:
            self.running[name].kill()
        for name in names:
            self.bury(name)

    def bury(self, name: str) -> None:
        process = self.running.pop(name)
        process.join()
        assert process.exitcode == -signal.SIGKILL
        self.in_hand |= self.sending(name)
        self.killed += 1

    def sending(self, *names: str) -> set[str]:
        """Begun by these processes, and not recorded as sent."""
        begun = {one.of for one in self.noted() if one.what == "begins" and one.worker in names}
        with self.sessions() as session:
            unsent = session.scalars(select(Outgoing.key).where(Outgoing.finished_at.is_(None)))
            return begun & set(unsent)

    def kill_while_sending(self) -> None:
        self.until(lambda: bool(self.sending(*WORKERS)))
        self.kill(next((name for name in WORKERS if self.sending(name)), WORKERS[0]))

    def let_one_die_at(self, point: Point) -> None:
        """Before the clock is moved."""
        self.folder.let_one_die_at(point)

    def one_has_died(self) -> bool:
        return any(not process.is_alive() for process in self.running.values())

    def bury_one(self) -> None:
        self.until(self.one_has_died)
        [dead] = [name for name, process in self.running.items() if not process.is_alive()]
        self.bury(dead)

    def settle(self, now: datetime) -> None:
        self.until(lambda: self.is_settled(now))

    def is_settled(self, now: datetime) -> bool:
        """A process has seen to this moment, the round of it is made, and all that is due has gone."""
        here = london(now)
        is_round = here.time() in ROUNDS and is_open(here.date())
        if not any(one.what == "ticks" and one.of == now.isoformat() for one in reversed(self.noted())):
            return False
        with self.sessions() as session:
            made = session.scalar(select(Round.id).where(Round.day == here.date(), Round.at == here.time()))
            return (made is not None or not is_round) and not outbox.waiting(session, now)

    def until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENT_SECONDS
        while not done():
            assert time.monotonic() < end, f"it did not happen in time, {self.folder.clock()}"
            time.sleep(0.02)
