"""What was shown in a field comes back as it was, from every surface; damage comes back as blanks."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import slack, teams, web
from bot.cards.model import Card, Clock, Day, Field, Line, OneOf, OptionGroup, People, Prose, SomeOf, YesNo
from bot.cards.replies import Raw, from_slack_state, from_teams_data, gather
from tests.cards.examples import BOOK, DOCUMENTS, HOSTILE, PEOPLE, SCHOOLS
from tests.cards.limits_teams import nodes
from tests.cards.page import Element, Page

ROSTER = (OptionGroup("", PEOPLE),)
FIELDS: list[tuple[Field, tuple[str, ...]]] = [
    (Line(name="a", label="A", value=HOSTILE), (HOSTILE,)),
    (Line(name="a", label="A"), ("",)),
    (Line(name="a", label="A", value="one, two"), ("one, two",)),
    (Prose(name="a", label="A", value="\ntwo\nlines"), ("\ntwo\nlines",)),
    (Day(name="a", label="A", value="Tues 14 Nov"), ("Tues 14 Nov",)),
    (Day(name="a", label="A", value="2017-11-14"), ("2017-11-14",)),
    (Clock(name="a", label="A", value="09:15"), ("09:15",)),
    (Clock(name="a", label="A", value="25:00"), ("25:00",)),
    (OneOf(name="a", label="A", groups=SCHOOLS, value="4"), ("4",)),
    (OneOf(name="a", label="A", groups=ROSTER, value="299"), ("299",)),
    (SomeOf(name="a", label="A", options=DOCUMENTS[:4], values=("d1", "d3")), ("d1", "d3")),
    (SomeOf(name="a", label="A", options=DOCUMENTS, values=("d1", "d29")), ("d1", "d29")),
    (People(name="a", label="A", groups=SCHOOLS, values=("2",)), ("2",)),
    (People(name="a", label="A", groups=SCHOOLS, values=("2", "0"), most=3), ("2", "0")),
    (People(name="a", label="A", groups=ROSTER, values=("299", "1"), most=6), ("299", "1")),
    (YesNo(name="a", label="A", value="no"), ("no",)),
]


def sent_by_slack(card: Card) -> Raw:
    """What Slack sends when the modal is submitted as it stands."""
    inputs = [block for block in slack.modal(card)["blocks"] if block["type"] == "input"]
    return from_slack_state({block["block_id"]: {"value": slack_value(block["element"])} for block in inputs})


def slack_value(element: dict[str, Any]) -> dict[str, Any]:
    match element["type"]:
        case "datepicker":
            return {"type": "datepicker", "selected_date": element.get("initial_date")}
        case "timepicker":
            return {"type": "timepicker", "selected_time": element.get("initial_time")}
        case "checkboxes" | "multi_static_select" as kind:
            return {"type": kind, "selected_options": element.get("initial_options", [])}
        case "static_select" | "radio_buttons" as kind:
            return {"type": kind, "selected_option": element.get("initial_option")}
        case kind:
            return {"type": kind, "value": element.get("initial_value")}


def sent_by_teams(card: Card) -> Raw:
    inputs = [node for node in nodes(teams.adaptive_card(card)) if str(node.get("type")).startswith("Input.")]
    return from_teams_data({"aside": True} | {one["id"]: one.get("value", "") for one in inputs})


def sent_by_the_page(card: Card) -> Raw:
    """What a browser sends when the form is submitted as it stands."""
    sent: dict[str, list[str]] = {}
    select = ""
    for element in Page(str(web.html(card, uid="c"))).elements:
        select = element.attributes["name"] if element.tag == "select" else select
        name = select if element.tag == "option" else element.attributes.get("name", "")
        if element.tag in {"input", "textarea", "option"} and is_sent(element):
            sent.setdefault(name, []).append(page_value(element))
    return sent


def is_sent(element: Element) -> bool:
    if element.tag == "option":
        return "selected" in element.attributes
    return element.attributes.get("type") not in {"checkbox", "radio"} or "checked" in element.attributes


def page_value(element: Element) -> str:
    if element.tag == "textarea":
        return element.text.removeprefix("\n").replace("\n", "\r\n")
    return element.attributes["value"]


@pytest.mark.parametrize("sent", [sent_by_slack, sent_by_teams, sent_by_the_page])
@pytest.mark.parametrize(("field", "values"), FIELDS, ids=lambda one: type(one).__name__)
def test_what_was_shown_comes_back(
    sent: Callable[[Card], Raw], field: Field, values: tuple[str, ...]
) -> None:
    assert gather(sent(Card("T", (field,), (BOOK,)))) == {"a": values}


@pytest.mark.parametrize(
    ("raw", "values"),
    [
        ({"d": ["Tues"], "d.picked": ["2017-11-14"]}, ("Tues",)),
        ({"d": [" "], "d.picked": ["2017-11-14"]}, ("2017-11-14",)),
        ({"d.picked": ["2017-11-14"]}, ("2017-11-14",)),
        ({"d": [""], "d.picked": [""]}, ("",)),
        ({"d.picked": ["2017-11-14"], "d": ["Tues"]}, ("Tues",)),
        ({"d.10": ["c"], "d.2": ["b"], "d.1": [""], "d.3": [" "]}, ("b", "c")),
        ({"d.1": [""], "d.2": [""]}, ()),
        ({"d": ["one\r\ntwo"]}, ("one\ntwo",)),
    ],
)
def test_inputs_are_gathered_to_their_field(raw: Raw, values: tuple[str, ...]) -> None:
    assert gather(raw) == {"d": values}


def test_a_choice_that_was_taken_back_is_blank() -> None:
    state = {"lead": {"value": {"type": "static_select", "selected_option": {"value": ".none"}}}}
    assert gather(from_slack_state(state)) == {"lead": ("",)}


def test_several_choices_are_told_from_a_comma_that_was_typed() -> None:
    data = {"team.several": "2,7", "note": "one, two", "none.several": ""}
    assert gather(from_teams_data(data)) == {"team": ("2", "7"), "note": ("one, two",), "none": ()}


DAMAGED: tuple[object, ...] = (
    *(None, "x", 7, [], {"a": None}, {"a": {}}, {"a": {"value": None}}, {"a": {"value": {"value": 7}}}),
    {"a": {"value": {"selected_options": [None, {"value": 3}]}}},
    {"a": {"value": {"selected_option": []}}},
)


@pytest.mark.parametrize("state", DAMAGED)
def test_a_damaged_state_is_blank(state: object) -> None:
    assert {value for values in gather(from_slack_state(state)).values() for value in values} <= {""}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
NAMES = st.sampled_from(
    ["a", "a.picked", "a.1", "a.several", "", ".picked", ".1", "selected_options", "value"]
)


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, st.dictionaries(NAMES, JSON) | JSON) | JSON) | JSON)
def test_damage_never_raises(payload: object) -> None:
    for raw in (from_slack_state(payload), from_teams_data(payload)):
        for values in gather(raw).values():
            assert all(isinstance(value, str) for value in values)
