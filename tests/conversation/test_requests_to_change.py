"""Requests about a team, another day and what is owed: they lead on, and change nothing by themselves."""

import pytest

from tests.asking.unchanged import counted
from tests.chat import World, buttons, filled
from tests.conversation.conftest import BEN, CARL, KATE, PRIYA, booked

OAK = "Oak Primary School"
REVIEW = f"{OAK}, Thursday 7 December 2017"


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    booked(world_on_sqlite)
    return world_on_sqlite


@pytest.mark.parametrize(
    "typed",
    [
        "swap Ben for Zoe at Oak",
        "get Owen instead of Chidi",
        "take Chidi off Oak and put Owen on",
        "add Zoe to Oak",
        "ask Owen to be champion at Oak",
        "make Zoe the lead at Oak",
        "change the lead at Oak to Zoe",
    ],
)
def test_a_change_of_the_team_leads_to_it_and_nothing_is_changed(world: World, typed: str) -> None:
    before = counted(world.sessions)
    card = world.person(KATE).type(typed)
    assert "Nothing has been changed yet." in str(card)
    assert "Replace" in [button.label for button in buttons(card)]
    assert counted(world.sessions) == before


def test_whoever_looks_after_no_team_is_told_who_does(world: World) -> None:
    assert "Here that is Kate Moore." in str(world.person(PRIYA).type("take Ben off Oak"))
    assert world.person(CARL).type("take Ben off Oak").title == "Sorry, I can’t do that"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("could we do the 14th of December instead", "2017-12-14"),
        ("I'd rather 12 December", "2017-12-12"),
        ("can we do the thursday after instead?", "2017-12-14"),
    ],
)
def test_a_head_who_would_rather_have_another_day_can_suggest_it(world: World, typed: str, day: str) -> None:
    priya = world.person(PRIYA)
    assert filled(priya.type(typed))["day"] == (day,)
    priya.click("Suggest it", note="We have a trip")
    assert priya.card.title.startswith("Suggested: ")


def test_whoever_says_that_the_day_does_not_suit_is_shown_what_waits(world: World) -> None:
    card = world.person(PRIYA).type("the 7th doesn't suit, we have a trip")
    assert "Suggest another date" in [button.label for button in buttons(card)]


@pytest.mark.parametrize("typed", ["remind Priya", "chase Priya for the papers"])
def test_no_reminder_is_sent_by_asking_for_it(world: World, typed: str) -> None:
    before = counted(world.sessions)
    assert "I have sent no reminder just now" in str(world.person(KATE).type(typed))
    assert counted(world.sessions) == before


def test_who_has_not_answered_is_told_without_the_papers(world: World) -> None:
    card = world.person(KATE).type("who hasn't answered yet?")
    assert (card.title, "Paperwork" in str(card)) == ("Who has not answered yet", False)
    assert "Martin Kowalczyk" in str(card)
    assert "Ben" in str(world.person(BEN).type("has everyone at Oak answered?"))


@pytest.mark.parametrize(
    "typed",
    [
        "can I have until the 10th for the papers?",
        "who do I ask for more time",
        "I'll send the SEF on Friday",
    ],
)
def test_time_for_the_papers_is_asked_for_where_they_are(world: World, typed: str) -> None:
    assert world.person(PRIYA).type(typed).title == f"Paperwork: {REVIEW}"
