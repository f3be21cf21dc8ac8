"""People, the roles they hold, and what becomes of those who are no longer in the roster."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from bot.rules.roles import Role
from storage.models import Person, RoleAssignment
from storage.roster.changes import Changes, Days, said
from storage.roster.places import Groups, Schools
from storage.roster.roles import Held, roles_of, spoken
from storage.roster.shape import Person as PersonEntry
from storage.roster.shape import Roster

DAY = timedelta(days=1)


def apply_people(
    session: Session, roster: Roster, schools: Schools, groups: Groups, days: Days, changes: Changes
) -> None:
    stored = {p.email: p for p in session.scalars(select(Person).options(selectinload(Person.roles)))}
    for entry in roster.people:
        wanted = list(roles_of(entry, roster, schools, groups, days))
        person = stored.pop(entry.email, None)
        if person is None:
            roles = [assignment(held) for held in wanted]
            session.add(Person(email=entry.email, name=entry.name, left=day_left(entry), roles=roles))
            holding = f": {', '.join(held.said for held in wanted)}" if wanted else ""
            changes.added.append(f"Added {entry.name} ({entry.email}){holding}.")
        else:
            update(session, person, entry, wanted, days, changes)
    for person in stored.values():
        leave(session, person, days, changes)
    session.flush()


def update(
    session: Session, person: Person, entry: PersonEntry, wanted: list[Held], days: Days, changes: Changes
) -> None:
    if person.name != entry.name:
        changes.changed.append(f"{person.name} is now called {entry.name}.")
        person.name = entry.name
    if person.left != day_left(entry):
        person.left = day_left(entry)
        access = f"until {said(entry.to)}" if entry.to else "again"
        changes.changed.append(f"{person.name} has access {access}.")
    left_over = list(person.roles)
    for held, found in matches(wanted, left_over, days.today):
        if found is None:
            person.roles.append(assignment(held))
            changes.added.append(f"{person.name} is {held.said} from {said(held.starts)}.")
        elif set_dates(found, held):
            changes.changed.append(f"{person.name} is {held.said} {span(found)}.")
    for old in left_over:
        if end(session, person, old, last_day(old, days)):
            changes.ended.append(
                f"{person.name} is no longer {spoken(old)} after {said(last_day(old, days))}."
            )


def day_left(entry: PersonEntry) -> date | None:
    return entry.to + DAY if entry.to else None


def span(role: RoleAssignment) -> str:
    return f"from {said(role.starts)}" + (f" to {said(role.ends)}" if role.ends else "")


def matches(
    wanted: list[Held], left_over: list[RoleAssignment], today: date
) -> list[tuple[Held, RoleAssignment | None]]:
    """For each role of the roster the stored one, taken out of those left over.

    Those with the very same dates find each other first: a role may be held, given up and held again.
    """
    found: dict[Held, RoleAssignment] = {}
    for like in (with_the_same_dates, still_held):
        for held in wanted:
            old = next((old for old in left_over if like(held, old, today)), None)
            if old and held not in found:
                found[held] = old
                left_over.remove(old)
    return [(held, found.get(held)) for held in wanted]


def with_the_same_dates(held: Held, old: RoleAssignment, _today: date) -> bool:
    return same_role(held, old) and old.ends == held.ends and held.given in (None, old.starts)


def still_held(held: Held, old: RoleAssignment, today: date) -> bool:
    return same_role(held, old) and (old.ends is None or old.ends >= today)


def same_role(held: Held, old: RoleAssignment) -> bool:
    return (old.role, old.school_id, old.group_id, old.deputy) == held.what


def set_dates(old: RoleAssignment, held: Held) -> bool:
    was = (old.starts, old.ends)
    old.starts, old.ends = held.given or old.starts, held.ends
    return was != (old.starts, old.ends)


def leave(session: Session, person: Person, days: Days, changes: Changes) -> None:
    for old in list(person.roles):
        end(session, person, old, days.today - DAY)
    if person.left is None or person.left > days.today:
        person.left = days.today
        changes.ended.append(f"{person.name} has no access from {said(days.today)}. Their records stay.")


def last_day(old: RoleAssignment, days: Days) -> date:
    """A Lead stays until the next one begins."""
    return (days.first if old.role is Role.LEAD else days.today) - DAY


def end(session: Session, person: Person, old: RoleAssignment, ends: date) -> bool:
    """Whether anything was still open. A role that would end before it began was never held."""
    if old.ends is not None and old.ends <= ends:
        return False
    if old.starts > ends:
        person.roles.remove(old)
        session.delete(old)
    else:
        old.ends = ends
    return True


def assignment(held: Held) -> RoleAssignment:
    return RoleAssignment(
        role=held.role,
        school=held.school,
        group=held.group,
        deputy=held.deputy,
        starts=held.starts,
        ends=held.ends,
    )
