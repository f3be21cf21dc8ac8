"""Processes killed while they deliver: nothing is lost, and nothing comes twice but what was under way."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from subprocess import Popen
from typing import NamedTuple

import pytest
from sqlalchemy import func, select

from bot import engine, worker
from bot.rules.hours import Urgency
from storage.database import Sessions
from storage.models import Channel, Group, Outgoing
from tests.delivery.doomed import PATIENCE, TEMPLATE
from tests.processes import bare, started

CHANNELS, EACH = 8, 12
ALL = CHANNELS * EACH
PATIENT_SECONDS = 90.0


class Line(NamedTuple):
    what: str
    worker: str
    channel: str
    message: str
    at: float


@dataclass
class Scene:
    """The workers by name, and what they have written down."""

    url: str
    sessions: Sessions
    file: Path
    stack: ExitStack
    running: dict[str, "Popen[str]"]
    platform: str = "slack"

    def start(self, name: str) -> None:
        doomed = [sys.executable, "-m", "tests.delivery.doomed"]
        command = [*doomed, self.url, name, str(self.file), self.platform]
        environ = bare(PYTHONPATH=":".join(filter(None, [str(Path.cwd()), *sys.path])))
        self.running[name] = self.stack.enter_context(started(command, environ=environ))

    def kill_while_sending(self, name: str) -> set[str]:
        """Kill the worker at a moment at which it is sending; gives the messages that it had in hand."""
        self.until(lambda: bool(self.in_hand(name)))
        self.running[name].kill()
        self.running[name].wait()
        return self.in_hand(name)

    def lines(self) -> Sequence[Line]:
        text = self.file.read_text() if self.file.exists() else ""
        parts = [line.split() for line in text.splitlines()]
        return [Line(what, name, channel, n, float(at)) for what, name, channel, n, at in parts]

    def in_hand(self, name: str) -> set[str]:
        """Begun by this worker, and not recorded as sent."""
        begun = {line.message for line in self.lines() if (line.what, line.worker) == ("begins", name)}
        with self.sessions() as session:
            done = session.scalars(select(Outgoing.args).where(Outgoing.finished_at.is_not(None)))
            return begun - {str(args["n"]) for args in done}

    def arrived(self) -> Mapping[str, int]:
        return Counter(line.message for line in self.lines() if line.what == "arrives")

    def left(self) -> int:
        with self.sessions() as session:
            query = select(func.count()).where(Outgoing.finished_at.is_(None)).select_from(Outgoing)
            return session.scalar(query) or 0

    def until(self, done: Callable[[], bool], seconds: float = PATIENT_SECONDS) -> None:
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, f"it did not happen in time; {self.left()} are left"
            time.sleep(0.01)

    def longest_silence(self) -> float:
        """The longest wait in seconds between two arrivals in one channel."""
        by_channel: dict[str, list[float]] = {}
        for line in self.lines():
            if line.what == "arrives":
                by_channel.setdefault(line.channel, []).append(line.at)
        gaps = [b - a for times in by_channel.values() for a, b in pairwise(times)]
        return max(gaps)


@pytest.fixture
def scene(sessions: Sessions, engine_url: str, tmp_path: Path) -> Iterator[Scene]:
    write(sessions)
    with ExitStack() as stack:
        yield Scene(engine_url, sessions, tmp_path / "sent.txt", stack, {})


def write(sessions: Sessions, platform: str = "slack") -> None:
    due = datetime.now(UTC) - timedelta(minutes=1)
    with sessions.begin() as session:
        groups = [Group(key=f"g{n}", name=f"Group {n}") for n in range(CHANNELS)]
        session.add_all(groups)
        session.flush()
        for n, group in enumerate(groups):
            session.add(
                Channel(platform=platform, workspace="T1", conversation=f"C{n}", group_id=group.id, home=True)
            )
        for n in range(ALL):
            session.add(
                Outgoing(
                    key=f"test:{n}",
                    template=TEMPLATE,
                    args={"n": n},
                    group_id=groups[n % CHANNELS].id,
                    urgency=Urgency.NEWS,
                    made_at=due,
                    due=due,
                )
            )


def nothing_lost_nothing_twice(scene: Scene, in_hand: set[str]) -> None:
    arrived = scene.arrived()
    assert set(arrived) == {str(n) for n in range(ALL)}
    twice = {message: times for message, times in arrived.items() if times > 1}
    assert twice.keys() <= in_hand
    assert set(twice.values()) <= {2}


def in_order(scene: Scene) -> None:
    """In each channel the messages came in the order in which they were written."""
    for channel in {line.channel for line in scene.lines()}:
        first: dict[str, None] = dict.fromkeys(
            line.message for line in scene.lines() if (line.what, line.channel) == ("arrives", channel)
        )
        assert list(first) == sorted(first, key=int)


@pytest.mark.slow
def test_a_killed_process_that_comes_back_loses_nothing(scene: Scene) -> None:
    in_hand = set()
    scene.start("worker.1")
    for _ in range(3):
        in_hand |= scene.kill_while_sending("worker.1")
        scene.start("worker.1")
    scene.until(lambda: scene.left() == 0)
    nothing_lost_nothing_twice(scene, in_hand)
    in_order(scene)


@pytest.mark.slow
@pytest.mark.parametrize("databases", ["postgres"], indirect=True)
def test_of_three_processes_one_comes_back_and_one_does_not(scene: Scene) -> None:
    for name in ("worker.1", "worker.2", "worker.3"):
        scene.start(name)
    in_hand = scene.kill_while_sending("worker.1")
    in_hand |= scene.kill_while_sending("worker.2")
    scene.start("worker.2")
    scene.until(lambda: scene.left() == 0)
    nothing_lost_nothing_twice(scene, in_hand)
    in_order(scene)
    # The patience of these workers and their sweep, with room for a slow machine.
    assert scene.longest_silence() < PATIENCE.total_seconds() + 10


def test_in_earnest_no_channel_is_held_up_for_two_minutes() -> None:
    longest_delivery = worker.TRIES * worker.TRY_SECONDS + 3 * worker.USUAL.retry
    assert longest_delivery < engine.DELIVERY_SECONDS < engine.PATIENCE.total_seconds()
    assert engine.PATIENCE.total_seconds() + worker.USUAL.sweep <= 120
