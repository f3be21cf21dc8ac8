"""Other dates that people would rather have."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from storage.models import Review, Suggestion


def get(session: Session, suggestion_id: int) -> Suggestion | None:
    query = (
        select(Suggestion)
        .where(Suggestion.id == suggestion_id)
        .options(joinedload(Suggestion.person), joinedload(Suggestion.decided_by))
    )
    return session.scalar(query)


def waiting(session: Session, group_ids: Collection[int], today: date) -> Sequence[Suggestion]:
    """Dates suggested for the groups' reviews that nobody has decided on."""
    query = (
        select(Suggestion)
        .join(Review, Review.id == Suggestion.review_id)
        .where(
            Review.group_id.in_(group_ids),
            Suggestion.decided_at.is_(None),
            Review.cancelled_at.is_(None),
            Review.day >= today,
        )
        .order_by(Suggestion.id)
        .options(joinedload(Suggestion.person), joinedload(Suggestion.review).joinedload(Review.school))
    )
    return session.scalars(query).all()


def waiting_for(session: Session, review_id: int) -> Sequence[Suggestion]:
    """The dates suggested for a review that nobody has decided on."""
    query = select(Suggestion).where(Suggestion.review_id == review_id, Suggestion.decided_at.is_(None))
    return session.scalars(query.order_by(Suggestion.id)).all()


def has_suggested(session: Session, review_id: int, person_id: int, day: date) -> bool:
    """Whether this person's suggestion of that day is waiting already."""
    query = select(Suggestion.id).where(
        Suggestion.review_id == review_id,
        Suggestion.person_id == person_id,
        Suggestion.day == day,
        Suggestion.decided_at.is_(None),
    )
    return session.scalar(query) is not None
