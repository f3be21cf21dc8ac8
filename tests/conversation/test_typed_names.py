"""People are named by typing, where a form has no room to choose them: found, asked about, never guessed."""

import pytest

from bot.cards import teams
from bot.cards.model import Card, Facts
from bot.cards.replies import from_teams_data, gather
from bot.rules.roles import Role
from tests.cards.limits_teams import nodes
from tests.chat import Fields, World, error
from tests.conversation.conftest import BEN, CHIDI, MARTIN, OWEN, SIAN, number
from tests.conversation.naming import (
    HOLLY_LANE,
    NAMED,
    OAK,
    ST_ANNES,
    Newcomer,
    drafted,
    form,
    join,
    kept,
    typed,
)


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    return world_on_sqlite


def test_a_review_is_booked_with_names_that_were_typed(world: World) -> None:
    kate = form(world)
    preview = kate.click("See the timetable", **typed())
    [people] = [dict(block.rows) for block in preview.blocks if isinstance(block, Facts)]
    assert people["Lead reviewer"] == "Siân Whitcombe"
    assert people["Other reviewers"] == "Ben Hartley and Martin Kowalczyk"
    assert people["Improvement Champions"] == "Chidi Eze and Owen O'Connell"
    assert drafted(world)["lead_reviewer"] == number(world, SIAN)
    assert drafted(world)["reviewers"] == [number(world, BEN), number(world, MARTIN)]
    assert drafted(world)["champions"] == [number(world, CHIDI), number(world, OWEN)]
    assert kate.click("Book it").title == "Booked: Oak Primary School, Thursday 7 December 2017"
    assert "Can you be" in world.person(BEN).titles()[-1]


def test_a_first_name_is_enough_where_one_person_has_it(world: World) -> None:
    preview = form(world).click("See the timetable", **typed(reviewers="ben, Kowalczyk"))
    assert "Ben Hartley and Martin Kowalczyk" in str(preview.blocks)


def test_a_name_that_is_not_plain_is_asked_about_and_nothing_is_lost(world: World) -> None:
    kate = form(world)
    card = kate.click("See the timetable", **typed(reviewers="Ben Hartly, Martin Kowalczyk"), note="Welcome")
    assert card.title == "Schedule a review"
    assert error(card, "reviewers") == (
        f"By “Ben Hartly”, do you mean Ben Hartley ({HOLLY_LANE})? "
        "Please type the name as it stands here, with the school."
    )
    assert kept(card, "reviewers") == ("Ben Hartly", number(world, MARTIN))
    assert kept(card, "champions") == (number(world, CHIDI), number(world, OWEN))
    assert "Welcome" in str(card.blocks)
    as_offered = gather(from_teams_data({"reviewers.names": f"Ben Hartley ({HOLLY_LANE}), Martin Kowalczyk"}))
    assert kate.click("See the timetable", **as_offered).title.startswith("Oak Primary School: review on")


def test_a_name_that_nobody_has_is_said_at_its_field(world: World) -> None:
    card = form(world).click("See the timetable", **typed(lead_reviewer="Zebedee", champions="Chidi, 12"))
    assert error(card, "lead_reviewer") == (
        "I couldn’t find “Zebedee” among the people who can be asked. Please check the spelling."
    )
    assert kept(card, "lead_reviewer") == ("Zebedee",)
    # A number in a line is no id: nobody types those.
    assert error(card, "champions").startswith("I couldn’t find “12” among")
    assert kept(card, "champions") == (number(world, CHIDI), "“12”")


def test_who_can_not_do_it_is_not_found_for_it(world: World) -> None:
    card = form(world).click("See the timetable", **typed(champions="Siân Whitcombe"))
    assert error(card, "champions").startswith("I couldn’t find “Siân Whitcombe” among")


def test_two_who_lead_are_asked_to_be_one(world: World) -> None:
    card = form(world).click("See the timetable", **typed(lead_reviewer="Siân Whitcombe, Ben Hartley"))
    assert error(card, "lead_reviewer").startswith("By “Siân Whitcombe, Ben Hartley”, do you mean ")
    assert kept(card, "lead_reviewer") == ("Siân Whitcombe, Ben Hartley",)


def test_more_than_can_take_part_are_refused_and_kept(world: World) -> None:
    names = tuple(f"Somebody {letter}" for letter in "ABCDEFG")
    card = form(world).click("See the timetable", **typed(reviewers=", ".join(names)))
    assert error(card, "reviewers") == "Please choose 6 people at most here; there are 7."
    assert kept(card, "reviewers") == names


def test_one_person_under_two_names_takes_part_once(world: World) -> None:
    preview = form(world).click("See the timetable", **typed(reviewers="Ben, Martin, Ben Hartley"))
    assert "Ben Hartley and Martin Kowalczyk" in str(preview.blocks)


def sent_by_teams(card: Card, **names: str) -> Fields:
    """What Teams sends when names are typed into the lines of the form as it stands."""
    inputs = (one for one in nodes(teams.adaptive_card(card)) if str(one.get("type")).startswith("Input."))
    sent = {one["id"]: one.get("value", "") for one in inputs}
    lines = {f"{name}.names": line for name, line in names.items()}
    assert lines.keys() <= sent.keys()
    return dict(gather(from_teams_data(sent | lines)))


def test_a_large_consortium_books_by_lines_and_changes_its_mind(world: World) -> None:
    crowd = [(f"Alwen Tregarth {n}", (HOLLY_LANE, OAK, ST_ANNES)[n % 3]) for n in range(700)]
    for role in (Role.REVIEWER, Role.CHAMPION):
        join(world, role, *(Newcomer(name, f"{role}{n}@x.example", at) for n, (name, at) in enumerate(crowd)))
    kate = form(world)
    team = {name.removesuffix(".names"): line for name, line in NAMED.items()}
    kate.click("See the timetable", **sent_by_teams(kate.card, **team))
    card = kate.click("Change something")
    sent = sent_by_teams(card)
    assert sent["reviewers"] == ("Ben Hartley", "Martin Kowalczyk")
    kate.click("See the timetable", **sent_by_teams(card, reviewers="Leila, Alwen Tregarth 3"))
    preview = kate.card
    assert "Leila Haddad and Alwen Tregarth 3" in str(preview.blocks)
    assert kate.click("Book it").title.startswith("Booked: Oak Primary School")
