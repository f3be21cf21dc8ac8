"""The checker of Slack's limits refuses what Slack refuses: one bad payload for each limit."""

from typing import Any

import pytest
from slackblocks import HeaderBlock, Message, ModalView, SectionBlock, _limits
from slackblocks.errors import InvalidUsageError

from tests.cards import limits_slack
from tests.cards.limits_slack import Json, Surface

GOOD_OPTION = {"text": {"type": "plain_text", "text": "Oak"}, "value": "1"}


def plain(length: int) -> Json:
    return {"type": "plain_text", "text": "x" * length}


def section(length: int = 5) -> Json:
    return {"type": "section", "text": plain(length)}


def button(**other: object) -> Json:
    return {"type": "button", "action_id": "go:0", "text": plain(5), "value": "home"} | other


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def asked(element: Json, **other: object) -> Json:
    return {"type": "input", "block_id": "a", "label": plain(5), "element": element} | other


def select(**other: object) -> Json:
    return {"type": "static_select", "action_id": "value", "options": [GOOD_OPTION]} | other


def typed(**other: object) -> Json:
    return {"type": "plain_text_input", "action_id": "value"} | other


def ticked(kind: str, count: int) -> Json:
    return {"type": kind, "action_id": "value", "options": [GOOD_OPTION] * count}


def confirm(**other: object) -> Json:
    good = {"title": plain(5), "text": plain(5), "confirm": plain(3), "deny": plain(2)}
    return actions(button(confirm=good | other))


def rich(length: int) -> Json:
    text = {"type": "text", "text": "x" * length}
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [text]}]}


def table(rows: int, columns: int, text: str = "x") -> Json:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": text}] * columns for _ in range(rows)]}


def picture(title: int = 5, *series: Json, labels: tuple[str, ...] = ("Oak",), axis: int = 5) -> Json:
    axes = {"categories": list(labels), "y_label": "x" * axis}
    shown = list(series or [bars("Done", ("Oak", 1))])
    return {
        "type": "data_visualization",
        "title": "x" * title,
        "chart": {"type": "bar", "series": shown, "axis_config": axes},
    }


def bars(name: str, *points: tuple[str, int]) -> Json:
    return {"name": name, "data": [{"label": label, "value": value} for label, value in points]}


def numbered(many: int) -> tuple[str, ...]:
    return tuple(f"Oak {n}" for n in range(many))


def option(**other: object) -> Json:
    return asked(select(options=[GOOD_OPTION | other]))


def group(label: int = 5, count: int = 1) -> Json:
    return {"label": plain(label), "options": [GOOD_OPTION] * count}


def grouped(*groups: Json) -> Json:
    chosen = {"type": "static_select", "action_id": "value", "option_groups": list(groups)}
    return asked(chosen)


