"""The paperwork needs longer: until when, why, and the review team hears of it."""

import pytest

from tests.chat import Chat, World, error, filled
from tests.conversation.conftest import BEN, CHIDI, KATE, MARTIN, PRIYA, SIAN
from tests.conversation.packing import REASON, SHOW, fill, labels, packing, told

TITLE = "The paperwork needs longer: Oak Primary School, Thursday 7 December 2017"
UNTIL = "Priya Nair needs longer, until Monday 27 November 2017"


def asking(world: World) -> Chat:
    priya = packing(world)
    priya.click("Need longer")
    return priya


def test_the_team_is_told_and_sees_it(world: World) -> None:
    priya = asking(world)
    shown = priya.click("Tell the review team", day="Mon 27 Nov", why=REASON)
    assert f"{UNTIL}: “{REASON}”" in str(shown)
    for email in (SIAN, BEN, MARTIN):
        reader = world.person(email)
        assert REASON in str(reader.read(TITLE))
        assert f"{UNTIL}: “{REASON}”" in str(reader.click("Open the list"))
    for email in (PRIYA, CHIDI, KATE):
        assert TITLE not in world.person(email).titles()
    status = str(world.person(KATE).open(SHOW))
    assert f"{UNTIL}." in status
    assert REASON not in status
    assert "by Monday 27 November 2017" in str(priya.type("/peer-review"))
    history = str(world.person(KATE).open("review.history?review=1"))
    assert "needs longer for the paperwork" in history
    assert REASON not in history


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Please give a date"),
        ("soon", "couldn't read"),
        ("31 Oct 2017", "is past"),
        ("Fri 8 Dec", "That is after the review, which is on Thursday 7 December 2017."),
        ("Thurs 23 Nov", "It is due by Thursday 23 November 2017 anyway."),
        ("Mon 28 Nov", "28 November 2017 is a Tuesday"),
    ],
)
def test_a_day_that_will_not_do(world_on_sqlite: World, typed: str, sentence: str) -> None:
    priya = asking(world_on_sqlite)
    form = priya.click("Tell the review team", day=typed, why=REASON)
    assert sentence in error(form, "day")
    assert filled(form)["why"] == (REASON,)
    assert told(world_on_sqlite, "pack.longer") == 0


def test_a_day_that_may_have_been_meant_is_a_click_away(world_on_sqlite: World) -> None:
    priya = asking(world_on_sqlite)
    priya.click("Tell the review team", day="Mon 28 Nov")
    assert "until Tuesday 28 November 2017" in str(priya.click("Tuesday 28 November 2017"))


def test_a_reason_that_is_too_long_is_kept(world_on_sqlite: World) -> None:
    priya = asking(world_on_sqlite)
    form = priya.click("Tell the review team", day="27 Nov", why="x" * 301)
    assert "300 characters" in error(form, "why")


def test_it_can_be_changed_and_taken_back(world_on_sqlite: World) -> None:
    priya = asking(world_on_sqlite)
    priya.click("Tell the review team", day="27 Nov", why=REASON)
    form = priya.click("Change the later date")
    assert filled(form) == {"day": ("2017-11-27",), "why": (REASON,)}
    priya.click("Tell the review team")
    assert told(world_on_sqlite, "pack.longer") == 3
    priya.click("Change the later date")
    priya.click("Tell the review team", day="28 Nov")
    assert told(world_on_sqlite, "pack.longer") == 6
    priya.click("Change the later date")
    assert "needs longer" not in str(priya.click("No longer needed"))
    assert "by Thursday 23 November 2017" in str(priya.type("/peer-review"))


def test_once_it_is_complete_or_over_there_is_nothing_to_wait_for(world_on_sqlite: World) -> None:
    priya = packing(world_on_sqlite)
    assert "Need longer" not in labels(fill(priya))
    assert "is complete already" in str(priya.open("longer.ask?review=1&part=pack"))
    world_on_sqlite.wait(days=40)
    priya.open(SHOW)
    priya.click_in("Ofsted", "Remove")
    assert "Need longer" not in labels(priya.card)
    assert "is over" in str(priya.open("longer.ask?review=1&part=pack"))


def test_of_two_who_ask_at_once_the_second_sees_the_first(world: World) -> None:
    priya = asking(world)
    twin = priya.twin()
    priya.click("Tell the review team", day="27 Nov")
    form = twin.click("Tell the review team", day="28 Nov", why=REASON)
    assert "Priya Nair has just asked for longer, until Monday 27 November 2017." in str(form)
    assert filled(form) == {"day": ("2017-11-28",), "why": (REASON,)}
    assert "until Tuesday 28 November 2017" in str(twin.click("Tell the review team"))


def test_a_review_that_moves_forgets_a_date_that_no_longer_fits(world_on_sqlite: World) -> None:
    priya = asking(world_on_sqlite)
    priya.click("Tell the review team", day="27 Nov")
    kate = world_on_sqlite.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="Thurs 1 Feb 2018")
    kate.click("Move it")
    assert "needs longer" not in str(priya.open(SHOW))
