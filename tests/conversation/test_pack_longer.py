"""The paperwork needs longer: until when, why, and the review team hears of it."""

import pytest

from tests.chat import Chat, World, error, filled
from tests.conversation.conftest import BEN, CHIDI, KATE, MARTIN, PRIYA, SIAN, number
from tests.conversation.packing import DENISE, REASON, SHOW, fill, labels, packing, told

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
        (
            "Fri 8 Dec",
            "after the review, which is on Thursday 7 December 2017. The last school day",
        ),
        ("Thurs 7 Dec", "the day of the review, and the team reads it before. The last school day before is"),
        ("Sat 25 Nov", "Schools are closed on Saturday 25 November 2017. The last school day"),
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


@pytest.mark.parametrize(
    ("typed", "before"),
    [
        ("Sat 25 Nov", "Friday 24 November 2017"),
        ("Thurs 7 Dec", "Wednesday 6 December 2017"),
        ("Mon 11 Dec", "Wednesday 6 December 2017"),
    ],
)
def test_the_last_school_day_before_is_a_click_away(world_on_sqlite: World, typed: str, before: str) -> None:
    priya = asking(world_on_sqlite)
    priya.click("Tell the review team", day=typed, why=REASON)
    assert f"until {before}" in str(priya.click(before))


@pytest.mark.parametrize("typed", ["30 Oct", "Tues 30 Oct", "27 Oct or 27 Nov"])
def test_no_day_that_will_not_do_is_offered_as_meant(world_on_sqlite: World, typed: str) -> None:
    priya = asking(world_on_sqlite)
    form = priya.click("Tell the review team", day=typed)
    assert "October" not in "".join(labels(form))
    assert "October" not in error(form, "day")


def test_corrected_three_times_one_message_stands_and_it_is_current(world_on_sqlite: World) -> None:
    priya = asking(world_on_sqlite)
    priya.click("Tell the review team", day="27 Nov")
    for day in ("28 Nov", "29 Nov", "30 Nov"):
        priya.click("Change the later date")
        priya.click("Tell the review team", day=day)
    for email in (SIAN, BEN, MARTIN):
        [card] = [card for card in world_on_sqlite.person(email).messages if card.title == TITLE]
        assert "Priya Nair needs until Thursday 30 November 2017." in str(card)


def test_at_night_the_team_is_told_of_the_last_date_alone(world_on_sqlite: World) -> None:
    priya = packing(world_on_sqlite)
    world_on_sqlite.wait(hours=12)
    for label, day in (("Need longer", "27 Nov"), ("Change the later date", "28 Nov")):
        priya.click(label)
        priya.click("Tell the review team", day=day)
    world_on_sqlite.wait(hours=12)
    [card] = [card for card in world_on_sqlite.person(SIAN).messages if card.title == TITLE]
    assert "until Tuesday 28 November 2017" in str(card)


def test_taken_back_the_message_says_so_and_a_new_date_is_news_again(world_on_sqlite: World) -> None:
    priya, sian = asking(world_on_sqlite), world_on_sqlite.person(SIAN)
    priya.click("Tell the review team", day="27 Nov")
    priya.click("Change the later date")
    priya.click("No longer needed")
    assert TITLE not in sian.titles()
    assert "by Thursday 23 November 2017" in str(sian.read("The paperwork needs no longer"))
    priya.click("Need longer")
    priya.click("Tell the review team", day="29 Nov")
    assert [title for title in sian.titles() if "paperwork needs" in title] == [TITLE]
    assert sian.titles().count("This message is out of date") == 1


def test_complete_there_is_nothing_to_wait_for_any_more(world_on_sqlite: World) -> None:
    priya = asking(world_on_sqlite)
    priya.click("Tell the review team", day="27 Nov")
    fill(priya)
    assert TITLE not in world_on_sqlite.person(SIAN).titles()


def test_the_list_and_the_request_to_a_helper_show_the_later_date(world_on_sqlite: World) -> None:
    priya, denise = packing(world_on_sqlite), world_on_sqlite.person(DENISE)
    priya.click("Hand over")
    priya.click("Ask them", person=number(world_on_sqlite, DENISE))
    assert "by Thursday 23 November 2017" in str(denise.read("Can you see to the paperwork?"))
    priya.click("Need longer")
    shown = priya.click("Tell the review team", day="27 Nov")
    assert "The review team should have it by Monday 27 November 2017." in str(shown)
    assert "by Monday 27 November 2017" in str(denise.read("Can you see to the paperwork?"))


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
    assert told(world_on_sqlite, "pack.longer") == 3
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
    assert "You have just asked for longer, until Monday 27 November 2017." in str(form)
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
