"""Once the plan is sent: the headteacher, and whoever delivers an action, say how far it has come."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from storage.models import Change
from tests.chat import World, error, filled
from tests.conversation.afterwards import DENISE, PLAN, TOM, delivered, item, sent, written
from tests.conversation.conftest import BEN, CHIDI, KATE, OFFICE, PRIYA, SIAN

READING = "Pair reading in Year 3"
BOOKS = "Look at books together each half term"
HELP = "Help is wanted with an action: Oak Primary School, Thursday 7 December 2017"


def test_the_head_says_that_an_action_is_done_and_takes_it_back(world: World) -> None:
    delivered(world)
    priya = world.person(PRIYA)
    priya.open(PLAN)
    priya.click_in(READING, "Done")
    assert "Done on Wednesday 20 December 2017." in str(priya.card)
    assert item(world, READING).done_at is not None
    priya.click_in(READING, "Not done after all")
    assert item(world, READING).done_at is None


def test_a_date_moves_and_the_old_one_is_kept_and_shown(world: World) -> None:
    delivered(world)
    tom = world.person(TOM)
    tom.open(PLAN)
    tom.click_in(READING, "Move")
    assert "It stands at Friday 30 March 2018." in str(tom.card)
    tom.click("Move it", day="20 April 2018")
    assert "Moved; it was Friday 30 March 2018" in str(tom.card)
    assert item(world, READING).due == date(2018, 4, 20)
    with world.sessions() as session:
        change = session.scalars(select(Change).where(Change.what == "action_put_off")).one()
        assert (change.was["due"], change.now["due"]) == ("2018-03-30", "2018-04-20")
    told = str(world.person(PRIYA).read("The date of an action moves"))
    assert "Tom Garrod has moved it to Friday 20 April 2018; it was Friday 30 March 2018." in told
    assert not any("moves" in title for title in tom.titles())
    # The champions’ own draft has it too, so that the next version says it.
    assert "Friday 20 April 2018" in str(world.person(CHIDI).open(PLAN))


@pytest.mark.parametrize(
    ("day", "sentence"),
    [("1 Dec 2017", "The review was on Thursday 7 December 2017."), ("soonish", "I couldn't read “soonish”")],
)
def test_a_date_that_will_not_do_moves_nothing(world_on_sqlite: World, day: str, sentence: str) -> None:
    delivered(world_on_sqlite)
    priya = world_on_sqlite.person(PRIYA)
    priya.open(PLAN)
    priya.click_in(READING, "Move")
    assert sentence in error(priya.click("Move it", day=day), "day")
    assert item(world_on_sqlite, READING).due == date(2018, 3, 30)


def test_of_two_who_move_it_the_second_sees_the_first(world: World) -> None:
    delivered(world)
    priya, tom = world.person(PRIYA), world.person(TOM)
    for one in (priya, tom):
        one.open(PLAN)
        one.click_in(READING, "Move")
    priya.click("Move it", day="20 April 2018")
    form = tom.click("Move it", day="27 April 2018")
    assert "Priya Nair has moved it to Friday 20 April 2018 while you were here." in str(form)
    assert filled(form)["day"] == ("2018-04-27",)
    tom.click("Move it")
    assert item(world, READING).due == date(2018, 4, 27)
    assert "it was Friday 20 April 2018, before that Friday 30 March 2018" in str(tom.card)


def test_help_is_asked_for_and_the_lead_hears_nothing_of_the_plan(world: World) -> None:
    delivered(world)
    tom = world.person(TOM)
    tom.open(PLAN)
    tom.click_in(READING, "Ask for help")
    assert error(tom.click("Ask for help", help=""), "help") == "Please write what would help."
    tom.click("Ask for help", help="A day at Holly Lane")
    assert "Help is wanted: A day at Holly Lane" in str(tom.card)
    kate, office = world.person(KATE), world.person(OFFICE)
    told = str(kate.read(HELP))
    assert "Tom Garrod asks for help with an action of the plan." in told
    assert "Holly Lane" not in told
    assert READING not in told
    told = str(office.read(HELP))
    assert "A day at Holly Lane" in told
    assert READING in told
    assert "('Help is wanted with', '1')" in str(kate.open(PLAN))
    tom.click("No help needed")
    assert "Help is no longer wanted" in " ".join(kate.titles())
    assert item(world, READING).help_words == ""


def test_whoever_delivers_an_action_sees_their_own_alone(world_on_sqlite: World) -> None:
    delivered(world_on_sqlite)
    tom, denise = world_on_sqlite.person(TOM), world_on_sqlite.person(DENISE)
    assert READING in str(tom.open(PLAN))
    assert BOOKS not in str(tom.card)
    assert BOOKS in str(denise.type("/peer-review plan"))
    theirs = item(world_on_sqlite, BOOKS).id
    for route in ("done", "not_done", "ask_move", "move", "ask_help", "help", "no_help"):
        refused = str(tom.open(f"action.{route}?item={theirs}", day="20 April 2018", help="Me"))
        assert "Only the headteacher and whoever delivers an action" in refused
    assert item(world_on_sqlite, BOOKS).done_at is None


@pytest.mark.parametrize("email", [CHIDI, SIAN, BEN, KATE, OFFICE])
def test_nobody_else_says_how_far_it_has_come(world_on_sqlite: World, email: str) -> None:
    delivered(world_on_sqlite)
    number = item(world_on_sqlite, READING).id
    refused = world_on_sqlite.person(email).open(f"action.done?item={number}")
    assert "Only the headteacher and whoever delivers an action" in str(refused)


def test_before_it_is_sent_there_is_no_progress(world_on_sqlite: World) -> None:
    written(world_on_sqlite)
    number = item(world_on_sqlite, READING).id
    priya, tom = world_on_sqlite.person(PRIYA), world_on_sqlite.person(TOM)
    assert "has not been sent" in str(priya.open(f"action.done?item={number}"))
    assert "Only the headteacher" in str(tom.open(f"action.done?item={number}"))
    assert "no review" in str(tom.type("/peer-review plan"))
    assert item(world_on_sqlite, READING).done_at is None


def test_an_action_given_to_somebody_else_is_theirs_once_it_is_sent(world: World) -> None:
    delivered(world)
    chidi = world.person(CHIDI)
    chidi.open(PLAN)
    chidi.click_in(f"1. {READING}", "Change")
    chidi.click("Save it", owner="Denise Abbott")
    assert READING in str(world.person(TOM).open(PLAN))
    assert READING not in str(world.person(DENISE).open(PLAN))
    sent(world)
    assert READING in str(world.person(DENISE).open(PLAN))
    assert "Sorry" in world.person(TOM).open(PLAN).title


def test_the_lists_have_what_is_due_within_the_week_or_late(world: World) -> None:
    delivered(world)
    tom, priya = world.person(TOM), world.person(PRIYA)
    assert READING not in str(tom.type("/peer-review"))
    world.now = datetime(2018, 3, 23, 9, 0, tzinfo=UTC)
    assert "Due on Friday 30 March 2018. Who: Tom Garrod." in str(tom.type("/peer-review"))
    assert BOOKS not in str(tom.card)
    assert BOOKS in str(priya.type("/peer-review"))
    assert "Overdue: it was due on Friday 9 February 2018." in str(priya.card)
    tom.click_in(READING, "Done")
    assert READING not in str(tom.type("/peer-review"))
    assert READING not in str(priya.type("/peer-review"))


def test_a_second_press_changes_nothing(world: World) -> None:
    delivered(world)
    priya = world.person(PRIYA)
    priya.open(PLAN)
    other = priya.twin()
    priya.click_in(READING, "Done")
    other.click_in(READING, "Done")
    with world.sessions() as session:
        assert session.scalars(select(Change.what)).all().count("action_done") == 1
