"""What Teams would refuse in what the bot sends, or never show."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.cards import limits_teams
from tests.careful import careful
from tests.teams.rooms import ADAPTIVE, cards_of

Fields = dict[str, Any]
# As UTF-16, with everything round the card.
MOST_BYTES = 100_000
TEXT, ERROR = "application/vnd.microsoft.activity.message", "application/vnd.microsoft.error"


def sent_problems(said: Mapping[str, Any]) -> list[str]:
    """Of a message that is sent or put in the place of another."""
    return careful(message_problems(said)) if said.get("type") != "typing" else []


def message_problems(said: Mapping[str, Any]) -> Iterator[str]:
    if said.get("type") != "message":
        yield f"an activity of the type {said.get('type')!r}"
    if not cards_of(said) and not said.get("text"):
        yield "nothing to read"
    if (size := len(json.dumps(said, ensure_ascii=False).encode("utf-16-le"))) >= MOST_BYTES:
        yield f"a message of {size} bytes"
    for card in cards_of(said):
        yield from limits_teams.problems(card)


def answer_problems(status: int, body: Mapping[str, Any]) -> list[str]:
    """Of what a bot says at once to a button."""
    return careful(invoke_problems(status, body))


def invoke_problems(status: int, body: Mapping[str, Any]) -> Iterator[str]:
    kind, value = body.get("type"), body.get("value")
    if status != 200:
        yield f"the status {status}"
    elif body.get("statusCode") != (400 if kind == ERROR else 200):
        yield f"the statusCode {body.get('statusCode')!r}"
    elif kind == ADAPTIVE and isinstance(value, dict):
        yield from limits_teams.problems(value)
    elif kind == ERROR and isinstance(value, dict):
        yield from (f"an error without a {key}" for key in ("code", "message") if not value.get(key))
    elif kind != TEXT or not isinstance(value, str) or not value:
        yield f"a value that does not fit the type {kind!r}"
