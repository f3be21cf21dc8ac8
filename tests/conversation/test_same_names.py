"""Two people of one name are told apart by their schools, or by their addresses; nobody is guessed."""

import pytest

from bot.cards.model import People
from bot.rules.roles import Role
from tests.chat import World, error
from tests.conversation.conftest import BEN, number
from tests.conversation.naming import HOLLY_LANE, OAK, ST_ANNES, Newcomer, drafted, form, join, typed


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    return world_on_sqlite


@pytest.mark.parametrize(
    ("line", "email"),
    [
        (f"Ben Hartley ({HOLLY_LANE})", BEN),
        ("ben hartley (holly lane)", BEN),
        ("Ben Hartley at Holly Lane", BEN),
        ("Ben (St Anne's)", "ben@stannes.example"),
        ("ben@stannes.example", "ben@stannes.example"),
        ("Ben Hartley (BEN@stannes.example)", "ben@stannes.example"),
    ],
)
def test_two_people_of_one_name_are_told_apart(world: World, line: str, email: str) -> None:
    join(world, Role.REVIEWER, Newcomer("Ben Hartley", "ben@stannes.example", ST_ANNES))
    kate = form(world)
    card = kate.click("See the timetable", **typed(reviewers="Ben Hartley"))
    asked = error(card, "reviewers")
    assert asked.startswith("By “Ben Hartley”, do you mean Ben Hartley (")
    assert f"Ben Hartley ({HOLLY_LANE})" in asked
    assert f"Ben Hartley ({ST_ANNES})" in asked
    kate.click("See the timetable", **typed(reviewers=line))
    assert drafted(world)["reviewers"] == [number(world, email)]


@pytest.mark.parametrize("line", ["Ben Hartley (Holly Lan)", "Ben Hartley (Zebra Park)", "Ben (Oak Primary)"])
def test_a_school_that_does_not_fit_makes_nobody_sure(world: World, line: str) -> None:
    card = form(world).click("See the timetable", **typed(reviewers=line))
    assert error(card, "reviewers").startswith(f"By “{line}”, do you mean Ben Hartley ({HOLLY_LANE})?")


def test_two_people_of_one_name_at_one_school_are_told_apart_by_address(world: World) -> None:
    join(world, Role.REVIEWER, Newcomer("Ben Hartley", "b.hartley@hollylane.example", HOLLY_LANE))
    kate = form(world)
    labels = [
        option.label
        for field in kate.card.fields
        if isinstance(field, People) and field.name == "reviewers"
        for group in field.groups
        for option in group.options
    ]
    assert {f"Ben Hartley ({BEN})", "Ben Hartley (b.hartley@hollylane.example)"} < set(labels)
    card = kate.click("See the timetable", **typed(reviewers=f"Ben Hartley ({HOLLY_LANE})"))
    assert "Ben Hartley (b.hartley@hollylane.example)" in error(card, "reviewers")
    kate.click("See the timetable", **typed(reviewers=f"Ben Hartley ({BEN})"))
    assert drafted(world)["reviewers"] == [number(world, BEN)]


def test_where_only_some_can_be_offered_that_is_said(world: World) -> None:
    for n, school in enumerate((OAK, ST_ANNES, "Mill Lane Primary School")):
        join(world, Role.REVIEWER, Newcomer("Ben Hartley", f"ben{n}@example.org", school))
    card = form(world).click("See the timetable", **typed(reviewers="Ben Hartley"))
    assert "or someone else? Please type the name as it stands here, with the school." in error(
        card, "reviewers"
    )
