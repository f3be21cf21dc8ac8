"""Messages to send, written in the same transaction as the change they report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.rules.calendar import SchoolCalendar
from bot.rules.hours import Urgency, may_send_at
from storage.models import Group, Outgoing, Person, Post

# The fixed place of a channel that belongs to no group.
MANAGEMENT = None


@dataclass(frozen=True, slots=True)
class News:
    """What is to be said: the template and the ids it is rendered from, and the change that it reports."""

    template: str
    args: dict[str, int | str]
    key: str
    slot: str = ""
    urgency: Urgency = Urgency.NEWS


def tell(
    session: Session, to: Person | Group | None, news: News, *, now: datetime, calendar: SchoolCalendar
) -> None:
    """Write a message to a person or a group's channel (None: the Management Group's). `now` is in UTC.

    It is due at the first moment that its urgency allows.
    """
    session.add(
        Outgoing(
            key=news.key,
            template=news.template,
            args=news.args,
            slot=news.slot,
            urgency=news.urgency,
            person_id=to.id if isinstance(to, Person) else None,
            group_id=to.id if isinstance(to, Group) else None,
            made_at=now,
            due=may_send_at(news.urgency, now, calendar),
        )
    )


def refresh(session: Session, slot: str, *, key: str, now: datetime, retire: bool = False) -> None:
    """Have the messages in `slot` shown as things are now; or, with `retire`, as out of date."""
    session.add(
        Outgoing(
            key=f"{'retire' if retire else 'update'}:{slot}:{key}",
            does="retire" if retire else "update",
            template="",
            args={},
            slot=slot,
            urgency=Urgency.URGENT,
            made_at=now,
            due=now,
        )
    )


def waiting(session: Session, now: datetime, *, most: int = 500) -> Sequence[int]:
    """The messages that may go now, in the order in which they were written."""
    query = (
        select(Outgoing.id)
        .where(Outgoing.finished_at.is_(None), Outgoing.due <= now)
        .order_by(Outgoing.due, Outgoing.id)
        .limit(most)
    )
    return session.scalars(query).all()


def next_due(session: Session, now: datetime) -> datetime | None:
    query = select(func.min(Outgoing.due)).where(Outgoing.finished_at.is_(None), Outgoing.due > now)
    return session.scalar(query)


def posts_in(session: Session, slot: str) -> Sequence[Post]:
    return session.scalars(
        select(Post).where(Post.slot == slot, Post.retired_at.is_(None)).order_by(Post.id)
    ).all()
