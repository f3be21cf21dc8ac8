"""The worker: each message once, in its channel's order, and again until it has gone."""

import asyncio
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import engine, letters, worker
from bot.cards.model import Card, Text
from bot.handlers import mornings
from bot.letters import Letter
from bot.meeting import Found
from bot.rules.hours import Urgency
from bot.worker import REFUSED, Pace, next_try
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Channel, ChatIdentity, Group, Outgoing, Person, Received
from tests.chat import LINKS
from tests.without_files import WithoutFiles

NOW = datetime(2017, 11, 1, 9, tzinfo=UTC)
QUICK = Pace(look=0.05, sweep=0.2, channel=0.05, retry=0.01, leave=1)
PATIENCE = 20.0


class Start(Protocol):
    """Runs a worker until the block ends."""

    def __call__(self, executor: str = "worker.1") -> AbstractContextManager[None]: ...


@dataclass
class Recorder(WithoutFiles):
    """A platform that keeps what it is given, and fails as often as it is told."""

    failures: int = 0
    hangs: bool = False
    sent: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    updated: list[tuple[str, str]] = field(default_factory=list)

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        if self.hangs:
            await asyncio.sleep(PATIENCE)
        if self.failures:
            self.failures -= 1
            raise ConnectionError("the platform is away")
        self.sent[to.conversation].append(card.title)
        return f"ref-{card.title}"

    async def update(self, to: Address, ref: str, card: Card) -> None:
        self.updated.append((ref, card.title))

    async def find(self, email: str) -> Found | None:
        return None


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(autouse=True)
def _numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    def numbered(letter: Letter) -> Card:
        return Card(title=str(letter.args["n"]), blocks=(Text("Hello."),))

    monkeypatch.setitem(letters.TEMPLATES, "test.numbered", numbered)


@pytest.fixture
def platform() -> Recorder:
    return Recorder()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def started(engine_url: str, sessions: Sessions, platform: Recorder, clock: Clock) -> Start:
    def start(executor: str = "worker.1") -> AbstractContextManager[None]:
        platforms = {"slack": platform}
        return worker.running(engine_url, executor, sessions, platforms, LINKS, clock=clock, pace=QUICK)

    return start


def write(sessions: Sessions, *numbers: int, channel: str | None = "C1", due: datetime = NOW) -> None:
    """Messages to the group of that channel, as a change would write them."""
    with sessions.begin() as session:
        group = group_with(session, channel)
        for n in numbers:
            session.add(message(n, due, group_id=group.id))


def message(n: int, due: datetime, *, person_id: int | None = None, group_id: int | None = None) -> Outgoing:
    return Outgoing(
        key=f"test:{n}",
        template="test.numbered",
        args={"n": n},
        person_id=person_id,
        group_id=group_id,
        urgency=Urgency.NEWS,
        made_at=due,
        due=due,
    )


def group_with(session: Session, channel: str | None) -> Group:
    name = f"Group of {channel or 'nowhere'}"
    found = session.scalar(select(Group).filter_by(name=name))
    if found is None:
        found = Group(key=name, name=name)
        session.add(found)
        session.flush()
        if channel:
            give_channel(session, found, channel)
    return found


def give_channel(session: Session, group: Group, channel: str) -> None:
    session.add(Channel(platform="slack", workspace="T1", conversation=channel, group_id=group.id, home=True))


def until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def state(sessions: Sessions, n: int) -> tuple[bool, int, str]:
    """Whether it has gone, how often it was tried, and what keeps it."""
    with sessions() as session:
        found = session.scalars(select(Outgoing).filter_by(key=f"test:{n}")).one()
        return found.finished_at is not None, found.attempts, found.problem


def gone(sessions: Sessions, n: int) -> bool:
    return state(sessions, n)[0]


def test_each_message_arrives_once_in_its_channels_order(
    sessions: Sessions, platform: Recorder, started: Start
) -> None:
    write(sessions, 1, 2, 3, channel="C1")
    with started():
        write(sessions, 4, 5, channel="C2")
        write(sessions, 6, 7, channel="C1")
        until(lambda: all(gone(sessions, n) for n in range(1, 8)))
        # Two sweeps more find nothing left to do.
        time.sleep(0.5)
    assert platform.sent == {"C1": ["1", "2", "3", "6", "7"], "C2": ["4", "5"]}


def test_a_message_to_a_person_goes_where_they_are_met(
    sessions: Sessions, platform: Recorder, started: Start
) -> None:
    with sessions.begin() as session:
        person = Person(email="priya.nair@oak.example", name="Priya Nair")
        session.add(person)
        session.flush()
        session.add(ChatIdentity(person_id=person.id, platform="slack", workspace="T1", user="U7"))
        session.add(message(1, NOW, person_id=person.id))
    with started():
        until(lambda: gone(sessions, 1))
    assert platform.sent == {"U7": ["1"]}


