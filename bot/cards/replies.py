"""What came back in the fields of a card, in one shape whatever the surface.

A surface's values are first a mapping of wire names to texts; `gather` then folds the two inputs of a day or
a time, and the several inputs or the line of names of a list of people, back to the field's own name.
Whatever a damaged payload holds in place of a text reads as blank: nothing here raises.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.cards import typed_names
from bot.cards.words import NAMES, NO_CHOICE, PICKED, SEVERAL

Raw = Mapping[str, Sequence[str]]
NUMBERED = re.compile(r"(.+)\.(\d{1,3})", re.DOTALL)
# What a Teams button carries besides the fields.
NOT_FIELDS = {"aside"}


def gather(raw: Raw) -> dict[str, tuple[str, ...]]:
    """The values by field name; what was typed wins over what was picked, unless it is blank.

    Line breaks read as one character: browsers send two.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name, values in raw.items():
        if not name.endswith((PICKED, NAMES)) and not NUMBERED.fullmatch(name):
            found[name] = tuple(value.replace("\r\n", "\n") for value in values)
    for name, values in raw.items():
        field = name.removesuffix(PICKED)
        if field != name and (filled(values) or field not in found) and not filled(found.get(field, ())):
            found[field] = tuple(values)
    found |= named(raw, found)
    return found | several(raw, found)


def named(raw: Raw, found: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The fields in whose line people were named, each name a value."""
    return {
        field: (*filled(found.get(field, ())), *(one for line in values for one in typed_names.names(line)))
        for name, values in raw.items()
        if (field := name.removesuffix(NAMES)) != name
    }


def several(raw: Raw, found: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The fields that have an input for each value: `team.1`, `team.2`, … in their order, blanks dropped."""
    numbered: dict[str, list[tuple[int, Sequence[str]]]] = {}
    for name, values in raw.items():
        if match := NUMBERED.fullmatch(name):
            numbered.setdefault(match[1], []).append((int(match[2]), values))
    return {
        field: (
            *filled(found.get(field, ())),
            *(value for _, values in sorted(parts) for value in filled(values)),
        )
        for field, parts in numbered.items()
    }


def filled(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value.strip())


def from_slack_state(values: object) -> dict[str, tuple[str, ...]]:
    """Slack's `view.state.values` (or a message's `state.values`) by wire name."""
    return {
        str(name): slack_value(next(iter(element.values()), None))
        for name, element in mapping(values).items()
        if isinstance(element, Mapping)
    }


def slack_value(element: object) -> tuple[str, ...]:
    """One element's answer: typed, picked, chosen, or several chosen."""
    given = mapping(element)
    if isinstance(several_chosen := given.get("selected_options"), list):
        return tuple(text(mapping(option).get("value")) for option in several_chosen)
    if "selected_option" in given:
        value = text(mapping(given["selected_option"]).get("value"))
        return ("" if value == NO_CHOICE else value,)
    return (
        text(next((given[key] for key in ("value", "selected_date", "selected_time") if key in given), "")),
    )


def from_teams_data(data: object) -> dict[str, tuple[str, ...]]:
    """The data of a Teams `Action.Execute` by wire name.

    Several choices of one input arrive as one text with commas between them; only the end of the input's
    name tells that from a comma that somebody typed.
    """
    return {
        str(name).removesuffix(SEVERAL): filled(text(value).split(","))
        if str(name).endswith(SEVERAL)
        else (text(value),)
        for name, value in mapping(data).items()
        if name not in NOT_FIELDS
    }


def mapping(value: object) -> Mapping[Any, Any]:
    return value if isinstance(value, Mapping) else {}


def text(value: object) -> str:
    return value if isinstance(value, str) else ""
