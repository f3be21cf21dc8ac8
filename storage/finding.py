"""The reviews that somebody has to prepare, or may mean when they ask for the papers of one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, joinedload

from bot.rules.milestones import Kind
from bot.rules.roles import Answer, TeamPart
from storage.models import Meeting, Milestone, Review, TeamMember
from storage.reviews import still_to_come


def own_reviews(
    session: Session,
    person_id: int,
    school_ids: Collection[int],
    group_ids: Collection[int] | None,
    since: date,
) -> Sequence[Review]:
    """In whose team they are, of the schools they head and the groups they answer for (None: all of them).

    From `since` on, and those that are postponed; none that is cancelled.
    """
    in_team = Review.team.any((TeamMember.person_id == person_id) & TeamMember.ended_at.is_(None))
    query = (
        select(Review)
        .where(Review.cancelled_at.is_(None), or_(Review.day >= since, Review.postponed_at.is_not(None)))
        .order_by(Review.day, Review.id)
        .options(joinedload(Review.school))
    )
    if group_ids is not None:
        own = (in_team, Review.school_id.in_(school_ids), Review.group_id.in_(group_ids))
        query = query.where(or_(*own))
    return session.scalars(query).all()


@dataclass(frozen=True, slots=True)
class ToArrange:
    """A meeting whose time is not agreed. `leads`: whoever asks is the lead reviewer, else a head."""

    review: Review
    milestone: Milestone
    meeting: Meeting | None
    leads: bool


def to_arrange(
    session: Session, person_id: int, school_ids: Collection[int], today: date
) -> Sequence[ToArrange]:
    """Of the reviews to come that this person leads, or whose school they head."""
    leads = is_lead_reviewer(person_id)
    query = (
        still_to_come(today)
        .add_columns(Milestone, Meeting, leads)
        .join(Milestone, Milestone.review_id == Review.id)
        .outerjoin(Meeting, Meeting.review_id == Review.id)
        .where(
            Milestone.kind == Kind.MEETING,
            Milestone.agreed.is_(None),
            Milestone.done_at.is_(None),
            or_(leads, Review.school_id.in_(school_ids)),
        )
        .options(joinedload(Meeting.proposed_by))
    )
    return [ToArrange(*row) for row in session.execute(query)]


def is_lead_reviewer(person_id: int) -> ColumnElement[bool]:
    return Review.team.any(
        (TeamMember.person_id == person_id)
        & (TeamMember.part == TeamPart.LEAD_REVIEWER)
        & TeamMember.ended_at.is_(None)
        & (TeamMember.answer != Answer.DECLINED)
    )
