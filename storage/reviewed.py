"""Which schools have a review in a year: in memory, and read again once a review's date has changed."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Table, bindparam, select, update
from sqlalchemy.orm import Session

from storage.models import Review, ReviewDates

Days = Mapping[int, date]


class Held(NamedTuple):
    """What was found while the reviews' dates were at `version`, by year."""

    version: int
    years: dict[int, Days]


# By engine: the practice room and the tests have many databases in one process.
_held: WeakKeyDictionary[Engine, Held] = WeakKeyDictionary()
# In a session's `info`: it changes a date itself, and what it sees may be undone.
CHANGES = "changes_review_dates"

# Written once, of the tables: putting a query together takes longer than asking it.
REVIEW, DATES = Review.__table__.c, cast("Table", ReviewDates.__table__)
REVIEWED = (
    select(REVIEW.school_id, REVIEW.day)
    .where(REVIEW.year_id == bindparam("year"), REVIEW.cancelled_at.is_(None))
    .order_by(REVIEW.day)
)
NEXT_VERSION = update(DATES).values(version=DATES.c.version + 1)


def schools(session: Session, year_id: int, version: int | None) -> Days:
    """The schools with a review in the year, and the day of the latest.

    `version` is that of the reviews' dates, as this transaction has read it before.
    """
    if version is None or CHANGES in session.info:
        return read(session, year_id)
    engine = session.get_bind().engine
    held = _held.get(engine)
    if held is None or held.version != version:
        held = _held[engine] = Held(version, {})
    if year_id not in held.years:
        # A date that is changed meanwhile is read here already, and read again by the next turn.
        held.years[year_id] = read(session, year_id)
    return held.years[year_id]


def read(session: Session, year_id: int) -> Days:
    return dict(iter(session.connection().execute(REVIEWED, {"year": year_id})))


def dates_change(session: Session) -> None:
    """To be said after a change of when a school is reviewed, in the same transaction.

    Last of all that the transaction holds: two that change a date wait here for each other.
    """
    session.info[CHANGES] = True
    session.flush()
    session.execute(NEXT_VERSION)
