"""A new day for a part of a review, said in a sentence: it stands in the form, and changes nothing."""

from datetime import UTC, datetime

import pytest

from tests.asking.unchanged import counted
from tests.chat import Chat, World, error, filled
from tests.conversation import meeting
from tests.conversation.afterwards import chosen, reviewed
from tests.conversation.auditing import plan_sent
from tests.conversation.conftest import BEN, CARL, CHANNEL, CHIDI, KATE, PRIYA, SIAN, booked, number

OAK = "Oak Primary School"
REVIEW = f"{OAK}, Thursday 7 December 2017"
MEETING, WORKSHOP = f"The pre-review meeting: {REVIEW}", f"The day of the workshop: {REVIEW}"
GIVEN = f"The feedback was given: {REVIEW}"


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    return world_on_sqlite


def form(world: World, email: str, typed: str) -> tuple[Chat, str, str]:
    """What stands in the form that opens: the day and the time."""
    before, person = counted(world.sessions), world.person(email)
    person.type(typed)
    assert counted(world.sessions) == before
    stands = filled(person.card)
    day, time = (next(iter(stands.get(name, ())), "") for name in ("day", "time"))
    return person, day, time


@pytest.mark.parametrize(
    ("typed", "day", "time"),
    [
        ("move the Oak meeting to Thursday at 2", "2017-11-02", "14:00"),
        ("can we move the meeting at Oak to half 2 on the 9th?", "2017-11-09", "14:30"),
        ("book our pre-review meeting for 28 Nov, 2.30pm please", "2017-11-28", "14:30"),
        ("can the meeting at Oak be on the 24th?", "2017-11-24", ""),
        ("could the Oak meeting be moved to 3pm", "2017-11-30", "15:00"),
        ("/peer-review meeting Oak 28 Nov", "2017-11-28", ""),
    ],
)
@pytest.mark.parametrize("email", [PRIYA, SIAN])
def test_the_day_of_the_meeting_stands_in_its_form(
    world: World, email: str, typed: str, day: str, time: str
) -> None:
    booked(world)
    person, *stands = form(world, email, typed)
    assert (person.card.title, stands) == (MEETING, [day, time])
    assert error(person.card, "day") == ""


def test_it_is_proposed_with_one_click(world: World) -> None:
    booked(world)
    priya, *_ = form(world, PRIYA, "move the Oak meeting to Tuesday 28 Nov at 2")
    assert "28 November" in str(priya.click("Propose it"))


def test_a_day_of_the_meeting_that_could_be_two_is_asked_about(world: World) -> None:
    booked(world)
    priya, day, time = form(world, PRIYA, "move the Oak meeting to next Friday at 2pm")
    assert (day, time) == ("next Friday", "14:00")
    assert "Do you mean" in error(priya.card, "day")
    priya.click("Friday 10 November 2017")
    assert "Friday 10 November 2017, 14:00" in str(priya.card)


def test_a_bare_weekday_is_asked_about_where_a_day_stands(world: World) -> None:
    meeting.proposed(world)
    priya, day, time = form(world, PRIYA, "can we move the Oak meeting to Thursday at 2")
    assert (day, time) == ("Thursday", "14:00")
    assert "Thursday 2 November 2017, Thursday 30 November 2017" in error(priya.card, "day")
    _, later, _ = form(world, PRIYA, "put the Oak meeting back a day")
    assert later == "2017-11-29"


def test_what_is_not_read_beside_the_day_is_said(world: World) -> None:
    booked(world)
    priya, day, _ = form(world, PRIYA, "move the staff meeting at Oak to the 21st")
    assert day == "2017-11-21"
    assert "I have not read “staff”." in error(priya.card, "day")


@pytest.mark.parametrize("email", [KATE, BEN])
def test_whoever_arranges_no_meeting_sees_how_it_stands_and_why(world: World, email: str) -> None:
    booked(world)
    person, *stands = form(world, email, "move the Oak meeting to Thursday at 2")
    assert (person.card.title, stands) == (meeting.TITLE, ["", ""])
    assert "Only the headteacher of the reviewed school and the lead reviewer" in str(person.card)


def test_whoever_has_no_part_in_it_learns_nothing(world: World) -> None:
    booked(world)
    card = world.person(CARL).type("move the Oak meeting to Thursday at 2")
    assert (card.title, "December" in str(card)) == ("Sorry, I can’t do that", False)


