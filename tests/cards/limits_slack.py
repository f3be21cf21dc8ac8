"""Slack's limits on blocks, messages and views, at least as strict as the table of `slackblocks`."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Literal

Json = dict[str, Any]
Surface = Literal["message", "home", "modal"]

LIMITS = {
    "TEXT_MAX_LENGTH": 3000,
    "ACTION_ID_MAX_LENGTH": 255,
    "BLOCK_ID_MAX_LENGTH": 255,
    "BUTTON_TEXT_MAX_LENGTH": 75,
    "BUTTON_URL_MAX_LENGTH": 3000,
    "BUTTON_VALUE_MAX_LENGTH": 2000,
    "CONFIRMATION_TITLE_MAX_LENGTH": 100,
    "CONFIRMATION_TEXT_MAX_LENGTH": 300,
    "CONFIRMATION_CONFIRM_MAX_LENGTH": 30,
    "CONFIRMATION_DENY_MAX_LENGTH": 30,
    "OPTION_TEXT_MAX_LENGTH": 75,
    "OPTION_VALUE_MAX_LENGTH": 150,
    "OPTION_DESCRIPTION_MAX_LENGTH": 75,
    "OPTION_GROUP_LABEL_MAX_LENGTH": 75,
    "OPTION_GROUP_OPTIONS_MAX_ITEMS": 100,
    "SELECT_PLACEHOLDER_MAX_LENGTH": 150,
    "SELECT_OPTIONS_MAX_ITEMS": 100,
    "SELECT_OPTION_GROUPS_MAX_ITEMS": 100,
    "OVERFLOW_OPTIONS_MAX_ITEMS": 5,
    "CHECKBOXES_OPTIONS_MAX_ITEMS": 10,
    "RADIO_BUTTONS_OPTIONS_MAX_ITEMS": 10,
    "PLAIN_TEXT_INPUT_MAX_LENGTH_MAX": 3000,
    "ACTIONS_ELEMENTS_MAX_ITEMS": 25,
    "CONTEXT_ELEMENTS_MAX_ITEMS": 10,
    "TABLE_ROWS_MAX_ITEMS": 100,
    "TABLE_COLUMNS_MAX_ITEMS": 20,
    "HEADER_TEXT_MAX_LENGTH": 150,
    "IMAGE_IMAGE_URL_MAX_LENGTH": 3000,
    "IMAGE_ALT_TEXT_MAX_LENGTH": 2000,
    "INPUT_LABEL_MAX_LENGTH": 2000,
    "INPUT_HINT_MAX_LENGTH": 2000,
    "SECTION_FIELDS_MAX_ITEMS": 10,
    "SECTION_FIELDS_ITEM_MAX_LENGTH": 2000,
    "MESSAGE_BLOCKS_MAX_ITEMS": 50,
    "VIEW_BLOCKS_MAX_ITEMS": 100,
    "DATA_VISUALIZATION_TITLE_MAX_LENGTH": 50,
    "DATA_VISUALIZATION_SERIES_MAX_ITEMS": 6,
    "DATA_VISUALIZATION_SERIES_NAME_MAX_LENGTH": 20,
    "DATA_VISUALIZATION_DATA_MAX_ITEMS": 20,
    "DATA_VISUALIZATION_CATEGORIES_MAX_ITEMS": 20,
    "DATA_VISUALIZATION_CATEGORY_LABEL_MAX_LENGTH": 20,
    "DATA_VISUALIZATION_AXIS_LABEL_MAX_LENGTH": 50,
    "MESSAGE_DATA_VISUALIZATIONS_MAX_ITEMS": 2,
    "VIEW_PRIVATE_METADATA_MAX_LENGTH": 3000,
    "VIEW_CALLBACK_ID_MAX_LENGTH": 255,
    "VIEW_TITLE_MAX_LENGTH": 24,
    "VIEW_SUBMIT_MAX_LENGTH": 24,
    "VIEW_CLOSE_MAX_LENGTH": 24,
}
MESSAGE_TEXT = 40_000
BLOCKS_TEXT = 13_000
TABLE_TEXT = 10_000
VIEW_JSON = 250_000
TYPES: dict[Surface, set[str]] = {
    "message": {"actions", "context", "divider", "header", "image", "input", "rich_text", "section", "table"}
    | {"data_visualization"},
    "modal": {"actions", "context", "divider", "header", "image", "input", "rich_text", "section"},
    "home": {"actions", "context", "divider", "header", "image", "input", "rich_text", "section", "table"}
    | {"data_visualization"},
}


def check(payload: Json | list[Json], surface: Surface) -> None:
    """Fails with everything that Slack would refuse in a message, a view, or a bare list of blocks."""
    found = list(problems(payload, surface))
    assert not found, "\n".join(found)


def problems(payload: Json | list[Json], surface: Surface) -> Iterator[str]:
    blocks: list[Json] = payload["blocks"] if isinstance(payload, dict) else payload
    yield from surface_problems(blocks, surface)
    yield from (problem for block in blocks for problem in node_problems(block))
    if surface == "modal" and isinstance(payload, dict):
        yield from modal_problems(payload)
    if surface == "message":
        yield from message_problems(payload, blocks)


def surface_problems(blocks: list[Json], surface: Surface) -> Iterator[str]:
    most = LIMITS["MESSAGE_BLOCKS_MAX_ITEMS" if surface == "message" else "VIEW_BLOCKS_MAX_ITEMS"]
    if not 1 <= len(blocks) <= most:
        yield f"{len(blocks)} blocks in a {surface}"
    yield from (f"{one['type']} in a {surface}" for one in blocks if one["type"] not in TYPES[surface])
    yield from twice("block_id", (one["block_id"] for one in blocks if "block_id" in one))
    rows = [element for one in blocks if one["type"] == "actions" for element in one["elements"]]
    yield from twice("action_id", (element.get("action_id") for element in rows))
    if sum(one["type"] == "table" for one in blocks) > 1:
        yield "more than one table"
    pictures = sum(one["type"] == "data_visualization" for one in blocks)
    if pictures > LIMITS["MESSAGE_DATA_VISUALIZATIONS_MAX_ITEMS"]:
        yield f"{pictures} pictures"


def message_problems(payload: Json | list[Json], blocks: list[Json]) -> Iterator[str]:
    if isinstance(payload, dict) and not 1 <= len(payload.get("text", "")) <= MESSAGE_TEXT:
        yield f"a message text of {len(payload.get('text', ''))}"
    if (total := sum(map(text_length, blocks))) > BLOCKS_TEXT:
        yield f"{total} characters of text in the blocks"


def modal_problems(view: Json) -> Iterator[str]:
    yield from texts(view, title="VIEW_TITLE_MAX_LENGTH")
    yield from texts(view, submit="VIEW_SUBMIT_MAX_LENGTH", close="VIEW_CLOSE_MAX_LENGTH", needed=False)
    yield from strings(view, private_metadata="VIEW_PRIVATE_METADATA_MAX_LENGTH", empty=True)
    yield from strings(view, callback_id="VIEW_CALLBACK_ID_MAX_LENGTH")
    if "submit" not in view and any(block["type"] == "input" for block in view["blocks"]):
        yield "inputs without submit"
    if len(json.dumps(view)) > VIEW_JSON:
        yield f"a view of {len(json.dumps(view))} characters"


def node_problems(node: object) -> Iterator[str]:
    """What is wrong with a block or element, and with everything in it."""
    if isinstance(node, list):
        yield from (problem for one in node for problem in node_problems(one))
    if not isinstance(node, dict):
        return
    if isinstance(kind := node.get("type"), str):
        known = CHECKS.get(kind)
        yield from known(node) if known else [f"unknown type {kind}"]
    yield from (f"{node.get('type', '')} {problem}" for problem in common(node))
    yield from (problem for value in node.values() for problem in node_problems(value))


def common(node: Json) -> Iterator[str]:
    yield from strings(node, block_id="BLOCK_ID_MAX_LENGTH", action_id="ACTION_ID_MAX_LENGTH")
    if "confirm" in node and isinstance(node["confirm"], dict) and "deny" in node["confirm"]:
        yield from texts(
            node["confirm"],
            title="CONFIRMATION_TITLE_MAX_LENGTH",
            text="CONFIRMATION_TEXT_MAX_LENGTH",
            confirm="CONFIRMATION_CONFIRM_MAX_LENGTH",
            deny="CONFIRMATION_DENY_MAX_LENGTH",
        )


def header(node: Json) -> Iterator[str]:
    yield from texts(node, text="HEADER_TEXT_MAX_LENGTH")


def section(node: Json) -> Iterator[str]:
    yield from texts(node, text="TEXT_MAX_LENGTH", needed=False)
    if not ("text" in node or node.get("fields")):
        yield "a section without text"
    yield from counted(node, fields="SECTION_FIELDS_MAX_ITEMS", needed=False)
    for field in node.get("fields", ()):
        yield from strings(field, text="SECTION_FIELDS_ITEM_MAX_LENGTH")


def context(node: Json) -> Iterator[str]:
    yield from counted(node, elements="CONTEXT_ELEMENTS_MAX_ITEMS")


def actions(node: Json) -> Iterator[str]:
    yield from counted(node, elements="ACTIONS_ELEMENTS_MAX_ITEMS")
    yield from (
        "an element without action_id" for element in node["elements"] if not element.get("action_id")
    )


def input_block(node: Json) -> Iterator[str]:
    yield from texts(node, label="INPUT_LABEL_MAX_LENGTH")
    yield from texts(node, hint="INPUT_HINT_MAX_LENGTH", needed=False)
    if node.get("element", {}).get("type") not in INPUTS:
        yield "an input without an element"


def rich_text(node: Json) -> Iterator[str]:
    if not node.get("elements"):
        yield f"an empty {node['type']}"
    if (total := text_length(node)) > LIMITS["TEXT_MAX_LENGTH"]:
        yield f"{node['type']} of {total} characters"


def table(node: Json) -> Iterator[str]:
    yield from counted(node, rows="TABLE_ROWS_MAX_ITEMS")
    widths = {len(row) for row in node["rows"]}
    if len(widths) != 1 or not 1 <= max(widths) <= LIMITS["TABLE_COLUMNS_MAX_ITEMS"]:
        yield f"table rows of {sorted(widths)} cells"
    if text_length(node) > TABLE_TEXT:
        yield f"a table of {text_length(node)} characters"


def data_visualization(node: Json) -> Iterator[str]:
    yield from strings(node, title="DATA_VISUALIZATION_TITLE_MAX_LENGTH")
    chart = node["chart"]
    yield from counted(chart, series="DATA_VISUALIZATION_SERIES_MAX_ITEMS")
    axes = chart["axis_config"]
    yield from strings(axes, y_label="DATA_VISUALIZATION_AXIS_LABEL_MAX_LENGTH")
    yield from counted(axes, categories="DATA_VISUALIZATION_CATEGORIES_MAX_ITEMS")
    for label in axes["categories"]:
        yield from strings({"category": label}, category="DATA_VISUALIZATION_CATEGORY_LABEL_MAX_LENGTH")
    yield from twice("category", iter(axes["categories"]))
    yield from twice("series", (series["name"] for series in chart["series"]))
    for series in chart["series"]:
        yield from strings(series, name="DATA_VISUALIZATION_SERIES_NAME_MAX_LENGTH")
        yield from counted(series, data="DATA_VISUALIZATION_DATA_MAX_ITEMS")
        if [point["label"] for point in series["data"]] != axes["categories"]:
            yield f"other points than categories in {series['name']}"
        yield from (f"a value of {one['value']}" for one in series["data"] if not one["value"] >= 0)


def bar(node: Json) -> Iterator[str]:
    if set(node) != {"type", "series", "axis_config"}:
        yield f"bars of {sorted(node)}"


def image(node: Json) -> Iterator[str]:
    yield from strings(node, image_url="IMAGE_IMAGE_URL_MAX_LENGTH", alt_text="IMAGE_ALT_TEXT_MAX_LENGTH")


def text(node: Json) -> Iterator[str]:
    yield from strings(node, text="TEXT_MAX_LENGTH")
    if node["type"] == "mrkdwn" and re.search(r"<[!@#]", node["text"]):
        yield f"a mention in {node['text']}"


def button(node: Json) -> Iterator[str]:
    yield from texts(node, text="BUTTON_TEXT_MAX_LENGTH")
    yield from strings(node, url="BUTTON_URL_MAX_LENGTH", value="BUTTON_VALUE_MAX_LENGTH")
    if node.get("style", "primary") not in {"primary", "danger"}:
        yield f"a button in style {node['style']}"


def select(node: Json) -> Iterator[str]:
    yield from texts(node, placeholder="SELECT_PLACEHOLDER_MAX_LENGTH", needed=False)
    if ("options" in node) == ("option_groups" in node):
        yield "a select needs options or option_groups, and not both"
    yield from counted(node, option_groups="SELECT_OPTION_GROUPS_MAX_ITEMS", needed=False)
    for group in node.get("option_groups", ()):
        yield from texts(group, label="OPTION_GROUP_LABEL_MAX_LENGTH")
        yield from counted(group, options="OPTION_GROUP_OPTIONS_MAX_ITEMS")
    yield from options(node, "SELECT_OPTIONS_MAX_ITEMS")
    if len(node.get("initial_options", ())) > node.get("max_selected_items", 1000):
        yield "more chosen than max_selected_items"


def options(node: Json, limit: str) -> Iterator[str]:
    yield from counted(node, needed=False, options=limit)
    groups = node.get("option_groups", ())
    offered = [*node.get("options", ()), *(one for group in groups for one in group.get("options", ()))]
    for option in offered:
        yield from texts(option, text="OPTION_TEXT_MAX_LENGTH")
        yield from texts(option, description="OPTION_DESCRIPTION_MAX_LENGTH", needed=False)
        yield from strings(option, value="OPTION_VALUE_MAX_LENGTH")
    initial = [*node.get("initial_options", ()), *filter(None, [node.get("initial_option")])]
    yield from (f"{one['value']} is chosen but not on offer" for one in initial if one not in offered)
    if "initial_options" in node and not node["initial_options"]:
        yield "empty initial_options"


def checkboxes(node: Json) -> Iterator[str]:
    yield from options(node, "CHECKBOXES_OPTIONS_MAX_ITEMS")


def radio_buttons(node: Json) -> Iterator[str]:
    yield from options(node, "RADIO_BUTTONS_OPTIONS_MAX_ITEMS")


def overflow(node: Json) -> Iterator[str]:
    yield from options(node, "OVERFLOW_OPTIONS_MAX_ITEMS")


def plain_text_input(node: Json) -> Iterator[str]:
    room = LIMITS["PLAIN_TEXT_INPUT_MAX_LENGTH_MAX"]
    if not 1 <= node.get("max_length", room) <= room:
        yield f"max_length {node['max_length']}"
    if not 1 <= len(node.get("initial_value", "-")) <= node.get("max_length", room):
        yield f"an initial_value of {len(node['initial_value'])}"
    if "\n" in node.get("initial_value", "") and not node.get("multiline"):
        yield "a line break in one line"


def datepicker(node: Json) -> Iterator[str]:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", node.get("initial_date", "2017-11-14")):
        yield f"initial_date {node['initial_date']}"


def timepicker(node: Json) -> Iterator[str]:
    if not re.fullmatch(r"\d\d:\d\d", node.get("initial_time", "09:00")):
        yield f"initial_time {node['initial_time']}"


def fine(node: Json) -> Iterator[str]:
    yield from ()


CHECKS: dict[str, Callable[[Json], Iterator[str]]] = {
    "actions": actions,
    "bar": bar,
    "button": button,
    "checkboxes": checkboxes,
    "context": context,
    "data_visualization": data_visualization,
    "datepicker": datepicker,
    "divider": fine,
    "header": header,
    "image": image,
    "input": input_block,
    "mrkdwn": text,
    "multi_static_select": select,
    "overflow": overflow,
    "plain_text": text,
    "plain_text_input": plain_text_input,
    "radio_buttons": radio_buttons,
    "raw_text": text,
    "rich_text": rich_text,
    "rich_text_section": rich_text,
    "section": section,
    "static_select": select,
    "table": table,
    "text": text,
    "timepicker": timepicker,
}
INPUTS = {
    "checkboxes",
    "datepicker",
    "multi_static_select",
    "plain_text_input",
    "radio_buttons",
    "static_select",
    "timepicker",
}


def texts(node: Json, *, needed: bool = True, **limits: str) -> Iterator[str]:
    """Problems of the text objects of a node: the key, and the name of its limit."""
    for key, limit in limits.items():
        if key not in node:
            yield from [f"no {key}"] if needed else []
        elif not 1 <= len(node[key]["text"]) <= LIMITS[limit]:
            yield f"{key} of {len(node[key]['text'])} characters, {limit}"


def strings(node: Json, *, empty: bool = False, **limits: str) -> Iterator[str]:
    for key, limit in limits.items():
        if key in node and not (not empty) <= len(node[key]) <= LIMITS[limit]:
            yield f"{key} of {len(node[key])} characters, {limit}"


def counted(node: Json, *, needed: bool = True, **limits: str) -> Iterator[str]:
    for key, limit in limits.items():
        if (needed or key in node) and not 1 <= len(node.get(key, ())) <= LIMITS[limit]:
            yield f"{len(node.get(key, ()))} {key}, {limit}"


def twice(kind: str, names: Iterator[str | None]) -> Iterator[str]:
    yield from (f"{kind} {name} twice" for name, times in Counter(names).items() if times > 1)


def text_length(node: object) -> int:
    if isinstance(node, dict):
        shown = sum(len(node[key]) for key in ("text", "initial_value") if isinstance(node.get(key), str))
        return shown + sum(map(text_length, node.values()))
    return sum(map(text_length, node)) if isinstance(node, list) else 0
