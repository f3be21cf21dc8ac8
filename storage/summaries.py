"""The summary of a review as its writers have it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from storage.models import PreviousComment, Summary, SummaryPoint


def of_review(session: Session, review_id: int) -> Summary | None:
    return session.scalar(
        select(Summary).where(Summary.review_id == review_id).options(joinedload(Summary.by))
    )


def points(session: Session, review_id: int) -> Sequence[SummaryPoint]:
    """Those that stand, in the summary's order."""
    query = select(SummaryPoint).where(SummaryPoint.review_id == review_id, SummaryPoint.removed_at.is_(None))
    return session.scalars(
        query.order_by(SummaryPoint.position, SummaryPoint.id).options(joinedload(SummaryPoint.by))
    ).all()


def comments(session: Session, review_id: int) -> Mapping[int, PreviousComment]:
    """What is said of the actions of the previous plan, by their ids."""
    query = select(PreviousComment).where(PreviousComment.review_id == review_id)
    return {one.item_id: one for one in session.scalars(query.options(joinedload(PreviousComment.by)))}
