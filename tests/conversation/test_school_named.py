"""Whoever types no more than the name of a school is shown its review."""

import pytest
from sqlalchemy import select

from storage.models import School
from tests import roster
from tests.asking.unchanged import counted
from tests.chat import World, buttons
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    KATE,
    LEILA,
    OFFICE,
    PRIYA,
    SIAN,
    booked,
    number,
)

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


@pytest.mark.parametrize("typed", ["/peer-review oka", "Oka?", "oka primary", "Oek Primry School please"])
@pytest.mark.parametrize("who", [KATE, PRIYA, BEN, OFFICE])
def test_a_name_with_a_slip_is_asked_about_and_opens_with_one_click(
    world_on_sqlite: World, who: str, typed: str
) -> None:
    booked(world_on_sqlite)
    before, person = counted(world_on_sqlite.sessions), world_on_sqlite.person(who)
    assert person.type(typed).title == "Did you mean Oak Primary School?"
    assert REVIEW not in str(person.card)
    assert person.click("Yes, open its review").title == REVIEW
    assert counted(world_on_sqlite.sessions) == before


def test_a_name_that_is_near_to_two_schools_is_asked_about_with_both(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    kate.type("/schedule-review Holly Lane, 28 Nov", place=CHANNEL)
    kate.click("See the timetable", lead_reviewer=number(world_on_sqlite, SIAN))
    kate.click("Book it", champions_reason="A small school")
    with world_on_sqlite.sessions.begin() as session:
        session.scalars(select(School).where(School.name == "Oak Primary School")).one().name = "Molly Lane"
        roster.has_changed(session)
    kate.type("jolly lane")
    assert kate.card.title == "Which review do you mean?"
    assert kate.click_in("Molly Lane", "Open").title == "Molly Lane, Thursday 7 December 2017"


@pytest.mark.parametrize("who", [CARL, LEILA])
def test_whoever_may_not_see_it_is_not_asked(world_on_sqlite: World, who: str) -> None:
    booked(world_on_sqlite)
    card = world_on_sqlite.person(who).type("/peer-review oka")
    assert (card.title, "Oak Primary School" in str(card)) == (UNKNOWN, False)


@pytest.mark.parametrize("typed", ["ka", "primray", "school", "Oak papres", "oka papers", "hall"])
def test_what_is_near_to_no_school_stays_not_understood(world_on_sqlite: World, typed: str) -> None:
    booked(world_on_sqlite)
    card = world_on_sqlite.person(KATE).type(typed)
    assert (card.title, len(list(buttons(card))) > 0) == (UNKNOWN, True)
