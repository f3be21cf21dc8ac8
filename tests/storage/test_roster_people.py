"""Importing a roster again: who came, who left, who holds which role; on both databases."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.roles import Role
from storage.consortium import people_with
from storage.database import Sessions
from storage.models import (
    Base,
    Consortium,
    Person,
    RoleAssignment,
    School,
)
from storage.roster import Report
from tests.storage.rosters import LATER, Office

CAI = "  - name: Cai Elm\n    email: cai@elm.example\n    champion: elm\n"


def person(session: Session, email: str) -> Person:
    return session.scalars(select(Person).filter_by(email=email)).one()


def roles(session: Session, email: str) -> list[tuple[str, date, date | None]]:
    query = select(RoleAssignment).where(RoleAssignment.person_id == person(session, email).id)
    return [
        (held.role.value, held.starts, held.ends)
        for held in session.scalars(query.order_by(RoleAssignment.id))
    ]


def version(sessions: Sessions) -> int:
    with sessions() as session:
        return session.scalars(select(Consortium)).one().roster_version


def everything(sessions: Sessions) -> dict[str, list[tuple[object, ...]]]:
    with sessions() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in Base.metadata.sorted_tables
        }


def test_the_first_roster_holds_from_the_beginning_of_its_year(office: Office) -> None:
    with office.sessions() as session:
        assert roles(session, "ann@elm.example") == [
            ("headteacher", date(2017, 9, 1), None),
            ("reviewer", date(2017, 9, 1), None),
            ("peer review lead", date(2017, 9, 1), None),
        ]
    assert version(office.sessions) == 1


def test_the_same_roster_changes_nothing(office: Office) -> None:
    before = everything(office.sessions)
    assert office.send() == Report()
    assert everything(office.sessions) == before


def test_a_dry_run_says_what_would_change_and_changes_nothing(office: Office) -> None:
    before = everything(office.sessions)
    assert office.send((CAI, ""), ("Elm Primary", "Elm Tree Primary"), dry_run=True).changes == (
        "Elm Primary School is now called Elm Tree Primary School.",
        "Cai Elm has no access from 8 January 2018. Their records stay.",
    )
    assert everything(office.sessions) == before


def test_a_file_with_a_mistake_changes_nothing(office: Office) -> None:
    before = everything(office.sessions)
    report = office.send(("Elm Primary", "Elm Tree Primary"), ("headteacher: ash", "headteacher: ahs"))
    assert [mistake.line for mistake in report.mistakes] == [36]
    assert report.changes == ()
    assert everything(office.sessions) == before


def test_someone_who_left_loses_access_and_their_records_stay(office: Office) -> None:
    office.send((CAI, ""))
    with office.sessions() as session:
        assert person(session, "cai@elm.example").left == LATER
        assert roles(session, "cai@elm.example") == [
            ("improvement champion", date(2017, 9, 1), date(2018, 1, 7))
        ]
        assert people_with(session, Role.CHAMPION, LATER) == []
    assert office.send((CAI, ""), on=date(2018, 1, 9)) == Report()
    assert version(office.sessions) == 2


def test_someone_who_comes_back_has_access_again(office: Office) -> None:
    office.send((CAI, ""))
    assert office.send(on=date(2018, 4, 16)).changes == (
        "Cai Elm is Improvement Champion at Elm Primary School from 16 April 2018.",
        "Cai Elm has access again.",
    )
    with office.sessions() as session:
        assert person(session, "cai@elm.example").left is None
        assert [ends for _, _, ends in roles(session, "cai@elm.example")] == [date(2018, 1, 7), None]
        assert [found.name for found in people_with(session, Role.CHAMPION, date(2018, 4, 16))] == ["Cai Elm"]


def test_a_new_name_is_the_same_person(office: Office) -> None:
    with office.sessions() as session:
        before = person(session, "ann@elm.example").id
    report = office.send(("name: Ann Elm", "name: Ann Ŵyn-Elm"), ("email: ann@elm", "email: Ann@ELM"))
    assert report.changes == ("Ann Elm is now called Ann Ŵyn-Elm.",)
    with office.sessions() as session:
        assert (person(session, "ann@elm.example").id, person(session, "ann@elm.example").name) == (
            before,
            "Ann Ŵyn-Elm",
        )


def test_a_new_headteacher(office: Office) -> None:
    report = office.send(("    headteacher: elm\n", ""), ("champion: elm", "headteacher: elm"))
    assert report.changes == (
        "Cai Elm is headteacher of Elm Primary School from 8 January 2018.",
        "Ann Elm is no longer headteacher of Elm Primary School after 7 January 2018.",
        "Cai Elm is no longer Improvement Champion at Elm Primary School after 7 January 2018.",
    )
    with office.sessions() as session:
        elm = session.scalars(select(School).filter_by(key="elm")).one().id
        heads = [
            [found.name for found in people_with(session, Role.HEAD, day, school_id=elm)]
            for day in (date(2018, 1, 7), LATER)
        ]
    assert heads == [["Ann Elm"], ["Cai Elm"]]


def test_an_acting_head_for_a_term_is_imported_once(office: Office) -> None:
    acting = ("champion: elm", "headteacher: {school: elm, as: acting, from: 2018-01-08, to: 2018-03-28}")
    office.send(acting)
    with office.sessions() as session:
        assert roles(session, "cai@elm.example")[1:] == [("headteacher", LATER, date(2018, 3, 28))]
    assert office.send(acting, on=date(2018, 2, 1)) == Report()
    assert office.send(acting, on=date(2018, 5, 1)) == Report()


def test_someone_with_a_last_day_has_access_until_then(office: Office) -> None:
    going = ("champion: elm", "champion: elm\n    to: 2018-03-28")
    assert office.send(going).changes == (
        "Cai Elm has access until 28 March 2018.",
        "Cai Elm is Improvement Champion at Elm Primary School from 1 September 2017 to 28 March 2018.",
    )
    with office.sessions() as session:
        assert person(session, "cai@elm.example").left == date(2018, 3, 29)
    assert office.send(going, on=date(2018, 5, 1)) == Report()


def test_a_role_given_and_taken_back_on_one_day_was_never_held(office: Office) -> None:
    office.send(("champion: elm", "champion: elm\n    reviewer: elm"))
    office.send()
    with office.sessions() as session:
        assert [role for role, _, _ in roles(session, "cai@elm.example")] == ["improvement champion"]


def test_a_role_held_given_up_and_held_again_keeps_both_times(office: Office) -> None:
    twice = ("champion: elm", "champion: [{school: elm, to: 2017-12-31}, {school: elm, from: 2018-04-16}]")
    office.send(twice)
    for day in (LATER, date(2018, 2, 1), date(2018, 5, 1)):
        assert office.send(twice, on=day) == Report()
    with office.sessions() as session:
        assert [days for _, *days in roles(session, "cai@elm.example")] == [
            [date(2017, 9, 1), date(2017, 12, 31)],
            [date(2018, 4, 16), None],
        ]
