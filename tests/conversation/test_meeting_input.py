"""What is typed about the pre-review meeting gets a clear sentence; nothing is lost and nothing changes."""

from datetime import date

import pytest
from sqlalchemy import select

from storage.models import Meeting, Person
from tests import roster
from tests.chat import World, error, filled
from tests.conversation.conftest import PRIYA, SIAN, booked
from tests.conversation.meeting import ASK, SHOW, agreed, milestone, stored


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    booked(world_on_sqlite)
    return world_on_sqlite


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("", "Please give a date"),
        ("31 Nov", "November has 30 days"),
        ("Sat 25 Nov", "Oak Primary School is closed on Saturday 25 November 2017."),
        ("Mon 30 Oct", "Monday 30 October 2017 is past."),
        ("7 Dec", "The review is on Thursday 7 December 2017, and the meeting comes before it."),
        ("12 Dec", "Please choose Wednesday 6 December 2017 or earlier."),
        ("x" * 10_000, "too long"),
    ],
)
def test_a_day_that_will_not_do(world: World, day: str, sentence: str) -> None:
    sian = world.person(SIAN)
    sian.open(ASK)
    form = sian.click("Propose it", day=day, time="2.30pm", place="The hall")
    assert sentence in error(form, "day")
    assert (filled(form)["time"], filled(form)["place"]) == (("2.30pm",), ("The hall",))
    assert nothing_is_stored(world)


def nothing_is_stored(world: World) -> bool:
    with world.sessions() as session:
        return session.scalars(select(Meeting)).all() == []


def test_half_term_is_named_and_the_next_school_days_are_offered(world: World) -> None:
    kate = world.person("kate.moore@hollylane.example")
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="1 March 2018")
    kate.click("Move it")
    sian = world.person(SIAN)
    sian.open(ASK)
    form = sian.click("Propose it", day="Wed 14 Feb 2018", time="14:30")
    assert "closed on Wednesday 14 February 2018: the spring half term." in error(form, "day")
    sian.click("Monday 19 February 2018")
    assert stored(world).day is not None
    assert "Monday 19 February 2018, 14:30" in str(sian.card)


@pytest.mark.parametrize(
    ("time", "sentence"),
    [
        ("", "Please give a time, for example"),
        ("when it suits", "I couldn’t read “when it suits” as a time."),
        ("2.30 or so", "I couldn’t read “2.30 or so” as a time."),
        ("25:00", "There is no time 25:00."),
    ],
)
def test_a_time_that_will_not_do(world: World, time: str, sentence: str) -> None:
    sian = world.person(SIAN)
    sian.open(ASK)
    form = sian.click("Propose it", day="28 Nov", time=time, place="The hall")
    assert sentence in error(form, "time")
    assert filled(form)["day"] == ("2017-11-28",)
    assert nothing_is_stored(world)


def test_a_time_today_has_to_be_to_come(world: World) -> None:
    sian = world.person(SIAN)
    sian.open(ASK)
    assert "09:00 today is past." in error(sian.click("Propose it", day="today", time="9am"), "time")


def test_an_odd_hour_is_asked_about_once(world: World) -> None:
    sian = world.person(SIAN)
    sian.open(ASK)
    form = sian.click("Propose it", day="28 Nov", time="6am")
    assert "06:00 is not between 07:00 and 19:00." in error(form, "time")
    form = sian.click("Propose it all the same", time="5am")
    assert "05:00 is not between" in error(form, "time")
    assert nothing_is_stored(world)
    assert "05:00: proposed" in str(sian.click("Propose it all the same"))


def test_a_long_place_is_kept(world: World) -> None:
    sian = world.person(SIAN)
    sian.open(ASK)
    form = sian.click("Propose it", day="28 Nov", time="14:30", place="x" * 201)
    assert "200 characters; it has 201" in error(form, "place")
    assert filled(form)["place"] == ("x" * 201,)


def test_later_than_the_schedule_asks_is_allowed_with_a_word(world: World) -> None:
    card = proposed_on(world, "5 Dec")
    assert "The schedule asks for the meeting by Thursday 30 November 2017." in card
    assert "The schedule asks" not in proposed_on(world, "29 Nov")


def proposed_on(world: World, day: str) -> str:
    sian = world.person(SIAN)
    sian.open(ASK)
    return str(sian.click("Propose it", day=day, time="14:30"))


def test_the_same_time_twice_tells_nobody_again(world: World) -> None:
    proposed_on(world, "28 Nov")
    assert "That is the time that stands." in proposed_on(world, "28 Nov")
    assert len([t for t in world.person(PRIYA).titles() if "pre-review meeting" in t]) == 1


def test_the_very_time_that_one_is_asked_about_confirms_it(world: World) -> None:
    proposed_on(world, "28 Nov")
    priya = world.person(PRIYA)
    priya.open(ASK)
    assert "Agreed." in str(priya.click("Propose it"))
    assert milestone(world).agreed is not None


@pytest.mark.parametrize(
    "token",
    [
        "meeting.show",
        "meeting.show?review=99",
        "meeting.ask?review=x",
        "meeting.propose?review=1&day=soon",
        "meeting.confirm?review=1&arranged=x",
        "question.move?review=1&question=1&to=x",
        "question.change?review=1&question=1",
        "meeting.unrecord?review=1",
    ],
)
def test_a_damaged_button_changes_nothing(world: World, token: str) -> None:
    assert world.person(SIAN).open(token).title
    assert nothing_is_stored(world)


def test_without_a_head_in_the_roster_nobody_can_be_asked(world: World) -> None:
    with world.sessions.begin() as session:
        priya = session.scalars(select(Person).where(Person.email == PRIYA)).one()
        priya.left = date(2017, 11, 1)
        roster.has_changed(session)
    assert "The roster names no headteacher of the school yet" in proposed_on(world, "28 Nov")
    assert "the headteacher has still to confirm" in str(world.person(SIAN).open(SHOW))


def test_a_proposal_that_is_past_says_so(world: World) -> None:
    proposed_on(world, "3 Nov")
    priya = world.person(PRIYA)
    priya.read("suit you for the pre-review meeting")
    world.wait(days=4)
    card = priya.click("Confirm")
    assert "That time no longer fits. Please propose another." in str(card)
    assert "To be agreed again, by Thursday 30 November 2017: Friday 3 November 2017, 14:30" in str(card)
    assert "Agree the time of the pre-review meeting" in str(world.person(SIAN).type("/peer-review"))
    assert milestone(world).agreed is None


def test_what_the_schedule_asks_is_said_whatever_has_been_agreed(world_on_sqlite: World) -> None:
    agreed(world_on_sqlite)
    sian = world_on_sqlite.person(SIAN)
    by = "The schedule asks for it by Thursday 30 November 2017"
    assert by in str(sian.open(ASK))
    assert by in str(sian.click("Propose it", day="soonish"))
