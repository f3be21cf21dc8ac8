"""Who sees where a group's reviews stand: its headteachers, the team, and those who answer for it."""

import pytest

from tests.chat import World
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    CHIDI,
    KATE,
    LEILA,
    OFFICE,
    PRIYA,
    ZOE,
    booked,
    number,
)

AMIT = "amit.desai@consortium.example"
MARGARET = "margaret.osei@oak.example"
TOM = "tom.garrod@oak.example"
OTHERS = (
    "Only the group’s headteachers, the review team, the Management Group and the Consortium Office see this."
)
LISTED = "Oak Primary School, Thu 7 Dec 2017"


@pytest.mark.parametrize("email", [KATE, PRIYA, "sian.whitcombe@stannes.example", BEN, CHIDI, AMIT, OFFICE])
def test_they_open_the_review_and_find_it_in_their_list(world: World, email: str) -> None:
    booked(world)
    person = world.person(email)
    assert person.open("review.show?review=1").title.startswith("Oak Primary School")
    assert LISTED in str(person.type("/peer-review"))


@pytest.mark.parametrize("email", [ZOE, TOM, MARGARET, CARL])
@pytest.mark.parametrize("route", ["review.show", "review.timetable", "review.calendar", "review.history"])
def test_others_are_told_who_sees_it(world_on_sqlite: World, email: str, route: str) -> None:
    booked(world_on_sqlite)
    person = world_on_sqlite.person(email)
    refused = person.open(f"{route}?review=1")
    assert refused.title == "Sorry, I can’t do that"
    assert OTHERS in str(refused)
    assert LISTED not in str(person.type("/peer-review"))


def test_whoever_sees_no_groups_reviews_sees_those_they_take_part_in(world: World) -> None:
    kate = booked(world)
    shown = str(world.person(BEN).type("/peer-review"))
    assert "Reviews you take part in" in shown
    assert "Reviews of " not in shown
    kate.open("team.show?review=1")
    kate.click_in("Ben Hartley", "Replace")
    kate.click("Ask them", person=number(world, LEILA))
    assert LISTED not in str(world.person(BEN).type("/peer-review"))


def test_without_a_group_and_a_review_there_is_no_heading_for_them(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    shown = str(world_on_sqlite.person(ZOE).type("/peer-review"))
    assert "Reviews" not in shown
    assert "No review is booked" not in shown


def test_the_channels_card_is_there_for_the_whole_group(world: World) -> None:
    booked(world)
    assert "Oak Primary School" in str(world.channel(CHANNEL)[0])
