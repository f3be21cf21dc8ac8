"""Schools, people and years of the past: the roster in which the stored reviews were held, all made up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.roles import Role
from storage.models import AcademicYear, Group, Membership, Person, RoleAssignment, School
from tests.benchmarks.rows import Rows

GROUPS, SCHOOLS, STAFF = 25, 500, 6
# The schools added here have left: a benchmark of stored reviews keeps the roster in the forms as it is.
LEFT = date(2017, 8, 31)
JOINED = date(1997, 9, 1)


@dataclass(frozen=True, slots=True)
class Place:
    """A school, its group, and the people who work there."""

    school_id: int
    group_id: int
    people: Sequence[int]


def year_row(rows: Rows, starts: int) -> tuple[int, int]:
    """The id of the academic year, and the calendar year in which it starts."""
    name = f"{starts}-{(starts + 1) % 100:02d}"
    known = rows.session.scalar(select(AcademicYear.id).where(AcademicYear.name == name))
    if known:
        return known, starts
    first, last = date(starts, 9, 1), date(starts + 1, 8, 31)
    return rows.add(AcademicYear, name=name, starts=first, ends=last), starts


def sample_places(session: Session) -> Iterator[Place]:
    """The schools of the sample but Oak, whose review is being talked about."""
    query = select(School, Membership.group_id).join(Membership).where(School.name != "Oak Primary School")
    for school, group_id in session.execute(query).all():
        held = select(RoleAssignment.person_id).where(RoleAssignment.school_id == school.id)
        people = list(dict.fromkeys(session.scalars(held)))
        yield Place(school.id, group_id, people)


def past_places(rows: Rows) -> Iterator[Place]:
    groups = [rows.add(Group, key=f"past-{n}", name=f"Past group {n}") for n in range(GROUPS)]
    for n in range(SCHOOLS):
        school = rows.add(
            School, key=f"past-{n}", name=f"Past School {n}", church_school=False, federation=""
        )
        group = groups[n % GROUPS]
        rows.add(Membership, school_id=school, group_id=group, starts=JOINED, ends=LEFT)
        yield Place(school, group, [staff(rows, school, n, m) for m in range(STAFF)])


def staff(rows: Rows, school: int, n: int, m: int) -> int:
    email, name = f"p{n}.{m}@past.example", f"Made-up Person {n} {m}"
    person = rows.add(Person, email=email, name=name, left=None, home_platform="")
    role = Role.HEAD if m == 0 else Role.REVIEWER if m < 4 else Role.CHAMPION
    rows.add(
        RoleAssignment,
        person_id=person,
        role=role,
        school_id=school,
        group_id=None,
        deputy=False,
        starts=JOINED,
        ends=LEFT,
    )
    return person
