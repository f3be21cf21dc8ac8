"""Finding the consortium's people and their places, from the chat and from the roster."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import overload

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, selectinload

from bot.rules.policy import Policy
from bot.rules.roles import Role
from storage.directory import PersonEntry, RoleEntry, in_force
from storage.models import Consortium, Group, Membership, Person, RoleAssignment, School


def policy(session: Session) -> Policy:
    stored = session.scalar(select(Consortium.policy))
    return Policy.from_settings(stored or {})


def name(session: Session) -> str:
    return session.scalar(select(Consortium.name)) or ""


def by_id(session: Session, person_id: int, today: date) -> Person | None:
    """The person with their roles; nobody, once they have left."""
    query = select(Person).where(Person.id == person_id, here(today)).options(selectinload(Person.roles))
    return session.scalar(query)


def here(today: date) -> ColumnElement[bool]:
    return or_(Person.left.is_(None), Person.left > today)


def has_left(person: Person | PersonEntry, today: date) -> bool:
    """The same as `here` says, of somebody at hand; `today` is London's."""
    return person.left is not None and person.left <= today


def held(today: date) -> ColumnElement[bool]:
    """Role assignments that are in force."""
    return (RoleAssignment.starts <= today) & or_(RoleAssignment.ends.is_(None), RoleAssignment.ends >= today)


@overload
def roles_on(person: Person, today: date) -> tuple[RoleAssignment, ...]: ...


@overload
def roles_on(person: PersonEntry, today: date) -> tuple[RoleEntry, ...]: ...


def roles_on(person: Person | PersonEntry, today: date) -> tuple[RoleAssignment | RoleEntry, ...]:
    return tuple(role for role in person.roles if in_force(role, today))


def people_with(
    session: Session, role: Role, today: date, *, school_id: int | None = None, group_id: int | None = None
) -> Sequence[Person]:
    """Those who hold the role now, first those who are not deputies."""
    query = (
        select(Person)
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(RoleAssignment.role == role, held(today), here(today))
        .order_by(RoleAssignment.deputy, Person.name)
    )
    if school_id is not None:
        query = query.where(RoleAssignment.school_id == school_id)
    if group_id is not None:
        query = query.where(RoleAssignment.group_id == group_id)
    return session.scalars(query).unique().all()


def office_names(session: Session, today: date) -> tuple[str, ...]:
    return tuple(person.name for person in people_with(session, Role.OFFICE, today))


def schools_in(session: Session, group_ids: Collection[int], today: date) -> Sequence[tuple[School, Group]]:
    """The schools of these groups today, in the order of groups and names."""
    query = (
        select(School, Group)
        .join(Membership, Membership.school_id == School.id)
        .join(Group, Group.id == Membership.group_id)
        .where(
            Membership.group_id.in_(group_ids),
            Membership.starts <= today,
            or_(Membership.ends.is_(None), Membership.ends >= today),
        )
        .order_by(Group.name, School.name)
    )
    return [(school, group) for school, group in session.execute(query)]


def people(session: Session, ids: Collection[int]) -> Mapping[int, Person]:
    """By id."""
    found = session.scalars(select(Person).where(Person.id.in_(ids)))
    return {person.id: person for person in found}


def groups(session: Session) -> Sequence[Group]:
    return session.scalars(select(Group).order_by(Group.name)).all()
