"""The action plan of a review: its rows, and the plan before it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from storage.models import PlanItem, Review


def items(session: Session, review_id: int) -> Sequence[PlanItem]:
    """Those that stand, in the plan's order."""
    query = select(PlanItem).where(PlanItem.review_id == review_id, PlanItem.removed_at.is_(None))
    return session.scalars(
        query.order_by(PlanItem.position, PlanItem.id).options(joinedload(PlanItem.owned_by))
    ).all()


def previous(session: Session, review: Review) -> Review | None:
    """The school's last review before this one that has an action plan."""
    query = (
        select(Review)
        .where(
            Review.school_id == review.school_id,
            Review.day < review.day,
            Review.cancelled_at.is_(None),
            Review.id.in_(select(PlanItem.review_id).where(PlanItem.removed_at.is_(None))),
        )
        .order_by(Review.day.desc())
        .limit(1)
    )
    return session.scalar(query.options(joinedload(Review.school)))
