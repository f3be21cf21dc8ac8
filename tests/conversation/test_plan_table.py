"""The table of action items, as the head and the champions go on with the plan that was sent."""

import pytest
from sqlalchemy import select

from storage.models import PlanItem
from tests.chat import Chat, World
from tests.conversation.afterwards import PLAN, held
from tests.conversation.conftest import CHIDI, PRIYA
from tests.conversation.paper_files import table_of

LINES = "Pair reading in Year 3 | 12 Jan 2018 | Tom Garrod\nVisit Holly Lane | Easter | Priya Nair"
READING, VISIT = "Pair reading in Year 3", "Visit Holly Lane"
MOVED = "Moved to Thursday 29 March 2018; it was “Easter”"


@pytest.fixture
def priya(world_on_sqlite: World) -> Chat:
    """The head, once the plan is sent."""
    send(written(world_on_sqlite))
    return world_on_sqlite.person(PRIYA)


def written(world: World) -> Chat:
    chidi = held(world)
    chidi.open("plan.ask?review=1")
    chidi.click("Add them", actions=LINES)
    chidi.click("Add them as they are")
    return chidi


def send(chidi: Chat) -> None:
    chidi.open(PLAN)
    chidi.click("Preview and send")
    chidi.click("Sign and send")
    assert "sent" in str(chidi.card).casefold()


def change(chidi: Chat, row: str, **fields: str) -> None:
    chidi.open(PLAN)
    chidi.click_in(row, "Change")
    chidi.click("Save it", **fields)
    assert not chidi.card.is_form, chidi.card


def move(priya: Chat, action: str, day: str) -> None:
    priya.open(PLAN)
    priya.click_in(action, "Move")
    priya.click("Move it", day=day)


def said(world: World) -> list[tuple[str, str, str]]:
    """Of each action what is to be done, by when, and how far it has come."""
    return [(row[3], row[4], row[8]) for row in table_of(world, PRIYA)]


def test_a_date_that_the_head_has_moved_is_told_with_the_old_one(world_on_sqlite: World, priya: Chat) -> None:
    move(priya, VISIT, "29 March 2018")
    assert said(world_on_sqlite)[1] == (VISIT, "Easter", MOVED)
    move(priya, VISIT, "6 April 2018")
    moved = "Moved to Friday 6 April 2018; it was Thursday 29 March 2018, before that “Easter”"
    assert said(world_on_sqlite)[1] == (VISIT, "Easter", moved)
    # Done or not, it stays told.
    priya.open(PLAN)
    priya.click_in(VISIT, "Done")
    assert said(world_on_sqlite)[1] == (VISIT, "Easter", f"Done on Wednesday 20 December 2017. {moved}")


def test_a_date_that_the_champions_are_changing_stays_theirs(world_on_sqlite: World, priya: Chat) -> None:
    chidi = world_on_sqlite.person(CHIDI)
    change(chidi, VISIT, day="23 March 2018")
    assert said(world_on_sqlite)[1] == (VISIT, "Easter", "")
    move(priya, VISIT, "29 March 2018")
    change(chidi, VISIT, day="13 April 2018")
    assert said(world_on_sqlite)[1] == (VISIT, "Easter", MOVED)


def test_what_was_sent_is_known_whatever_its_draft_says_by_now(world_on_sqlite: World, priya: Chat) -> None:
    chidi = world_on_sqlite.person(CHIDI)
    change(chidi, READING, action="Pair reading in all years")
    priya.open(PLAN)
    priya.click_in(READING, "Done")
    done = "Done on Wednesday 20 December 2017"
    assert said(world_on_sqlite) == [
        (READING, "Friday 12 January 2018", done),
        (VISIT, "Easter", ""),
    ]
    chidi.open(PLAN)
    chidi.click_in("Pair reading in all years", "Remove")
    assert said(world_on_sqlite)[0] == (READING, "Friday 12 January 2018", done)


def test_of_two_actions_with_the_same_words_each_keeps_its_own(world_on_sqlite: World, priya: Chat) -> None:
    chidi = world_on_sqlite.person(CHIDI)
    chidi.open("plan.ask?review=1")
    chidi.click("Add them", actions=f"{READING} | 9 Feb 2018")
    send(chidi)
    chidi.open(PLAN)
    chidi.click_in(f"1. {READING}", "Remove")
    with world_on_sqlite.sessions() as session:
        last = session.scalars(select(PlanItem.id).order_by(PlanItem.id.desc())).first()
    priya.open(f"action.done?item={last}")
    done = "Done on Wednesday 20 December 2017"
    assert [progress for *_, progress in said(world_on_sqlite)] == ["", "", done]


def test_a_reworded_action_is_told_as_changed_wherever_it_stands_now(
    world_on_sqlite: World, priya: Chat
) -> None:
    assert VISIT in str(priya.open(PLAN))
    chidi = world_on_sqlite.person(CHIDI)
    change(chidi, READING, action="Read together daily")
    chidi.click_in("Read together daily", "Down")
    chidi.click("Preview and send")
    assert "Changed: Action: 1 moved, 1 changed." in str(chidi.card)
