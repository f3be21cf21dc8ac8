"""What is offered to somebody who was not understood: by the words that they used."""

import time

import pytest

from bot.language.nearest import nearest
from bot.language.patterns import SPOKEN
from bot.language.things import things


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Oak papres", {"papers", "owed"}),
        ("sumary oak", {"summary"}),
        ("the workshop staff inset", {"workshop"}),
        ("order sandwiches for lunch", {"day"}),
        ("what is our Ofsted grade", {"papers", "postpone"}),
        ("put me down as busy", {"answer"}),
        ("too much email", {"reminders"}),
        ("spreadsheet of everything in excel", {"all actions"}),
        ("Outlook is broken", {"calendar"}),
        ("which week is the poster for", {"year", "digest"}),
        ("enquiry question about phonics", {"meeting"}),
        ("governors want the overview", {"summary", "year"}),
    ],
)
def test_the_nearest_are_found_by_the_words(typed: str, names: set[str]) -> None:
    assert names <= {one.name for one in nearest(typed, leads=True)}


@pytest.mark.parametrize("typed", ["", "🎉", "zzzz", "qwerty uiop", "1234", "?"])
def test_two_are_offered_whatever_was_typed(typed: str) -> None:
    found = nearest(typed, leads=False)
    assert len({one.name for one in found}) == 2


def test_what_a_lead_alone_can_do_is_offered_to_nobody_else() -> None:
    for typed in ("shedule", "postpone this", "cancel that one", "link channel"):
        assert {one.name for one in nearest(typed, leads=False)} & {
            "schedule",
            "postpone",
            "cancel",
            "link",
        } == set()
    assert nearest("shedule", leads=True)[0].name == "schedule"


def test_every_command_is_among_them() -> None:
    assert {one.name for one in SPOKEN} - {one.name for one in things()} == {"help"}
    assert len({one.label for one in things()}) == len(things())


@pytest.mark.parametrize("typed", ["x" * 10_000, "papres " * 1_500, "abcdefgh " * 1_000])
def test_a_long_text_is_soon_compared(typed: str) -> None:
    nearest(typed, leads=True)
    start = time.thread_time()
    nearest(typed, leads=True)
    assert time.thread_time() - start < 0.05
