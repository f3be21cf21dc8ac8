"""Which schools have a review is held in memory, and never as it no longer is."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from bot.rules.policy import Policy
from storage import booking, directory, reviewed
from storage.booking import Booking, By
from storage.database import Sessions
from storage.models import AcademicYear, Group, Person, Review, ReviewDates, School

BY_AT = datetime(2017, 11, 1, 12, 0, tzinfo=UTC)
THURSDAY, TUESDAY = date(2017, 12, 7), date(2017, 12, 12)


def found(session: Session) -> Mapping[str, date]:
    """As a turn finds them, by the key of the school."""
    year = session.scalars(select(AcademicYear.id)).one()
    version = session.scalar(select(func.max(ReviewDates.version)))
    keys = {school.id: school.key for school in session.scalars(select(School))}
    return {keys[school]: day for school, day in reviewed.schools(session, year, version).items()}


def seen(sessions: Sessions) -> Mapping[str, date]:
    with sessions() as session:
        return found(session)


def book(session: Session, day: date = THURSDAY) -> Review:
    kate = session.scalars(select(Person).filter_by(name="Kate Moore")).one()
    asked = Booking(
        school=session.scalars(select(School).filter_by(key="oak")).one(),
        group=session.scalars(select(Group).filter_by(key="group-2")).one(),
        year=session.scalars(select(AcademicYear)).one(),
        number=1,
        day=day,
        lead_reviewer=kate,
        reviewers=(),
        champions=(),
    )
    calendar = directory.read(session).calendar(None)
    return booking.book(session, asked, calendar, Policy(), By(kate, BY_AT)).review


def by(session: Session) -> By:
    return By(session.scalars(select(Person).filter_by(name="Kate Moore")).one(), BY_AT)


def test_every_change_of_a_date_is_seen_by_the_next_turn(consortium: Sessions) -> None:
    assert seen(consortium) == {}
    with consortium.begin() as session:
        number = book(session).id
    assert seen(consortium) == {"oak": THURSDAY}
    with consortium.begin() as session:
        calendar = directory.read(session).calendar(None)
        booking.move(session, session.get_one(Review, number), TUESDAY, calendar, Policy(), by(session))
    assert seen(consortium) == {"oak": TUESDAY}
    with consortium.begin() as session:
        booking.cancel(session, session.get_one(Review, number), "the boiler", by(session))
    assert seen(consortium) == {}
    with consortium.begin() as session:
        booking.reinstate(session, session.get_one(Review, number), by(session))
    assert seen(consortium) == {"oak": TUESDAY}


def test_what_is_undone_is_not_remembered(consortium: Sessions) -> None:
    with consortium() as session:
        book(session)
        assert found(session) == {"oak": THURSDAY}
        session.rollback()
    # The next change has the version that was undone.
    with consortium.begin() as session:
        book(session, TUESDAY)
    assert seen(consortium) == {"oak": TUESDAY}


def test_it_is_asked_once_for_a_version(consortium: Sessions) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.extend([statement] if "FROM reviews" in statement else [])

    with consortium.begin() as session:
        book(session)
    event.listen(consortium.kw["bind"], "before_cursor_execute", note)
    assert seen(consortium) == seen(consortium) == {"oak": THURSDAY}
    assert len(asked) == 1
