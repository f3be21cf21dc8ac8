"""What one surface of Slack has room for."""

from collections.abc import Iterable
from typing import Literal

import orjson

from bot.cards.slack import pictures, text
from bot.cards.words import Json, TooLongError

Surface = Literal["message", "home", "modal"]
MOST_BLOCKS: dict[Surface, int] = {"message": 50, "home": 100, "modal": 100}
# Slack answers msg_blocks_too_long at about 13,000 characters; where exactly is not published.
MESSAGE_TEXT = 13_000
# Of 250,000 for a view as JSON: its buttons' tokens and titles need some of it.
VIEW = 240_000
# The keys of a payload that hold text; the last three do so in a picture alone.
TEXTS = ("text", "initial_value", "title", "name", "label")


def fitted(drawn: list[Json], surface: Surface) -> list[Json]:
    """The blocks as they are, or with neighbouring texts joined, at last without pictures; else an error."""
    most = MOST_BLOCKS[surface]
    shown = drawn if len(drawn) <= most else joined(drawn)
    if len(shown) > most or (surface == "message" and length(shown) > MESSAGE_TEXT):
        shown = joined(pictures.left(drawn))
    if len(shown) > most:
        raise TooLongError(f"Slack shows {most} blocks in a {surface}, not {len(shown)}")
    if surface == "message" and (long := length(shown)) > MESSAGE_TEXT:
        raise TooLongError(f"Slack takes about {MESSAGE_TEXT} characters in a message, not {long}")
    if surface != "message" and (long := len(orjson.dumps(shown))) > VIEW:
        raise TooLongError(f"Slack takes about {VIEW} characters of JSON in a {surface}, not {long}")
    return shown


def joined(drawn: Iterable[Json]) -> list[Json]:
    """Neighbouring texts as one block, as far as their room allows."""
    shown: list[Json] = []
    for block in drawn:
        if shown and join(shown[-1], block):
            shown[-1] = block | {"elements": [*shown[-1]["elements"], *block["elements"]]}
        else:
            shown.append(block)
    return shown


def join(before: Json, after: Json) -> bool:
    texts = before["type"] == after["type"] == "rich_text"
    return texts and length(before) + length(after) <= text.ROOM


def length(drawn: object) -> int:
    """The characters of text in a payload."""
    match drawn:
        case dict():
            counted = sum(len(drawn[key]) for key in TEXTS if isinstance(drawn.get(key), str))
            return counted + sum(map(length, drawn.values()))
        case list():
            return sum(map(length, drawn))
        case _:
            return 0
