"""Conversations that take nothing for now, because the platform asked us to wait or somebody must mend it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from storage.addresses import Address
from storage.models import Pause

Held = tuple[str, str, str]

WAITING = "The platform asks us to wait. It goes on by itself."


def at(session: Session, to: Address) -> Pause | None:
    """What keeps messages from this conversation: its own pause or its workspace’s, the longer one."""
    return found(all_by_place(session), to)


def all_by_place(session: Session) -> Mapping[Held, Pause]:
    """There are few of them: one for each thing that is out of order just now."""
    pauses = session.scalars(select(Pause))
    return {(pause.platform, pause.workspace, pause.conversation): pause for pause in pauses}


def found(pauses: Mapping[Held, Pause], to: Address) -> Pause | None:
    """The same as `at` says, among pauses at hand."""
    places = [(to.platform, to.workspace, conversation) for conversation in (to.conversation, "")]
    here = [pauses[place] for place in places if place in pauses]
    return max(here, key=lambda pause: pause.until, default=None)


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
    here = (Pause.platform == to.platform) & (Pause.workspace == to.workspace)
    session.execute(delete(Pause).where(here, Pause.conversation.in_((to.conversation, ""))))


def try_now(session: Session, now: datetime) -> None:
    """Try again at once wherever something had to be mended: perhaps it has been."""
    session.execute(update(Pause).where(Pause.problem != "").values(until=now))


def problems(session: Session) -> Sequence[str]:
    """What somebody has to mend, in words."""
    query = select(Pause.problem).where(Pause.problem != "").distinct().order_by(Pause.problem)
    return session.scalars(query).all()
