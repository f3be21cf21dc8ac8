"""However many people could be chosen from, every surface has room for the form, and takes names as typed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import slack, teams, typed_names
from bot.cards.model import Card, Option, OptionGroup, People
from bot.cards.problems import Problem
from bot.cards.replies import Raw, from_slack_state, gather
from bot.cards.schedule import Choices, Typed, ask
from bot.cards.words import TooLongError
from tests.cards import everywhere
from tests.cards.examples import BOOK, HOSTILE, SCHOOLS
from tests.cards.limits_teams import nodes
from tests.cards.test_replies import sent_by_slack, sent_by_teams, sent_by_the_page, slack_value

Json = dict[str, Any]
FIRST = ("Carys", "Ali", "Siân", "Tom", "Béa", "Jo", "Priya")
LAST = ("Vaughan", "Demir", "Gwŷn", "Okoro", "Lindqvist-Ashworth", "Park", "O’Neill", "Featherstonehaugh")
A_SCHOOL = 5


def roster(count: int, every: int = 1) -> tuple[OptionGroup, ...]:
    """So many made-up people, five at each school; of them, one in `every`."""
    people = [Option(str(n), f"{FIRST[n % 7]} {LAST[n % 8]} {n}") for n in range(count)]
    schools = range(0, count, A_SCHOOL)
    return tuple(
        OptionGroup(
            f"St Bartholomew’s Church of England Primary {at}", tuple(people[at : at + A_SCHOOL][::every])
        )
        for at in schools
    )


def form(count: int, typed: Typed | None = None, problems: Mapping[str, Problem] | None = None) -> Card:
    """The form to schedule a review in a consortium with so many people who can review."""
    schools = (OptionGroup("", tuple(Option(str(n), f"School {n}") for n in range(60))),)
    return ask(Choices(schools, roster(count), roster(count, 3)), typed or Typed(), problems or {})


FULL = Typed("7", "2017-11-14", "1", ("0", "2", "17"), ("3", "8"), "Welcome")


@pytest.mark.parametrize("typed", [Typed(), FULL], ids=["empty", "full"])
@pytest.mark.parametrize("count", [60, 120, 250, 2000])
def test_the_form_holds_everywhere(count: int, typed: Typed) -> None:
    everywhere.hold(form(count, typed, {"reviewers": Problem("Is that everyone?")}))


@pytest.mark.parametrize("count", [60, 120, 250, 2000])
@pytest.mark.parametrize("most", [1, 6])
def test_a_field_of_its_own_holds_everywhere(count: int, most: int) -> None:
    people = People(name="person", label="Reviewer", groups=roster(count), values=("7",), most=most)
    everywhere.hold(Card("Whom shall I ask?", (people,), (BOOK,)))


def named(drawn: object) -> set[str]:
    """The fields whose people are named in a line."""
    wire = (one.get("block_id") or one.get("id") or "" for one in nodes(drawn))
    return {name.removesuffix(".names") for name in wire if name.endswith(".names")}


EVERYONE = {"lead_reviewer", "reviewers", "champions"}


@pytest.mark.parametrize(
    ("count", "message", "modal", "adaptive"),
    [
        (60, set(), set(), set()),
        (120, set(), set(), set()),
        (180, set(), set(), {"reviewers"}),
        (250, {"reviewers"}, set(), {"reviewers"}),
        (2000, EVERYONE, EVERYONE, EVERYONE),
    ],
)
def test_a_list_to_search_stays_where_there_is_room(
    count: int, message: set[str], modal: set[str], adaptive: set[str]
) -> None:
    card = form(count)
    found = (named(slack.message(card)), named(slack.modal(card)), named(teams.adaptive_card(card)))
    assert found == (message, modal, adaptive)


def sent_by_a_message(card: Card) -> Raw:
    inputs = [block for block in slack.message(card)["blocks"] if block["type"] == "input"]
    return from_slack_state({block["block_id"]: {"value": slack_value(block["element"])} for block in inputs})


@pytest.mark.parametrize("sent", [sent_by_slack, sent_by_a_message, sent_by_teams])
def test_whom_the_form_showed_comes_back_by_name(sent: Callable[[Card], Raw]) -> None:
    back = gather(sent(form(2000, FULL)))
    assert back["lead_reviewer"] == ("Ali Demir 1",)
    assert back["reviewers"] == ("Carys Vaughan 0", "Siân Gwŷn 2", "Tom Demir 17")
    assert back["champions"] == ("Tom Okoro 3", "Ali Vaughan 8")
    assert back["note"] == ("Welcome",)


@pytest.mark.parametrize("sent", [sent_by_slack, sent_by_a_message, sent_by_teams, sent_by_the_page])
def test_whom_a_list_showed_comes_back_by_id(sent: Callable[[Card], Raw]) -> None:
    back = gather(sent(form(60, FULL)))
    assert (back["lead_reviewer"], back["reviewers"]) == (("1",), ("0", "2", "17"))


@pytest.mark.parametrize("drawn", [slack.message, slack.modal, teams.adaptive_card])
def test_an_error_and_what_was_typed_stand_at_the_line(drawn: Callable[[Card], Json]) -> None:
    typed = replace(FULL, reviewers=("2", "Tom Oko", HOSTILE))
    card = drawn(form(2000, typed, {"reviewers": Problem("By “Tom Oko”, whom do you mean?")}))
    [line] = [one for one in nodes(card) if (one.get("block_id") or one.get("id")) == "reviewers.names"]
    value = line["value"] if "value" in line else line["element"]["initial_value"]
    assert value == f"Siân Gwŷn 2, Tom Oko, {HOSTILE}"
    assert "By “Tom Oko”, whom do you mean?" in everywhere.texts(card, {"text"})


@pytest.mark.parametrize(("count", "block"), [(60, "reviewers"), (2000, "reviewers.names")])
def test_slack_shows_the_error_at_the_block_that_there_is(count: int, block: str) -> None:
    assert slack.errors(form(count, FULL, {"reviewers": Problem("Who?")})) == {block: "Who?"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ben Hartley", ("Ben Hartley",)),
        ("Ben Hartley, Siân O’Neill;Jo\nAli Demir", ("Ben Hartley", "Siân O’Neill", "Jo", "Ali Demir")),
        ("Ben and Sandy Anders & Jo", ("Ben", "Sandy Anders", "Jo")),
        ("Ben (Oak, Elm and Ash), Jo", ("Ben (Oak, Elm and Ash)", "Jo")),
        ("Ben (Oak, Jo", ("Ben (Oak", "Jo")),
        (" , ;and\n", ("and",)),
        ("", ()),
        ("12, Jo", ("“12”", "Jo")),
    ],
)
def test_a_line_is_read_as_names(line: str, names: tuple[str, ...]) -> None:
    assert typed_names.names(line) == names
    assert gather({"team.names": [line]}) == {"team": names}


@pytest.mark.parametrize(
    ("name", "group", "shown"),
    [
        ("Ben Hartley", "Oak (Upper) School", "Ben Hartley"),
        ("Carys Vaughan 0", "Oak (Upper), Annexe", "Carys Vaughan 0 (Oak Upper, Annexe)"),
        ("Ben Hartley, OBE", "Oak School", "Ben Hartley OBE"),
        ("CARYS Vaughan, 0", "", "CARYS Vaughan 0"),
    ],
)
def test_a_name_in_the_line_means_one_person(name: str, group: str, shown: str) -> None:
    groups = (OptionGroup(group, (Option("99", name),)), *SCHOOLS)
    line = typed_names.as_line(People(name="a", label="A", groups=groups, values=("99", "1"), most=2))
    assert typed_names.names(line.value) == (shown, "Ali Demir 1")


def test_someone_no_longer_on_offer_is_no_number_in_the_line() -> None:
    asked = People(name="a", label="A", groups=SCHOOLS, values=("999999", "1", "Jo"), most=3)
    assert typed_names.as_line(asked).value == "Ali Demir 1, Jo"


def test_the_line_says_how_to_fill_it() -> None:
    one, several = (People(name="a", label="A", hint="Two.", groups=SCHOOLS, most=n) for n in (1, 4))
    assert typed_names.as_line(one).hint == "Two. Type the name."
    assert typed_names.as_line(several).hint == "Two. Type the names, up to 4, with commas between them."


def test_what_has_no_room_even_without_lists_is_an_error() -> None:
    card = Card("x" * 14_000, (People(name="a", label="A", groups=SCHOOLS),), (BOOK,))
    with pytest.raises(TooLongError, match="13000 characters"):
        slack.message(card)


@given(st.lists(st.text()))
def test_what_was_typed_stays_the_same_names(parts: list[str]) -> None:
    typed = typed_names.names(", ".join(parts))
    again = typed_names.as_line(People(name="a", label="A", groups=(), values=typed, most=3)).value
    assert typed_names.names(again) == typed
