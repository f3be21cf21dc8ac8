"""What was just pasted into the plan: it is shown from its first line on, and can be taken out at once."""

import pytest
from sqlalchemy import select

from storage.models import Change, PlanItem
from tests.chat import Chat, World, buttons
from tests.conversation.afterwards import PLAN, held
from tests.conversation.conftest import KATE, OWEN

FORTY = "\n".join(f"Action number {n}" for n in range(40))
UNDO = "Undo: take the 40 out again"
TOO_LATE = "so nothing was taken out"


@pytest.fixture
def chidi(world_on_sqlite: World) -> Chat:
    """He has pasted forty lines below one that was there."""
    chidi = held(world_on_sqlite)
    for lines in ("Tell the governors", FORTY):
        chidi.open("plan.ask?review=1")
        chidi.click("Add them", actions=lines)
    return chidi


def standing(world: World) -> int:
    with world.sessions() as session:
        return len(session.scalars(select(PlanItem.id).where(PlanItem.removed_at.is_(None))).all())


def test_after_a_paste_the_card_shows_the_first_of_the_new_actions(chidi: Chat) -> None:
    assert "2. Action number 0" in str(chidi.card)
    chidi.open("plan.ask?review=1")
    chidi.click("Add them", actions="Visit Holly Lane\nBuy books")
    assert "42. Visit Holly Lane" in str(chidi.card)


def test_a_paste_is_taken_out_again_at_once(world_on_sqlite: World, chidi: Chat) -> None:
    again = chidi.twin()
    chidi.click(UNDO)
    assert "The 40 actions are taken out again." in str(chidi.card)
    assert standing(world_on_sqlite) == 1
    assert "The 40 actions are taken out again." in str(again.click(UNDO))
    with world_on_sqlite.sessions() as session:
        assert session.scalars(select(Change.what)).all().count("actions_taken_back") == 1
    chidi.click("Taken out (40)")
    chidi.click_in("Action number 3", "Put it back")
    assert standing(world_on_sqlite) == 2
    history = str(world_on_sqlite.person(KATE).open("review.history?review=1"))
    assert "took what they had added out of the action plan again" in history
    assert "Action number" not in history


def test_the_same_lines_can_be_pasted_again(world_on_sqlite: World, chidi: Chat) -> None:
    chidi.click(UNDO)
    chidi.open("plan.ask?review=1")
    chidi.click("Add them", actions=FORTY)
    assert standing(world_on_sqlite) == 41


@pytest.mark.parametrize("press", ["Change", "Remove"])
def test_once_one_of_them_was_changed_nothing_is_taken_out(
    world_on_sqlite: World, chidi: Chat, press: str
) -> None:
    owen = world_on_sqlite.person(OWEN)
    owen.open(PLAN)
    owen.click_in("2. Action number 0", press)
    if press == "Change":
        owen.click("Save it", owner="Priya Nair")
    there = standing(world_on_sqlite)
    assert TOO_LATE in str(chidi.click(UNDO))
    assert standing(world_on_sqlite) == there


def test_a_form_that_was_open_keeps_its_words(world_on_sqlite: World, chidi: Chat) -> None:
    owen = world_on_sqlite.person(OWEN)
    owen.open(PLAN)
    owen.click_in("2. Action number 0", "Change")
    chidi.click(UNDO)
    assert "taken out meanwhile" in str(owen.click("Save it", action="Another action"))


def test_nobody_else_takes_them_out(world_on_sqlite: World, chidi: Chat) -> None:
    [button] = [one for one in buttons(chidi.card) if one.label == UNDO]
    refused = str(world_on_sqlite.person(OWEN).open(str(button.to)))
    assert "Only whoever added these actions can take them out together." in refused
    assert standing(world_on_sqlite) == 41


def test_a_change_that_added_nothing_is_not_undone(world_on_sqlite: World, chidi: Chat) -> None:
    for number in (1, 99_999):
        assert "Sorry" in chidi.open(f"plan.undo?review=1&change={number}").title
    assert standing(world_on_sqlite) == 41
