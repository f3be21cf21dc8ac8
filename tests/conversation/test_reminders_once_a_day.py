"""However many things are due, and whatever asks for them: one reminder a day, and none of oneself."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from storage.models import Outgoing, Person
from tests.chat import Fields, World
from tests.conversation.conftest import (
    CHANNEL,
    KATE,
    LEILA,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    booked,
    number,
    team,
)
from tests.conversation.reminding import accept, november, reminders
from tests.conversation.test_day_who import ELLIE
from tests.conversation.test_mornings import tick


def asked_on(world: World, email: str, day: int) -> list[tuple[str, int]]:
    """What that person was reminded by on a day of December, and at what hour."""
    with world.sessions() as session:
        person = session.scalars(select(Person.id).where(Person.email == email)).one()
        query = select(Outgoing).where(
            Outgoing.person_id == person,
            Outgoing.template.in_(("nudge", "day.asked")),
            Outgoing.withdrawn.is_(False),
        )
        found = [(one.template, one.due) for one in session.scalars(query.order_by(Outgoing.id))]
    return [(template, due.hour) for template, due in found if (due.month, due.day) == (12, day)]


def book(world: World, school: str, day: str, **people: str | tuple[str, ...]) -> None:
    kate = world.person(KATE)
    kate.type(f"/schedule-review {school}, {day}", place=CHANNEL)
    kate.click("See the timetable", **team(world, **people))
    kate.click("Book it")


def others(world: World, lead: str) -> Fields:
    """A team from elsewhere, for the Lead's own school."""
    champions = (number(world, OWEN), number(world, ELLIE))
    reviewers = (number(world, MARTIN), number(world, LEILA))
    return {"lead_reviewer": number(world, lead), "reviewers": reviewers, "champions": champions}


def test_asked_for_from_a_saturday_the_timetable_stands_among_mondays_things(world: World) -> None:
    booked(world, "Tues 5 Dec")
    november(world, 27)
    world.now = datetime(2017, 12, 1, 9, 0, tzinfo=UTC)
    book(world, "Holly Lane", "18 Jan", **others(world, PRIYA))
    for day, hour in ((2, 10), (3, 10), (4, 8), (4, 10), (4, 15)):
        tick(world, day, hour, 0)
    assert asked_on(world, PRIYA, 4) == [("nudge", 10)]


def test_asked_for_on_a_day_on_which_more_is_due_after_school_it_waits_for_that(world: World) -> None:
    """Kate is asked at ten for the timetable of her own school, and at 15:00 for the summary of Oak's."""
    book(world, "Oak", "Mon 4 Dec", lead_reviewer=number(world, KATE))
    book(world, "Holly Lane", "Thurs 7 Dec", **others(world, SIAN))
    november(world, 27, 30)
    for hour in (8, 10, 11, 15, 16):
        tick(world, 4, hour, 0)
    assert asked_on(world, KATE, 4) == [("nudge", 15)]


@pytest.mark.parametrize("hour", [9, 17])
def test_outside_of_the_hours_for_it_nobody_is_asked_for_a_timetable(
    world_on_sqlite: World, hour: int
) -> None:
    booked(world_on_sqlite)
    november(world_on_sqlite, 27, 30)
    tick(world_on_sqlite, 4, hour, 30)
    assert asked_on(world_on_sqlite, PRIYA, 4) == asked_on(world_on_sqlite, PRIYA, 5) == []


def test_a_deputy_who_has_not_answered_for_the_leads_school_is_told_of_by_the_office(world: World) -> None:
    """Siân, the deputy, is to lead the review of the Lead's own school."""
    book(world, "Holly Lane", "Thurs 7 Dec", **others(world, SIAN))
    accept(world, MARTIN, LEILA, OWEN, ELLIE)
    november(world, 6)
    assert len(reminders(world, SIAN)) == 1
    assert "Siân Whitcombe" not in str(reminders(world, SIAN))
    (told,) = reminders(world, OFFICE)
    assert "Siân Whitcombe" in str(told)
