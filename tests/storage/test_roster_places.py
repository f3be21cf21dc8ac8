"""Importing a roster again: groups, schools, years, settings and channels; on both databases."""

from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from bot.rules.roles import Role
from storage.calendars import school_calendar
from storage.consortium import people_with, schools_in
from storage.database import Sessions
from storage.models import (
    AcademicYear,
    CalendarSpan,
    Channel,
    Group,
    Membership,
    School,
)
from storage.roster import Report, import_file
from tests.storage.rosters import FIRST, LATER, SMALL, Office

NEXT_YEAR = (
    ("name: 2017-18", "name: 2018-19"),
    ("starts: 2017-09-01\n  ends: 2018-08-31", "starts: 2018-09-01\n  ends: 2019-08-31"),
    ("starts: 2017-09-04, ends: 2017-12-20", "starts: 2018-09-04, ends: 2018-12-20"),
    ("starts: 2018-01-04, ends: 2018-03-28", "starts: 2019-01-07, ends: 2019-04-05"),
    ("starts: 2017-10-23, ends: 2017-10-27", "starts: 2018-10-22, ends: 2018-10-26"),
    ("inset: [2017-09-04]", "inset: [2018-09-04]"),
)
ASH = "  - key: ash\n    name: Ash Primary School\n    group: south\n"


def test_a_school_changes_its_group(office: Office) -> None:
    moved = ("group: south", "group: north")
    assert office.send(moved).changes == ("Ash Primary School is in North Group from 8 January 2018.",)
    with office.sessions() as session:
        north, south = (
            session.scalars(select(Group).filter_by(key=key)).one().id for key in ("north", "south")
        )
        where = [
            {school.key: group.key for school, group in schools_in(session, [north, south], day)}
            for day in (date(2018, 1, 7), LATER)
        ]
    assert where == [{"elm": "north", "ash": "south"}, {"elm": "north", "ash": "north"}]
    assert office.send(moved) == Report()


def test_a_school_that_leaves_keeps_its_records(office: Office) -> None:
    gone = [(ASH, ""), ("    headteacher: ash\n", "")]
    assert office.send(*gone).changes == (
        "Ash Primary School is in no group from 8 January 2018. Its records stay.",
        "Bob Ash is no longer headteacher of Ash Primary School after 7 January 2018.",
    )
    assert office.send(*gone) == Report()
    with office.sessions() as session:
        assert session.scalar(select(func.count(School.id))) == 2
        assert list(session.scalars(select(Membership.ends).where(Membership.ends.is_not(None)))) == [
            date(2018, 1, 7)
        ]


def test_next_years_roster_stands_beside_this_years(office: Office) -> None:
    """Sent in July: the Lead and the groups change with the new year, not at once."""
    july = date(2018, 7, 10)
    swaps = (
        *NEXT_YEAR,
        ("    lead: bob@ash.example", "    lead: cai@elm.example"),
        ("group: south", "group: north"),
    )
    report = office.send(*swaps, on=july)
    assert "Added the academic year 2018-19: 1 September 2018 to 31 August 2019." in report.changes
    assert "Cai Elm is Peer Review Lead of South Group from 1 September 2018." in report.changes
    with office.sessions() as session:
        south = session.scalars(select(Group).filter_by(key="south")).one().id
        leads = [
            [found.name for found in people_with(session, Role.LEAD, day, group_id=south)]
            for day in (july, date(2018, 8, 31), date(2018, 9, 1))
        ]
        calendar = school_calendar(session, None)
        schools = [len(schools_in(session, [south], day)) for day in (date(2018, 8, 31), date(2018, 9, 1))]
    assert leads == [["Bob Ash"], ["Bob Ash"], ["Cai Elm"]]
    assert [year.starts for year in calendar.years] == [date(2017, 9, 1), date(2018, 9, 1)]
    assert calendar.why_closed(date(2017, 10, 24)) == calendar.why_closed(date(2018, 10, 24)) != ""
    assert schools == [1, 0]
    assert office.send(*swaps, on=date(2018, 8, 1)) == Report()
    assert office.send(*swaps, on=date(2018, 10, 1)) == Report()


def test_a_year_under_another_name_is_asked_about(office: Office) -> None:
    [mistake] = office.send(("name: 2017-18", "name: 2017/18")).mistakes
    assert (mistake.line, mistake.sentence) == (
        3,
        "The year 2017/18 shares days with 2017-18, which is here already"
        " (1 September 2017 to 31 August 2018). Give it that name to correct it, or other dates.",
    )