def test_a_message_without_a_channel_waits_with_its_reason_and_goes_once_there_is_one(
    sessions: Sessions, platform: Recorder, started: Start
) -> None:
    write(sessions, 1, channel=None)
    write(sessions, 2, channel="C2")
    with started():
        until(lambda: gone(sessions, 2))
        until(lambda: state(sessions, 1) == (False, 0, "Group of nowhere has no channel yet."))
        with sessions.begin() as session:
            give_channel(session, group_with(session, None), "C1")
        until(lambda: gone(sessions, 1))
    assert platform.sent == {"C2": ["2"], "C1": ["1"]}


def test_nothing_goes_before_it_is_due(
    sessions: Sessions, platform: Recorder, clock: Clock, started: Start
) -> None:
    write(sessions, 1, due=NOW + timedelta(hours=1))
    write(sessions, 2)
    with started():
        until(lambda: gone(sessions, 2))
        assert state(sessions, 1) == (False, 0, "")
        clock.now += timedelta(hours=1)
        until(lambda: gone(sessions, 1))
    assert platform.sent == {"C1": ["2", "1"]}


def test_a_short_failure_of_the_platform_is_tried_again_at_once(
    sessions: Sessions, platform: Recorder, started: Start
) -> None:
    platform.failures = 2
    write(sessions, 1, 2)
    with started():
        until(lambda: gone(sessions, 2))
    assert platform.sent == {"C1": ["1", "2"]}
    assert state(sessions, 1) == (True, 3, "")


def test_a_longer_failure_is_tried_again_later_and_holds_up_nothing(
    sessions: Sessions, platform: Recorder, clock: Clock, started: Start
) -> None:
    platform.failures = 3
    write(sessions, 1, 2)
    with started():
        until(lambda: gone(sessions, 2))
        assert state(sessions, 1) == (False, 3, REFUSED)
        clock.now += timedelta(minutes=1)
        until(lambda: gone(sessions, 1))
    assert platform.sent == {"C1": ["2", "1"]}
    assert state(sessions, 1)[1] == 4


def test_what_one_process_left_the_next_takes_up(
    sessions: Sessions, platform: Recorder, started: Start
) -> None:
    with started():
        write(sessions, 1)
        until(lambda: gone(sessions, 1))
    write(sessions, 2)
    with started():
        until(lambda: gone(sessions, 2))
    assert platform.sent == {"C1": ["1", "2"]}


def test_a_delivery_that_a_dead_process_holds_is_taken_over(
    sessions: Sessions, platform: Recorder, started: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(sessions, 1, 2)
    platform.hangs = True
    with started("worker.1"):
        until(lambda: state(sessions, 1)[1] == 1)
    platform.hangs = False
    monkeypatch.setattr(engine, "PATIENCE", timedelta(seconds=0.5))
    with started("worker.2"):
        until(lambda: gone(sessions, 1) and gone(sessions, 2))
    assert sorted(platform.sent["C1"]) == ["1", "2"]


def test_tries_grow_further_apart() -> None:
    minutes = [(next_try(NOW, attempts) - NOW) / timedelta(minutes=1) for attempts in range(0, 25, 3)]
    assert minutes == [0, 1, 5, 15, 30, 60, 120, 180, 240]
    assert next_try(NOW, 2) == NOW


@pytest.mark.parametrize(
    ("ours", "engines"),
    [
        ("sqlite:///peer-review.db", "sqlite:///peer-review-engine.db"),
        ("sqlite:////srv/data/peer.review.db", "sqlite:////srv/data/peer.review-engine.db"),
        ("postgres://kate:pw@db.example/reviews", "postgresql+psycopg://kate:pw@db.example/reviews"),
    ],
)
def test_where_the_engine_keeps_its_tables(ours: str, engines: str) -> None:
    assert engine.engine_url(ours) == engines


def test_an_older_sqlite_tells_the_time_in_fractions_of_a_second() -> None:
    with closing(sqlite3.connect(":memory:", factory=engine.OldSqlite)) as connection:
        before = time.time()
        [(told,)] = connection.execute("SELECT unixepoch('subsec')")
    assert before - 0.001 <= told <= time.time() + 0.001
    assert isinstance(told, float)


def test_what_came_in_days_ago_is_forgotten_and_the_rest_is_kept(started: Start, sessions: Sessions) -> None:
    with sessions.begin() as session:
        session.add(Received(platform="slack", event="old", at=NOW - timedelta(days=3)))
        session.add(Received(platform="slack", event="new", at=NOW - timedelta(hours=1)))

    def kept() -> list[str]:
        with sessions() as session:
            return list(session.scalars(select(Received.event)))

    with started():
        until(lambda: kept() == ["new"])


def test_what_comes_up_by_itself_is_written_again_and_again(
    started: Start, sessions: Sessions, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And should that fail, messages go out all the same."""
    moments: list[datetime] = []

    def fails(session: Session, now: datetime) -> None:
        moments.append(now)
        raise ValueError("for the test")

    monkeypatch.setattr(mornings, "DUE", (fails,))
    write(sessions, 1)
    with started():
        until(lambda: len(moments) > 1 and gone(sessions, 1))
    assert set(moments) == {clock.now}