BAD_BLOCKS: dict[str, tuple[Json, str]] = {
    "an unknown block": ({"type": "markdown", "text": "**x**"}, "unknown type markdown"),
    "an empty text": (section(0), "text of 0"),
    "a long text": (section(3001), "text of 3001"),
    "a section of nothing": ({"type": "section"}, "a section without text"),
    "eleven fields": ({"type": "section", "fields": [plain(1)] * 11}, "11 fields"),
    "a long field": ({"type": "section", "fields": [plain(2001)]}, "text of 2001"),
    "a long header": ({"type": "header", "text": plain(151)}, "text of 151"),
    "a header of nothing": ({"type": "header"}, "no text"),
    "a long block_id": (section() | {"block_id": "x" * 256}, "block_id of 256"),
    "a long action_id": (actions(button(action_id="x" * 256)), "action_id of 256"),
    "no action_id": (actions(button(action_id="")), "an element without action_id"),
    "a long button": (actions(button(text=plain(76))), "text of 76"),
    "a long value": (actions(button(value="x" * 2001)), "value of 2001"),
    "a long url": (actions(button(url="x" * 3001)), "url of 3001"),
    "an unknown style": (actions(button(style="plain")), "a button in style plain"),
    "26 buttons": (actions(*(button(action_id=f"go:{n}") for n in range(26))), "26 elements"),
    "no buttons": (actions(), "0 elements"),
    "one action_id twice": (actions(button(), button()), "action_id go:0 twice"),
    "a long question": (confirm(title=plain(101)), "title of 101"),
    "a long explanation": (confirm(text=plain(301)), "text of 301"),
    "a long yes": (confirm(confirm=plain(31)), "confirm of 31"),
    "a long no": (confirm(deny=plain(31)), "deny of 31"),
    "a context of eleven": ({"type": "context", "elements": [plain(1)] * 11}, "11 elements"),
    "an empty rich text": ({"type": "rich_text", "elements": []}, "an empty rich_text"),
    "an empty run": (rich(0), "text of 0"),
    "a long rich text": (rich(3001), "rich_text of 3001"),
    "a long label": (asked(typed(), label=plain(2001)), "label of 2001"),
    "a long hint": (asked(typed(), hint=plain(2001)), "hint of 2001"),
    "no element": (asked({}), "an input without an element"),
    "a long max_length": (asked(typed(max_length=3001)), "max_length 3001"),
    "a long initial_value": (asked(typed(initial_value="x" * 3001)), "an initial_value of 3001"),
    "an empty initial_value": (asked(typed(initial_value="")), "an initial_value of 0"),
    "two lines in one": (asked(typed(initial_value="a\nb")), "a line break in one line"),
    "a long placeholder": (asked(select(placeholder=plain(151))), "placeholder of 151"),
    "101 options": (asked(select(options=[GOOD_OPTION] * 101)), "101 options"),
    "no options": (asked(select(options=[])), "0 options"),
    "options and groups": (asked(select(option_groups=[group()])), "needs options or option_groups"),
    "101 groups": (grouped(*[group()] * 101), "101 option_groups"),
    "a long group": (grouped(group(count=101)), "101 options"),
    "an empty group": (grouped(group(count=0)), "0 options"),
    "a long group label": (grouped(group(label=76)), "label of 76"),
    "a long option": (option(text=plain(76)), "text of 76"),
    "a long description": (option(description=plain(76)), "description of 76"),
    "a long option value": (option(value="x" * 151), "value of 151"),
    "an empty option value": (option(value=""), "value of 0"),
    "a choice not on offer": (asked(select(initial_option=GOOD_OPTION | {"value": "2"})), "2 is chosen"),
    "nothing chosen": (asked(select(initial_options=[])), "empty initial_options"),
    "too many chosen": (
        asked(select(initial_options=[GOOD_OPTION] * 2, max_selected_items=1)),
        "more chosen than max_selected_items",
    ),
    "eleven boxes": (asked(ticked("checkboxes", 11)), "11 options"),
    "eleven radios": (asked(ticked("radio_buttons", 11)), "11 options"),
    "an overflow of six": (actions(ticked("overflow", 6)), "6 options"),
    "a date as typed": (asked({"type": "datepicker", "initial_date": "14 Nov"}), "initial_date 14 Nov"),
    "a time as typed": (asked({"type": "timepicker", "initial_time": "9"}), "initial_time 9"),
    "a mention": ({"type": "section", "text": {"type": "mrkdwn", "text": "<!channel>"}}, "a mention"),
    "a long alt text": ({"type": "image", "image_url": "x", "alt_text": "x" * 2001}, "alt_text of 2001"),
    "a long image url": ({"type": "image", "image_url": "x" * 3001, "alt_text": "x"}, "image_url of 3001"),
}

BAD_PICTURES: dict[str, tuple[Json, str]] = {
    "a long title of a picture": (picture(51), "title of 51"),
    "no series": (picture() | {"chart": picture()["chart"] | {"series": []}}, "0 series"),
    "seven series": (picture(5, *(bars(name, ("Oak", 1)) for name in "ABCDEFG")), "7 series"),
    "one series twice": (picture(5, *[bars("A", ("Oak", 1))] * 2), "series A twice"),
    "a long series": (picture(5, bars("x" * 21, ("Oak", 1))), "name of 21"),
    "21 bars": (
        picture(5, bars("A", *((label, 1) for label in numbered(21))), labels=numbered(21)),
        "21 categories",
    ),
    "a long bar": (picture(5, bars("A", ("x" * 21, 1)), labels=("x" * 21,)), "category of 21"),
    "one bar twice": (picture(5, bars("A", *[("Oak", 1)] * 2), labels=("Oak", "Oak")), "category Oak twice"),
    "other bars than named": (picture(5, bars("A", ("Elm", 1))), "other points than categories in A"),
    "less than nothing": (picture(5, bars("A", ("Oak", -1))), "a value of -1"),
    "a long axis": (picture(axis=51), "y_label of 51"),
    "bars and slices": (picture() | {"chart": picture()["chart"] | {"segments": []}}, "bars of"),
}

