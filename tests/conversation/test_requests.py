"""Requests in plain sentences: what they open, for whom, and that none of them acts by itself."""

from datetime import date

import pytest

from bot.language.requests import REQUESTS
from bot.router import ROUTES
from tests.asking.unchanged import counted
from tests.chat import Chat, World, buttons, error, filled, values
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    KATE,
    LEILA,
    OFFICE,
    PRIYA,
    SIAN,
    ZOE,
    booked,
    number,
)

OAK = "Oak Primary School"
REVIEW = f"{OAK}, Thursday 7 December 2017"
REFUSED, UNKNOWN = "Sorry, I can’t do that", "Sorry, I didn’t understand that"
AMIT = "amit.desai@consortium.example"


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    booked(world_on_sqlite)
    return world_on_sqlite


def labels(chat: Chat) -> list[str]:
    return [button.label for button in buttons(chat.card)]


def test_every_request_has_its_route() -> None:
    assert {one.route for one in REQUESTS} - ROUTES.keys() == set()


def test_a_review_is_moved_in_words_and_two_clicks(world: World) -> None:
    kate = world.person(KATE)
    kate.type("could you please move Oak to 12 December?", place=CHANNEL)
    assert filled(kate.card)["day"] == ("2017-12-12",)
    kate.click("See what changes", reason="The hall is needed")
    kate.click("Move it")
    assert kate.card.title == f"Moved: {OAK}, Tuesday 12 December 2017"


def test_of_a_review_whose_day_is_over_it_is_said_that_it_was_on_that_day(world: World) -> None:
    kate = world.person(KATE)
    kate.type("move Oak")
    # An example is never the very date in question.
    assert "for example Thu 14 Dec" in str(kate.card)
    assert "already" not in str(kate.card)
    world.wait(days=(date(2017, 12, 8) - world.now.date()).days)
    kate.type("move Oak to the 14th")
    remark = "The review was on Thursday 7 December 2017 already."
    assert remark in str(kate.card)
    assert remark in str(kate.click("See what changes"))
    kate.click("Move it")
    assert kate.card.title == f"Moved: {OAK}, Thursday 14 December 2017"


def test_a_day_that_could_be_two_is_asked_about_in_the_form(world: World) -> None:
    kate = world.person(KATE)
    kate.type("move Oak to next Friday")
    assert "Do you mean" in error(kate.card, "day")
    assert "Friday 10 November 2017" in labels(kate)


def test_a_day_that_cannot_be_is_said_to_be_so_in_the_form(world: World) -> None:
    kate = world.person(KATE)
    kate.type("move Oak to 31 November")
    assert filled(kate.card)["day"] == ("31 November",)
    assert error(kate.card, "day")


@pytest.mark.parametrize(
    ("typed", "day"),
    [("put Oak back a week", "2017-12-14"), ("bring our review forward two days", "2017-12-05")],
)
def test_a_week_later_is_reckoned_from_the_day_of_the_review(world: World, typed: str, day: str) -> None:
    kate = world.person(KATE)
    assert filled(kate.type(typed))["day"] == (day,)


