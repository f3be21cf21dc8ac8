"""What stands in the calendars that people subscribe to, and whether their addresses are still good."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from bot.rules.feeds import CANCELLED_FOR
from bot.rules.roles import Answer
from storage import feedbacks, impacts, packs, workshops
from storage.booking import By
from storage.models import Change, Feed, Group, HandedOver, Meeting, Person, Review, TeamMember, Workshop
from storage.reviews import A_YEAR, DATES, whole

# The changes that move a date in a calendar, or say that something is done: no drafts are among them.
MOVES = (
    *DATES,
    "confirmed",
    "unconfirmed",
    "cancelled",
    "postponed",
    "reinstated",
    "longer",
    "not_longer",
    packs.COMPLETE,
    packs.OPEN,
    "meeting_proposed",
    "meeting_agreed",
    "meeting_recorded",
    "meeting_unrecorded",
    "day_sent",
    "day_changed",
    "day_taken_back",
    feedbacks.GIVEN,
    feedbacks.TAKEN_BACK,
    workshops.CHOSEN,
    workshops.RECORDED,
    workshops.UNRECORDED,
    "summary_sent",
    "plan_sent",
    "audit_sent",
    impacts.RECORDED,
    impacts.TAKEN_BACK,
)


@dataclass(frozen=True, slots=True)
class Moved:
    """The last change of a review’s dates: its id, which only grows, and when it was made (UTC)."""

    change_id: int
    at: datetime


def serial(session: Session, of: Person | Group) -> int:
    """Of the address that is good now."""
    return session.scalar(select(Feed.serial).where(_of(of))) or 0


def serials(session: Session, group_ids: Collection[int]) -> Mapping[int, int]:
    """The same of groups, by id; those that are not there have 0."""
    rows = session.execute(select(Feed.group_id, Feed.serial).where(Feed.group_id.in_(group_ids)))
    return {row.group_id: row.serial for row in rows}


def renew(session: Session, of: Person | Group, seen: int, by: By) -> bool:
    """Let only a new address be good; not where the one with the serial `seen` is no longer good by now."""
    feed = session.scalar(select(Feed).where(_of(of)).with_for_update())
    if (feed.serial if feed else 0) != seen:
        return False
    if feed is None:
        person_id, group_id = (of.id, None) if isinstance(of, Person) else (None, of.id)
        feed = Feed(person_id=person_id, group_id=group_id)
        session.add(feed)
    feed.serial, feed.renewed_at, feed.renewed_by_id = seen + 1, by.at, by.person.id
    session.flush()
    return True


def _of(of: Person | Group) -> ColumnElement[bool]:
    return Feed.person_id == of.id if isinstance(of, Person) else Feed.group_id == of.id


def of_group(session: Session, group_id: int, today: date, now: datetime) -> Sequence[Review]:
    return _reviews(session, Review.group_id == group_id, today, now)


def of_person(
    session: Session,
    person_id: int,
    headed: Collection[int],
    own: Collection[int],
    today: date,
    now: datetime,
) -> Sequence[Review]:
    """In whose team they are, of the schools that they head, and of which a part was handed to them.

    `own` are the schools at which they work.
    """
    takes_part = (
        (TeamMember.person_id == person_id)
        & TeamMember.ended_at.is_(None)
        & (TeamMember.answer != Answer.DECLINED)
    )
    handed = select(HandedOver.review_id).where(_handed_to(person_id))
    theirs = or_(
        Review.team.any(takes_part),
        Review.school_id.in_(headed),
        and_(Review.school_id.in_(own), Review.id.in_(handed)),
    )
    return _reviews(session, theirs, today, now)


def _reviews(session: Session, which: ColumnElement[bool], today: date, now: datetime) -> Sequence[Review]:
    stands = or_(Review.cancelled_at.is_(None), Review.cancelled_at >= now - CANCELLED_FOR)
    query = select(Review).where(which, stands, Review.day >= today - A_YEAR)
    return session.scalars(query.order_by(Review.day, Review.id).options(*whole())).all()


def handed_over(session: Session, person_id: int) -> Collection[tuple[int, str]]:
    """The reviews and their parts that are in this person’s hands now."""
    rows = session.execute(select(HandedOver.review_id, HandedOver.part).where(_handed_to(person_id)))
    return {(row.review_id, row.part) for row in rows}


def _handed_to(person_id: int) -> ColumnElement[bool]:
    return (HandedOver.person_id == person_id) & HandedOver.ended_at.is_(None)


def meetings(session: Session, review_ids: Collection[int]) -> Mapping[int, Meeting]:
    """By review."""
    found = session.scalars(select(Meeting).where(Meeting.review_id.in_(review_ids)))
    return {one.review_id: one for one in found}


def workshops_of(session: Session, review_ids: Collection[int]) -> Mapping[int, Workshop]:
    """By review."""
    found = session.scalars(select(Workshop).where(Workshop.review_id.in_(review_ids)))
    return {one.review_id: one for one in found}


def moved(session: Session, review_ids: Collection[int]) -> Mapping[int, Moved]:
    """By review."""
    query = (
        select(Change.review_id, func.max(Change.id), func.max(Change.at))
        .where(Change.review_id.in_(review_ids), Change.what.in_(MOVES))
        .group_by(Change.review_id)
    )
    return {review_id: Moved(change_id, at) for review_id, change_id, at in session.execute(query)}
