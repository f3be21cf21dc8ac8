"""The summary of a review as its writers have it, and how far the sent one has come."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from storage.booking import By, log
from storage.models import Change, PreviousComment, Review, Summary, SummaryPoint

IMPACT = "summary_impact_written"


def of_review(session: Session, review_id: int) -> Summary | None:
    query = select(Summary).where(Summary.review_id == review_id).options(joinedload(Summary.by))
    return session.scalar(query)


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


def write_impact(
    session: Session, review: Review, impact: str, said: Mapping[int, str], by: By
) -> Change | None:
    """What came of the previous plan: in prose, and of the actions whose ids are in `said`."""
    kept, found = of_review(session, review.id), comments(session, review.id)
    before = kept.impact if kept else ""
    old = {number: found[number].text if number in found else "" for number in said}
    new = {number: text for number, text in said.items() if text != old[number]}
    if impact == before and not new:
        return None
    if impact != before:
        kept = kept or Summary(review_id=review.id)
        kept.impact, kept.by, kept.at = impact, by.person, by.at
        session.add(kept)
    for number, text in new.items():
        comment = found.get(number) or PreviousComment(review_id=review.id, item_id=number)
        comment.text, comment.by, comment.at = text, by.person, by.at
        session.add(comment)
    session.flush()
    was = {"impact": before, "comments": {str(number): old[number] for number in new}}
    now = {"impact": impact, "comments": {str(number): text for number, text in new.items()}}
    return log(session, review, IMPACT, by, was, now)
