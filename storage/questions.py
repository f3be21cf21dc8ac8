"""The enquiry questions of a review, with their sources of evidence."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from storage.booking import By, log
from storage.models import Change, EnquiryQuestion, Review
from storage.ordering import put_in_order


def of_review(session: Session, review_id: int) -> Sequence[EnquiryQuestion]:
    """Those that stand, in order."""
    query = select(EnquiryQuestion).where(
        EnquiryQuestion.review_id == review_id, EnquiryQuestion.removed_at.is_(None)
    )
    query = query.order_by(EnquiryQuestion.position, EnquiryQuestion.id)
    return session.scalars(query.options(joinedload(EnquiryQuestion.by))).all()


def count(session: Session, review_id: int) -> int:
    query = select(func.count()).where(
        EnquiryQuestion.review_id == review_id, EnquiryQuestion.removed_at.is_(None)
    )
    return session.scalar(query) or 0


def get(session: Session, question_id: int) -> EnquiryQuestion | None:
    """The question as it is now, removed or not."""
    query = select(EnquiryQuestion).where(EnquiryQuestion.id == question_id)
    query = query.options(joinedload(EnquiryQuestion.by)).execution_options(populate_existing=True)
    return session.scalar(query)


def add(session: Session, review: Review, rows: Sequence[tuple[str, str]], by: By) -> Change | None:
    """Add each question with its sources; one that is there word for word is not added again."""
    standing = of_review(session, review.id)
    known = {(one.question, one.sources) for one in standing}
    new = [row for row in dict.fromkeys(rows) if row not in known]
    if not new:
        return None
    last = max((one.position for one in standing), default=0)
    for position, (question, sources) in enumerate(new, last + 1):
        session.add(
            EnquiryQuestion(
                review_id=review.id,
                position=position,
                question=question,
                sources=sources,
                by_id=by.person.id,
                at=by.at,
            )
        )
    added = [{"question": question, "sources": sources} for question, sources in new]
    return log(session, review, "questions_added", by, now={"rows": added})


def rewrite(
    session: Session, review: Review, one: EnquiryQuestion, question: str, sources: str, by: By
) -> Change:
    was = row(one)
    one.question, one.sources = question, sources
    return log(session, review, "question_changed", by, was, row(one))


def move(session: Session, review: Review, one: EnquiryQuestion, to: int, by: By) -> Change | None:
    """Put it in that place among the others, counted from 1."""
    standing = list(of_review(session, review.id))
    was = standing.index(one) + 1
    place = max(1, min(to, len(standing)))
    if place == was:
        return None
    standing.insert(place - 1, standing.pop(was - 1))
    put_in_order(session, standing)
    return log(session, review, "question_moved", by, {"place": was}, {"id": one.id, "place": place})


def remove(session: Session, review: Review, one: EnquiryQuestion, by: By) -> Change:
    one.removed_at = by.at
    return log(session, review, "question_removed", by, row(one))


def last_changed_by(session: Session, one: EnquiryQuestion) -> str:
    """Whoever wrote it anew or took it out last; "" where nobody has."""
    kinds = ("question_changed", "question_removed")
    query = select(Change).where(Change.review_id == one.review_id, Change.what.in_(kinds))
    found = session.scalars(query.order_by(Change.id.desc()).options(joinedload(Change.by)))
    return next((change.by.name for change in found if change.was["id"] == one.id), "")


def row(one: EnquiryQuestion) -> dict[str, Any]:
    return {"id": one.id, "question": one.question, "sources": one.sources}
