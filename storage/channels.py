"""Whose channel is which: as the roster says, or as somebody said in the channel itself."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.addresses import Address
from storage.booking import By
from storage.models import Channel, ChannelChange, Consortium, Group

# In place of a group's id, where None would say that there is none.
MANAGEMENT = 0

LINKED, UNLINKED = "linked", "unlinked"


def hold(session: Session) -> None:
    """One at a time links channels or reads in a roster: a group has one home, whoever is at it at once."""
    session.execute(select(Consortium.id).with_for_update())


def at(session: Session, place: Address) -> Channel | None:
    query = select(Channel).filter_by(
        platform=place.platform, workspace=place.workspace, conversation=place.conversation
    )
    return session.scalar(query.execution_options(populate_existing=True))


def of_group(session: Session, group_id: int | None) -> Sequence[Channel]:
    """The group's channels, its home first."""
    query = select(Channel).filter_by(group_id=group_id).order_by(Channel.home.desc(), Channel.id)
    return session.scalars(query).all()


def lacking(session: Session, platforms: Collection[str]) -> Sequence[str]:
    """The names of the groups that have no channel on any of these platforms."""
    known = select(Channel.group_id).where(Channel.platform.in_(platforms), Channel.group_id.is_not(None))
    return session.scalars(select(Group.name).where(Group.id.not_in(known)).order_by(Group.name)).all()


def key(of: Channel | ChannelChange) -> int:
    """The group whose it is, the Management Group included."""
    return of.group_id or MANAGEMENT


def place(of: Channel | ChannelChange) -> Address:
    return Address(of.platform, of.workspace, of.conversation, personal=False)


def change(session: Session, change_id: int) -> ChannelChange | None:
    return session.get(ChannelChange, change_id)


def last_change(session: Session, channel: Address) -> ChannelChange | None:
    query = (
        select(ChannelChange)
        .filter_by(platform=channel.platform, workspace=channel.workspace, conversation=channel.conversation)
        .order_by(ChannelChange.id.desc())
        .limit(1)
    )
    return session.scalar(query)


def link(session: Session, where: Address, group: Group | None, by: By) -> ChannelChange:
    """Make a channel this group's home. The channels that it had stay its own, and are its home no longer."""
    channel = at(session, where)
    before = None
    if channel is None:
        channel = Channel(platform=where.platform, workspace=where.workspace, conversation=where.conversation)
        session.add(channel)
    else:
        before = {"group": key(channel), "home": channel.home, "linked": channel.linked}
    channel.group_id, channel.linked = group.id if group else None, True
    session.flush()
    home = _make_home(session, channel)
    if before:
        settle(session, before["group"] or None)
    return _noted(session, LINKED, channel, by, {"channel": before, "home": home and home.id})


def unlink(session: Session, made: ChannelChange, channel: Channel, by: By) -> ChannelChange:
    """Take a link back: the channel is what it was before, and an earlier home of the group is it again."""
    undone = _noted(session, UNLINKED, channel, by, {"change": made.id})
    before, was_home = made.was["channel"], channel.home
    if before is None:
        session.delete(channel)
    else:
        channel.group_id, channel.linked, channel.home = before["group"] or None, before["linked"], False
    session.flush()
    if was_home:
        _home_again(session, session.get(Channel, made.was["home"] or 0), made.group_id, made)
    if before and before["home"]:
        _home_again(session, channel, channel.group_id, made)
    return undone


def settle(session: Session, group_id: int | None) -> None:
    """Of a group's channels one is its home: the first, where none is or several are."""
    for number, channel in enumerate(of_group(session, group_id)):
        channel.home = number == 0


def _make_home(session: Session, channel: Channel) -> Channel | None:
    """The channel that was the group's home before."""
    earlier = None
    for other in of_group(session, channel.group_id):
        if other is not channel and other.home:
            earlier, other.home = other, False
    channel.home = True
    return earlier


def _home_again(session: Session, channel: Channel | None, group_id: int | None, made: ChannelChange) -> None:
    """Unless the group has got itself another home since."""
    newer = (
        select(ChannelChange.id)
        .filter_by(group_id=group_id, what=LINKED)
        .where(ChannelChange.id > made.id)
        .limit(1)
    )
    if channel and channel.group_id == group_id and session.scalar(newer) is None:
        _make_home(session, channel)
    settle(session, group_id)


def _noted(session: Session, what: str, channel: Channel, by: By, was: dict[str, Any]) -> ChannelChange:
    noted = ChannelChange(
        platform=channel.platform,
        workspace=channel.workspace,
        conversation=channel.conversation,
        group_id=channel.group_id,
        what=what,
        by=by.person,
        at=by.at,
        was=was,
    )
    session.add(noted)
    session.flush()
    return noted