BAD_SURFACES: dict[str, tuple[Any, Surface, str]] = {
    "no blocks": ([], "message", "0 blocks"),
    "51 blocks in a message": ([section()] * 51, "message", "51 blocks"),
    "101 blocks in a home": ([section()] * 101, "home", "101 blocks"),
    "101 blocks in a modal": ([section()] * 101, "modal", "101 blocks"),
    "a table in a modal": ([table(1, 1)], "modal", "table in a modal"),
    "three pictures": ([picture()] * 3, "message", "3 pictures"),
    "a picture in a modal": ([picture()], "modal", "data_visualization in a modal"),
    "two tables": ([table(1, 1)] * 2, "message", "more than one table"),
    "101 rows": ([table(101, 1)], "message", "101 rows"),
    "21 columns": ([table(1, 21)], "message", "table rows of [21]"),
    "an empty cell": ([table(1, 1, "")], "message", "text of 0"),
    "a long table": ([table(11, 1, "x" * 1000)], "message", "a table of 11000"),
    "one block_id twice": ([section() | {"block_id": "a"}] * 2, "message", "block_id a twice"),
    "one action_id in two rows": ([actions(button())] * 2, "message", "action_id go:0 twice"),
    "too much text": ([section(3000)] * 5, "message", "15000 characters of text"),
    "no fallback": ({"text": "", "blocks": [section()]}, "message", "a message text of 0"),
    "a long fallback": ({"text": "x" * 40_001, "blocks": [section()]}, "message", "a message text of 40001"),
}

MODAL = {"type": "modal", "title": plain(5), "blocks": [section()]}
BAD_MODALS: dict[str, tuple[Json, str]] = {
    "a long title": (MODAL | {"title": plain(25)}, "title of 25"),
    "a long submit": (MODAL | {"submit": plain(25)}, "submit of 25"),
    "a long close": (MODAL | {"close": plain(25)}, "close of 25"),
    "long metadata": (MODAL | {"private_metadata": "x" * 3001}, "private_metadata of 3001"),
    "a long callback": (MODAL | {"callback_id": "x" * 256}, "callback_id of 256"),
    "inputs and no submit": (MODAL | {"blocks": [asked(typed())]}, "inputs without submit"),
    "a large view": (MODAL | {"blocks": [section(2999)] * 90}, "a view of 27"),
}


@pytest.mark.parametrize(
    ("block", "problem"), (BAD_BLOCKS | BAD_PICTURES).values(), ids=BAD_BLOCKS | BAD_PICTURES
)
def test_a_bad_block_is_refused(block: Json, problem: str) -> None:
    with pytest.raises(AssertionError) as refused:
        limits_slack.check([block], "message")
    assert problem in str(refused.value)


@pytest.mark.parametrize(("payload", "surface", "problem"), BAD_SURFACES.values(), ids=BAD_SURFACES)
def test_a_bad_surface_is_refused(payload: Json, surface: Surface, problem: str) -> None:
    with pytest.raises(AssertionError) as refused:
        limits_slack.check(payload, surface)
    assert problem in str(refused.value)


@pytest.mark.parametrize(("view", "problem"), BAD_MODALS.values(), ids=BAD_MODALS)
def test_a_bad_modal_is_refused(view: Json, problem: str) -> None:
    with pytest.raises(AssertionError) as refused:
        limits_slack.check(view, "modal")
    assert problem in str(refused.value)


def test_good_payloads_pass() -> None:
    good = [section(3000), rich(2900), actions(button(), button(action_id="go:1")), asked(typed())]
    limits_slack.check({"text": "Good", "blocks": [*good, table(100, 20), picture(50)]}, "message")
    limits_slack.check(MODAL | {"blocks": good, "submit": plain(24)}, "modal")


@pytest.mark.parametrize("name", limits_slack.LIMITS)
def test_no_limit_is_wider_than_the_published_one(name: str) -> None:
    assert limits_slack.LIMITS[name] <= getattr(_limits, name)


def test_slackblocks_refuses_the_same() -> None:
    with pytest.raises(InvalidUsageError):
        HeaderBlock("x" * 151)
    with pytest.raises(InvalidUsageError):
        Message(channel="#c", text="x", blocks=[SectionBlock("x") for _ in range(51)])
    with pytest.raises(InvalidUsageError):
        ModalView(title="x" * 25, blocks=[SectionBlock("x")])
