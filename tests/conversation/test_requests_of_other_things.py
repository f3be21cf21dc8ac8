"""Requests that name something else than a review: none of them opens the form of the review."""

import pytest

from tests.chat import World, error, filled, values
from tests.conversation.conftest import BEN, CARL, KATE, PRIYA, SIAN, booked, number

OAK = "Oak Primary School"
UNKNOWN = "Sorry, I didn’t understand that"


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    booked(world_on_sqlite)
    return world_on_sqlite


@pytest.mark.parametrize(
    "typed",
    [
        "cancel lunch at Oak",
        "cancel Ben from Oak",
        "postpone lunch at Oak",
        "move lunch at Oak to the 21st",
        "book lunch at Oak on the 21st",
        "book lunch at Holly Lane 21 Nov",
        "book the hall at Holly Lane for 5 Dec",
        "schedule Ofsted at St Anne's on 5 Dec",
        "book a room for the 21st",
    ],
)
def test_another_thing_is_not_the_review(world: World, typed: str) -> None:
    assert world.person(KATE).type(typed).title == UNKNOWN


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("cancel Oak because the boiler has burst", f"Cancel the review at {OAK}?"),
        ("cancel Oak, Ben is ill", f"Cancel the review at {OAK}?"),
        ("cancel Oak on 7 December", f"Cancel the review at {OAK}?"),
        ("postpone Oak as Ofsted are in", f"Postpone the review at {OAK}?"),
        ("move the review at Oak from the 7th to the 12th", f"Move the review at {OAK}"),
        ("move Oak to the 12th of Decembr", f"Move the review at {OAK}"),
        ("should we cancel Oak?", f"{OAK}, Thursday 7 December 2017"),
        ("schedule Holly Lane, 5 Dec", "Schedule a review"),
        ("book Holly Lane on 5 Dec with Kate leading", "Schedule a review"),
        ("can we book a reveiw at Hollly on the 14th with Siann leading", "Schedule a review"),
        ("move the Oak meeting to half 2 on the 9th", f"Pre-review meeting: {OAK}, Thursday 7 December 2017"),
    ],
)
def test_what_stands_round_a_review_is_no_other_thing(world: World, typed: str, title: str) -> None:
    assert world.person(KATE).type(typed).title == title


@pytest.mark.parametrize("typed", ["move Oak to Friday", "can you move Oak to the Friday"])
def test_a_bare_weekday_is_asked_about(world: World, typed: str) -> None:
    kate = world.person(KATE)
    kate.type(typed)
    assert "Friday 3 November 2017, Friday 8 December 2017" in error(kate.card, "day")
    assert "Friday 15 December 2017" in error(kate.card, "day")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("move Oak from the 7th to 14 December", "2017-12-14"),
        ("delay Oak by a fortnight", "2017-12-21"),
        ("move Oak to the day after", "2017-12-08"),
        ("bring forward Oak by two days", "2017-12-05"),
    ],
)
def test_a_day_is_reckoned_from_that_of_the_review(world: World, typed: str, day: str) -> None:
    assert filled(world.person(KATE).type(typed))["day"] == (day,)


def test_a_month_until_which_it_is_put_off_is_kept(world: World) -> None:
    kate = world.person(KATE)
    kate.type("put Oak off until February")
    assert filled(kate.card)["day"] == ("February",)
    assert "Which day?" in error(kate.card, "day")


@pytest.mark.parametrize(
    "typed",
    [
        "ok",
        "great",
        "no problem",
        "yep",
        "fine",
        "fine by me",
        "sounds good",
        "sure thing",
        "perfect thanks",
        "👍",
    ],
)
def test_what_sounds_like_yes_shows_what_waits(world: World, typed: str) -> None:
    assert world.person(BEN).type(typed).title == f"Can you take part? {OAK}, Thursday 7 December 2017"
    assert world.person(PRIYA).type(typed).title == f"Confirm the date: {OAK}, Thursday 7 December 2017"
    assert world.person(CARL).type(typed).title == "You’re welcome"


def test_everybody_who_is_named_is_in_the_form_and_no_name_is_a_day(world: World) -> None:
    kate = world.person(KATE)
    kate.type(
        "plan a review of Holly Lane on 14 November, Siân leading with Ben and Zoe, champions Owen and Chidi"
    )
    assert filled(kate.card)["day"] == ("2017-11-14",)
    assert filled(kate.card)["lead_reviewer"] == (number(world, SIAN),)
    fields = {field.name: values(field) for field in kate.card.fields}
    assert (len(fields["reviewers"]), len(fields["champions"])) == (2, 2)


def test_me_is_whoever_asks(world: World) -> None:
    kate = world.person(KATE)
    kate.type("book Holly Lane on 21 nov with me leading")
    assert filled(kate.card)["day"] == ("2017-11-21",)
    assert filled(kate.card)["lead_reviewer"] == (number(world, KATE),)


def test_what_is_not_read_beside_a_day_is_said(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review a review at Holly Lane on 21 Nov zebra crossing")
    assert filled(kate.card)["day"] == ("2017-11-21",)
    assert "I have not read “zebra crossing”." in error(kate.card, "day")


def test_a_school_without_a_review_is_no_other_thing(world: World) -> None:
    card = world.person(KATE).type("put the St Anne's review off until February")
    assert "There is no review at St Anne’s" in str(card).replace("'", "’")


def test_what_was_typed_is_quoted_as_it_was_typed(world: World) -> None:
    assert "“', 'the staff meeting to the 28th', '”" in str(
        world.person(KATE).type("move the staff meeting to the 28th")
    )
