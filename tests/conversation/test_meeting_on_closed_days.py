"""The roster closes the day of a review after it was booked: its meeting can still be seen to."""

from datetime import date

import pytest
from sqlalchemy import select

from storage.models import AcademicYear, CalendarSpan
from tests import roster
from tests.chat import World
from tests.conversation.conftest import PRIYA, SIAN
from tests.conversation.meeting import ASK, DAY, agreed, milestone, propose, proposed

REVIEW_DAY = date(2017, 12, 7)


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    return world_on_sqlite


def close(world: World) -> None:
    """As an import does that makes an INSET day of it."""
    with world.sessions.begin() as session:
        year = session.scalars(select(AcademicYear.id).where(AcademicYear.starts <= REVIEW_DAY)).one()
        inset = {"kind": "inset", "name": "INSET", "starts": REVIEW_DAY, "ends": REVIEW_DAY}
        session.add(CalendarSpan(year_id=year, school_id=None, **inset))
        roster.has_changed(session)


def test_a_time_is_confirmed(world: World) -> None:
    proposed(world)
    close(world)
    priya = world.person(PRIYA)
    priya.read("suit you for the pre-review meeting")
    assert "Agreed." in str(priya.click("Confirm"))
    assert milestone(world).due == DAY


def test_one_that_was_agreed_is_moved(world: World) -> None:
    agreed(world)
    close(world)
    assert "The schedule asks for it by Thursday 30 November 2017" in str(world.person(PRIYA).open(ASK))
    priya = propose(world, PRIYA, day="29 Nov")
    assert "I have asked Siân Whitcombe" in str(priya.card)
    assert milestone(world).due == date(2017, 11, 30)


def test_it_is_recorded_and_taken_back(world: World) -> None:
    agreed(world)
    close(world)
    world.wait(days=28)
    sian = world.person(SIAN)
    sian.open("meeting.record?review=1")
    assert "Held on Wednesday 29 November 2017" in str(sian.click("Record it", day="29 Nov"))
    assert "counts as not held" in str(sian.click("It was not held"))
    assert (milestone(world).due, milestone(world).done_at) == (DAY, None)
