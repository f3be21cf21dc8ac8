"""Messages that have not gone yet, as the worker and the operator look at them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from storage import addresses, pauses
from storage.addresses import Address, Unmet
from storage.models import Outgoing, Pause


@dataclass(frozen=True, slots=True)
class Unsent:
    """A message that may go now. `channel` is the conversation it goes to, or the person, as text."""

    id: int
    channel: str
    due: datetime
    attempts: int


def fresh(
    session: Session, now: datetime, platforms: Collection[str], *, most: int = 200
) -> Sequence[Unsent]:
    """Those due that have not been tried, in the order in which they were written.

    Where a conversation was paused they wait for the sweep, which takes all that is left there in its order.
    """
    new = (Outgoing.attempts == 0) & (Outgoing.problem == "")
    return _reachable(session, now, platforms, new, most, behind_a_pause=False)


def overdue(
    session: Session, now: datetime, platforms: Collection[str], *, most: int = 5000
) -> Sequence[Unsent]:
    """All that are due, tried before or not, in the order in which they were written."""
    return _reachable(session, now, platforms, Outgoing.due <= now, most, behind_a_pause=True)


def problems(session: Session, now: datetime) -> Sequence[tuple[str, int]]:
    """Why messages that are due have not gone, in words ("": just due), and how many."""
    query = (
        select(Outgoing.problem, func.count())
        .where(Outgoing.finished_at.is_(None), Outgoing.due <= now)
        .group_by(Outgoing.problem)
        .order_by(Outgoing.problem)
    )
    return [(problem, count) for problem, count in session.execute(query)]


def note_problem(session: Session, message_id: int, problem: str) -> None:
    message = session.get(Outgoing, message_id)
    if message is not None and message.finished_at is None:
        message.problem = problem


def late(session: Session, before: datetime) -> tuple[int, datetime | None]:
    """How many messages were due before this moment and nobody knows why they have not gone; the oldest."""
    query = select(func.count(), func.min(Outgoing.due)).where(
        Outgoing.finished_at.is_(None), Outgoing.due < before, Outgoing.problem == ""
    )
    count, oldest = session.execute(query).one()
    return count, oldest


def later(session: Session, now: datetime) -> tuple[int, datetime | None]:
    """How many messages are not due yet, as those written in the evening; when the first is."""
    query = select(func.count(), func.min(Outgoing.due)).where(
        Outgoing.finished_at.is_(None), Outgoing.due > now
    )
    count, first = session.execute(query).one()
    return count, first


def _reachable(
    session: Session,
    now: datetime,
    platforms: Collection[str],
    which: ColumnElement[bool],
    most: int,
    *,
    behind_a_pause: bool,
) -> Sequence[Unsent]:
    """Notes the reason at those that can't go yet, and leaves them out.

    Of those to somebody who has to be looked for first, one at a time goes and looks, save the new ones.
    """
    query = (
        select(Outgoing)
        .where(Outgoing.finished_at.is_(None), Outgoing.due <= now, which)
        .order_by(Outgoing.id)
        .limit(most)
    )
    known: dict[tuple[int | None, int | None], Address | Unmet | str] = {}
    paused = pauses.all_by_place(session)
    found = []
    for message in session.scalars(query).all():
        whom = (message.person_id, message.group_id)
        if whom not in known:
            known[whom] = addresses.of_message(session, message, platforms)
        to = known[whom]
        if not isinstance(to, str) and (held := _held(to, paused, platforms, now, behind_a_pause)):
            to = held
        if isinstance(to, str):
            message.problem = to
            continue
        found.append(Unsent(message.id, _channel(to), message.due, message.attempts))
        if isinstance(to, Unmet) and behind_a_pause:
            known[whom] = message.problem or f"It waits until {to.name} has been looked for."
    return found


def _held(
    to: Address | Unmet,
    paused: Mapping[pauses.Held, Pause],
    platforms: Collection[str],
    now: datetime,
    behind_a_pause: bool,
) -> str:
    """What keeps messages from going there, in words; "" where nothing does."""
    if isinstance(to, Unmet):
        where = pauses.directories(paused, platforms, now)
        return where if isinstance(where, str) else ""
    pause = pauses.found(paused, to)
    if pause is None or (pause.until <= now and behind_a_pause):
        return ""
    return pause.problem or pauses.WAITING


def _channel(to: Address | Unmet) -> str:
    if isinstance(to, Unmet):
        return f"person/{to.person_id}"
    return f"{to.platform}/{to.workspace}/{to.conversation}"
