"""The roster in memory: read whole for each version of it, because nothing but an import changes it.

What is in force depends on the day, so that everything here is asked with a date.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from bot.rules.calendar import SchoolCalendar
from bot.rules.policy import Policy
from bot.rules.roles import Role
from storage import calendars
from storage.calendars import SpanEntry, YearEntry
from storage.models import Consortium, Group, Membership, Person, RoleAssignment, School

REVIEWING = frozenset({Role.HEAD, Role.REVIEWER, Role.CHAMPION})


class Dated(Protocol):
    @property
    def starts(self) -> date: ...

    @property
    def ends(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class GroupEntry:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class StayEntry:
    """A school's time in a group; `ends` is its last day there."""

    group_id: int
    starts: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class SchoolEntry:
    id: int
    name: str
    federation: str
    stays: tuple[StayEntry, ...] = ()

    def groups_on(self, today: date) -> frozenset[int]:
        return frozenset(stay.group_id for stay in self.stays if in_force(stay, today))


@dataclass(frozen=True, slots=True)
class RoleEntry:
    role: Role
    school_id: int | None
    group_id: int | None
    starts: date
    ends: date | None
    deputy: bool = False


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """`left` is the day from which they have no access."""

    id: int
    name: str
    email: str
    left: date | None
    roles: tuple[RoleEntry, ...] = ()

    def is_here(self, today: date) -> bool:
        return self.left is None or self.left > today


@dataclass(frozen=True, eq=False)
class Directory:
    """Years in the order of their days; all else by id, in the order of the names."""

    policy: Policy
    years: Sequence[YearEntry]
    spans: Sequence[SpanEntry]
    groups: Mapping[int, GroupEntry]
    schools: Mapping[int, SchoolEntry]
    people: Mapping[int, PersonEntry]
    _calendars: dict[int | None, SchoolCalendar] = field(default_factory=dict, repr=False)

    def person(self, person_id: int | None, today: date) -> PersonEntry | None:
        """Nobody, once they have left."""
        found = self.people.get(person_id or 0)
        return found if found is not None and found.is_here(today) else None

    def year_of(self, day: date) -> YearEntry | None:
        return next((year for year in self.years if year.starts <= day <= year.ends), None)

    def calendar(self, school_id: int | None) -> SchoolCalendar:
        """The days of one school; without a school, those of the consortium."""
        if school_id not in self._calendars:
            own = [span for span in self.spans if span.school_id in (None, school_id)]
            self._calendars[school_id] = calendars.of_spans(self.years, own)
        return self._calendars[school_id]

    def schools_in(self, group_ids: Sequence[int], today: date) -> Sequence[tuple[SchoolEntry, GroupEntry]]:
        """The schools of these groups today, in the order of groups and names."""
        return [
            (school, group)
            for group in self.groups.values()
            if group.id in group_ids
            for school in self._members[group.id]
            if group.id in school.groups_on(today)
        ]

    @cached_property
    def _members(self) -> Mapping[int, Sequence[SchoolEntry]]:
        """By group, the schools that are or were in it or will be."""
        found: dict[int, list[SchoolEntry]] = {group: [] for group in self.groups}
        for school in self.schools.values():
            for group in {stay.group_id for stay in school.stays}:
                found[group].append(school)
        return found

    def reviewing_people(self, today: date) -> Iterator[tuple[PersonEntry, RoleEntry, SchoolEntry]]:
        """Everyone who may be asked to review or to be an Improvement Champion, by school and name."""
        at: dict[int, list[tuple[PersonEntry, RoleEntry]]] = defaultdict(list)
        for person in self.people.values():
            if person.is_here(today):
                for held in person.roles:
                    if held.school_id and held.role in REVIEWING and in_force(held, today):
                        at[held.school_id].append((person, held))
        for school in self.schools.values():
            for person, held in at[school.id]:
                yield person, held, school


def entry_of(person: Person) -> PersonEntry:
    """As the directory would have them, where only the person is at hand."""
    held = (RoleEntry(r.role, r.school_id, r.group_id, r.starts, r.ends, r.deputy) for r in person.roles)
    return PersonEntry(person.id, person.name, person.email, person.left, tuple(held))


def in_force(dated: Dated, today: date) -> bool:
    return dated.starts <= today and (dated.ends is None or dated.ends >= today)


# By engine: the practice room and the tests have many databases in one process.
_held: WeakKeyDictionary[Engine, tuple[int, Directory]] = WeakKeyDictionary()


def current(session: Session, version: int | None) -> Directory:
    """The directory of the version that this transaction has just read; read again if that is another one.

    Not for a transaction that changes the roster: what is undone would be remembered.
    """
    engine = session.get_bind().engine
    held = _held.get(engine)
    if held is not None and held[0] == version:
        return held[1]
    found = read(session)
    if version is not None:
        # An import that commits meanwhile is read here already, and read again by the next turn.
        _held[engine] = version, found
    return found


def newest(session: Session) -> Directory:
    """For whoever has no version at hand."""
    return current(session, session.scalar(select(func.max(Consortium.roster_version))))


def read(session: Session) -> Directory:
    """From the tables, in eight queries."""
    stays: dict[int, list[StayEntry]] = defaultdict(list)
    members = select(Membership.school_id, Membership.group_id, Membership.starts, Membership.ends)
    for row in session.execute(members.order_by(Membership.id)):
        stays[row.school_id].append(StayEntry(row.group_id, row.starts, row.ends))
    held = roles(session)
    schools = select(School.id, School.name, School.federation).order_by(School.name, School.id)
    people = select(Person.id, Person.name, Person.email, Person.left).order_by(Person.name, Person.id)
    groups = select(Group.id, Group.name).order_by(Group.name, Group.id)
    return Directory(
        policy=Policy.from_settings(session.scalar(select(Consortium.policy)) or {}),
        years=calendars.years(session),
        spans=calendars.spans(session),
        groups={row.id: GroupEntry(*row) for row in session.execute(groups)},
        schools={row.id: SchoolEntry(*row, tuple(stays[row.id])) for row in session.execute(schools)},
        people={row.id: PersonEntry(*row, tuple(held[row.id])) for row in session.execute(people)},
    )


def roles(session: Session) -> Mapping[int, Sequence[RoleEntry]]:
    """By person."""
    found: dict[int, list[RoleEntry]] = defaultdict(list)
    query = select(
        RoleAssignment.person_id,
        RoleAssignment.role,
        RoleAssignment.school_id,
        RoleAssignment.group_id,
        RoleAssignment.starts,
        RoleAssignment.ends,
        RoleAssignment.deputy,
    )
    for row in session.execute(query.order_by(RoleAssignment.id)):
        held = RoleEntry(row.role, row.school_id, row.group_id, row.starts, row.ends, row.deputy)
        found[row.person_id].append(held)
    return found
