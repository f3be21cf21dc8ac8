"""Finding reviews."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from bot.rules.roles import Answer
from storage.models import AcademicYear, Change, Person, Review, School, TeamMember

A_YEAR = timedelta(days=365)
# Changes that give the review its date; and all those of the review itself. Answers leave it as it is, and so
# does whatever is written for it.
DATES = ("booked", "moved")
OF_ITSELF = (
    *DATES,
    "confirmed",
    "unconfirmed",
    "cancelled",
    "postponed",
    "reinstated",
    "replaced",
    "added",
    "removed",
    "note",
)


def whole() -> Sequence[ExecutableOption]:
    """Loads a review with all that its cards show, in three queries however large the team."""
    return (
        joinedload(Review.school),
        joinedload(Review.group),
        joinedload(Review.booked_by),
        selectinload(Review.team).joinedload(TeamMember.person),
        selectinload(Review.milestones),
    )


def get(session: Session, review_id: int) -> Review | None:
    return session.scalar(select(Review).where(Review.id == review_id).options(*whole()))


def get_to_change(session: Session, review_id: int) -> Review | None:
    """The review, once nobody else is changing it: of two who answer at once the second sees the first's."""
    query = select(Review).where(Review.id == review_id).options(*whole())
    # Without the key, so that messages which point to the review can be written by others meanwhile.
    query = query.with_for_update(of=Review, key_share=True)
    return session.scalar(query.execution_options(populate_existing=True))


def year_of(session: Session, day: date) -> AcademicYear | None:
    return session.scalar(select(AcademicYear).where(AcademicYear.starts <= day, AcademicYear.ends >= day))


def of_school(session: Session, school_id: int, year_id: int) -> Sequence[Review]:
    """The school's reviews of the year that are not cancelled, in order."""
    query = (
        select(Review)
        .where(Review.school_id == school_id, Review.year_id == year_id, Review.cancelled_at.is_(None))
        .order_by(Review.number)
        .options(*whole())
    )
    return session.scalars(query).all()


def hold_school(session: Session, school_id: int) -> None:
    """Let nobody else book this school until the end of the transaction."""
    session.execute(select(School.id).where(School.id == school_id).with_for_update(key_share=True))


def of_groups(session: Session, group_ids: Collection[int], today: date) -> Sequence[Review]:
    """The groups' reviews of this school year, and of others those that are not done with, by day.

    Cancelled ones come last; of earlier years nothing older than `A_YEAR` is left to chase.
    """
    # By the years that matter, so that the index of group and year finds them among all that are stored.
    years = select(AcademicYear.id).where(AcademicYear.ends >= today - A_YEAR)
    query = (
        select(Review)
        .where(Review.group_id.in_(group_ids), Review.year_id.in_(years), matters(today))
        .order_by(Review.cancelled_at.is_not(None), Review.day, Review.id)
        .options(*whole())
    )
    return session.scalars(query).all()


def of_person(session: Session, person_id: int, today: date) -> Sequence[Review]:
    """As `of_groups`, the reviews in whose team this person is."""
    query = (
        select(Review)
        .join(TeamMember, TeamMember.review_id == Review.id)
        .where(TeamMember.person_id == person_id, TeamMember.ended_at.is_(None), matters(today))
        .order_by(Review.cancelled_at.is_not(None), Review.day, Review.id)
        .options(*whole())
    )
    return session.scalars(query).all()


def matters(today: date) -> ColumnElement[bool]:
    """Whether a review is of this school year, or has still something to come of it."""
    this_year = select(AcademicYear.id).where(AcademicYear.starts <= today, AcademicYear.ends >= today)
    open_still = (Review.day >= today - A_YEAR) & Review.closed_at.is_(None) & Review.cancelled_at.is_(None)
    return Review.year_id.in_(this_year) | open_still


