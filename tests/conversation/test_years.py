"""One school year ends and another begins: where a review counts, and what is still listed of the last."""

from datetime import UTC, date, datetime

from sqlalchemy import select, update

from storage import reviewed
from storage.models import AcademicYear, CalendarSpan, Review
from tests import roster
from tests.chat import Chat, World, error
from tests.conversation.conftest import BEN, CHANNEL, booked, team

NO_YEAR = "The roster has no school year for that date yet. The Consortium Office can add it."
NEXT = date(2018, 11, 14)


def add_next_year(world: World) -> None:
    with world.sessions.begin() as session:
        year = AcademicYear(name="2018-19", starts=date(2018, 9, 1), ends=date(2019, 8, 31))
        session.add(year)
        session.flush()
        term = {"name": "Autumn term", "starts": date(2018, 9, 4), "ends": date(2018, 12, 20)}
        session.add(CalendarSpan(year_id=year.id, school_id=None, kind="term", **term))
        roster.has_changed(session)


def moved(kate: Chat, day: str, review: int = 1) -> str:
    kate.open(f"move.ask?review={review}")
    kate.click("See what changes", day=day, reason="Ofsted")
    return kate.click("Move it").title


def years(world: World) -> list[tuple[str, int, date]]:
    with world.sessions() as session:
        found = session.scalars(select(Review).order_by(Review.id))
        return [(review.year.name, review.number, review.day) for review in found]


def test_no_date_is_taken_for_which_the_roster_has_no_school_year(world: World) -> None:
    kate = booked(world)
    kate.open("move.ask?review=1")
    assert error(kate.click("See what changes", day="14 Nov 2018", reason="Ofsted"), "day") == NO_YEAR
    ben = world.person(BEN)
    ben.open("suggest.ask?review=1")
    assert error(ben.click("Suggest it", day="14 Nov 2018"), "day") == NO_YEAR
    kate.type("/schedule-review Holly Lane, 14 Nov 2018", place=CHANNEL)
    assert error(kate.click("See the timetable", **team(world)), "day") == NO_YEAR
    assert years(world) == [("2017-18", 1, date(2017, 12, 7))]


def test_a_past_date_is_called_past_and_nothing_else(world: World) -> None:
    kate = booked(world)
    kate.open("move.ask?review=1")
    said = error(kate.click("See what changes", day="Tues 15 Nov 2016", reason="Ofsted"), "day")
    assert "past" in said
    assert NO_YEAR not in said


def test_a_suggestion_whose_school_year_is_gone_from_the_roster_is_not_used(world: World) -> None:
    kate = booked(world)
    ben = world.person(BEN)
    ben.open("suggest.ask?review=1")
    ben.click("Suggest it", day="12 Dec")
    with world.sessions.begin() as session:
        session.execute(update(AcademicYear).values(ends=date(2017, 12, 8)))
        roster.has_changed(session)
    kate.read("Ben Hartley suggests")
    assert NO_YEAR in str(kate.click("Use this date"))
    assert years(world)[0][2] == date(2017, 12, 7)


def test_a_review_moved_to_next_year_counts_there_and_stays_in_the_list(world: World) -> None:
    kate = booked(world)
    add_next_year(world)
    assert "14 November 2018" in moved(kate, "14 Nov 2018")
    assert years(world) == [("2018-19", 1, NEXT)]
    assert "Oak Primary School, Wed 14 Nov 2018" in listing(kate)


def test_two_reviews_of_a_school_that_meet_in_one_year_are_numbered_one_after_the_other(world: World) -> None:
    kate = booked(world)
    add_next_year(world)
    moved(kate, "14 Nov 2018")
    kate.type("/schedule-review Oak, Thurs 7 Dec", place=CHANNEL)
    kate.click("See the timetable", **team(world))
    kate.click("Book it")
    moved(kate, "21 Nov 2018", review=2)
    assert years(world) == [("2018-19", 1, NEXT), ("2018-19", 2, date(2018, 11, 21))]
    moved(kate, "Thurs 7 Dec")
    assert years(world) == [("2017-18", 1, date(2017, 12, 7)), ("2018-19", 2, date(2018, 11, 21))]


def test_within_a_year_a_review_keeps_its_number(world: World) -> None:
    kate = booked(world)
    moved(kate, "12 Dec")
    assert years(world) == [("2017-18", 1, date(2017, 12, 12))]


def test_in_the_new_year_the_last_years_review_that_is_not_closed_is_listed(world: World) -> None:
    kate = booked(world)
    add_next_year(world)
    world.now = datetime(2018, 9, 3, 9, tzinfo=UTC)
    assert "Oak Primary School, " in listing(kate)
    assert "No review is booked yet" not in listing(kate)


def test_last_years_review_is_listed_no_more_once_it_is_closed_or_cancelled_or_a_year_ago(
    world: World,
) -> None:
    kate = booked(world)
    add_next_year(world)
    world.now = datetime(2018, 12, 7, 9, tzinfo=UTC)
    assert "Oak Primary School, " in listing(kate)
    world.now = datetime(2018, 12, 8, 9, tzinfo=UTC)
    assert "Oak Primary School, " not in listing(kate)
    world.now = datetime(2018, 9, 3, 9, tzinfo=UTC)
    for ended in ("closed_at", "cancelled_at"):
        with world.sessions.begin() as session:
            session.execute(update(Review).values(closed_at=None, cancelled_at=None))
            session.execute(update(Review).values({ended: datetime(2018, 7, 1, 9, tzinfo=UTC)}))
            reviewed.dates_change(session)
        assert "No review is booked yet this year." in listing(kate)


def test_this_years_review_is_listed_when_it_is_closed_or_cancelled(world: World) -> None:
    kate = booked(world)
    for ended in ("closed_at", "cancelled_at"):
        with world.sessions.begin() as session:
            session.execute(update(Review).values({ended: datetime(2017, 12, 20, 9, tzinfo=UTC)}))
            reviewed.dates_change(session)
        assert "Oak Primary School, " in listing(kate)


def listing(kate: Chat) -> str:
    return str(kate.type("/peer-review").blocks)
