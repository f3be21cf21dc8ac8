"""The reviews of an academic year: those booked in it, and earlier ones of which something is due in it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from bot.rules.year import Year
from storage.calendars import TERM
from storage.models import AcademicYear, CalendarSpan, Milestone, Review, TeamMember
from storage.reviews import A_YEAR, whole


@dataclass(frozen=True, slots=True)
class Booked:
    """A review of the year, as it is counted."""

    school_id: int
    group_id: int
    day: date
    postponed: bool


def booked(session: Session, year_id: int) -> Sequence[Booked]:
    """Those that are not cancelled, of all groups."""
    query = select(Review.school_id, Review.group_id, Review.day, Review.postponed_at.is_not(None))
    rows = session.execute(query.where(Review.year_id == year_id, Review.cancelled_at.is_(None)))
    return [Booked(*row) for row in rows]


def reviews_seen(
    session: Session,
    year_id: int,
    year: Year,
    *,
    group_ids: Collection[int],
    school_ids: Collection[int],
    person_id: int,
) -> Sequence[Review]:
    """Those of these groups and schools, and in whose team this person is; three queries, however many."""
    due = func.coalesce(Milestone.agreed, Milestone.due).between(year.starts, year.ends)
    takes_part = Review.team.any((TeamMember.person_id == person_id) & TeamMember.ended_at.is_(None))
    # Nothing is due longer after its review than that.
    lately = Review.day.between(year.starts - A_YEAR, year.starts) & Review.postponed_at.is_(None)
    query = (
        select(Review)
        .where(
            Review.cancelled_at.is_(None),
            or_(Review.year_id == year_id, lately & Review.milestones.any(due)),
            or_(Review.group_id.in_(group_ids), Review.school_id.in_(school_ids), takes_part),
        )
        .order_by(Review.day, Review.id)
        .options(*whole())
    )
    return session.scalars(query).all()


def years(session: Session) -> Mapping[int, Year]:
    """By id, in the order of their days."""
    query = select(AcademicYear.id, AcademicYear.name, AcademicYear.starts, AcademicYear.ends)
    rows = session.execute(query.order_by(AcademicYear.starts))
    return {row.id: Year(row.name, row.starts, row.ends) for row in rows}


def without_terms(session: Session, today: date) -> Sequence[str]:
    """The names of this school year and later ones that have no term dates; `today` is London's."""
    terms = select(CalendarSpan.id).where(
        CalendarSpan.year_id == AcademicYear.id,
        CalendarSpan.kind == TERM,
        CalendarSpan.school_id.is_(None),
    )
    query = select(AcademicYear.name).where(AcademicYear.ends >= today, ~terms.exists())
    return session.scalars(query.order_by(AcademicYear.starts)).all()
