"""Messages to send, written in the same transaction as the change they report."""

from collections.abc import Collection, Mapping, Sequence
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
    """What is to be said: the template and the ids it is rendered from, and the change that it reports.

    `by_mail`: it goes to the person's e-mail address and not into a chat. `with_file`: it brings them a file.
    """

    template: str
    args: dict[str, int | str]
    key: str
    slot: str = ""
    urgency: Urgency = Urgency.NEWS
    by_mail: bool = False
    with_file: bool = False

    @property
    def does(self) -> str:
        if self.by_mail:
            return "mail"
        return "file" if self.with_file else "post"


def tell(
    session: Session, to: Person | Group | None, news: News, *, now: datetime, calendar: SchoolCalendar
) -> None:
    """Write a message to a person or a group's channel (None: the Management Group's). `now` is in UTC.

    It is due at the first moment that its urgency allows.
    """
    session.add(
        Outgoing(
            key=news.key,
            does=news.does,
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


def refresh(
    session: Session, to: Person | Group | None, slot: str, *, key: str, now: datetime, retire: bool = False
) -> None:
    """Have the messages in `slot` shown as things are now; or, with `retire`, as out of date. At any hour."""
    does = "retire" if retire else "update"
    session.add(
        Outgoing(
            key=f"{does}:{slot}:{key}",
            does=does,
            template="",
            args={},
            slot=slot,
            urgency=Urgency.URGENT,
            person_id=to.id if isinstance(to, Person) else None,
            group_id=to.id if isinstance(to, Group) else None,
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


def standing(session: Session, slots: Collection[str]) -> Sequence[str]:
    """Those of the slots in which a message stands that has not been retired."""
    query = select(Post.slot).where(Post.slot.in_(slots), Post.retired_at.is_(None))
    return session.scalars(query.distinct().order_by(Post.slot)).all()


def to_keep(session: Session, slots: Collection[str], now: datetime) -> Sequence[str]:
    """Those of the slots in which a message stands, or is about to: drawn already, and on its way."""
    going = select(Outgoing.slot).where(
        Outgoing.finished_at.is_(None), Outgoing.due <= now, Outgoing.does == "post", Outgoing.slot.in_(slots)
    )
    return sorted({*standing(session, slots), *session.scalars(going)})


def to_keep_under(session: Session, slot: str, now: datetime) -> Mapping[str, int | None]:
    """As `to_keep`, of the slots whose names begin with `slot` and a colon; each with whose message it is."""
    stands = select(Post.slot, Post.person_id).where(
        Post.slot.startswith(f"{slot}:", autoescape=True), Post.retired_at.is_(None)
    )
    going = select(Outgoing.slot, Outgoing.person_id).where(
        Outgoing.finished_at.is_(None),
        Outgoing.due <= now,
        Outgoing.does == "post",
        Outgoing.slot.startswith(f"{slot}:", autoescape=True),
    )
    return {row.slot: row.person_id for row in session.execute(stands.union(going).order_by("slot"))}


def written(session: Session, keys: Collection[str]) -> frozenset[str]:
    """Those of the keys under which a message has been written, whether it has gone or not."""
    return frozenset(session.scalars(select(Outgoing.key).where(Outgoing.key.in_(keys))))


def keyed(session: Session, key: str) -> Outgoing | None:
    """The message that was written under this key."""
    return session.scalar(select(Outgoing).where(Outgoing.key == key))


def posts_before(session: Session, message: Outgoing) -> Sequence[Post]:
    """What stood in the message's slot before it was written, and has not been retired."""
    query = (
        select(Post)
        .where(Post.slot == message.slot, Post.outgoing_id < message.id, Post.retired_at.is_(None))
        .order_by(Post.id)
    )
    return session.scalars(query).all()
