"""The bot's own cards, filled in and pressed as on Teams: what comes back is what was meant."""

from typing import Any

import pytest

from bot.cards.model import (
    Block,
    Button,
    Card,
    Clock,
    Confirm,
    Day,
    Line,
    Listing,
    OneOf,
    Option,
    OptionGroup,
    People,
    Prose,
    Row,
    SomeOf,
    Strong,
    Text,
    YesNo,
    go,
)
from bot.cards.replies import from_teams_data, gather
from bot.cards.teams import adaptive_card
from tests.teams import cards, forms

Fields = dict[str, Any]
GROUPS = (
    OptionGroup("Oak Primary", (Option("1", "Priya Nair"), Option("2", "Tom Garrod"))),
    OptionGroup("", (Option("3", "Owen O'Connell"),)),
)
OPEN = Button("Open", go("review.show", review=7))
CANCEL = Button("Cancel it", go("review.cancel", review=7), confirm=Confirm("Sure?", "All are told.", "Yes"))


def drawn(*blocks: Block, buttons: tuple[Button, ...] = ()) -> Fields:
    return adaptive_card(Card("Schedule a review", blocks=blocks, buttons=buttons))


def answered(card: Fields, **said: forms.Said) -> dict[str, tuple[str, ...]]:
    inputs = cards.inputs(card)
    values = forms.fresh(inputs)
    for name, one in said.items():
        forms.fill(inputs, values, name, one)
    return gather(from_teams_data(values))


@pytest.mark.parametrize(
    ("asked", "said", "meant"),
    [
        (Line(name="a", label="A"), "Oak & Elm", ("Oak & Elm",)),
        (Prose(name="a", label="A"), "one\ntwo", ("one\ntwo",)),
        (Day(name="a", label="A"), "Thurs 7 Dec", ("Thurs 7 Dec",)),
        (Clock(name="a", label="A"), "half past nine", ("half past nine",)),
        (OneOf(name="a", label="A", groups=GROUPS), "Tom Garrod", ("2",)),
        (OneOf(name="a", label="A", groups=GROUPS), "Owen O'Connell", ("3",)),
        (SomeOf(name="a", label="A", options=GROUPS[0].options), ("Priya Nair", "Tom Garrod"), ("1", "2")),
        (People(name="a", label="A", groups=GROUPS, most=1), "Tom Garrod", ("2",)),
        (People(name="a", label="A", groups=GROUPS, most=3), ("Tom Garrod", "Owen O'Connell"), ("2", "3")),
        (YesNo(name="a", label="A"), "No", ("no",)),
    ],
)
def test_each_field_gives_what_was_meant(asked: Block, said: forms.Said, meant: tuple[str, ...]) -> None:
    assert answered(drawn(asked), a=said)["a"] == meant


def test_a_field_is_found_by_its_label_too() -> None:
    card = drawn(Day(name="day", label="Which day?", required=False))
    values: forms.Values = {}
    forms.fill(cards.inputs(card), values, "Which day?: or pick it", "2017-11-14")
    forms.fill(cards.inputs(card), values, "Which day?", "")
    assert gather(from_teams_data(values)) == {"day": ("2017-11-14",)}


def test_what_the_bot_says_stands_there_at_first_is_brought() -> None:
    people = People(name="team", label="Team", groups=GROUPS, most=2, values=("1", "3"))
    assert answered(drawn(people)) == {"team": ("1", "3")}
    assert answered(drawn(people), team=("Tom Garrod",)) == {"team": ("2",)}


def test_buttons_are_found_in_rows_and_behind_questions() -> None:
    card = drawn(
        Listing((Row("Oak Primary", buttons=(OPEN,)), Row("Elm", buttons=(OPEN,)))), buttons=(CANCEL,)
    )
    found = [(one.label, one.row, one.under) for one in cards.buttons(card)]
    assert found == [
        ("Open", "Oak Primary", ""),
        ("Open", "Elm", ""),
        ("Cancel it", "", ""),
        ("Yes", "", "Cancel it"),
    ]
    *_, yes = cards.buttons(card)
    assert yes.action["verb"] == "review.cancel?review=7"


def test_words_and_complaints_are_read() -> None:
    card = drawn(Text(("On ", Strong("5 March"), ".")), Line(name="a", label="School", error="Which school?"))
    assert cards.title(card) == "Schedule a review"
    assert "On 5 March." in list(cards.words(card))
    assert [("Which school?" in one) for one in cards.complaints(card)] == [True]
