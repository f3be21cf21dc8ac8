"""The help leads with what somebody most likely wants; every command is one click away."""

from collections.abc import Sequence

import pytest

from bot.cards.model import Card, Listing
from bot.language.commands import COMMANDS
from tests.chat import World, buttons
from tests.conversation.conftest import BEN, CHIDI, KATE, OFFICE, PRIYA

MARGARET = "margaret.osei@oak.example"
HOME = "/peer-review"


def offered(card: Card) -> list[str]:
    rows = [row.title for block in card.blocks if isinstance(block, Listing) for row in block.rows]
    return [title.removeprefix("/peer-review ") for title in rows]


@pytest.mark.parametrize(
    ("email", "first"),
    [
        (KATE, [HOME, "/schedule-review", "digest"]),
        (PRIYA, [HOME, "papers", "timetable", "audit"]),
        (BEN, [HOME, "note", "summary", "meeting"]),
        (CHIDI, [HOME, "workshop", "plan", "visit"]),
        (OFFICE, [HOME, "digest", "year"]),
        (MARGARET, [HOME, "calendar"]),
    ],
)
def test_it_leads_with_what_that_person_most_likely_wants(
    world_on_sqlite: World, email: str, first: Sequence[str]
) -> None:
    found = offered(world_on_sqlite.person(email).type("/peer-review help"))
    assert found[: len(first)] == list(first)
    assert len(found) <= 4


def test_every_command_is_one_click_away_and_back(world_on_sqlite: World) -> None:
    ben = world_on_sqlite.person(BEN)
    ben.type("/peer-review help")
    card = ben.click("All commands")
    assert offered(card) == [typed.removeprefix("/peer-review ") for typed, _ in COMMANDS]
    assert ben.click("The most useful ones").title == "How to use Peer Review"


def test_only_whoever_may_book_is_offered_to(world_on_sqlite: World) -> None:
    for email, books in ((KATE, True), (BEN, False), (MARGARET, False)):
        labels = [one.label for one in buttons(world_on_sqlite.person(email).type("help"))]
        assert ("Schedule a review" in labels) is books
