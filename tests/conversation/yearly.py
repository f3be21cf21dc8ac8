"""The sample consortium with a year of reviews: held, to come, postponed and not booked yet."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.platforms.playground.furnishing import give_accounts
from bot.rules.milestones import Kind
from bot.rules.roles import Role
from storage import booking, calendars, consortium, reviews
from storage.booking import Booking, By
from storage.database import Sessions
from storage.models import Membership, Person, Review, RoleAssignment, School
from tests.conftest import with_sample
from tests.databases import opened

# By key; the rest of the sample's schools have no review.
DAYS: Mapping[str, date] = {
    "stour-view": date(2017, 9, 27),
    "mersea-road": date(2018, 5, 9),
    "oak": date(2017, 12, 7),
    "holly-lane": date(2017, 11, 14),
    "st-annes": date(2018, 2, 28),
    "brook-end": date(2017, 10, 5),
    "mill-lane": date(2018, 6, 20),
}
BOOKED_AT = datetime(2017, 9, 5, 9, tzinfo=UTC)


def a_year(url: str) -> None:
    with_sample(url)
    with opened(url) as sessions:
        give_accounts(sessions)
        book(sessions, DAYS)


def book(sessions: Sessions, days: Mapping[str, date], at: datetime = BOOKED_AT) -> None:
    for key, day in days.items():
        with sessions.begin() as session:
            book_one(session, key, day, at)


def book_one(session: Session, key: str, day: date, at: datetime) -> Review:
    """With a team of people from the other schools; what was due before November is done."""
    school = session.scalars(select(School).where(School.key == key)).one()
    group = session.scalars(select(Membership).where(Membership.school_id == school.id)).one().group
    year = reviews.year_of(session, day)
    assert year
    [lead, *others] = people_elsewhere(session, school)
    calendar, policy = calendars.school_calendar(session, school.id), consortium.policy(session)
    office = consortium.people_with(session, Role.OFFICE, at.date())[0]
    made = Booking(school, group, year, 1, day, lead, others[:2], others[2:4])
    change = booking.book(session, made, calendar, policy, By(office, at))
    for row in change.review.milestones:
        if row.due < date(2017, 11, 1) and row.kind is not Kind.REVIEW:
            row.done_at = datetime.combine(row.due, time(12), UTC)
    return change.review


def people_elsewhere(session: Session, school: School) -> list[Person]:
    """Those who review, but for those of this school."""
    held = select(RoleAssignment.person_id).where(
        RoleAssignment.role.in_([Role.REVIEWER, Role.CHAMPION]), RoleAssignment.school_id != school.id
    )
    return list(session.scalars(select(Person).where(Person.id.in_(held)).order_by(Person.id)))
