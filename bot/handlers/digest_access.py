"""Whose digest somebody may read, who writes its note, and under which names digests are written."""

from collections.abc import Collection
from datetime import date

from sqlalchemy.orm import Session

from bot.handlers.access import damaged
from bot.router import Refused, Turn
from bot.rules import digest_weeks
from bot.rules.permissions import Paper, Part, Right, rights
from bot.rules.roles import Role
from storage import consortium, outbox, reviews, standing
from storage.directory import GroupEntry
from storage.models import Group, Person

GROUP, MANAGEMENT, NO_CHANNEL = "digest.group", "digest.management", "digest.no_channel"
NOT_YOURS = "A group’s digest is there for its schools, its Lead, the Management Group and the office."
NOT_ALL = "The digest of all groups is there for the Management Group and the Consortium Office."
NOT_LED = "Only the group’s Peer Review Lead or the deputy writes the note to the Management Group."
NOT_MANAGEMENT = "Only the Management Group asks the Leads from here."


def key(monday: date, group_id: int) -> str:
    return f"{GROUP}:{group_id}:{monday.isoformat()}"


def management_key(monday: date) -> str:
    return f"{MANAGEMENT}:{monday.isoformat()}"


def member_key(monday: date, person_id: int) -> str:
    return f"{management_key(monday)}:{person_id}"


def refresh_management(turn: Turn, monday: date, name: str) -> None:
    """Have the Management Group's digest of that week shown as things are now, wherever it stands."""
    stands = outbox.to_keep_under(turn.session, management_key(monday), turn.now)
    members = consortium.people(turn.session, [one for one in stands.values() if one is not None])
    places: list[tuple[Person | None, str]] = [
        (members[number], slot) for slot, number in stands.items() if number is not None
    ]
    if outbox.to_keep(turn.session, [management_key(monday)], turn.now):
        places.append((outbox.MANAGEMENT, management_key(monday)))
    for to, slot in places:
        outbox.refresh(turn.session, to, slot, key=name, now=turn.now)


def group_in(turn: Turn) -> GroupEntry:
    group = turn.directory.groups.get(turn.id("group"))
    if group is None:
        raise damaged()
    return group


def week_in(turn: Turn) -> date:
    """The Monday in the button's token, which anyone could have written."""
    monday = turn.day("week")
    if monday != digest_weeks.monday_of(monday):
        raise damaged()
    return monday


def status_of(turn: Turn, group_id: int) -> Collection[Right]:
    """What of the group's status is this person's, by domain.md's table."""
    return rights(parts(turn, group_id), Paper.STATUS)


def parts(turn: Turn, group_id: int) -> Collection[Part]:
    """What somebody is to a group: like `standing.parts`, which says what they are to one review."""
    held = consortium.roles_on(turn.asker, turn.today)
    found = {standing.EVERYWHERE[one.role] for one in held if one.role in standing.EVERYWHERE}
    if any(one.role is Role.LEAD and one.group_id == group_id for one in held):
        found.add(Part.GROUP_LEAD)
    if group_id in standing.groups_of(turn.session, turn.asker, turn.today):
        found.add(Part.GROUP_MEMBER)
    if not found and group_id in groups_reviewed(turn):
        found.add(Part.REVIEWER)
    elsewhere = any(one.role not in {Role.GOVERNOR, Role.STAFF} for one in held)
    return found or {Part.OTHER_GROUP if elsewhere else Part.STRANGER}


def groups_reviewed(turn: Turn) -> Collection[int]:
    """The groups of the reviews in whose teams this person is."""
    found = reviews.of_person(turn.session, turn.asker.id, turn.today)
    return {one.group_id for one in found if one.cancelled_at is None}


def reads_all(turn: Turn) -> bool:
    held = {one.role for one in consortium.roles_on(turn.asker, turn.today)}
    return bool(held & {Role.OFFICE, Role.MANAGEMENT})


def leads(turn: Turn, group_id: int) -> bool:
    held = consortium.roles_on(turn.asker, turn.today)
    return any(one.role is Role.LEAD and one.group_id == group_id for one in held)


def must(allowed: bool, otherwise: str) -> None:
    if not allowed:
        raise Refused(otherwise)


def lead_of(session: Session, group: Group, today: date, *, but: int = 0) -> Person | None:
    """The Lead, else the deputy, else the office; never the person `but`."""
    found = (
        *consortium.people_with(session, Role.LEAD, today, group_id=group.id),
        *consortium.people_with(session, Role.OFFICE, today),
    )
    return next((one for one in found if one.id != but), None)
