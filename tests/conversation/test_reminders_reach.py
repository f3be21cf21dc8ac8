"""Whom reminders reach where somebody has left, is away or out of reach, and whom they leave alone."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import func, select

from bot.failures import Never
from bot.handlers import matters_before
from bot.handlers.matters import Looking, Matter
from bot.rules.milestones import Kind
from bot.rules.roles import Role
from storage.calendars import INSET
from storage.models import (
    AcademicYear,
    CalendarSpan,
    Milestone,
    Outgoing,
    Person,
    Review,
    RoleAssignment,
    School,
)
from tests import roster
from tests.chat import World
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    KATE,
    OFFICE,
    PRIYA,
    SIAN,
    ZOE,
    booked,
    number,
    team,
)
from tests.conversation.reminding import (
    TEAM,
    agreed,
    leaves,
    november,
    reminders,
    rows,
    things,
)
from tests.conversation.test_mornings import tick


def test_a_lead_whose_own_school_it_is_is_passed_over(world: World) -> None:
    agreed(world)
    with world.sessions.begin() as session:
        kate = session.scalar(select(Person).where(Person.email == KATE))
        priya = session.scalar(select(Person).where(Person.email == PRIYA))
        assert kate
        assert priya
        oak = session.scalar(select(RoleAssignment.school_id).where(RoleAssignment.person_id == priya.id))
        day = world.now.date()
        session.add(
            RoleAssignment(person_id=kate.id, role=Role.HEAD, school_id=oak, starts=day, deputy=False)
        )
        roster.has_changed(session)
    november(world, 27)
    # As a headteacher of the school she is reminded; nobody tells her about herself, but the deputy.
    assert "waiting" not in str([things(world, KATE), things(world, OFFICE), things(world, CARL)])
    assert "Paperwork to the review team" in str(things(world, SIAN))


def test_nobody_is_reminded_on_a_day_on_which_their_own_school_is_closed(world: World) -> None:
    agreed(world)
    with world.sessions.begin() as session:
        oak = session.scalars(select(School).where(School.name == "Oak Primary School")).one()
        year = session.scalars(select(AcademicYear.id).where(AcademicYear.starts <= world.now.date())).all()[
            -1
        ]
        inset = {"kind": INSET, "name": "INSET", "starts": date(2017, 11, 16), "ends": date(2017, 11, 16)}
        session.add(CalendarSpan(year_id=year, school_id=oak.id, **inset))
        roster.has_changed(session)
    november(world, 16)
    assert reminders(world, PRIYA) == []
    november(world, 17)
    assert len(reminders(world, PRIYA)) == 1


def test_a_bot_that_was_down_sends_what_came_last_alone(world: World) -> None:
    agreed(world)
    tick(world, 28, 11, 0, month=11)
    assert len(reminders(world, PRIYA)) == 1
    assert things(world, PRIYA) == [["Send the paperwork", "Agree the time of the pre-review meeting"]]


def test_where_whoever_owes_it_has_left_the_lead_hears_instead(world: World) -> None:
    agreed(world)
    leaves(world, PRIYA)
    november(world, 16)
    assert things(world, KATE) == [["Nobody is there for the paperwork"]]


def test_whoever_cannot_be_reached_is_shown_to_the_lead_and_the_office(world: World) -> None:
    agreed(world)
    world.room.failing[PRIYA] = Never("The account was deactivated. Please ask your IT.")
    november(world, 16)
    november(world, 20)
    for email in (KATE, OFFICE):
        (row,) = rows(reminders(world, email)[0])
        assert row.title == "Priya Nair can’t be reached: Oak Primary School, Thursday 7 December 2017"
        assert "Please ask your IT" in str(row.detail)


def test_a_review_that_cannot_be_looked_through_keeps_nobody_else_waiting(
    world_on_sqlite: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    agreed(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    kate.type("/schedule-review St Anne's, Fri 8 Dec", place=CHANNEL)
    reviewers = number(world_on_sqlite, PRIYA), number(world_on_sqlite, ZOE)
    theirs = team(world_on_sqlite, lead_reviewer=number(world_on_sqlite, BEN), reviewers=reviewers)
    kate.click("See the timetable", **theirs)
    pack, words = matters_before.FINDS[Kind.PACK], "a secret"

    def damaged(looking: Looking, review: Review, row: Milestone) -> Iterator[Matter]:
        if review.school.name.startswith("Oak"):
            raise RuntimeError(words)
        yield from pack(looking, review, row)

    monkeypatch.setitem(matters_before.FINDS, Kind.PACK, damaged)
    kate.click("Book it")
    november(world_on_sqlite, 17)
    assert "paperwork for Oak" not in str(reminders(world_on_sqlite, PRIYA))
    assert "the reminders of review 1 failed" in caplog.text
    assert "a secret" not in caplog.text
    assert "St Anne" in str(reminders(world_on_sqlite, SIAN))


def test_no_more_than_one_a_day_reaches_anybody(world: World) -> None:
    booked(world)
    for month, day in [(11, day) for day in range(1, 31)] + [(12, day) for day in range(1, 32)]:
        for hour in (8, 10, 15, 16):
            tick(world, day, hour, 0, month=month)
    with world.sessions() as session:
        query = select(Outgoing.person_id, func.date(Outgoing.due), func.count())
        query = query.where(Outgoing.urgency == "nudge").group_by(Outgoing.person_id, func.date(Outgoing.due))
        assert {count for *_, count in session.execute(query)} == {1}


def test_a_cancelled_review_reminds_nobody(world: World) -> None:
    agreed(world)
    kate = world.person(KATE)
    kate.open("review.show?review=1")
    kate.click("Cancel it")
    kate.click("Cancel it", reason="Snow")
    november(world, 16, 22, 23, 27)
    for email in (PRIYA, *TEAM, KATE):
        assert reminders(world, email) == []
