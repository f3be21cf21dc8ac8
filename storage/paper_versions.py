"""Papers as they were sent, for those who read them as files."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from bot.rules.papers import CONTENT, Content
from bot.rules.permissions import Paper
from storage.models import Review, SentPaper, Signature, TeamMember

ADAPTERS: Mapping[Paper, TypeAdapter[Any]] = {paper: TypeAdapter(kind) for paper, kind in CONTENT.items()}


def as_content(sent: SentPaper) -> Content:
    content: Content = ADAPTERS[sent.paper].validate_python(sent.content)
    return content


def get(session: Session, sent_id: int) -> SentPaper | None:
    return session.scalar(_whole().where(SentPaper.id == sent_id))


def of_review(session: Session, review_id: int) -> Sequence[SentPaper]:
    """All versions of all its papers, the newest first."""
    query = _whole().where(SentPaper.review_id == review_id)
    return session.scalars(query.order_by(SentPaper.number.desc())).all()


def states(session: Session, review_id: int) -> Sequence[tuple[Paper, bool]]:
    """Of each version, which paper it is and whether it is released; nothing of what it says."""
    query = select(SentPaper.paper, SentPaper.released_at.is_not(None))
    return [
        (paper, released)
        for paper, released in session.execute(query.where(SentPaper.review_id == review_id))
    ]


def plans(session: Session) -> Sequence[SentPaper]:
    """All versions of all action plans, by the day of the review, of each plan the newest first.

    None of a review that is cancelled.
    """
    query = (
        _whole()
        .join(Review, Review.id == SentPaper.review_id)
        .where(SentPaper.paper == Paper.PLAN, Review.cancelled_at.is_(None))
        .order_by(Review.day, Review.id, SentPaper.number.desc())
    )
    return session.scalars(query).all()


def _whole() -> Select[SentPaper]:
    """With the signatures, and what tells who is what to the review."""
    review = joinedload(SentPaper.review)
    return select(SentPaper).options(
        review.joinedload(Review.school),
        review.selectinload(Review.team).joinedload(TeamMember.person),
        selectinload(SentPaper.signatures).joinedload(Signature.person),
    )
