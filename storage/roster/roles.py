"""The roles that a roster gives to a person, as they are stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.rules.roles import Role
from storage.models import Group, RoleAssignment, School
from storage.roster.changes import Days
from storage.roster.places import Groups, Schools
from storage.roster.shape import Dated, Person, RoleAt, Roster

ROLES_AT = {
    "headteacher": Role.HEAD,
    "reviewer": Role.REVIEWER,
    "champion": Role.CHAMPION,
    "governor": Role.GOVERNOR,
    "staff": Role.STAFF,
}
SPOKEN = {
    Role.HEAD: "headteacher of",
    Role.REVIEWER: "reviewer at",
    Role.CHAMPION: "Improvement Champion at",
    Role.GOVERNOR: "governor of",
    Role.STAFF: "on the staff of",
    Role.LEAD: "Peer Review Lead of",
    Role.OFFICE: "in the Consortium Office",
    Role.MANAGEMENT: "in the Management Group",
}


@dataclass(frozen=True, eq=False)
class Held:
    """A role as the roster has it. Where no day is `given`, one that is held already keeps its own."""

    role: Role
    starts: date
    school: School | None = None
    group: Group | None = None
    deputy: bool = False
    given: date | None = None
    ends: date | None = None

    @property
    def what(self) -> tuple[Role, int | None, int | None, bool]:
        school_id = self.school.id if self.school else None
        group_id = self.group.id if self.group else None
        return self.role, school_id, group_id, self.deputy

    @property
    def said(self) -> str:
        return words(self.role, self.school or self.group, self.deputy)


def spoken(assignment: RoleAssignment) -> str:
    return words(assignment.role, assignment.school or assignment.group, assignment.deputy)


def words(role: Role, place: School | Group | None, deputy: bool) -> str:
    where = f"{SPOKEN[role]} {place.name}" if place else SPOKEN[role]
    return f"deputy {where}" if deputy else where


def roles_of(entry: Person, roster: Roster, schools: Schools, groups: Groups, days: Days) -> Iterator[Held]:
    for word, role in ROLES_AT.items():
        for role_at in getattr(entry, word):
            yield at_school(entry, role, role_at, schools[role_at.school], days)
    if entry.office:
        yield dated(entry, Role.OFFICE, days)
    if entry.management:
        yield dated(entry, Role.MANAGEMENT, days)
    for group in roster.groups:
        for email, deputy in ((group.lead, False), (group.deputy, True)):
            if email == entry.email:
                yield Held(Role.LEAD, days.first, group=groups[group.key], deputy=deputy)


def at_school(entry: Person, role: Role, role_at: RoleAt, school: School, days: Days) -> Held:
    both = Dated.model_validate({"from": role_at.from_ or entry.from_, "to": role_at.to or entry.to})
    return dated(both, role, days, school, deputy=role_at.as_ == "deputy")


def dated(
    given: Dated, role: Role, days: Days, school: School | None = None, *, deputy: bool = False
) -> Held:
    starts = given.from_ or min(days.own_role, given.to or date.max)
    return Held(role, starts, school, deputy=deputy, given=given.from_, ends=given.to)
