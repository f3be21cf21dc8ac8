"""The reviews that somebody has to prepare, or may mean when they ask for the papers of one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, joinedload

from bot.rules.milestones import Kind
from bot.rules.roles import Answer, TeamPart
from storage import handing_over, plans, reviews
from storage.models import Meeting, Milestone, Review, TeamMember
from storage.reviews import A_YEAR, still_to_come


@dataclass(frozen=True, slots=True)
class Whose:
    """Somebody with the schools they head, those at which they have any role, and the groups they answer for.

    `led`: None for all groups. `part`: what is asked about, where it can be handed to them.
    `delivers`: whether the reviews count in whose action plan, once sent, they deliver something.
    """

    person_id: int
    headed: Collection[int]
    own: Collection[int]
    led: Collection[int] | None
    part: Kind | None = None
    delivers: bool = False


def own_reviews(session: Session, whose: Whose, since: date) -> Sequence[Review]:
    """Those in whose team they are, of their schools and groups, and those whose part was handed to them.

    From `since` on, and those that are postponed; none that is cancelled.
    """
    in_team = Review.team.any((TeamMember.person_id == whose.person_id) & TeamMember.ended_at.is_(None))
    query = (
        select(Review)
        .where(Review.cancelled_at.is_(None), or_(Review.day >= since, Review.postponed_at.is_not(None)))
        .order_by(Review.day, Review.id)
        .options(*reviews.whole())
    )
    if whose.led is not None:
        own = handing_over.theirs(whose.person_id, whose.headed, whose.own, whose.part)
        mine = (in_team, own, Review.group_id.in_(whose.led))
        query = query.where(or_(*mine, plans.delivered_by(whose.person_id)) if whose.delivers else or_(*mine))
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


def owed_after(
    session: Session, person_id: int, kinds: Collection[Kind], today: date
) -> Sequence[tuple[Review, Milestone]]:
    """What of these is not done yet of the reviews that this person led, whose day has come."""
    query = (
        select(Review, Milestone)
        .join(Milestone, Milestone.review_id == Review.id)
        .where(
            Review.day.between(today - A_YEAR, today),
            Review.cancelled_at.is_(None),
            Review.postponed_at.is_(None),
            Review.closed_at.is_(None),
            Milestone.kind.in_(kinds),
            Milestone.done_at.is_(None),
            is_lead_reviewer(person_id),
        )
        .order_by(Review.day, Review.id)
        .options(*reviews.whole())
    )
    return [(review, row) for review, row in session.execute(query)]


def owed_since_the_plan(
    session: Session, school_ids: Collection[int], today: date
) -> Sequence[tuple[Review, Milestone]]:
    """The proformas to be returned by these schools, and the impacts that are asked for by now.

    Of reviews whose action plan was sent; what is older than a year is left alone.
    """
    plan_sent = Review.milestones.any((Milestone.kind == Kind.PLAN) & Milestone.done_at.is_not(None))
    returned = (Milestone.kind == Kind.AUDIT) & (Review.day >= today - A_YEAR)
    looked_back = (Milestone.kind == Kind.IMPACT) & Milestone.due.between(today - A_YEAR, today)
    query = (
        select(Review, Milestone)
        .join(Milestone, Milestone.review_id == Review.id)
        .where(
            Review.school_id.in_(school_ids),
            Review.cancelled_at.is_(None),
            Review.closed_at.is_(None),
            plan_sent,
            Milestone.done_at.is_(None),
            or_(returned, looked_back),
        )
        .order_by(Review.day, Review.id, Milestone.id)
        .options(joinedload(Review.school))
    )
    return [(review, row) for review, row in session.execute(query)]


def is_lead_reviewer(person_id: int) -> ColumnElement[bool]:
    return Review.team.any(
        (TeamMember.person_id == person_id)
        & (TeamMember.part == TeamPart.LEAD_REVIEWER)
        & TeamMember.ended_at.is_(None)
        & (TeamMember.answer != Answer.DECLINED)
    )
