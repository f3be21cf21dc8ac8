"""The day's details at 07:30 on the morning of a review, to everyone who takes part."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.cards.model import Card, Facts, Table
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


def reminded_before(world: World) -> None:
    """What else is owed before a review on 7 December was brought up in November."""
    tick(world, 27, 8, 0, month=11)
    tick(world, 30, 8, 0, month=11)


def told(world: World, email: str) -> list[Card]:
    return [card for card in world.person(email).messages if card.title == TODAY]


def count(world: World) -> int:
    with world.sessions() as session:
        return len(session.scalars(select(Outgoing).where(Outgoing.template == "day.details")).all())


def with_timetable(world: World, rows: str = "9.15 Phonics, Year 1, with KM") -> None:
    booked(world)
    typed(world, rows, "Send to the team")


def typed(world: World, rows: str, button: str) -> None:
    priya = world.person(PRIYA)
    priya.open("day.ask?review=1")
    priya.click(button, rows=rows)


def facts(card: Card) -> dict[str, object]:
    return {name: value for block in card.blocks if isinstance(block, Facts) for name, value in block.rows}


def test_everyone_who_takes_part_is_told_at_half_past_seven(world: World) -> None:
    with_timetable(world)
    tick(world, 7, 7, 29)
    assert count(world) == 0
    tick(world, 7, 7, 30)
    for email in EVERYONE:
        [card] = told(world, email)
        assert "Siân Whitcombe" in str(card)
        assert "Where" not in facts(card)
        assert "Ben Hartley, Martin Kowalczyk, Chidi Eze (Improvement Champion)" in str(card)
        assert ("Phonics" in str(card)) is (email not in {CHIDI, OWEN})
        assert any(isinstance(block, Table) for block in card.blocks) is (email not in {CHIDI, OWEN})
    assert told(world, KATE) == told(world, OFFICE) == []
    for email, leads_to in (
        (CHIDI, "Oak Primary School, Thursday 7 December 2017"),
        (BEN, "Timetable for the day: Oak Primary School, Thursday 7 December 2017"),
        (PRIYA, "Timetable for the day: Oak Primary School, Thursday 7 December 2017"),
    ):
        reader = world.person(email)
        reader.read(TODAY)
        assert reader.click("Details").title == leads_to


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


def test_champions_are_told_when_the_feedback_is_and_nothing_else(world: World) -> None:
    with_timetable(world, "9.15 Phonics, Year 1, with KM\n3-3.30 Feedback to the head, library, with Siân")
    tick(world, 7, 7, 30)
    [card] = told(world, CHIDI)
    assert facts(card)["Feedback"] == "15:00–15:30"
    for word in ("Phonics", "Year 1", "KM", "library", "09:15", "to the head"):
        assert word not in str(card)
    assert "Feedback" not in facts(told(world, BEN)[0])


def test_without_a_row_for_it_or_before_it_is_sent_champions_are_told_no_time(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    typed(world_on_sqlite, "3 Feedback", "Keep as draft")
    tick(world_on_sqlite, 7, 7, 30)
    assert "Feedback" not in facts(told(world_on_sqlite, CHIDI)[0])
    typed(world_on_sqlite, "9.15 Phonics", "Send to the team")
    assert "Feedback" not in facts(told(world_on_sqlite, CHIDI)[0])


def test_what_changes_in_the_morning_is_shown_in_the_details(world: World) -> None:
    with_timetable(world, "9.15 Phonics\n3 Feedback")
    tick(world, 7, 7, 30)
    world.wait(hours=1)
    typed(world, "9.30 Phonics\n3.15 Feedback", "Send to the team")
    for email in (BEN, SIAN, PRIYA):
        [card] = told(world, email)
        assert "09:30" in str(card)
        assert "09:15" not in str(card)
    assert facts(told(world, CHIDI)[0])["Feedback"] == "15:15"
    priya = world.person(PRIYA)
    priya.open("day.show?review=1")
    priya.click("Take it back")
    assert "There is no timetable for the day yet." in str(told(world, BEN)[0])
    assert "Feedback" not in facts(told(world, CHIDI)[0])
    world.wait(hours=8)
    typed(world, "4 Feedback", "Send to the team")
    assert facts(told(world, CHIDI)[0])["Feedback"] == "16:00"
    assert {len(told(world, email)) for email in EVERYONE} == {1}


def test_with_a_draft_only_the_head_is_offered_to_send_it(world: World) -> None:
    booked(world)
    typed(world, "9.15 Phonics", "Keep as draft")
    tick(world, 7, 7, 30)
    assert "draft" not in str(told(world, BEN)[0])
    assert "There is no timetable for the day yet." in str(told(world, BEN)[0])
    typed(world, "9.30 Phonics", "Keep as draft")
    priya = world.person(PRIYA)
    card = priya.read(TODAY)
    assert "There is a draft of the timetable for the day. The team does not have it." in str(card)
    assert "no timetable for the day yet" not in str(card)
    assert "Sent. The review team is told." in str(priya.click("Send it to the team"))
    assert "09:30" in str(told(world, BEN)[0])
    assert "Send it to the team" not in str(told(world, PRIYA)[0])


def test_without_a_timetable_the_head_can_add_one(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    tick(world_on_sqlite, 7, 7, 30)
    priya = world_on_sqlite.person(PRIYA)
    priya.read(TODAY)
    assert priya.click("Add timetable").is_form
    assert "Add timetable" not in str(told(world_on_sqlite, SIAN)[0])
