"""Six months on the headteacher is asked what the review has led to, until it is recorded."""

from datetime import UTC, datetime

from tests.chat import World, error
from tests.conversation.afterwards import SIX, written
from tests.conversation.conftest import CHIDI, KATE, OFFICE, PRIYA, SIAN
from tests.conversation.looking_back import ASK, WORDS, in_june, planned, record, words
from tests.conversation.papering import send
from tests.conversation.reminding import reminders, rows
from tests.conversation.test_mornings import tick

REMINDED = "Look at what the review has led to: Oak Primary School, Thursday 7 December 2017"


def june(world: World, *days: int) -> None:
    for day in days:
        tick(world, day, 8, 0, month=6, year=2018)


def how_often(world: World, email: str) -> int:
    found = [row.title for card in reminders(world, email) for row in rows(card)]
    return found.count(REMINDED)


def test_the_reminder_leads_to_the_form(world: World) -> None:
    in_june(world)
    june(world, 6)
    assert how_often(world, PRIYA) == 0
    june(world, 7)
    assert how_often(world, PRIYA) == 1
    priya = world.person(PRIYA)
    priya.read(reminders(world, PRIYA)[-1].title)
    form = priya.click("Record impact")
    assert "Pair reading in Year 3 (done)" in str(form)
    assert "Visit Holly Lane (overdue)" in str(form)
    priya.click("Record it", impact=WORDS)
    assert words(world) == WORDS
    june(world, 8, 11)
    assert how_often(world, PRIYA) == 1
    # It is nobody else's to hear that it is asked for.
    assert [how_often(world, email) for email in (SIAN, CHIDI, KATE, OFFICE)] == [0, 0, 0, 0]


def test_what_is_recorded_before_it_is_asked_for_reminds_nobody(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    planned(world)
    world.now = datetime(2018, 5, 9, 9, 0, tzinfo=UTC)
    record(world)
    june(world, 7, 8)
    assert how_often(world, PRIYA) == 0


def test_of_a_long_plan_the_form_shows_the_beginning(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    written(world, f"{SIX}\nRead to every class\n{'Talk about books at home ' * 20}")
    send(world, CHIDI, "plan")
    priya = world.person(PRIYA)
    form = str(priya.open(ASK))
    assert "• and 2 more" in form
    assert "0 of 8 actions are done." in form
    assert "Read to every class" not in form
    priya.click("Open the action plan")
    assert "Read to every class" in str(priya.click("More (2 left)"))
    priya.open(ASK)
    assert "Please write" in error(priya.click("Record it", impact=""), "impact")