def test_of_several_reviews_the_one_that_is_meant_is_asked_for_and_keeps_the_day(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review St Anne's, 28 Nov", place=CHANNEL)
    kate.click("See the timetable", lead_reviewer=number(world, KATE))
    kate.click("Book it", champions_reason="A small school")
    kate.type("can we move our review to 12 December?")
    assert kate.card.title == "Which review do you mean?"
    kate.click_in(OAK, "Open")
    assert (kate.card.title, filled(kate.card)["day"]) == (f"Move the review at {OAK}", ("2017-12-12",))


def test_the_deputy_who_takes_part_moves_it(world: World) -> None:
    assert world.person(SIAN).type("move Oak to 12 December").title == f"Move the review at {OAK}"


@pytest.mark.parametrize("email", [PRIYA, BEN])
def test_whoever_takes_part_can_suggest_the_day(world: World, email: str) -> None:
    person = world.person(email)
    person.type("please can we move Oak to 12 December")
    assert "you can suggest another date" in str(person.card)
    person.click("Suggest it", note="An inspection")
    assert person.card.title == f"Suggested: Tuesday 12 December 2017 for {OAK}"


@pytest.mark.parametrize("email", [CARL, ZOE, LEILA])
@pytest.mark.parametrize(
    "typed", ["move Oak to 12 Dec", "postpone Oak", "cancel Oak", "when is Oak's review?"]
)
def test_whoever_has_no_part_is_refused_and_learns_nothing(world: World, email: str, typed: str) -> None:
    card = world.person(email).type(typed)
    assert (card.title, "December" in str(card)) == (REFUSED, False)


@pytest.mark.parametrize("typed", ["postpone Oak", "cancel our review", "Ofsted have called"])
def test_a_headteacher_is_told_who_can_call_it_off(world: World, typed: str) -> None:
    priya = world.person(PRIYA)
    card = priya.type(typed)
    assert "Here that is Kate Moore." in str(card)
    assert "Suggest another date" in labels(priya)


def test_to_put_off_until_a_day_is_to_move(world: World) -> None:
    kate = world.person(KATE)
    assert filled(kate.type("put Oak off until 12 December"))["day"] == ("2017-12-12",)
    assert kate.type("put Oak off until things are calmer").title == f"Postpone the review at {OAK}?"
    assert (
        kate.type("Ofsted are coming on 7 November, so postpone Oak").title
        == f"Postpone the review at {OAK}?"
    )


def test_what_was_called_off_is_not_called_off_again(world: World) -> None:
    kate = world.person(KATE)
    kate.type("cancel Oak")
    kate.click("Cancel it", reason="The boiler has burst")
    assert kate.type("cancel Oak").title == REFUSED
    assert kate.type("bring back Oak").title == f"Cancelled: {REVIEW}"


def test_who_leads_is_found_among_those_who_can(world: World) -> None:
    kate = world.person(KATE)
    kate.type("please schedule a review at Holly Lane on 5 Dec with Siân leading", place=CHANNEL)
    assert filled(kate.card)["day"] == ("2017-12-05",)
    assert filled(kate.card)["lead_reviewer"] == (number(world, SIAN),)


def test_a_lead_who_could_be_nobody_or_two_is_asked_about(world: World) -> None:
    kate = world.person(KATE)
    kate.type("schedule a review at Holly Lane with Xanthippe leading")
    assert "I couldn’t find “Xanthippe”" in error(kate.card, "lead_reviewer")
    assert filled(kate.card)["lead_reviewer"] == ("Xanthippe",)


def test_a_headteacher_who_would_like_a_review_is_told_whom_to_ask(world: World) -> None:
    card = world.person(PRIYA).type("we'd like our review in the week of 13 November")
    assert "For your school that is Kate Moore." in str(card)


def test_what_is_owed_is_told_by_status_to_those_it_concerns(world: World) -> None:
    told = {email: str(world.person(email).type("what's missing for Oak?")) for email in (KATE, PRIYA, BEN)}
    assert all("0 of 6 papers are there." in said for said in told.values())
    assert "I am waiting for Priya Nair." in told[KATE]
    assert "I am waiting for you." in told[PRIYA]


def test_what_is_late_comes_first_and_is_counted(world: World) -> None:
    world.person(PRIYA).open("date.confirm?review=1&day=2017-12-07")
    world.wait(days=30)
    card = world.person(OFFICE).type("who still owes papers?")
    assert "One paper is late." in str(card)
    assert "It was due on Thursday 23 November 2017." in str(card)


def test_when_the_review_was_held_nobody_owes_what_prepared_it(world: World) -> None:
    """As in the headteacher’s own list, in the reminders and in the digests."""
    priya = world.person(PRIYA)
    priya.open("date.confirm?review=1&day=2017-12-07")
    world.wait(days=(date(2017, 12, 7) - world.now.date()).days)
    assert "I am waiting for you." in str(priya.type("what's missing for Oak?"))
    assert "Send the paperwork" in str(priya.type("home"))
    world.wait(days=1)
    assert "I am waiting for you." not in str(priya.type("what's missing for Oak?"))
    assert "Nothing is waiting for you." in str(priya.type("home"))
    assert "papers are late" not in str(world.person(OFFICE).type("who still owes papers?"))


def test_the_management_group_has_it_as_counts(world: World) -> None:
    assert "week of" in world.person(AMIT).type("who still owes papers?").title


@pytest.mark.parametrize("typed", ["who owes papers at Oak?", "who still owes papers"])
def test_what_others_owe_is_not_told(world: World, typed: str) -> None:
    assert world.person(CARL).type(typed).title == REFUSED


@pytest.mark.parametrize("typed", ["I can make it", "yes that's fine", "sorry, I can't do the 7th", "no"])
def test_an_answer_in_words_is_asked_for_again_as_a_button(world: World, typed: str) -> None:
    before = counted(world.sessions)
    ben = world.person(BEN)
    ben.type(typed)
    assert counted(world.sessions) == before
    assert {"Accept", "Can’t do it"} <= set(labels(ben))
    ben.click("Accept")
    ben.type(typed)
    assert "Can’t do it after all" in labels(ben)


def test_a_date_that_was_confirmed_may_be_taken_back(world: World) -> None:
    priya = world.person(PRIYA)
    priya.type("that date is fine")
    priya.click("Confirm")
    priya.type("it doesn't suit")
    assert "It doesn’t suit after all" in labels(priya)
    assert world.person(CARL).type("yes").title == "There is nothing for you to answer"


def test_the_next_review_is_ones_own_first(world: World) -> None:
    for email in (BEN, PRIYA, KATE):
        assert world.person(email).type("when is my next review?").title == REVIEW
    assert world.person(CARL).type("when is my next review?").title == "No review is coming up for you"


def test_what_is_asked_of_no_school_leads_to_ones_own(world: World) -> None:
    assert world.person(PRIYA).type("who is on the team?").title == REVIEW


def test_a_greeting_says_how_much_is_waiting(world: World) -> None:
    assert "One thing is waiting for you." in str(world.person(BEN).type("Good morning"))
    assert world.person(BEN).type("cheers").title == "You’re welcome"
    assert world.person(BEN).type("bye").title == "Goodbye"


@pytest.mark.parametrize("typed", ["cake recipe", "change my password", "when is lunch", "book the hall"])
def test_what_is_not_understood_is_said_with_two_things_to_press(world: World, typed: str) -> None:
    before = counted(world.sessions)
    kate = world.person(KATE)
    kate.type(typed)
    listed = [block for block in kate.card.blocks if hasattr(block, "rows")]
    assert (kate.card.title, len(listed[0].rows)) == (UNKNOWN, 2)
    assert counted(world.sessions) == before


def test_a_school_that_was_named_goes_along(world: World) -> None:
    kate = world.person(KATE)
    kate.type("Oak papres")
    kate.click("Paperwork")
    assert kate.card.title == f"Paperwork: {REVIEW}"


def test_a_form_from_words_holds_every_field(world: World) -> None:
    kate = world.person(KATE)
    kate.type("plan a review at Holly Lane on 12 Dec with Siân leading and Chidi and Owen as champions")
    fields = {field.name: values(field) for field in kate.card.fields}
    assert fields["day"] == ("2017-12-12",)
    assert len(fields["champions"]) == 2


def test_a_day_of_the_school_year_is_read_by_its_calendar(world: World) -> None:
    kate = world.person(KATE)
    assert filled(kate.type("move Oak to the first Monday after half term"))["day"] == ("2018-02-19",)
    kate.type("schedule a review at Holly Lane on the last day of term with Siân leading")
    assert filled(kate.card)["day"] == ("2017-12-20",)


def test_tuesday_week_is_the_tuesday_after_next_tuesday(world: World) -> None:
    kate = world.person(KATE)
    kate.type("please schedule a review at Holly Lane on Tuesday week with Siân leading")
    assert filled(kate.card)["day"] == ("2017-11-14",)
    assert filled(kate.card)["lead_reviewer"] == (number(world, SIAN),)
