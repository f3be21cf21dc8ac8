"""The people and channels of the practice room, read from the roster that it was furnished with."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from bot.platforms.playground.people import VISITOR, Cast, ChannelName, Circle, SchoolName, Someone
from bot.platforms.playground.room import PLATFORM, WORKSPACE
from bot.rules.roles import Role
from storage import consortium
from storage.models import Channel, ChatIdentity, Group, Person, RoleAssignment, School

# A governor and a school's staff have their own school's papers, and no part in the group's channel.
IN_GROUP = {Role.HEAD, Role.REVIEWER, Role.CHAMPION, Role.LEAD}
MANAGEMENT = "Management Group"
NO_ROLE = "no part in the reviews just now"
SHORT = {
    Role.LEAD: "Lead",
    Role.OFFICE: "office",
    Role.MANAGEMENT: MANAGEMENT,
    Role.HEAD: "headteacher",
    Role.GOVERNOR: "governor",
    Role.REVIEWER: "reviewer",
    Role.CHAMPION: "champion",
    Role.STAFF: "staff",
}
Homes = Sequence[tuple[School, Group]]


def cast(session: Session, today: date) -> Cast:
    groups = {group.id: group.name for group in consortium.groups(session)}
    homes = consortium.schools_in(session, tuple(groups), today)
    people = [someone(person, user, homes, groups, today) for person, user in accounts(session, today)]
    return Cast(tuple(circles(people, homes)), tuple(channels(session, groups)), schools(homes))


def accounts(session: Session, today: date) -> Sequence[tuple[Person, str]]:
    query = (
        select(Person, ChatIdentity.user)
        .join(ChatIdentity, ChatIdentity.person_id == Person.id)
        .where(ChatIdentity.platform == PLATFORM, ChatIdentity.workspace == WORKSPACE, consortium.here(today))
        .options(selectinload(Person.roles).joinedload(RoleAssignment.school))
        .order_by(Person.name)
    )
    return [(person, user) for person, user in session.execute(query)]


def someone(person: Person, user: str, homes: Homes, groups: Mapping[int, str], today: date) -> Someone:
    roles = sorted(consortium.roles_on(person, today), key=weight)
    home_of = {school.id: group.id for school, group in homes}
    led = {role.group_id for role in roles if role.group_id}
    joined = {home_of.get(role.school_id or 0) for role in roles if role.role in IN_GROUP}
    return Someone(
        user=user,
        name=person.name,
        roles=tuple(dict.fromkeys(called(role, groups) for role in roles)) or (NO_ROLE,),
        parts=tuple(dict.fromkeys(shortly(role) for role in roles)) or (NO_ROLE,),
        groups=frozenset(group for group in led | joined if group),
        schools=frozenset(role.school_id for role in roles if role.school_id),
        is_lead=any(role.role is Role.LEAD and not role.deputy for role in roles),
        sees_all=any(role.role is Role.OFFICE for role in roles),
        in_management=any(role.role is Role.MANAGEMENT for role in roles),
    )


def weight(role: RoleAssignment) -> int:
    """The Lead's part first: it is what most people come to try."""
    order = tuple(SHORT)
    return order.index(role.role) + (len(order) if role.deputy else 0)


def called(role: RoleAssignment, groups: Mapping[int, str]) -> str:
    """A role in words, such as "Peer Review Lead of Collaborative Group 2"."""
    school = role.school.name if role.school else ""
    words = {
        Role.LEAD: f"Peer Review Lead of {groups.get(role.group_id or 0, 'a group')}",
        Role.HEAD: f"headteacher of {school}",
        Role.REVIEWER: f"reviewer from {school}",
        Role.CHAMPION: f"Improvement Champion from {school}",
        Role.GOVERNOR: f"governor of {school}",
        Role.STAFF: f"staff of {school}",
        Role.OFFICE: "Consortium Office",
        Role.MANAGEMENT: MANAGEMENT,
    }[role.role]
    return f"deputy {words}" if role.deputy else words


def shortly(role: RoleAssignment) -> str:
    return f"deputy {SHORT[role.role]}" if role.deputy else SHORT[role.role]


def circles(people: Sequence[Someone], homes: Homes) -> Iterator[Circle]:
    """Those with nobody in them left out. One person may stand in several."""
    leads = [one for one in people if one.is_lead]
    made = [
        Circle("Start here", (*leads, *(one for one in people if one.sees_all))),
        Circle(MANAGEMENT, tuple(one for one in people if one.in_management)),
    ]
    for school, group in homes:
        staff = tuple(one for one in people if school.id in one.schools)
        made.append(Circle(f"{group.name}: {school.name}", staff))
    placed = {one.user for circle in made for one in circle.people}
    made.append(Circle("Others", tuple(one for one in people if one.user not in placed)))
    yield from (circle for circle in made if circle.people)
    yield Circle("Not in the roster", (VISITOR,))


def channels(session: Session, groups: Mapping[int, str]) -> Iterator[ChannelName]:
    """The groups' in the order of their names, then the Management Group's."""
    found = session.scalars(select(Channel).filter_by(platform=PLATFORM, workspace=WORKSPACE)).all()
    order = [*groups, None]
    for channel in sorted(found, key=lambda channel: order.index(channel.group_id)):
        name = MANAGEMENT if channel.group_id is None else groups[channel.group_id]
        yield ChannelName(channel.conversation, name, channel.group_id)


def schools(homes: Homes) -> Mapping[int, tuple[SchoolName, ...]]:
    found: dict[int, tuple[SchoolName, ...]] = {}
    for school, group in homes:
        found[group.id] = (*found.get(group.id, ()), SchoolName(school.id, school.name))
    return found
