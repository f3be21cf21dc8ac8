"""What both databases promise: two at once end in one right state, and moments keep their time zone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from threading import Barrier

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError
from sqlalchemy.orm.exc import StaleDataError

from bot.cards.model import Go
from bot.links import Links
from bot.platforms.teams.answering import THREADS
from bot.router import Incoming, answer
from storage import database
from storage.database import Sessions, driver_url, open_engine
from storage.models import AcademicYear, Group, Membership, Person, Received, Review, School
from tests.databases import opened

NOON = datetime(2017, 11, 1, 12, 0, tzinfo=UTC)


def review(sessions: Sessions, day: date = date(2017, 11, 14)) -> Review:
    """Oak's first review of 2017-18, not yet saved."""
    with sessions() as session:
        oak = session.scalars(select(School).filter_by(key="oak")).one()
        return Review(
            school_id=oak.id,
            group_id=session.scalars(select(Membership.group_id).filter_by(school_id=oak.id)).one(),
            year_id=session.scalars(select(AcademicYear.id)).one(),
            booked_by_id=session.scalars(select(Person.id).filter_by(name="Kate Moore")).one(),
            booked_at=NOON,
            day=day,
        )


def save(sessions: Sessions, *reviews: Review) -> None:
    with sessions.begin() as session:
        session.add_all(reviews)


def test_the_second_to_save_a_review_is_told(consortium: Sessions) -> None:
    saved = review(consortium)
    save(consortium, saved)
    everyone_has_read = Barrier(2)

    def move(to: date) -> str:
        with consortium() as session:
            mine = session.get_one(Review, saved.id)
            session.commit()
            everyone_has_read.wait(10)
            mine.day = to
            try:
                session.commit()
            except StaleDataError:
                return "too late"
            return f"moved to {to}"

    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(move, [date(2017, 11, 15), date(2017, 11, 16)]))
    with consortium() as session:
        assert sorted(answers) == [f"moved to {session.get_one(Review, saved.id).day}", "too late"]


def test_a_school_has_one_first_review_a_year(consortium: Sessions) -> None:
    save(consortium, review(consortium))
    with pytest.raises(IntegrityError):
        save(consortium, review(consortium, date(2017, 11, 21)))


def test_a_cancelled_review_leaves_its_place_to_another(consortium: Sessions) -> None:
    cancelled = review(consortium)
    cancelled.cancelled_at = NOON
    save(consortium, cancelled, review(consortium, date(2017, 11, 21)))
    with consortium() as session:
        assert len(session.scalars(select(Review)).all()) == 2


def test_a_row_cannot_point_to_nothing(consortium: Sessions) -> None:
    lost = review(consortium)
    lost.group_id = 10_000
    with pytest.raises(IntegrityError):
        save(consortium, lost)


def test_moments_come_back_in_utc(sessions: Sessions) -> None:
    summer = datetime(2017, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    with sessions.begin() as session:
        session.add(Received(platform="practice", event="1", at=summer))
    with sessions() as session:
        at = session.scalars(select(Received.at)).one()
    assert (at, at.utcoffset(), at.hour) == (summer, timedelta(0), 8)


def test_moments_are_compared_as_moments(sessions: Sessions) -> None:
    with sessions.begin() as session:
        session.add(Received(platform="practice", event="1", at=NOON))
    an_hour_east = timezone(timedelta(hours=1))
    with sessions() as session:
        earlier = select(Received.event).where(
            Received.at < datetime(2017, 11, 1, 12, 30, tzinfo=an_hour_east)
        )
        later = select(Received.event).where(Received.at < datetime(2017, 11, 1, 13, 30, tzinfo=an_hour_east))
        assert (session.scalars(earlier).all(), session.scalars(later).all()) == ([], ["1"])


def test_a_moment_without_a_time_zone_is_refused(sessions: Sessions) -> None:
    with sessions() as session:
        session.add(Received(platform="practice", event="1", at=NOON.replace(tzinfo=None)))
        with pytest.raises(StatementError, match="a moment needs its time zone"):
            session.flush()


def test_names_keep_their_letters(sessions: Sessions) -> None:
    name = "Tŷ Gwyn – O'Brien’s 🏫 Ысыах"
    with sessions.begin() as session:
        session.add(Group(key="g", name=name))
    with sessions() as session:
        assert session.scalars(select(Group.name)).one() == name


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_a_postgres_url_opens(postgres_url: str, scheme: str) -> None:
    engine = open_engine(scheme + "://" + postgres_url.partition("://")[2])
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM reviews")).scalar() == 0
    engine.dispose()


@pytest.fixture
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "RESTED_SECONDS", 0.0)


@pytest.mark.usefixtures("rested")
def test_as_many_as_are_at_work_at_once_each_keep_a_connection(postgres_url: str) -> None:
    """To open one anew for every turn takes the server longer than the turn."""
    all_hold_one = Barrier(THREADS)
    with opened(postgres_url) as sessions:

        def work(_number: int) -> int:
            with sessions() as session:
                found = session.scalars(select(func.pg_backend_pid())).one()
                all_hold_one.wait(10)
                return int(found)

        with ThreadPoolExecutor(THREADS) as threads:
            first, second = (set(threads.map(work, range(THREADS))) for _ in range(2))
    assert len(first) == THREADS
    assert second == first


def test_a_connection_that_was_lost_while_it_rested_is_opened_anew(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "RESTED_SECONDS", 0.0)
    with opened(postgres_url) as sessions:
        end(postgres_url, backend(sessions))
        assert backend(sessions)


def test_a_connection_that_was_lost_a_moment_ago_fails_once(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However long it takes to end it here.
    monkeypatch.setattr(database, "RESTED_SECONDS", 60.0)
    with opened(postgres_url) as sessions:
        end(postgres_url, backend(sessions))
        with pytest.raises(OperationalError):
            backend(sessions)
        assert backend(sessions)


def test_a_turn_gets_over_a_connection_that_was_lost_a_moment_ago(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "RESTED_SECONDS", 60.0)
    with opened(postgres_url) as sessions:
        end(postgres_url, backend(sessions))
        incoming = Incoming("practice", "practice", "nobody", Go("home.show"))
        assert answer(sessions, incoming, NOON, Links("https://review.example", "a secret for tests"))


def backend(sessions: Sessions) -> int:
    """The server's process behind the connection."""
    with sessions() as session:
        return int(session.scalars(text("SELECT pg_backend_pid()")).one())


def end(url: str, process: int) -> None:
    with opened(url) as sessions, sessions() as session:
        session.execute(text("SELECT pg_terminate_backend(:process, 5000)"), {"process": process})


def test_other_urls_are_left_alone() -> None:
    assert driver_url("sqlite:////var/lib/postgres/reviews.db") == "sqlite:////var/lib/postgres/reviews.db"
