"""What the practice clock can go forward to, and what is due on its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.cards.milestones import WHAT
from bot.platforms.playground.clock import morning_of
from bot.rules import hours
from storage import outbox
from storage.models import Milestone, Review, School

MESSAGE = "A message"
OPEN = (
    Milestone.done_at.is_(None),
    Review.cancelled_at.is_(None),
    Review.postponed_at.is_(None),
    Review.closed_at.is_(None),
)


@dataclass(frozen=True, slots=True)
class Due:
    """What the clock goes forward to; `at` is in UTC."""

    at: datetime
    words: str


def next_due(session: Session, now: datetime) -> Due | None:
    """The next message, or the next open milestone on its morning if that does not come later."""
    message, day = outbox.next_due(session, now), next_day(session, now)
    if day and (message is None or morning_of(day) <= message):
        first, *others = on(session, day)
        return Due(morning_of(day), f"{first} and {len(others)} more" if others else first)
    return Due(message, MESSAGE) if message else None


def next_day(session: Session, now: datetime) -> date | None:
    """The day of the next open milestone whose morning has not come yet."""
    today = hours.today(now)
    earliest = today if now < morning_of(today) else today + timedelta(days=1)
    return session.scalar(
        select(func.min(Milestone.due)).join(Review).where(*OPEN, Milestone.due >= earliest)
    )


def on(session: Session, day: date) -> Sequence[str]:
    """The open milestones of that day, such as "Paperwork to the review team, Oak Primary School"."""
    query = (
        select(Milestone.kind, School.name)
        .join(Milestone.review)
        .join(Review.school)
        .where(*OPEN, Milestone.due == day)
        .order_by(Milestone.id)
    )
    return [f"{WHAT[kind]}, {school}" for kind, school in session.execute(query)]
