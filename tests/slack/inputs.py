"""A person fills in inputs, as Slack's own client lets them: what it refuses fails the test.

Input blocks alone, and none that tell the bot of each change: this bot has no others.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

Fields = dict[str, Any]
# As Slack has it in `state.values`: by block id, then by action id.
Values = dict[str, dict[str, Fields]]
Said = str | Sequence[str]

# By kind of element: where its state has what was given, and where the bot says what stands there at first.
KEYS = {
    "checkboxes": ("selected_options", "initial_options"),
    "datepicker": ("selected_date", "initial_date"),
    "multi_static_select": ("selected_options", "initial_options"),
    "plain_text_input": ("value", "initial_value"),
    "radio_buttons": ("selected_option", "initial_option"),
    "static_select": ("selected_option", "initial_option"),
    "timepicker": ("selected_time", "initial_time"),
}


def inputs(blocks: Sequence[Fields]) -> Iterator[Fields]:
    return (block for block in blocks if block["type"] == "input")


def kept(blocks: Sequence[Fields], before: Values) -> Values:
    """What stands in the inputs once these blocks are shown in place of others.

    Where block id and action id are as before, so is what stands there, whatever the bot's initial value.
    """
    values: Values = {}
    for block in inputs(blocks):
        element = block["element"]
        was = before.get(block["block_id"], {}).get(element["action_id"])
        still = was if was and possible(was, element) else fresh(element)
        values[block["block_id"]] = {element["action_id"]: still}
    return values


def fresh(element: Fields) -> Fields:
    key, initial = KEYS[element["type"]]
    return {"type": element["type"], key: element.get(initial, [] if key == "selected_options" else None)}


def possible(state: Fields, element: Fields) -> bool:
    chosen = [*(state.get("selected_options") or ()), *filter(None, [state.get("selected_option")])]
    values = {option["value"] for option in options(element)}
    return state["type"] == element["type"] and all(option["value"] in values for option in chosen)


def options(element: Fields) -> list[Fields]:
    groups: list[Fields] = element.get("option_groups", [])
    return [*element.get("options", ()), *(option for group in groups for option in group["options"])]


def block_of(blocks: Sequence[Fields], name: str) -> Fields:
    """The one input with this label or block id."""
    by_label = [block for block in inputs(blocks) if block["label"]["text"] == name]
    found = by_label or [block for block in inputs(blocks) if block["block_id"] == name]
    labels = [block["label"]["text"] for block in inputs(blocks)]
    assert len(found) == 1, f"{len(found)} inputs are called {name!r}: {labels}"
    return found[0]


def fill(blocks: Sequence[Fields], values: Values, name: str, said: Said) -> None:
    block = block_of(blocks, name)
    element = block["element"]
    key, _ = KEYS[element["type"]]
    values[block["block_id"]] = {
        element["action_id"]: {"type": element["type"], key: GIVEN[element["type"]](element, said)}
    }


def typed(element: Fields, said: Said) -> str | None:
    assert isinstance(said, str), f"{said!r} cannot be typed"
    assert element.get("multiline") or "\n" not in said, f"{said!r} does not go into one line"
    most = element.get("max_length", 3000)
    assert len(said) <= most, f"the box takes {most} characters, not {len(said)}"
    return said or None


def picked_day(_: Fields, said: Said) -> str | None:
    assert isinstance(said, str), f"{said!r} is not one day"
    return date.fromisoformat(said).isoformat() if said else None


def picked_time(_: Fields, said: Said) -> str | None:
    assert isinstance(said, str), f"{said!r} is not one time"
    assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", said) or not said, f"{said!r} is not a time"
    return said or None


def one(element: Fields, said: Said) -> Fields:
    assert isinstance(said, str), f"one option, not {said!r}"
    found = [option for option in options(element) if option["text"]["text"] == said]
    on_offer = [option["text"]["text"] for option in options(element)]
    assert len(found) == 1, f"{len(found)} options are called {said!r}: {on_offer}"
    return found[0]


def several(element: Fields, said: Said) -> list[Fields]:
    labels = [said] if isinstance(said, str) else said
    chosen = [one(element, label) for label in labels if label]
    most = element.get("max_selected_items", len(chosen))
    assert len(chosen) <= most, f"{len(chosen)} chosen of at most {most}"
    return chosen


GIVEN: dict[str, Callable[[Fields, Said], object]] = {
    "checkboxes": several,
    "datepicker": picked_day,
    "multi_static_select": several,
    "plain_text_input": typed,
    "radio_buttons": one,
    "static_select": one,
    "timepicker": picked_time,
}


def missing(blocks: Sequence[Fields], values: Values) -> list[str]:
    """The labels of what must be filled in before Slack brings a form to the bot."""
    return [
        block["label"]["text"]
        for block in inputs(blocks)
        if not block.get("optional", False) and not filled(block["element"], values[block["block_id"]])
    ]


def filled(element: Fields, given: dict[str, Fields]) -> bool:
    key, _ = KEYS[element["type"]]
    return bool(given[element["action_id"]][key])
