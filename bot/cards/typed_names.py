"""People named in a line of text, where a platform has no room for the lists to choose them from."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from bot.cards.model import Card, Line, People
from bot.cards.words import NAMES, TooLongError
from bot.language.names import words

Drawn = TypeVar("Drawn")

# What stands in brackets, such as a school's name, belongs to the name before it and is kept whole.
BRACKETS = re.compile(r"[()]")
SEPARATOR = re.compile(r"\([^()]*\)|[,;\r\n]|\s(?:and|&)\s", re.IGNORECASE)


def with_room(card: Card, draw: Callable[[Card], Drawn]) -> Drawn:
    """What `draw` makes of the card, or of the card with as few of its lists of people typed as have to be.

    Raises TooLongError where even then there is no room.
    """
    refused = TooLongError()
    for shown in narrower(card):
        try:
            return draw(shown)
        except TooLongError as error:
            refused = error
    raise refused


def narrower(card: Card) -> Iterator[Card]:
    """The card, then the card with one more field of people as a line each time, the longest list first."""
    yield card
    lists = [asked for asked in card.fields if isinstance(asked, People)]
    for asked in sorted(lists, key=lambda one: (length(one), one.most), reverse=True):
        blocks = tuple(as_line(asked) if part is asked else part for part in card.blocks)
        card = replace(card, blocks=blocks)
        yield card


def length(asked: People) -> int:
    return sum(len(group.options) for group in asked.groups)


def as_line(asked: People) -> Line:
    many = f"Type the names, up to {asked.most}, with commas between them."
    how = "Type the name." if asked.most == 1 else many
    return Line(
        name=asked.name + NAMES,
        label=asked.label,
        hint=f"{asked.hint} {how}".strip(),
        error=asked.error,
        required=asked.required,
        value=", ".join(shown(asked)),
    )


def shown(asked: People) -> Iterator[str]:
    """The values by name, each telling one person from all others on offer; what was typed stays as typed.

    The id of somebody who is no longer on offer means nothing to a reader, and is left out.
    """
    offered = [(group, option) for group in asked.groups for option in group.options]
    same = Counter(words(option.label) for _, option in offered)
    known = {
        option.value: f"{option.label} ({BRACKETS.sub('', group.label)})"
        if same[words(option.label)] > 1 and group.label
        else option.label
        for group, option in offered
    }
    for value in asked.values:
        if value in known:
            yield in_one(known[value])
        elif not value.isdigit():
            yield value


def in_one(name: str) -> str:
    """The name in a spelling that `names` does not take for several."""
    return " ".join(SEPARATOR.sub(lambda found: found[0] if found[0][0] == "(" else " ", name).split())


def names(line: str) -> tuple[str, ...]:
    """The names in a line. Ids are chosen and never typed, so that a number stands in quotes."""
    parts, start = [], 0
    for found in SEPARATOR.finditer(line):
        if not found[0].startswith("("):
            parts.append(line[start : found.start()])
            start = found.end()
    typed = (part.strip() for part in (*parts, line[start:]))
    return tuple(f"“{name}”" if name.isdigit() else name for name in typed if name)
