"""What Slack would refuse in what the bot sends, and what Slack adds to it."""

import copy
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.cards import limits_slack
from tests.careful import careful
from tests.slack.inputs import inputs

Fields = dict[str, Any]
MESSAGES = {"chat.postMessage", "chat.update", "chat.postEphemeral"}


def problems_of(method: str, asked: Mapping[str, Any]) -> list[str]:
    """Each begins with the method, or with whatever else names the place."""
    if method in MESSAGES:
        found = message_problems(asked)
    elif method.startswith("views.") and "view" in asked:
        found = view_problems(asked["view"])
    else:
        return []
    return [f"{method}: {problem}" for problem in careful(found)]


def message_problems(said: Mapping[str, Any]) -> Iterator[str]:
    text, blocks = said.get("text", ""), said.get("blocks")
    if blocks:
        yield from limits_slack.problems({"text": text, "blocks": parsed(blocks)}, "message")
    elif not 1 <= len(text) <= limits_slack.MESSAGE_TEXT:
        yield f"a message text of {len(text)}"


def view_problems(view: object) -> Iterator[str]:
    shown = parsed(view)
    surface: limits_slack.Surface = "home" if shown["type"] == "home" else "modal"
    yield from limits_slack.problems(shown, surface)


def error_problems(view: Fields, errors: Mapping[str, Any]) -> Iterator[str]:
    """Slack shows an error only at an input of the view, and otherwise that something went wrong."""
    known = {block["block_id"] for block in inputs(view["blocks"])}
    if not errors:
        yield "no errors in errors"
    yield from (f"an error at {name}, which is no input" for name in errors if name not in known)
    yield from (f"an empty error at {name}" for name, error in errors.items() if not error)


def named(asked: Mapping[str, Any]) -> Fields:
    """With the random ids that Slack gives to blocks and elements that have none."""
    known = copy.deepcopy(dict(asked))
    for holder in (known, view := parsed(known.get("view"))):
        if isinstance(holder, dict) and isinstance(blocks := parsed(holder.get("blocks")), list):
            holder["blocks"] = [with_ids(block) for block in blocks]
    return known | ({"view": view} if view else {})


def with_ids(block: Fields) -> Fields:
    elements: Sequence[Any] = [
        *(block.get("elements", ()) if block.get("type") == "actions" else ()),
        *(block[key] for key in ("element", "accessory") if key in block),
    ]
    for element in elements:
        element.setdefault("action_id", random_id())
    return {"block_id": random_id()} | block


def random_id() -> str:
    return secrets.token_urlsafe(4)


def parsed(value: Any) -> Any:  # noqa: ANN401 (a JSON value, or its text)
    return json.loads(value) if isinstance(value, str) and value else value
