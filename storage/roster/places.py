"""Groups, schools, which school is in which group from when to when, and channels."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from storage import channels
from storage.models import Channel, Group, Membership, School
from storage.roster.changes import Changes, Days, said
from storage.roster.shape import Roster
from storage.roster.shape import School as SchoolEntry

DAY = timedelta(days=1)
MANAGEMENT = "The Management Group"

Groups = Mapping[str, Group]
Schools = Mapping[str, School]
ChannelKey = tuple[str, str, str]


def apply_groups(session: Session, roster: Roster, changes: Changes) -> Groups:
    stored = {group.key: group for group in session.scalars(select(Group))}
    for entry in roster.groups:
        group = stored.get(entry.key)
        if group is None:
            group = stored[entry.key] = Group(key=entry.key, name=entry.name)
            session.add(group)
            changes.added.append(f"Added {entry.name}.")
        elif group.name != entry.name:
            changes.changed.append(f"{group.name} is now called {entry.name}.")
            group.name = entry.name
    session.flush()
    return stored


def apply_schools(session: Session, roster: Roster, groups: Groups, days: Days, changes: Changes) -> Schools:
    stored = {school.key: school for school in session.scalars(select(School))}
    for entry in roster.schools:
        if entry.key in stored:
            update(stored[entry.key], entry, changes)
        else:
            stored[entry.key] = School(
                key=entry.key,
                name=entry.name,
                church_school=entry.church_school,
                federation=entry.federation or "",
            )
            session.add(stored[entry.key])
            changes.added.append(f"Added {entry.name}.")
    session.flush()
    apply_memberships(session, roster, stored, groups, days, changes)
    return stored


def update(school: School, entry: SchoolEntry, changes: Changes) -> None:
    if school.name != entry.name:
        changes.changed.append(f"{school.name} is now called {entry.name}.")
        school.name = entry.name
    if school.church_school != entry.church_school:
        changes.changed.append(
            f"{entry.name} is {'now' if entry.church_school else 'no longer'} a church school."
        )
        school.church_school = entry.church_school
    if school.federation != (entry.federation or ""):
        joined = f"is now in the {entry.federation}" if entry.federation else "is in no federation any more"
        changes.changed.append(f"{entry.name} {joined}.")
        school.federation = entry.federation or ""


def apply_memberships(
    session: Session, roster: Roster, schools: Schools, groups: Groups, days: Days, changes: Changes
) -> None:
    """A membership ends the day before the next begins, or yesterday if the school has gone."""
    open_ones = open_memberships(session, days.today)
    for entry in roster.schools:
        school, group = schools[entry.key], groups[entry.group]
        old = open_ones.pop(school.id, [])
        starts = first_day_in(group, entry.from_, old, days.first)
        if place(session, school, group, starts, old):
            changes.changed.append(f"{school.name} is in {group.name} from {said(starts)}.")
    names = {school.id: school.name for school in schools.values()}
    for school_id, old in open_ones.items():
        for membership in old:
            close(session, membership, days.today - DAY)
        changes.ended.append(f"{names[school_id]} is in no group from {said(days.today)}. Its records stay.")
    session.flush()


def first_day_in(group: Group, given: date | None, old: list[Membership], first: date) -> date:
    # A day written when the school joined its first group must not wipe out its time there.
    if given and all(given > other.starts for other in old if other.group_id != group.id):
        return given
    return next((kept.starts for kept in old if kept.group_id == group.id), first)


def place(session: Session, school: School, group: Group, starts: date, old: list[Membership]) -> bool:
    """Whether this is news."""
    kept = next((membership for membership in old if membership.group_id == group.id), None)
    for other in old:
        if other is not kept:
            close(session, other, starts - DAY)
    if kept is None:
        session.add(Membership(school_id=school.id, group_id=group.id, starts=starts))
        return True
    was = (kept.starts, kept.ends)
    kept.starts, kept.ends = starts, None
    return was != (starts, None)


def open_memberships(session: Session, today: date) -> dict[int, list[Membership]]:
    """By school: the memberships that hold today or later, the latest first."""
    query = select(Membership).where(or_(Membership.ends.is_(None), Membership.ends >= today))
    found: dict[int, list[Membership]] = {}
    for membership in session.scalars(query.order_by(Membership.starts.desc())):
        found.setdefault(membership.school_id, []).append(membership)
    return found


def close(session: Session, membership: Membership, ends: date) -> None:
    """One that would end before it began was never there."""
    if ends < membership.starts:
        session.delete(membership)
    elif membership.ends is None or membership.ends > ends:
        membership.ends = ends


def apply_channels(session: Session, roster: Roster, groups: Groups, changes: Changes) -> None:
    """A channel taken out is forgotten; messages that are in it keep their own address.

    What was linked in the chat stays as it is, unless the roster names that very channel.
    """
    names = {group.id: group.name for group in groups.values()}
    stored = {(c.platform, c.workspace, c.conversation): c for c in session.scalars(select(Channel))}
    for key, (name, group_id) in all_channels(roster, groups).items():
        channel = stored.pop(key, None)
        linked_to = ""
        if channel is None:
            platform, workspace, conversation = key
            channel = Channel(platform=platform, workspace=workspace, conversation=conversation)
            session.add(channel)
        elif channel.linked:
            channel.linked = False
            linked_to = f" It had been linked in the chat to {names.get(channel.group_id or 0, MANAGEMENT)}."
        if channel.id and channel.group_id == group_id:
            continue
        # It becomes the group's home only where there is none.
        channel.group_id, channel.home = group_id, False
        changes.changed.append(f"{name} uses the {key[0]} channel {key[2]}.{linked_to}")
    for key, channel in stored.items():
        if not channel.linked:
            session.delete(channel)
            changes.ended.append(f"The {key[0]} channel {key[2]} is used no longer.")
    session.flush()
    for group_id in (None, *names):
        channels.settle(session, group_id)


def all_channels(roster: Roster, groups: Groups) -> dict[ChannelKey, tuple[str, int | None]]:
    workspaces = roster.workspaces.ids()

    def owned() -> Iterator[tuple[str, int | None, dict[str, str]]]:
        for group in roster.groups:
            yield group.name, groups[group.key].id, group.channels.ids()
        yield MANAGEMENT, None, roster.management_channels.ids()

    return {
        (platform, workspaces.get(platform, ""), conversation): (name, group_id)
        for name, group_id, ids in owned()
        for platform, conversation in ids.items()
    }
