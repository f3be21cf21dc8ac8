"""The limits on a Teams card: the official schema of Adaptive Cards 1.5, the size, the buttons of a set."""

import json
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema_rs import Draft6Validator, ValidationError

Json = dict[str, Any]

MOST_BYTES = 80_000
MOST_ACTIONS = 6
NAME: Json = {"type": "string", "minLength": 1}
COUNT: Json = {"type": "integer", "minimum": 0}
COLOUR: Json = {
    "enum": [
        *("categoricalRed", "categoricalPurple", "categoricalLavender", "categoricalBlue"),
        *("categoricalLightBlue", "categoricalTeal", "categoricalGreen", "categoricalLime"),
        "categoricalMarigold",
    ]
}


def all_of(most: int = 20, **parts: Json) -> Json:
    """A list of things that have these parts and no others."""
    return {"type": "array", "minItems": 1, "maxItems": most, "items": only(**parts)}


def only(**parts: Json) -> Json:
    return {
        "type": "object",
        "properties": parts,
        "required": list(parts),
        "additionalProperties": False,
    }


CHARTS: dict[str, Json] = {
    "Chart.HorizontalBar": only(
        type=NAME,
        data=all_of(x=NAME, y=COUNT),
        color=COLOUR,
        displayMode={"const": "AbsoluteNoAxis"},
        fallback={"const": "drop"},
    ),
    "Chart.HorizontalBar.Stacked": only(
        type=NAME,
        data=all_of(title=NAME, data=all_of(6, legend=NAME, value=COUNT, color=COLOUR)),
        fallback={"const": "drop"},
    ),
}


def check(card: Json) -> None:
    """Fails with everything that Teams would refuse, or hide in silence."""
    found = list(problems(card))
    assert not found, "\n".join(found)


def problems(card: Json) -> Iterator[str]:
    yield from (
        f"{error.instance_path}: {error.message[:300]}" for error in schema().iter_errors(official(card))
    )
    if (size := len(json.dumps(card, ensure_ascii=False).encode("utf-16-le"))) >= MOST_BYTES:
        yield f"{size} bytes"
    if card.get("version") != "1.5":
        yield f"version {card.get('version')}"
    inputs = [node["id"] for node in nodes(card) if str(node.get("type")).startswith("Input.")]
    yield from (f"input {name} twice" for name, times in Counter(inputs).items() if times > 1)
    yield from (problem for node in nodes(card) for problem in node_problems(node))
    yield from (f"{error.instance_path}: {error.message[:300]}" for error in chart_errors(card))


def official(card: Json) -> Json:
    """The card in the words of the official schema, without what Teams has beyond it."""
    bare = deepcopy({key: value for key, value in card.items() if key != "msteams"})
    bare["body"] = [part for part in bare["body"] if part.get("type") not in CHARTS]
    for node in nodes(bare):
        if node.get("type") == "Input.ChoiceSet" and node["style"] == "filtered":
            node["style"] = "compact"
    return bare


def chart_errors(card: Json) -> Iterator[ValidationError]:
    """Whether each chart is as Teams' pages describe it, with what stands there where it cannot be drawn."""
    for part in card["body"]:
        if known := CHARTS.get(str(part.get("type"))):
            yield from Draft6Validator(known).iter_errors(part)


def node_problems(node: Json) -> Iterator[str]:
    if len(node.get("actions", ())) > MOST_ACTIONS:
        yield f"{len(node['actions'])} actions in one {node['type']}"
    if node.get("isRequired"):
        yield f"{node['id']} is required by the client"
    if node.get("isMultiSelect") and any("," in choice["value"] for choice in node["choices"]):
        yield f"a comma in a value of {node['id']}"
    if node.get("type") == "Table" and {len(row["cells"]) for row in node["rows"]} != {len(node["columns"])}:
        yield "a row of another width"
    if node.get("type") == "Action.OpenUrl" and not node["url"].startswith(("https://", "http://")):
        yield f"a link to {node['url']}"
    if node.get("text") == "":
        yield f"an empty {node['type']}"


def nodes(node: object) -> Iterator[Json]:
    if isinstance(node, dict):
        yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    yield from (found for child in children for found in nodes(child))


@cache
def schema() -> Draft6Validator:
    path = files("adaptive_cards") / "schemas" / "schema-1.5.json"
    return Draft6Validator(json.loads(path.read_text(encoding="utf-8")))
