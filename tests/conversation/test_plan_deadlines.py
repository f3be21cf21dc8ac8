"""The deadlines of actions as they are typed: what is no day is said, and words are asked about once."""

import pytest
from sqlalchemy import select

from storage.models import PlanItem
from tests.chat import Chat, World, error, filled
from tests.conversation.afterwards import PLAN, delivered, held, item
from tests.conversation.conftest import OWEN, PRIYA

ROTA, READING = "Playtime rota", "Pair reading in Year 3"
NO_SUCH_DAY = "February 2018 has 28 days, so there is no 31 February 2018."


def actions(world: World) -> list[str]:
    with world.sessions() as session:
        return list(session.scalars(select(PlanItem.action)))


@pytest.mark.parametrize(
    "line",
    [
        f"{ROTA} | 31 Feb 2018 | Priya",
        f"{ROTA} | by Sat 31 Feb 2018 at the latest | Priya",
        f"{ROTA}; 31 Feb 2018",
        f"{ROTA}\t31/2/2018",
    ],
)
def test_a_day_that_there_is_not_is_said_of_its_line_however_often_it_is_sent(
    world_on_sqlite: World, line: str
) -> None:
    chidi = held(world_on_sqlite)
    chidi.open("plan.ask?review=1")
    form = chidi.click("Add them", actions=line)
    for _ in range(2):
        assert f"Line 1: {NO_SUCH_DAY}" in str(form)
        assert "hard to come back to" not in str(form)
        assert filled(form)["actions"] == (line,)
        form = chidi.click("Add them")
    assert actions(world_on_sqlite) == []


def test_a_day_that_there_is_not_is_said_at_the_field_of_one_action(world_on_sqlite: World) -> None:
    chidi = held(world_on_sqlite)
    chidi.open("plan.ask_one?review=1")
    form = chidi.click("Add it", action=ROTA, day="31 Feb 2018", owner="Priya")
    for _ in range(2):
        assert error(form, "day") == NO_SUCH_DAY
        assert (filled(form)["day"], filled(form)["owner"]) == (("31 Feb 2018",), ("Priya",))
        form = chidi.click("Add it")
    assert actions(world_on_sqlite) == []
    chidi.click("Add it", day="23 March 2018")
    chidi.click("Change")
    assert error(chidi.click("Save it", day="31 Feb"), "day") == (
        "February has 28 or 29 days, so there is no 31 February."
    )
    assert item(world_on_sqlite, ROTA).timing == ""


def test_a_date_moves_to_no_day_that_there_is_not(world_on_sqlite: World) -> None:
    delivered(world_on_sqlite)
    priya = world_on_sqlite.person(PRIYA)
    priya.open(PLAN)
    priya.click_in(READING, "Move")
    form = priya.click("Move it", day="31 Feb 2018")
    assert error(form, "day") == NO_SUCH_DAY
    assert filled(form)["day"] == ("31 Feb 2018",)
    assert str(item(world_on_sqlite, READING).due) == "2018-03-30"


def ongoing(world: World) -> Chat:
    """An action that goes on, in so many words."""
    chidi = held(world)
    chidi.open("plan.ask_one?review=1")
    chidi.click("Add it", action=ROTA, day="ongoing")
    chidi.click("Add it")
    return chidi


def test_words_that_were_accepted_for_an_action_are_not_asked_about_again(world_on_sqlite: World) -> None:
    ongoing(world_on_sqlite)
    owen = world_on_sqlite.person(OWEN)
    owen.open(PLAN)
    owen.click("Change")
    owen.click("Save it", owner="Priya Nair")
    assert (item(world_on_sqlite, ROTA).owner, item(world_on_sqlite, ROTA).timing) == (
        "Priya Nair",
        "ongoing",
    )


def test_other_words_for_the_same_action_are_asked_about(world_on_sqlite: World) -> None:
    chidi = ongoing(world_on_sqlite)
    chidi.click("Change")
    assert "“when funds allow” will be hard to come back to." in error(
        chidi.click("Save it", day="when funds allow"), "day"
    )
    chidi.click("Save it")
    assert item(world_on_sqlite, ROTA).timing == "when funds allow"
    chidi.click("Change")
    chidi.click("Save it", owner="Tom Garrod")
    assert item(world_on_sqlite, ROTA).owner == "Tom Garrod"


def test_the_example_is_a_day_on_which_schools_are_open(world_on_sqlite: World) -> None:
    chidi = ongoing(world_on_sqlite)
    chidi.click("Change")
    assert "Fri 23 March" in str(chidi.card)
    assert "Fri 23 March?" in error(chidi.click("Save it", day="when funds allow"), "day")
    assert "; 23 March;" in str(chidi.open("plan.ask?review=1"))


def test_what_stands_for_support_is_quoted_where_it_is_none(world_on_sqlite: World) -> None:
    chidi = held(world_on_sqlite)
    chidi.open("plan.ask?review=1")
    form = chidi.click("Add them", actions=f"{ROTA} | 23 March | Tom | the English Hub | Soon")
    assert "or c (outside it), not from “the English Hub”." in str(form)


def test_a_day_told_by_the_school_s_terms_is_a_deadline(world_on_sqlite: World) -> None:
    chidi = held(world_on_sqlite)
    chidi.open("plan.ask?review=1")
    chidi.click("Add them", actions=f"{ROTA} | the Thursday after half term | Priya")
    assert "hard to come back to" not in str(chidi.card)
    due = item(world_on_sqlite, ROTA).due
    assert due is not None
    assert (due.weekday(), due.year) == (3, 2018)


def test_what_the_new_actions_lack_is_said_by_their_numbers(world_on_sqlite: World) -> None:
    chidi = held(world_on_sqlite)
    chidi.open("plan.ask?review=1")
    lines = (
        f"{READING} | 23 March 2018 | Tom\nGuided reading training, by Easter, Ellie\n{ROTA} | 26 Jan 2018"
    )
    card = str(chidi.click("Add them", actions=lines))
    assert "Without a deadline: action 2." in card
    assert "Without anybody to deliver it: actions 2 and 3." in card
