"""Slack: the fields of a form, as its inputs take them."""

import pytest

from bot.cards import slack
from bot.cards.model import (
    Card,
    Clock,
    Day,
    Field,
    Line,
    OneOf,
    Option,
    OptionGroup,
    People,
    Prose,
    SomeOf,
    YesNo,
)
from tests.cards.everywhere import slack_text
from tests.cards.examples import (
    BOOK,
    DOCUMENTS,
    LONG,
    PEOPLE,
    SCHOOLS,
)
from tests.cards.slack_json import Json, plain, rich, run


def asked(part: Field) -> Json:
    """The only input of a form with that field."""
    [block] = [
        block for block in slack.modal(Card("T", (part,), (BOOK,)))["blocks"] if block["type"] == "input"
    ]
    return dict(block)


def test_a_line() -> None:
    assert asked(Line(name="a", label="School", hint="Its full name", value="Oak", required=False)) == {
        "type": "input",
        "block_id": "a",
        "label": plain("School"),
        "hint": plain("Its full name"),
        "optional": True,
        "element": {
            "type": "plain_text_input",
            "action_id": "value",
            "multiline": False,
            "initial_value": "Oak",
        },
    }


def test_an_error_stands_above_its_field_and_goes_with_the_answer() -> None:
    card = Card("T", (Line(name="a", label="A", error="Which Oak?"), Line(name="b", label="B")), (BOOK,))
    assert slack.modal(card)["blocks"][1] == rich([run("⚠ Which Oak?", bold=True)])
    assert slack.errors(card) == {"a": "Which Oak?"}


@pytest.mark.parametrize(
    ("part", "typed", "picked"),
    [
        (Day(name="d", label="Day", value="Tues 14 Nov"), "Tues 14 Nov", None),
        (Day(name="d", label="Day", value="2017-11-14"), None, "2017-11-14"),
        (Day(name="d", label="Day", value="2017-11-31"), "2017-11-31", None),
        (Clock(name="d", label="Time", value="09:15"), None, "09:15"),
        (Clock(name="d", label="Time", value="25:00"), "25:00", None),
    ],
)
def test_a_day_or_time_is_typed_or_picked(part: Day | Clock, typed: str | None, picked: str | None) -> None:
    _, box, picker = slack.modal(Card("T", (part,), (BOOK,)))["blocks"]
    assert (box["block_id"], picker["block_id"]) == ("d", "d.picked")
    assert box["element"].get("initial_value") == typed
    found = picker["element"]
    assert found.get("initial_date", found.get("initial_time")) == picked
    assert box["optional"] is picker["optional"] is True


def test_prose_beyond_the_box_is_kept_in_full_above_it() -> None:
    _, *kept, box = slack.modal(Card("T", (Prose(name="a", label="Note", value=LONG),), (BOOK,)))["blocks"]
    assert slack_text(kept) == f"Note. What you typed is kept below.{LONG}"
    assert "initial_value" not in box["element"]
    assert box["element"]["max_length"] == 3000


def test_one_of_a_plain_list_and_of_groups() -> None:
    one = (OptionGroup("", (Option("1", "Oak"), Option("2", "Elm"))),)
    element = asked(OneOf(name="a", label="A", groups=one, value="2"))["element"]
    assert [option["value"] for option in element["options"]] == ["1", "2"]
    assert element["initial_option"] == {"text": plain("Elm"), "value": "2"}
    grouped = asked(OneOf(name="a", label="A", groups=SCHOOLS))["element"]
    assert [group["label"]["text"] for group in grouped["option_groups"]] == [
        "Oak Primary",
        "Elm Primary",
        "Ash Primary",
    ]
    assert "initial_option" not in grouped


@pytest.mark.parametrize(
    ("groups", "labels"),
    [
        ((OptionGroup("", PEOPLE[:2]),), []),
        (SCHOOLS[:2], ["No choice", "Oak Primary", "Elm Primary"]),
        ((OptionGroup("", PEOPLE[:100]),), ["No choice", "More"]),
        ((OptionGroup("", ()),), None),
    ],
)
def test_an_optional_choice_can_be_taken_back(
    groups: tuple[OptionGroup, ...], labels: list[str] | None
) -> None:
    blocks = slack.modal(Card("T", (OneOf(name="a", label="A", groups=groups, required=False),), (BOOK,)))[
        "blocks"
    ]
    element = blocks[1].get("element", {})
    offered = element.get("options") or element.get("option_groups", [{}])[0].get("options", [{}])
    assert (offered[0].get("value") == ".none") is (labels is not None)
    assert [group["label"]["text"] for group in element.get("option_groups", ())] == (labels or [])


def test_three_hundred_people_are_three_groups_and_nobody_is_lost() -> None:
    people = People(name="a", label="Team", groups=(OptionGroup("", PEOPLE),), values=("299", "1"), most=4)
    element = asked(people)["element"]
    groups = element["option_groups"]
    assert [len(group["options"]) for group in groups] == [100, 100, 100]
    assert groups[0]["label"]["text"] == "Carys Vaughan 0 … Tom Okoro 99"
    assert [one["value"] for group in groups for one in group["options"]] == [str(n) for n in range(300)]
    assert [option["value"] for option in element["initial_options"]] == ["299", "1"]
    assert element["max_selected_items"] == 4


@pytest.mark.parametrize(("count", "kind"), [(10, "checkboxes"), (11, "multi_static_select")])
def test_some_of_a_few_are_boxes(count: int, kind: str) -> None:
    element = asked(SomeOf(name="a", label="A", options=DOCUMENTS[:count], values=("d2",)))["element"]
    assert element["type"] == kind
    assert [option["value"] for option in element["initial_options"]] == ["d2"]


def test_yes_or_no() -> None:
    element = asked(YesNo(name="a", label="A", value="no"))["element"]
    assert element["type"] == "radio_buttons"
    assert element["initial_option"] == {"text": plain("No"), "value": "no"}


def test_nothing_to_choose_is_said() -> None:
    [_, said] = slack.modal(Card("T", (OneOf(name="a", label="School", groups=()),), (BOOK,)))["blocks"]
    assert slack_text(said) == "School: There is nothing to choose from yet."
