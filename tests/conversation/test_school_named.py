"""Whoever types no more than the name of a school is shown its review."""

import pytest

from tests.chat import World
from tests.conversation.conftest import BEN, CARL, KATE, OFFICE, PRIYA, booked

REVIEW = "Oak Primary School, Thursday 7 December 2017"
HELP = "How to use Peer Review"


@pytest.mark.parametrize("typed", ["/peer-review Oak", "Oak Primary School?", "oak primary"])
@pytest.mark.parametrize("who", [KATE, PRIYA, BEN, OFFICE])
def test_whoever_may_see_the_review_is_shown_it(world_on_sqlite: World, who: str, typed: str) -> None:
    booked(world_on_sqlite)
    assert world_on_sqlite.person(who).type(typed).title == REVIEW


def test_whoever_may_not_is_told_what_can_be_typed(world: World) -> None:
    booked(world)
    assert world.person(CARL).type("/peer-review Oak").title == HELP


@pytest.mark.parametrize("typed", ["good morning", "Oakfield", "the oak tree fell", "?", "Hill Top"])
def test_what_is_no_school_with_a_review_gets_the_help(world_on_sqlite: World, typed: str) -> None:
    booked(world_on_sqlite)
    assert world_on_sqlite.person(KATE).type(typed).title == HELP


def test_of_two_reviews_the_next_is_shown(world: World) -> None:
    kate = booked(world, "Tues 14 Nov")
    world.wait(days=30)
    booked(world, "Tues 16 Jan 2018")
    assert kate.type("/peer-review Oak").title == "Oak Primary School, Tuesday 16 January 2018"
    world.wait(days=60)
    assert kate.type("/peer-review Oak").title == "Oak Primary School, Tuesday 16 January 2018"
