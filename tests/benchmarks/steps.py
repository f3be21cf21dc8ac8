"""The whole conversation once, with the queries and the time that each of its steps takes."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter
from typing import Any

from sqlalchemy import Engine, delete, event, func, select

from bot.cards.model import Card, Go
from bot.delivery import deliver
from bot.router import Incoming, answer
from storage import outbox
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Base, Change, Draft, Milestone, Outgoing, Post, Review, Suggestion, TeamMember
from tests.chat import LINKS, Chat, Room, World
from tests.chat import Post as Sent
from tests.conversation.conftest import BEN, CHANNEL, KATE, LEILA, MARTIN, PRIYA, SIAN, number, team

# What one conversation leaves behind, children first.
WRITTEN: tuple[type[Base], ...] = (Post, Outgoing, Suggestion, Change, Draft, Milestone, TeamMember, Review)


# Every platform says which event it was, and the same one is not acted on twice.
EVENTS = count()


@dataclass
class Cost:
    queries: int = 0
    seconds: float = 0.0


class QuietRoom(Room):
    """Takes what is sent without drawing it for every surface: only the bot is measured."""

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        self.posts.append(Sent(to, card))
        return str(len(self.posts) - 1)

    async def update(self, to: Address, ref: str, card: Card) -> None:
        self.posts[int(ref)].card = card


class QuietChat(Chat):
    def go(self, to: Go, fields: dict[str, str | tuple[str, ...]] | None = None, place: str = "") -> Card:
        several = {name: (v,) if isinstance(v, str) else v for name, v in (fields or {}).items()}
        event = f"event {next(EVENTS)}"
        incoming = Incoming("practice", "practice", self.email, to, several, place, event)
        card = answer(self.world.sessions, incoming, self.world.now, LINKS)
        assert card is not None
        self.card = card
        return card


@dataclass
class Stage(World):
    """A consortium in which the conversation is played again and again, each time as if for the first."""

    room: Room = field(default_factory=QuietRoom)

    def __post_init__(self) -> None:
        self.costs: dict[str, Cost] = defaultdict(Cost)
        self.counted = 0
        engine: Engine = self.sessions.kw["bind"]
        event.listen(engine, "before_cursor_execute", self._count)
        self.team = team(self)
        self.leila = number(self, LEILA)
        self.marks = last_ids(self.sessions)

    def _count(self, *of: Any) -> None:  # noqa: ANN401 (what SQLAlchemy passes to a listener)
        statement = of[2]
        # What begins a transaction is a statement on SQLite and none on PostgreSQL.
        self.counted += not statement.startswith("BEGIN")

    def person(self, email: str) -> Chat:
        return QuietChat(self, email)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        before, start = self.counted, perf_counter()
        yield
        self.costs[name].seconds += perf_counter() - start
        self.costs[name].queries += self.counted - before

    def deliver(self) -> None:
        with self.step("Deliver all the messages"):
            asyncio.run(self._deliver())

    async def _deliver(self) -> None:
        with self.sessions.begin() as session:
            waiting = outbox.waiting(session, self.now)
        for message in waiting:
            assert await deliver(message, self.now, self.sessions, {"practice": self.room}, LINKS)

    def opening(self) -> str:
        """What opens the review that is being talked about, which was booked last."""
        with self.sessions() as session:
            return f"review.show?review={session.scalar(select(func.max(Review.id)))}"

    def play(self) -> Mapping[str, Cost]:
        """The whole conversation; what it leaves is cleared away."""
        for _ in self.scenes():
            pass
        return self.costs

    def scenes(self) -> Iterator[None]:
        """The same, a step at a time, so that two stages can be measured side by side."""
        self.costs, self.room = defaultdict(Cost), QuietRoom()
        for part in (plan, answers, changes, move, cancel):
            yield from part(self)
        self._forget()

    def _forget(self) -> None:
        with self.sessions.begin() as session:
            for table in WRITTEN:
                session.execute(delete(table).where(table.__table__.c.id > self.marks[table]))


def last_ids(sessions: Sessions) -> dict[type[Base], int]:
    with sessions() as session:
        return {table: session.scalar(select(func.max(table.__table__.c.id))) or 0 for table in WRITTEN}


def plan(stage: Stage) -> Iterator[None]:
    kate = stage.person(KATE)
    with stage.step("/schedule-review Oak, Thurs 7 Dec"):
        kate.type("/schedule-review Oak, Thurs 7 Dec", place=CHANNEL)
    yield
    with stage.step("See the timetable"):
        kate.click("See the timetable", **stage.team)
    yield
    with stage.step("Book it"):
        kate.click("Book it")
    yield
    stage.deliver()
    yield


def answers(stage: Stage) -> Iterator[None]:
    priya, sian, martin = stage.person(PRIYA), stage.person(SIAN), stage.person(MARTIN)
    priya.read("Does Thursday 7 December 2017 suit")
    with stage.step("Confirm"):
        priya.click("Confirm")
    yield
    sian.read("Can you be")
    with stage.step("Accept"):
        sian.click("Accept")
    yield
    martin.read("Can you be")
    with stage.step("Can’t do it"):
        martin.click("Can’t do it")
    yield
    with stage.step("Can’t do it: Yes, tell them"):
        martin.click("Yes, tell them", reason="I am at a wedding")
    yield
    stage.deliver()
    yield
    kate = stage.person(KATE)
    kate.read("Martin Kowalczyk can’t be")
    with stage.step("Choose someone else"):
        kate.click("Choose someone else")
    yield
    with stage.step("Choose someone else: Ask them"):
        kate.click("Ask them", person=stage.leila)
    yield
    stage.deliver()
    yield


def changes(stage: Stage) -> Iterator[None]:
    ben, kate = stage.person(BEN), stage.person(KATE)
    ben.read("Can you be")
    with stage.step("Suggest another date"):
        ben.click("Suggest another date")
    yield
    with stage.step("Suggest another date: Suggest it"):
        ben.click("Suggest it", day="Tues 12 Dec")
    yield
    stage.deliver()
    yield
    kate.read("Ben Hartley suggests")
    with stage.step("Use this date"):
        kate.click("Use this date")
    yield
    stage.deliver()
    yield
    with stage.step("/peer-review"):
        kate.type("/peer-review")
    yield
    opening = stage.opening()
    with stage.step("Open a review"):
        kate.open(opening)
    yield


def move(stage: Stage) -> Iterator[None]:
    kate = stage.person(KATE)
    opened = kate.open(stage.opening())
    for label in ("All dates", "History"):
        kate.card = opened
        with stage.step(label):
            kate.click(label)
        yield
    kate.card = opened
    with stage.step("Move it"):
        kate.click("Move it")
    yield
    with stage.step("Move it: See what changes"):
        kate.click("See what changes", day="Thurs 14 Dec", reason="Ofsted")
    yield
    with stage.step("Move it: Move it"):
        kate.click("Move it")
    yield
    stage.deliver()
    yield


def cancel(stage: Stage) -> Iterator[None]:
    kate = stage.person(KATE)
    kate.open(stage.opening())
    with stage.step("Cancel it"):
        kate.click("Cancel it")
    yield
    with stage.step("Cancel it: Cancel it"):
        kate.click("Cancel it", reason="Snow")
    yield
    stage.deliver()
    yield
