"""Whoever types no more than the name of a school is shown its review."""

import pytest

from tests.chat import World
from tests.conversation.conftest import BEN, CARL, KATE, OFFICE, PRIYA, booked

REVIEW = "Oak Primary School, Thursday 7 December 2017"
REFUSED = "Sorry, I can’t do that"
UNKNOWN = "Sorry, I didn’t understand that"


@pytest.mark.parametrize("typed", ["/peer-review Oak", "Oak Primary School?", "oak primary"])
@pytest.mark.parametrize("who", [KATE, PRIYA, BEN, OFFICE])
def test_whoever_may_see_the_review_is_shown_it(world_on_sqlite: World, who: str, typed: str) -> None:
    booked(world_on_sqlite)
    assert world_on_sqlite.person(who).type(typed).title == REVIEW


def test_whoever_may_not_is_told_so(world: World) -> None:
    booked(world)
    told = world.person(CARL).type("/peer-review Oak")
    assert told.title == REFUSED
    assert "I know of no review at Oak Primary School that you may see." in str(told)


@pytest.mark.parametrize("typed", ["Oakfield", "the oak tree fell", "?", "Hill Top"])
def test_what_is_no_school_is_not_understood(world_on_sqlite: World, typed: str) -> None:
    booked(world_on_sqlite)
    assert world_on_sqlite.person(KATE).type(typed).title == UNKNOWN


def test_of_two_reviews_the_next_is_shown(world: World) -> None:
    kate = booked(world, "Tues 14 Nov")
    world.wait(days=30)
    booked(world, "Tues 16 Jan 2018")
    assert kate.type("/peer-review Oak").title == "Oak Primary School, Tuesday 16 January 2018"
    world.wait(days=60)
    assert kate.type("/peer-review Oak").title == "Oak Primary School, Tuesday 16 January 2018"
