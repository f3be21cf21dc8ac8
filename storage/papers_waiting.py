"""What waits of the papers that were sent: for somebody’s signature, for the office to pass it on."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from bot.rules.paper_life import is_released
from bot.rules.papers import PAPERS
from bot.rules.permissions import Paper
from bot.rules.roles import TeamPart
from storage import sent_papers
from storage.models import Review, SentPaper, Signature, TeamMember

RELEASED_BY_OFFICE = tuple(paper for paper in PAPERS if is_released(paper))


def newest() -> Select[SentPaper]:
    """The newest version of each paper of a review that is not cancelled, the oldest first."""
    later = aliased(SentPaper)
    is_later = (
        (later.review_id == SentPaper.review_id)
        & (later.paper == SentPaper.paper)
        & (later.number > SentPaper.number)
    )
    query = (
        select(SentPaper)
        .join(Review, Review.id == SentPaper.review_id)
        .where(~select(later.id).where(is_later).exists(), Review.cancelled_at.is_(None))
    )
    shown = (joinedload(SentPaper.review).joinedload(Review.school), *sent_papers.whole())
    return query.order_by(SentPaper.at, SentPaper.id).options(*shown)


def perhaps_to_sign(
    session: Session, person_id: int, schools: Collection[int], since: date
) -> Sequence[SentPaper]:
    """Those that this person has not signed and may have a place on: in the team, or at one of the schools.

    Of reviews from `since` on.
    """
    signed = (
        select(Signature.id)
        .where(
            Signature.sent_id == SentPaper.id,
            Signature.person_id == person_id,
            Signature.withdrawn_at.is_(None),
        )
        .exists()
    )
    at_school = Review.school_id.in_(schools)
    signs = or_(
        at_school,
        (SentPaper.paper == Paper.SUMMARY) & in_team(person_id, TeamPart.LEAD_REVIEWER),
        (SentPaper.paper == Paper.PLAN) & in_team(person_id, TeamPart.CHAMPION),
    )
    query = newest().where(~signed, signs, SentPaper.paper.in_(RELEASED_BY_OFFICE), Review.day >= since)
    return session.scalars(query).all()


def in_team(person_id: int, part: TeamPart) -> ColumnElement[bool]:
    return Review.team.any(
        (TeamMember.person_id == person_id) & (TeamMember.part == part) & TeamMember.ended_at.is_(None)
    )


def to_release(session: Session, since: date) -> Sequence[SentPaper]:
    """What has still to be passed on to the Management Group, of reviews from `since` on."""
    query = newest().where(
        SentPaper.released_at.is_(None), SentPaper.paper.in_(RELEASED_BY_OFFICE), Review.day >= since
    )
    return session.scalars(query).all()
