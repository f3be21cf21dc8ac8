"""A person fills in the inputs of a card, as Teams lets them: what it refuses fails the test."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

Fields = dict[str, Any]
# What stands in the inputs, by their ids; nothing of those that are empty.
Values = dict[str, str]
Said = str | Sequence[str]
OPTIONAL = " (optional)"


def fresh(inputs: Sequence[Fields]) -> Values:
    """What the bot says stands there at first."""
    return {one["id"]: one["value"] for one in inputs if one.get("value")}


def fill(inputs: Sequence[Fields], values: Values, name: str, said: Said) -> None:
    """An input by its id or label; of several lists for one question, as many as there are answers."""
    if isinstance(said, str):
        put(values, named(inputs, name), given(named(inputs, name), said))
        return
    if lists := numbered(inputs, name):
        assert len(said) <= len(lists), f"{len(said)} for {len(lists)} lists called {name!r}"
        for element, one in zip(lists, [*said, *[""] * (len(lists) - len(said))], strict=True):
            put(values, element, given(element, one))
        return
    element = named(inputs, name)
    assert element.get("isMultiSelect"), f"only one can be chosen in {name!r}"
    put(values, element, ",".join(choice(element, one) for one in said))


def put(values: Values, element: Fields, value: str) -> None:
    values.pop(element["id"], None)
    if value:
        values[element["id"]] = value


def named(inputs: Sequence[Fields], name: str) -> Fields:
    """The one with this id, or with this label, with or without the word that it is optional."""
    usual = [one for one in inputs if one["id"] in (name, f"{name}.several", f"{name}.1")]
    labels = [str(one.get("label")) for one in inputs]
    found = [one for one in inputs if one["id"] == name] or usual
    found = found or [one for one in inputs if one.get("label") in (name, name + OPTIONAL)]
    assert len(found) == 1, f"{len(found)} inputs are called {name!r}: {labels}"
    return found[0]


def numbered(inputs: Sequence[Fields], name: str) -> list[Fields]:
    """`team.1`, `team.2`, … for the field `team`; their labels end with the number."""
    by_id = re.compile(rf"{re.escape(name)}\.\d+")
    by_label = re.compile(rf"{re.escape(name)}, \d+( \(optional\))?")
    return [one for one in inputs if by_id.fullmatch(one["id"]) or by_label.fullmatch(one.get("label", ""))]


def given(element: Fields, said: str) -> str:
    match element["type"]:
        case "Input.Text":
            assert element.get("isMultiline") or "\n" not in said, f"{said!r} does not go into one line"
            most = element.get("maxLength", len(said))
            assert len(said) <= most, f"the box takes {most} characters, not {len(said)}"
            return said
        case "Input.Date":
            return date.fromisoformat(said).isoformat() if said else ""
        case "Input.Time":
            assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", said) or not said, f"{said!r} is not a time"
            return said
        case "Input.ChoiceSet":
            return choice(element, said) if said else ""
        case kind:
            raise AssertionError(f"nobody here knows how to fill in {kind}")


def choice(element: Fields, said: str) -> str:
    """The value of the option with this title, or with this title before something in brackets."""
    on_offer: list[Mapping[str, str]] = element["choices"]
    exact = [one for one in on_offer if one["title"] == said]
    found = exact or [one for one in on_offer if one["title"].startswith(f"{said} (")]
    titles = [one["title"] for one in on_offer]
    assert len(found) == 1, f"{len(found)} options are called {said!r}: {titles}"
    return found[0]["value"]
