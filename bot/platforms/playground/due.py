"""What the practice clock can go forward to."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.platforms.playground.clock import morning_of
from bot.rules import hours
from storage import outbox
from storage.models import Milestone, Review


def next_due(session: Session, now: datetime) -> datetime | None:
    """The next message's time, or the morning of the next open milestone if that comes first."""
    moments = (outbox.next_due(session, now), next_milestone(session, now))
    return min((moment for moment in moments if moment), default=None)


def next_milestone(session: Session, now: datetime) -> datetime | None:
    today = hours.today(now)
    earliest = today if now < morning_of(today) else today + timedelta(days=1)
    query = (
        select(func.min(Milestone.due))
        .join(Review)
        .where(
            Milestone.done_at.is_(None),
            Milestone.due >= earliest,
            Review.cancelled_at.is_(None),
            Review.postponed_at.is_(None),
            Review.closed_at.is_(None),
        )
    )
    day = session.scalar(query)
    return morning_of(day) if day else None
