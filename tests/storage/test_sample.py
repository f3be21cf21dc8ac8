"""The sample consortium: who is in it, and which of its days are open."""

from datetime import date

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from bot.rules.roles import Role
from storage import directory
from storage.calendars import school_calendar
from storage.consortium import groups, people_with, schools_in
from storage.database import Sessions
from storage.models import Channel, School
from storage.roster import SAMPLE, import_file
from tests.conftest import SAMPLE_DAY


def school(session: Session, key: str) -> School:
    return session.scalars(select(School).filter_by(key=key)).one()


def test_imported_again_it_changes_nothing(consortium: Sessions) -> None:
    report = import_file(consortium, SAMPLE, SAMPLE_DAY)
    assert (report.mistakes, report.changes) == ((), ())


def test_three_groups_of_three_with_their_leads_of_2017_18(consortium: Sessions) -> None:
    with consortium() as session:
        found = {
            group.name: (
                [person.name for person in people_with(session, Role.LEAD, SAMPLE_DAY, group_id=group.id)],
                len(schools_in(session, [group.id], SAMPLE_DAY)),
            )
            for group in groups(session)
        }
    assert found == {
        "Collaborative Group 1": (["Carl Messer", "Bronwen Llewellyn-Hughes"], 3),
        "Collaborative Group 2": (["Kate Moore", "Siân Whitcombe"], 3),
        "Collaborative Group 3": (["Trish Wilkie", "Grace Okonkwo"], 3),
    }


def test_every_school_has_one_head_and_a_governor(consortium: Sessions) -> None:
    with consortium() as session:
        for found in session.scalars(select(School)):
            for role in (Role.HEAD, Role.GOVERNOR):
                assert len(people_with(session, role, SAMPLE_DAY, school_id=found.id)) == 1, (
                    found.name,
                    role,
                )


def test_oak_can_be_reviewed_by_a_full_team(sqlite_consortium: Sessions) -> None:
    with sqlite_consortium() as session:
        asked = [
            (person.name, role.role)
            for person, role, where in directory.read(session).reviewing_people(SAMPLE_DAY)
            if where.name != "Oak Primary School"
        ]
        [head] = people_with(session, Role.HEAD, SAMPLE_DAY, school_id=school(session, "oak").id)
    assert len({name for name, role in asked if role is Role.REVIEWER}) >= 6
    assert len({name for name, role in asked if role is Role.CHAMPION}) >= 4
    assert head.name == "Priya Nair"


def test_the_channels_are_those_of_the_practice_room(sqlite_consortium: Sessions) -> None:
    with sqlite_consortium() as session:
        found = {
            (channel.conversation, channel.group_id is None) for channel in session.scalars(select(Channel))
        }
    assert found == {("group-1", False), ("group-2", False), ("group-3", False), ("management", True)}


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2017, 9, 4), "an INSET day"),
        (date(2017, 9, 5), ""),
        (date(2017, 10, 20), ""),
        (date(2017, 10, 23), "the autumn half term"),
        (date(2017, 10, 27), "the autumn half term"),
        (date(2017, 10, 30), ""),
        (date(2017, 11, 14), ""),
        (date(2017, 11, 18), "a Saturday"),
        (date(2017, 12, 20), ""),
        (date(2017, 12, 25), "Christmas Day (bank holiday)"),
        (date(2018, 1, 4), ""),
        (date(2018, 2, 14), "the spring half term"),
        (date(2018, 3, 28), ""),
        (date(2018, 3, 30), "Good Friday (bank holiday)"),
        (date(2018, 4, 16), ""),
        (date(2018, 5, 7), "May Day (bank holiday)"),
        (date(2018, 5, 29), "the summer half term"),
        (date(2018, 7, 23), "an INSET day"),
        (date(2018, 7, 24), ""),
        (date(2018, 7, 25), "the summer holiday"),
    ],
)
def test_days_of_the_consortium(sqlite_consortium: Sessions, day: date, why: str) -> None:
    with sqlite_consortium() as session:
        assert school_calendar(session, None).why_closed(day) == why


def test_bank_holidays_are_englands(sqlite_consortium: Sessions) -> None:
    with sqlite_consortium() as session:
        calendar = school_calendar(session, None)
    assert [day for day in calendar.bank_holidays if date(2017, 9, 1) <= day <= date(2018, 8, 31)] == [
        date(2017, 12, 25),
        date(2017, 12, 26),
        date(2018, 1, 1),
        date(2018, 3, 30),
        date(2018, 4, 2),
        date(2018, 5, 7),
        date(2018, 5, 28),
        date(2018, 8, 27),
    ]


def test_one_school_has_an_inset_day_of_its_own(consortium: Sessions) -> None:
    own = date(2017, 11, 24)
    with consortium() as session:
        queens, oak = (school(session, key).id for key in ("queens-meadow", "oak"))
        assert school_calendar(session, queens).why_closed(own) == "an INSET day"
        assert school_calendar(session, queens).why_closed(date(2017, 9, 4)) == "an INSET day"
        assert school_calendar(session, oak).is_school_day(own)
        assert school_calendar(session, None).is_school_day(own)


def test_a_calendar_takes_two_queries(consortium: Sessions) -> None:
    with consortium() as session:
        asked: list[str] = []
        event.listen(session.connection(), "before_cursor_execute", lambda *args: asked.append(args[2]))
        school_calendar(session, 1)
    assert len(asked) == 2