@pytest.mark.parametrize(
    "typed",
    ["when is the meeting on Thursday?", "cancel the Oak meeting on the 24th", "/peer-review meeting Oak"],
)
def test_what_asks_for_no_other_day_opens_no_form(world: World, typed: str) -> None:
    booked(world)
    assert form(world, PRIYA, typed)[0].card.title == meeting.TITLE


def test_of_several_reviews_the_day_is_kept(world: World) -> None:
    booked(world)
    kate = world.person(KATE)
    kate.type("/schedule-review St Anne's, 28 Nov", place=CHANNEL)
    kate.click("See the timetable", lead_reviewer=number(world, KATE))
    kate.click("Book it", champions_reason="A small school")
    kate.type("move the meeting to 21 Nov at 2")
    kate.click_in("St Anne", "Open")
    assert (filled(kate.card)["day"], filled(kate.card)["time"]) == (("2017-11-21",), ("14:00",))


@pytest.mark.parametrize(
    ("typed", "day", "time"),
    [
        ("can the workshop at Oak be on the 19th?", "2017-12-19", ""),
        ("can we have the workshop at Oak on 20 Dec at quarter to 4?", "2017-12-20", "15:45"),
        ("move the Oak workshop to the 19th", "2017-12-19", ""),
    ],
)
def test_the_day_of_the_workshop_stands_in_its_form(world: World, typed: str, day: str, time: str) -> None:
    reviewed(world)
    chidi, *stands = form(world, CHIDI, typed)
    assert (chidi.card.title, stands) == (WORKSHOP, [day, time])


def test_a_workshop_before_the_review_is_said_to_be_too_early(world: World) -> None:
    booked(world)
    chidi, day, _ = form(world, CHIDI, "can the workshop at Oak be on the 24th?")
    assert day == "2017-11-24"
    assert "7 December 2017" in error(chidi.card, "day")


def test_a_workshop_is_put_back_from_the_day_that_stands(world: World) -> None:
    chosen(world)
    assert form(world, CHIDI, "move the Oak workshop back a day")[1] == "2017-12-20"
    priya, *_ = form(world, PRIYA, "can the workshop at Oak be on the 20th?")
    assert "Only the Improvement Champions of this review can do that." in str(priya.card)
    assert priya.card.title == f"Post-review workshop: {REVIEW}"


def test_the_day_of_the_visit_stands_in_its_form(world: World) -> None:
    plan_sent(world)
    _, *stands = form(world, CHIDI, "can the development visit at Oak be on 6 Feb at 2?")
    assert stands == ["2018-02-06", "14:00"]


def after_the_review(world: World) -> None:
    booked(world)
    world.now = datetime(2017, 12, 9, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("feedback was given at Oak yesterday", "2017-12-08"),
        ("we gave feedback at Oak on Friday", "2017-12-08"),
        ("feedback given Oak on the 8th", "2017-12-08"),
        ("the feedback was given on Thursday", "2017-12-07"),
        ("feedback was given at Oak on Thursday", "2017-12-07"),
    ],
)
def test_the_day_of_the_feedback_stands_in_its_form(world: World, typed: str, day: str) -> None:
    after_the_review(world)
    sian, stands, _ = form(world, SIAN, typed)
    assert (sian.card.title, stands) == (GIVEN, day)
    assert "Recorded." in str(sian.click("Record it"))


def test_a_day_on_which_it_cannot_have_been_given_is_said_to_be_so(world: World) -> None:
    after_the_review(world)
    sian, stands, _ = form(world, SIAN, "feedback was given at Oak on 6 December")
    assert stands == "2017-12-06"
    assert "The review was on Thursday 7 December 2017" in error(sian.card, "day")
    _, stands, _ = form(world, SIAN, "feedback was given at Oak yesterday at 3")
    assert stands == "2017-12-08"


def test_whoever_records_no_feedback_sees_how_it_stands(world: World) -> None:
    after_the_review(world)
    priya, *stands = form(world, PRIYA, "feedback was given at Oak yesterday")
    assert (priya.card.title, stands) == (f"Feedback: {REVIEW}", ["", ""])
    assert "lead reviewer" in str(priya.card)
    sian, *_ = form(world, SIAN, "what time is the feedback today?")
    assert sian.card.title == f"Feedback: {REVIEW}"
    sian, *_ = form(world, SIAN, "feedback is at 3 at Oak")
    assert sian.card.title == f"Feedback: {REVIEW}"