def days_booked(
    session: Session, person_ids: Collection[int], first: date, last: date, *, but: int | None = None
) -> Mapping[int, frozenset[date]]:
    """For each of these people, the days from `first` to `last` on which they take part in a review.

    Days that they have declined do not count, nor does the review `but`. Until the end of the transaction
    nobody else can book them.
    """
    # Two bookings of one person at the same moment: the second waits here, and then sees the first.
    # Always in the order of ids, so that two that share several people can't wait for each other.
    people = select(Person.id).where(Person.id.in_(person_ids)).order_by(Person.id)
    session.execute(people.with_for_update(key_share=True))
    query = (
        select(TeamMember.person_id, Review.day)
        .join(Review, Review.id == TeamMember.review_id)
        .where(
            TeamMember.person_id.in_(person_ids),
            TeamMember.ended_at.is_(None),
            TeamMember.answer != Answer.DECLINED,
            Review.day.between(first, last),
            Review.cancelled_at.is_(None),
            Review.postponed_at.is_(None),
        )
    )
    if but is not None:
        query = query.where(Review.id != but)
    found: dict[int, set[date]] = defaultdict(set)
    for person_id, day in session.execute(query):
        found[person_id].add(day)
    return {person_id: frozenset(days) for person_id, days in found.items()}


def open_invitations(session: Session, person_id: int, today: date) -> Sequence[Review]:
    """The reviews to come that this person has been asked to take part in and has not answered."""
    query = (
        still_to_come(today)
        .join(TeamMember, TeamMember.review_id == Review.id)
        .where(
            TeamMember.person_id == person_id,
            TeamMember.ended_at.is_(None),
            TeamMember.answer == Answer.WAITING,
        )
    )
    return session.scalars(query).all()


def short_of_people(session: Session, group_ids: Collection[int], today: date) -> Sequence[Review]:
    """The groups' reviews to come in which someone has declined or left and not been replaced."""
    unfilled = (TeamMember.answer == Answer.DECLINED) | TeamMember.person.has(Person.left <= today)
    # Asked of each review: SQLite would read a list of all who ever declined from the whole table.
    short = Review.team.any(unfilled & TeamMember.ended_at.is_(None))
    query = still_to_come(today).where(Review.group_id.in_(group_ids), short)
    return session.scalars(query).all()


def still_to_come(today: date) -> Select[Review]:
    return (
        select(Review)
        .where(Review.day >= today, Review.cancelled_at.is_(None), Review.postponed_at.is_(None))
        .order_by(Review.day, Review.id)
        .options(*whole())
    )


def history(session: Session, review_id: int) -> Sequence[Change]:
    query = select(Change).where(Change.review_id == review_id).order_by(Change.id.desc())
    return session.scalars(query.options(joinedload(Change.by))).all()


def has_changed_since(session: Session, change: Change, kinds: Collection[str]) -> bool:
    """Whether the review has seen a change of these kinds after this one."""
    query = select(func.max(Change.id)).where(Change.review_id == change.review_id, Change.what.in_(kinds))
    return (session.scalar(query) or 0) > change.id


def dated_by(session: Session, review_id: int) -> int:
    """The change that gave the review its date, or gave it back."""
    given = Change.what.in_((*DATES, "reinstated"))
    return session.scalar(select(func.max(Change.id)).where(Change.review_id == review_id, given)) or 0


def latest_change(session: Session, review_id: int, kinds: Collection[str] = ()) -> Change | None:
    """The last change of these kinds; without any, of the review itself, which answers leave as it is."""
    which = Change.what.in_(kinds or OF_ITSELF)
    query = select(Change).where(Change.review_id == review_id, which).order_by(Change.id.desc()).limit(1)
    return session.scalar(query.options(joinedload(Change.by)))


def last_by(session: Session, person_id: int) -> Change | None:
    """What this person changed last, of whatever review."""
    return session.scalar(select(Change).where(Change.by_id == person_id).order_by(Change.id.desc()).limit(1))


def change(session: Session, change_id: int) -> Change | None:
    return session.scalar(select(Change).where(Change.id == change_id).options(joinedload(Change.by)))