def test_dates_of_the_year_are_corrected(office: Office) -> None:
    report = office.send(("inset: [2017-09-04]", "inset: [2017-09-05]"))
    assert report.changes == ("The dates of 2017-18 are not what they were.",)
    with office.sessions() as session:
        assert school_calendar(session, None).is_school_day(date(2017, 9, 4))
        assert session.scalar(select(func.count(AcademicYear.id))) == 1
        assert session.scalar(select(func.count(CalendarSpan.id)).where(CalendarSpan.kind == "inset")) == 1


def test_a_school_has_terms_and_half_terms_of_its_own(office: Office) -> None:
    terms = "terms: [{name: autumn, starts: 2017-09-11, ends: 2017-12-15}]"
    half_terms = "half_terms: [{starts: 2017-10-16, ends: 2017-10-20}]"
    own = f"    calendar: {{{terms}, {half_terms}}}\n"
    office.send(("group: north\n  - key: ash", f"group: north\n{own}  - key: ash"))
    with office.sessions() as session:
        elm, ash = (session.scalars(select(School).filter_by(key=key)).one().id for key in ("elm", "ash"))
        closed = [
            [school_calendar(session, school).why_closed(day) for school in (elm, ash)]
            for day in (date(2017, 10, 17), date(2017, 10, 24), date(2017, 9, 4))
        ]
    assert closed == [
        ["the autumn half term", ""],
        ["", "the autumn half term"],
        ["an INSET day", "an INSET day"],
    ]


def test_settings_are_kept(office: Office) -> None:
    swap = ("groups:", "settings: {champions: 3, timetable_due: 15:30}\ngroups:")
    assert office.send(swap).changes == (
        "The setting timetable_due is now 15:30; it was 16:00.",
        "The setting champions is now 3; it was 2.",
    )
    assert office.send(swap) == Report()
    assert office.send().changes[0] == "The setting timetable_due is now 16:00; it was 15:30."


def test_channels_follow_the_file_by_id(office: Office) -> None:
    report = office.send(
        ("      practice: north-channel", "      slack: C0123"),
        ("groups:", "workspaces: {slack: T1}\ngroups:"),
    )
    assert report.changes == (
        "North Group uses the slack channel C0123.",
        "The practice channel north-channel is used no longer.",
    )
    with office.sessions() as session:
        [channel] = session.scalars(select(Channel))
        assert (channel.platform, channel.workspace, channel.conversation) == ("slack", "T1", "C0123")


def test_names_and_kinds_of_places_follow_the_file(office: Office) -> None:
    report = office.send(
        ("North Group", "Northern Group"),
        ("    group: north", "    group: north\n    church_school: true\n    federation: River Federation"),
    )
    assert report.changes == (
        "North Group is now called Northern Group.",
        "Elm Primary School is now a church school.",
        "Elm Primary School is now in the River Federation.",
    )
    assert office.send().changes == (
        "Northern Group is now called North Group.",
        "Elm Primary School is no longer a church school.",
        "Elm Primary School is in no federation any more.",
    )


def test_a_key_is_a_word_even_when_it_looks_like_a_number(sessions: Sessions, tmp_path: Path) -> None:
    (tmp_path / "roster.yaml").write_text(SMALL.replace("south", "2"), "utf-8")
    assert import_file(sessions, tmp_path / "roster.yaml", FIRST).mistakes == ()


def test_the_day_it_joined_does_not_wipe_out_a_schools_first_group(office: Office) -> None:
    office.send(("group: south", "group: south\n    from: 2017-09-01"))
    office.send(("group: south", "group: north\n    from: 2017-09-01"))
    with office.sessions() as session:
        ash = session.scalars(select(School).filter_by(key="ash")).one()
        stays = [(stay.group.key, stay.starts, stay.ends) for stay in ash.memberships]
    assert stays == [("south", date(2017, 9, 1), date(2018, 1, 7)), ("north", LATER, None)]


def test_a_move_that_was_to_come_can_be_taken_back(office: Office) -> None:
    office.send(("group: south", "group: north\n    from: 2018-09-01"))
    assert office.send().changes == ("Ash Primary School is in South Group from 1 September 2017.",)
    with office.sessions() as session:
        ash = session.scalars(select(School).filter_by(key="ash")).one()
        assert [(stay.group.key, stay.starts, stay.ends) for stay in ash.memberships] == [
            ("south", date(2017, 9, 1), None)
        ]
