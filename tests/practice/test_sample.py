"""The practice room as it is really furnished: with the sample consortium."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.platforms.playground.clock import next_stop
from bot.platforms.playground.due import Due, next_due, on
from bot.platforms.playground.pages import parts, time
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.room import Place
from bot.platforms.playground.view import conversations_of, hint, view
from bot.rules.hours import Urgency
from bot.rules.milestones import Kind
from storage.models import AcademicYear, Group, Milestone, Outgoing, Person, Review, School
from tests.practice.toy import FIRST_DAY, LINKS


@pytest.fixture
async def sample() -> AsyncIterator[Practice]:
    practice = Practice(FIRST_DAY, LINKS)
    await practice.open()
    yield practice
    await practice.close()


async def test_one_begins_as_kate_moore_who_is_told_to_schedule_oak(sample: Practice) -> None:
    cast = await sample.cast()
    first = cast.first()
    assert (first.name, hint(first, cast).line) == ("Kate Moore", "/schedule-review Oak Primary School")


async def test_the_leads_and_the_office_come_first(sample: Practice) -> None:
    [start, *_] = (await sample.cast()).circles
    assert [one.name for one in start.people] == ["Carl Messer", "Kate Moore", "Trish Wilkie", "Janet Pryke"]


async def test_everybody_has_somewhere_to_be(sample: Practice) -> None:
    cast = await sample.cast()
    everyone = {one.user: one for circle in cast.circles for one in circle.people}
    assert len(everyone) > 25
    for someone in everyone.values():
        assert conversations_of(someone, cast)[-1].place == Place(user=someone.user)
    office = next(one for one in everyone.values() if one.sees_all)
    assert [channel.name for channel in cast.channels_of(office)] == [
        "Collaborative Group 1",
        "Collaborative Group 2",
        "Collaborative Group 3",
        "Management Group",
    ]


async def test_a_view_is_of_somebody_and_of_a_conversation_of_theirs(sample: Practice) -> None:
    assert await view(sample, "nobody@example.org", "") is None
    assert await view(sample, "kate.moore@hollylane.example", "management") is None
    seen = await view(sample, "kate.moore@hollylane.example", "peer-review")
    assert seen
    assert seen.here.name == "Peer Review"


NINE = datetime(2017, 11, 1, 9, 0, tzinfo=UTC)


def stored_review(session: Session) -> Review:
    school = session.query(School).filter_by(key="oak").one()
    group = session.query(Group).filter_by(key="group-2").one()
    [person, year] = [session.query(Person).first(), session.query(AcademicYear).one()]
    assert person
    review = Review(
        school_id=school.id,
        group_id=group.id,
        year_id=year.id,
        day=FIRST_DAY,
        booked_by_id=person.id,
        booked_at=NINE,
    )
    session.add(review)
    session.flush()
    return review


def owed(session: Session, review: Review, kind: Kind, day: int, *, done: bool = False) -> None:
    due = FIRST_DAY.replace(day=day)
    moment = NINE if done else None
    session.add(Milestone(review_id=review.id, kind=kind, due=due, unmoved=due, done_at=moment))
    session.flush()


async def test_the_next_thing_due_is_an_open_milestones_morning(sample: Practice) -> None:
    with sample.sessions() as session:
        assert next_due(session, NINE) is None
        review = stored_review(session)
        owed(session, review, Kind.PACK, 1)
        owed(session, review, Kind.MEETING, 6, done=True)
        owed(session, review, Kind.REVIEW, 8)
        assert next_due(session, NINE) == Due(NINE.replace(day=8), "The review, Oak Primary School")
        before_nine = next_due(session, NINE.replace(hour=8))
        assert before_nine == Due(NINE, "Paperwork to the review team, Oak Primary School")


async def test_several_things_of_one_day_are_counted_and_all_are_named_on_it(sample: Practice) -> None:
    with sample.sessions() as session:
        review = stored_review(session)
        owed(session, review, Kind.REVIEW, 8)
        owed(session, review, Kind.FEEDBACK, 8)
        assert next_due(session, NINE) == Due(
            NINE.replace(day=8), "The review, Oak Primary School and 1 more"
        )
        assert on(session, FIRST_DAY.replace(day=8)) == [
            "The review, Oak Primary School",
            "Immediate feedback, Oak Primary School",
        ]
        assert on(session, FIRST_DAY.replace(day=9)) == []


async def test_what_is_due_today_is_said(sample: Practice) -> None:
    with sample.sessions.begin() as session:
        owed(session, stored_review(session), Kind.PACK, 8)
    kate = "kate.moore@hollylane.example"
    before = await view(sample, kate, "")
    assert before
    assert (parts(before)["due"], time(before)) == ("", "It is now Wednesday 1 November 2017, 09:00")
    assert "Next: paperwork to the review team, Oak Primary School, Wed 8 Nov, 09:00" in parts(before)["next"]
    await sample.forward_to_next()
    after = await view(sample, kate, "")
    assert after
    words = "Paperwork to the review team, Oak Primary School"
    assert parts(after)["due"] == f"<strong>Due today:</strong> {words}"
    assert time(after) == f"It is now Wednesday 8 November 2017, 09:00. Due today: {words}"


async def test_a_message_may_come_before_the_milestone(sample: Practice) -> None:
    with sample.sessions() as session:
        owed(session, stored_review(session), Kind.REVIEW, 8)
        due = NINE.replace(day=7, hour=7)
        session.add(Outgoing(key="k", template="t", args={}, urgency=Urgency.NEWS, made_at=NINE, due=due))
        session.flush()
        assert next_due(session, NINE) == Due(due, "A message")


async def test_a_cancelled_review_has_nothing_due(sample: Practice) -> None:
    with sample.sessions() as session:
        review = stored_review(session)
        owed(session, review, Kind.REVIEW, 8)
        review.cancelled_at = NINE
        session.flush()
        assert next_due(session, NINE) is None


async def test_what_comes_up_by_itself_is_written_whenever_the_clock_passes_its_time() -> None:
    """The news of the morning, and the rounds of reminders with which a digest comes."""
    passed: list[datetime] = []
    practice = Practice(FIRST_DAY, LINKS, tick=lambda _session, now: passed.append(now))
    await practice.open()
    await practice.forward(2)
    await practice.close()
    first = practice.clock.now - timedelta(days=2)
    times = [(7, 30), (8, 0), (10, 0), (15, 0), (16, 0)]
    days = [first + timedelta(days=n) for n in range(3)]
    stops = [day.replace(hour=hour, minute=minute) for day in days for hour, minute in times]
    between = [stop for stop in stops if first < stop < practice.clock.now]
    assert [moment for moment in passed if moment not in (first, practice.clock.now)] == between


def test_the_clock_stops_at_the_next_round_over_the_night_in_which_the_clocks_go_back() -> None:
    saturday = datetime(2017, 10, 28, 15, 30, tzinfo=UTC)
    # 16:30 in London: the next is at half past seven on Sunday, which is winter time by then.
    stops = [next_stop(saturday), next_stop(next_stop(saturday))]
    assert stops == [datetime(2017, 10, 29, 7, 30, tzinfo=UTC), datetime(2017, 10, 29, 8, 0, tzinfo=UTC)]
