"""What comes in: whether it is new, from whom, and where."""

from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import Table, and_, bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.models import Channel, ChatIdentity, Consortium, Person, Received, ReviewDates


class Source(NamedTuple):
    """A chat account in a conversation, by the platform's own ids."""

    platform: str
    workspace: str
    account: str
    conversation: str


class Whereabouts(NamedTuple):
    """Who acts and in whose channel, as far as the account and the conversation are known.

    And how new what is held in memory has to be: the roster, and the reviews' dates.
    """

    roster_version: int | None
    dates_version: int | None
    person_id: int | None
    home_platform: str | None
    group_id: int | None


# Of tables and written once: putting a query together takes longer than asking it.
VERSION, ACCOUNT, CHANNEL = Consortium.__table__.c, ChatIdentity.__table__.c, Channel.__table__.c
PERSON, DATES = Person.__table__.c, ReviewDates.__table__.c
THIS_ACCOUNT = and_(
    ACCOUNT.platform == bindparam("platform"),
    ACCOUNT.workspace == bindparam("workspace"),
    ACCOUNT.user == bindparam("account"),
)
WHEREABOUTS = (
    select(func.max(VERSION.roster_version)).scalar_subquery(),
    select(func.max(DATES.version)).scalar_subquery(),
    select(ACCOUNT.person_id).where(THIS_ACCOUNT).scalar_subquery(),
    select(PERSON.home_platform).where(PERSON.id == ACCOUNT.person_id, THIS_ACCOUNT).scalar_subquery(),
    select(CHANNEL.group_id)
    .where(
        CHANNEL.platform == bindparam("platform"),
        CHANNEL.workspace == bindparam("workspace"),
        CHANNEL.conversation == bindparam("conversation"),
    )
    .scalar_subquery(),
)
WHO_AND_WHERE = select(*WHEREABOUTS)

TABLE = cast("Table", Received.__table__)
# Waits for the same event in another transaction, and then finds it there.
KEPT: dict[str, Any] = {
    "platform": bindparam("from_platform"),
    "event": bindparam("event_id"),
    "at": bindparam("now"),
}
REMEMBER = sqlite.insert(TABLE).values(KEPT).on_conflict_do_nothing().returning(TABLE.c.id)
NEW = postgresql.insert(TABLE).values(KEPT).on_conflict_do_nothing().returning(TABLE.c.id).cte("new")
# PostgreSQL does both at once: what comes in most often has one round trip less to wait for.
REMEMBER_AND_WHERE = select(*WHEREABOUTS, select(func.count()).select_from(NEW).scalar_subquery())


def whereabouts(session: Session, source: Source) -> Whereabouts:
    return Whereabouts(*session.connection().execute(WHO_AND_WHERE, source._asdict()).one())


def whereabouts_if_new(session: Session, source: Source, event: str, now: datetime) -> Whereabouts | None:
    """As `whereabouts`; None: this event has come in before. `now` is in UTC.

    A new one is remembered in the same transaction as what it causes.
    """
    kept = {"from_platform": source.platform, "event_id": event, "now": now}
    if session.get_bind().dialect.name == "postgresql":
        *found, new = session.connection().execute(REMEMBER_AND_WHERE, source._asdict() | kept).one()
        return Whereabouts(*found) if new else None
    new = session.execute(REMEMBER, kept).first()
    return whereabouts(session, source) if new else None


def forget(session: Session, before: datetime) -> None:
    """What came in so long ago that no platform brings it again."""
    session.execute(delete(Received).where(Received.at < before))
