"""Messages that have not gone yet, as the worker and the operator look at them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from storage import addresses
from storage.addresses import Address
from storage.models import Outgoing


@dataclass(frozen=True, slots=True)
class Unsent:
    """A message that may go now. `channel` is the conversation it goes to, as text."""

    id: int
    channel: str
    due: datetime
    attempts: int


def fresh(
    session: Session, now: datetime, platforms: Collection[str], *, most: int = 200
) -> Sequence[Unsent]:
    """Those due that have not been tried, in the order in which they were written."""
    return _reachable(session, now, platforms, (Outgoing.attempts == 0) & (Outgoing.problem == ""), most)


def overdue(
    session: Session, now: datetime, platforms: Collection[str], *, most: int = 5000
) -> Sequence[Unsent]:
    """All that are due, tried before or not, in the order in which they were written."""
    return _reachable(session, now, platforms, Outgoing.due <= now, most)


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


def _reachable(
    session: Session, now: datetime, platforms: Collection[str], which: ColumnElement[bool], most: int
) -> Sequence[Unsent]:
    """Notes the reason at those that have no channel yet, and leaves them out."""
    query = (
        select(Outgoing)
        .where(Outgoing.finished_at.is_(None), Outgoing.due <= now, which)
        .order_by(Outgoing.id)
        .limit(most)
    )
    known: dict[tuple[int | None, int | None], Address | str] = {}
    found = []
    for message in session.scalars(query).all():
        whom = (message.person_id, message.group_id)
        if whom not in known:
            known[whom] = addresses.of_message(session, message, platforms)
        to = known[whom]
        if isinstance(to, str):
            message.problem = to
        else:
            found.append(Unsent(message.id, _channel(to), message.due, message.attempts))
    return found


def _channel(to: Address) -> str:
    return f"{to.platform}/{to.workspace}/{to.conversation}"
