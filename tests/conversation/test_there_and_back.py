"""A review is moved there and back: what is agreed or done stands, and everyone concerned hears of both."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from bot.cards.model import Go
from bot.language.say import full
from bot.rules.milestones import Kind
from storage.models import Change, Milestone, Outgoing, Person
from tests.chat import World
from tests.conversation.conftest import BEN, CHIDI, KATE, MARTIN, OWEN, PRIYA, SIAN, booked
from tests.rules.school_years import SAMPLE

HOME, MEETING = date(2017, 12, 7), date(2017, 11, 30)
CONCERNED = (PRIYA, SIAN, BEN, MARTIN, CHIDI, OWEN)
SCHOOL_DAYS = [
    day
    for day in (
        date.fromordinal(n) for n in range(date(2017, 11, 3).toordinal(), date(2018, 7, 20).toordinal())
    )
    if SAMPLE.is_school_day(day) and day != HOME
]


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    booked(world_on_sqlite)
    # Nothing need be sent: what is written is what is looked at.
    world_on_sqlite.send_waiting = lambda: None  # type: ignore[method-assign]
    return world_on_sqlite


def agree(world: World) -> None:
    with world.sessions.begin() as session:
        rows = update(Milestone)
        session.execute(rows.where(Milestone.kind == Kind.PACK).values(done_at=world.now))
        session.execute(rows.where(Milestone.kind == Kind.MEETING).values(agreed=MEETING, due=MEETING))


def move(world: World, day: date) -> None:
    kate = world.person(KATE)
    kate.card = kate.ask(Go.parse("move.ask?review=1"), {})
    kate.card = kate.click_quietly("See what changes", day=day.isoformat())
    assert kate.click_quietly("Move it").title.endswith(full(day))


def row(world: World, kind: Kind) -> Milestone:
    with world.sessions() as session:
        return session.scalars(select(Milestone).where(Milestone.kind == kind)).one()


def told_of(world: World, change: int) -> set[str]:
    """Who is written to about a change; messages that change an older one do not count."""
    with world.sessions() as session:
        query = (
            select(Person.email, Outgoing.args)
            .join(Person, Person.id == Outgoing.person_id)
            .where(Outgoing.does == "post")
        )
        return {email for email, args in session.execute(query) if args["change"] == change}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(st.sampled_from(SCHOOL_DAYS))
def test_there_and_back(world: World, day: date) -> None:
    agree(world)
    due_before = row(world, Kind.PACK).due
    move(world, day)
    kept = day > MEETING
    assert (row(world, Kind.MEETING).agreed == MEETING) is kept
    assert row(world, Kind.MEETING).due < day or not kept
    move(world, HOME)
    assert row(world, Kind.PACK).done_at is not None
    assert row(world, Kind.PACK).due == due_before
    assert (row(world, Kind.MEETING).agreed == MEETING) is kept
    with world.sessions() as session:
        back, there = session.scalars(select(Change.id).order_by(Change.id.desc()).limit(2)).all()
    assert told_of(world, there) == set(CONCERNED)
    assert told_of(world, back) == set(CONCERNED)
