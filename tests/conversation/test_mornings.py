"""The day's details at 07:30 on the morning of a review, to everyone who takes part."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.cards.model import Card, Table
from bot.handlers import mornings
from storage.models import Outgoing
from tests.chat import World
from tests.conversation.conftest import (
    BEN,
    CHIDI,
    KATE,
    LEILA,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    booked,
    number,
)

TODAY = "Today: peer review at Oak Primary School"
EVERYONE = (PRIYA, SIAN, BEN, MARTIN, CHIDI, OWEN)


def tick(world: World, day: int, hour: int, minute: int, month: int = 12, year: int = 2017) -> None:
    """The clock at that moment in UTC, and the worker passing by."""
    world.now = datetime(year, month, day, hour, minute, tzinfo=UTC)
    with world.sessions.begin() as session:
        mornings.tick(session, world.now)
    world.send_waiting()


def told(world: World, email: str) -> list[Card]:
    return [card for card in world.person(email).messages if card.title == TODAY]


def count(world: World) -> int:
    with world.sessions() as session:
        return len(session.scalars(select(Outgoing).where(Outgoing.template == "day.details")).all())


def with_timetable(world: World) -> None:
    booked(world)
    priya = world.person(PRIYA)
    priya.open("day.ask?review=1")
    priya.click("Send to the team", rows="9.15 Phonics, Year 1, with KM")


def test_everyone_who_takes_part_is_told_at_half_past_seven(world: World) -> None:
    with_timetable(world)
    tick(world, 7, 7, 29)
    assert count(world) == 0
    tick(world, 7, 7, 30)
    for email in EVERYONE:
        [card] = told(world, email)
        assert "Siân Whitcombe" in str(card)
        assert "Ben Hartley, Martin Kowalczyk, Chidi Eze (Improvement Champion)" in str(card)
        assert ("Phonics" in str(card)) is (email not in {CHIDI, OWEN})
        assert any(isinstance(block, Table) for block in card.blocks) is (email not in {CHIDI, OWEN})
    assert told(world, KATE) == told(world, OFFICE) == []
    reader = world.person(CHIDI)
    reader.read(TODAY)
    assert reader.click("Details").title == "Oak Primary School, Thursday 7 December 2017"


def test_in_summer_time_half_past_seven_comes_an_hour_earlier(world: World) -> None:
    booked(world, "15 May 2018")
    tick(world, 15, 6, 29, month=5, year=2018)
    assert count(world) == 0
    tick(world, 15, 6, 30, month=5, year=2018)
    [card] = told(world, BEN)
    assert "There is no timetable for the day yet." in str(card)


def test_told_once_however_often_the_worker_passes(world: World) -> None:
    booked(world)
    for minute in (30, 31, 45):
        tick(world, 7, 7, minute)
    tick(world, 8, 7, 30)
    assert {len(told(world, email)) for email in EVERYONE} == {1}
    assert count(world) == len(EVERYONE)


@pytest.mark.parametrize(("hour", "minute", "messages"), [(11, 0, 1), (15, 29, 1), (15, 30, 0), (18, 30, 0)])
def test_a_worker_that_starts_late_tells_it_until_school_is_over(
    world_on_sqlite: World, hour: int, minute: int, messages: int
) -> None:
    booked(world_on_sqlite)
    tick(world_on_sqlite, 7, hour, minute)
    assert len(told(world_on_sqlite, BEN)) == messages


@pytest.mark.parametrize(("day", "hour"), [(6, 8), (8, 8)])
def test_on_no_other_day(world_on_sqlite: World, day: int, hour: int) -> None:
    booked(world_on_sqlite)
    tick(world_on_sqlite, day, hour, 0)
    assert count(world_on_sqlite) == 0


@pytest.mark.parametrize("button", ["Cancel it", "Postpone it"])
def test_a_review_that_is_off_is_not_announced(world: World, button: str) -> None:
    kate = booked(world)
    kate.open("review.show?review=1")
    kate.click(button)
    kate.click(button, reason="Snow")
    tick(world, 7, 7, 30)
    assert count(world) == 0


def test_a_review_that_has_moved_is_announced_on_its_new_day_alone(world: World) -> None:
    kate = booked(world)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="12 Dec")
    kate.click("Move it")
    tick(world, 7, 7, 30)
    assert count(world) == 0
    tick(world, 12, 7, 30)
    assert len(told(world, BEN)) == 1


@pytest.mark.parametrize("button", ["Cancel it", "Postpone it"])
def test_what_is_called_off_before_the_message_goes_is_not_said(world: World, button: str) -> None:
    kate = booked(world)
    world.now = datetime(2017, 12, 7, 7, 30, tzinfo=UTC)
    kate.open("review.show?review=1")
    kate.click(button)
    with world.sessions.begin() as session:
        mornings.tick(session, world.now)
    assert count(world) == len(EVERYONE)
    kate.click_quietly(button, reason="Snow")
    world.send_waiting()
    assert told(world, BEN) == []


def test_it_is_written_as_things_stand_when_it_goes(world: World) -> None:
    with_timetable(world)
    world.now = datetime(2017, 12, 7, 7, 30, tzinfo=UTC)
    with world.sessions.begin() as session:
        mornings.tick(session, world.now)
        # Held back, as by a chat platform that is away for an hour.
        for message in session.scalars(select(Outgoing).where(Outgoing.template == "day.details")):
            message.due = world.now.replace(hour=8, minute=30)
    priya = world.person(PRIYA)
    priya.open("day.ask?review=1")
    priya.click("Send to the team", rows="9.15 Maths")
    world.wait(hours=1)
    [card] = told(world, BEN)
    assert "Maths" in str(card)


def test_whoever_has_declined_is_not_told_and_whoever_joins_in_the_morning_is(world: World) -> None:
    kate = booked(world)
    world.person(MARTIN).open("answer.declined?review=1&day=2017-12-07", reason="I am unwell")
    tick(world, 7, 7, 30)
    assert told(world, MARTIN) == []
    assert "Martin" not in str(told(world, BEN))
    kate.open("team.show?review=1")
    kate.click_in("Martin Kowalczyk", "Replace")
    kate.click("Ask them", person=number(world, LEILA))
    tick(world, 7, 7, 40)
    assert len(told(world, LEILA)) == 1
    assert len(told(world, BEN)) == 1
