"""What a person is: to one review, and to the groups."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.rules.permissions import Part
from bot.rules.roles import Role, TeamPart
from storage import consortium, teams
from storage.directory import Directory, GroupEntry, PersonEntry
from storage.models import Membership, Person, Review

Holder = Person | PersonEntry

TEAM_PARTS = {
    TeamPart.LEAD_REVIEWER: Part.LEAD_REVIEWER,
    TeamPart.REVIEWER: Part.REVIEWER,
    TeamPart.CHAMPION: Part.CHAMPION,
}
EVERYWHERE = {Role.OFFICE: Part.OFFICE, Role.MANAGEMENT: Part.MANAGEMENT}


def parts(session: Session, person: Holder, review: Review, today: date) -> frozenset[Part]:
    """All that a person is to this review; `today` is London's."""
    found = set()
    if place := teams.member(review, person.id):
        found.add(TEAM_PARTS[place.part])
    for held in consortium.roles_on(person, today):
        if held.role in EVERYWHERE:
            found.add(EVERYWHERE[held.role])
        elif held.role is Role.LEAD and held.group_id == review.group_id:
            found.add(Part.GROUP_LEAD)
        elif held.role is Role.HEAD and held.school_id == review.school_id:
            found.add(Part.HOST_HEAD)
        elif held.role is Role.GOVERNOR and held.school_id == review.school_id:
            found.add(Part.GOVERNOR)
    if review.group_id in groups_of(session, person, today):
        found.add(Part.GROUP_MEMBER)
    return frozenset(found) or frozenset({Part.OTHER_GROUP})


def groups_of(session: Session, person: Holder, today: date) -> frozenset[int]:
    """The groups of the schools that this person heads: the others of a school see their own reviews only."""
    schools = headed_schools(person, today)
    query = select(Membership.group_id).where(
        Membership.school_id.in_(schools),
        Membership.starts <= today,
        or_(Membership.ends.is_(None), Membership.ends >= today),
    )
    return frozenset(session.scalars(query)) if schools else frozenset()


def seen_groups(session: Session, person: Holder, roster: Directory, today: date) -> Sequence[GroupEntry]:
    """The groups whose reviews this person may see: all of them for the office and the Management Group."""
    everyone = list(roster.groups.values())
    if any(held.role in EVERYWHERE for held in consortium.roles_on(person, today)):
        return everyone
    own = groups_of(session, person, today) | set(led_groups(person, today) or ())
    return [group for group in everyone if group.id in own]


def led_groups(person: Holder, today: date) -> Sequence[int] | None:
    """The groups whose reviews this person may schedule and change; None: all of them, for the office."""
    held = consortium.roles_on(person, today)
    if any(role.role is Role.OFFICE for role in held):
        return None
    return [role.group_id for role in held if role.role is Role.LEAD and role.group_id is not None]


def headed_schools(person: Holder, today: date) -> Sequence[int]:
    return [
        role.school_id
        for role in consortium.roles_on(person, today)
        if role.role is Role.HEAD and role.school_id is not None
    ]


def governed_schools(person: Holder, today: date) -> Sequence[int]:
    held = consortium.roles_on(person, today)
    return [role.school_id for role in held if role.role is Role.GOVERNOR and role.school_id is not None]


def is_management(person: Holder, today: date) -> bool:
    return any(role.role is Role.MANAGEMENT for role in consortium.roles_on(person, today))


def own_schools(person: Holder, today: date) -> Sequence[int]:
    """The schools at which this person works. A governor does not, by that alone."""
    held = [role for role in consortium.roles_on(person, today) if role.role is not Role.GOVERNOR]
    return list(dict.fromkeys(role.school_id for role in held if role.school_id is not None))
