"""Conversations that take nothing for now, because the platform asked us to wait or somebody must mend it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from storage.addresses import MAIL, Address
from storage.models import Channel, ChatIdentity, Pause, Person

Held = tuple[str, str, str]

WAITING = "The platform asks us to wait. It goes on by itself."
# In place of a conversation where people are looked for; no platform gives such an id.
DIRECTORY = "*"


def at(session: Session, to: Address) -> Pause | None:
    """What keeps messages from this conversation: the longest pause of it, its workspace or its platform."""
    return found(all_by_place(session), to)


def all_by_place(session: Session) -> Mapping[Held, Pause]:
    """There are few of them: one for each thing that is out of order just now."""
    pauses = session.scalars(select(Pause))
    return {(pause.platform, pause.workspace, pause.conversation): pause for pause in pauses}


def found(pauses: Mapping[Held, Pause], to: Address) -> Pause | None:
    """The same as `at` says, among pauses at hand."""
    platform = to.platform
    places = {(platform, to.workspace, to.conversation), (platform, to.workspace, ""), (platform, "", "")}
    here = [pauses[place] for place in places if place in pauses]
    return max(here, key=lambda pause: pause.until, default=None)


def directory(platform: str) -> Address:
    """Where people are looked for. The workspace is not known before somebody is found: a pause of it, with
    neither workspace nor conversation, is one of the whole platform.
    """
    return Address(platform, "", DIRECTORY, personal=True)


def directories(
    pauses: Mapping[Held, Pause], platforms: Collection[str], now: datetime
) -> tuple[str, ...] | str:
    """The platforms on which people may be looked for now, in a fixed order; or why on none of them."""
    closed = {}
    for pause in pauses.values():
        if pause.conversation in ("", DIRECTORY) and pause.until > now:
            closed[pause.platform] = pause.problem or WAITING
    chats = sorted(set(platforms) - {MAIL})
    return tuple(platform for platform in chats if platform not in closed) or closed[chats[0]]


def begin(
    session: Session, to: Address, until: datetime, problem: str = "", *, everywhere: bool = False
) -> Pause | None:
    """Pause a conversation, or its workspace; the pause, if this problem is new there."""
    conversation = "" if everywhere else to.conversation
    place = {"platform": to.platform, "workspace": to.workspace, "conversation": conversation}
    pause = session.scalar(select(Pause).filter_by(**place).with_for_update())
    known = pause is not None and pause.problem == problem
    if pause is None:
        pause = Pause(**place)
        session.add(pause)
    pause.until, pause.problem = until, problem
    session.flush()
    return None if known else pause


def lift(session: Session, to: Address) -> None:
    """Something has arrived there."""
    its_own = and_(Pause.workspace == to.workspace, Pause.conversation.in_((to.conversation, "")))
    everywhere = and_(Pause.workspace == "", Pause.conversation == "")
    session.execute(delete(Pause).where(Pause.platform == to.platform, or_(its_own, everywhere)))


def try_now(session: Session, now: datetime) -> None:
    """Try again at once wherever something had to be mended: perhaps it has been."""
    session.execute(update(Pause).where(Pause.problem != "").values(until=now))


def try_there_now(session: Session, to: Address, now: datetime) -> None:
    """Somebody has just been at work in this conversation."""
    session.execute(update(Pause).where(*_of(to)).values(until=now))


def try_what_was_mended_there(session: Session, to: Address, now: datetime) -> None:
    """Somebody has been at work in this conversation, which may show that it takes messages again.

    Where the platform asked us to wait, we wait all the same.
    """
    mended = update(Pause).where(*_of(to), Pause.problem != "", Pause.until > now)
    session.execute(mended.values(until=now))


def forget(session: Session, to: Address) -> None:
    """Nothing more is meant to go there, so there is nothing for anybody to mend."""
    session.execute(delete(Pause).where(*_of(to)))


def _of(to: Address) -> tuple[ColumnElement[bool], ...]:
    return (
        Pause.platform == to.platform,
        Pause.workspace == to.workspace,
        Pause.conversation == to.conversation,
    )


def problems(session: Session) -> Sequence[str]:
    """What somebody has to mend, in words."""
    query = select(Pause.problem).where(Pause.problem != "").distinct().order_by(Pause.problem)
    return session.scalars(query).all()


def to_mend(session: Session) -> Iterator[tuple[str, str]]:
    """The same, each with whose conversation it is: "" for more than one, or where nobody knows any more."""
    for pause in session.scalars(select(Pause).where(Pause.problem != "").order_by(Pause.id)):
        yield _whose(session, pause), pause.problem


def _whose(session: Session, pause: Pause) -> str:
    workspace = {"platform": pause.platform, "workspace": pause.workspace}
    channel = session.scalar(select(Channel).filter_by(**workspace, conversation=pause.conversation))
    if channel is not None:
        return f"the channel of {channel.group.name if channel.group else 'the Management Group'}"
    if pause.platform == MAIL:
        return session.scalar(select(Person.name).filter_by(email=pause.conversation)) or ""
    known = session.scalar(select(ChatIdentity).filter_by(**workspace, user=pause.conversation))
    return known.person.name if known else ""
