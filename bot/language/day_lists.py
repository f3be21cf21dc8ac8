"""The numbers of a list in front of the rows of a day: told from times, or asked about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.language.day_times import Unread
from bot.language.times import Found, Impossible, begins, skipped
from bot.rules.day import FIRST_HOUR

ITEM = re.compile(
    r"\(?(?P<number>[0-9]{1,2})"
    r"(?:(?P<list>[.)]{1,2}\s+|\))|(?P<column>\s*[|\t]\s*)|\s*:?\s+)(?=[^\s|])"
)


class Mark(StrEnum):
    """What parts the number from the rest: "2.", "2 |", or nothing but a blank."""

    LIST = "list"
    COLUMN = "column"
    NONE = "none"


class Clock(StrEnum):
    """How the rest begins: with a plain time, with "9", with "10" that could be minutes, or with none."""

    PLAIN = "plain"
    HOUR = "hour"
    MINUTES = "minutes"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Item:
    number: int
    mark: Mark
    rest: str
    clock: Clock


def without_numbers(lines: Sequence[str]) -> list[str | Unread]:
    """The lines without the numbers of a list; one that could be read both ways is not read at all."""
    items = [_item(line) for line in lines]
    pairs = list(zip(lines, items, strict=True))
    # Of a list, every row with a time has a number.
    timed = any(item is None and _clock(line) is not Clock.NONE for line, item in pairs)
    numbered = {
        mark: [] if timed else [item for item in items if item and item.mark is mark] for mark in Mark
    }
    return [line if item is None else _read(line, item, numbered[item.mark]) for line, item in pairs]


def _read(line: str, item: Item, alike: Sequence[Item]) -> str | Unread:
    """`alike`: all that are numbered like this one, where nothing else says a time."""
    counted = len(alike) > 1 and [one.number for one in alike] == list(range(1, len(alike) + 1))
    plain = item.clock is Clock.PLAIN
    if counted and _is_list(alike) and (plain or item.mark is not Mark.NONE):
        return item.rest
    match item.mark:
        case Mark.LIST if plain:
            return item.rest
        case Mark.LIST:
            unclear = item.number < FIRST_HOUR or item.clock is Clock.HOUR
        case Mark.COLUMN:
            unclear = False
        case Mark.NONE:
            unclear = item.clock is not Clock.HOUR
    return _unclear(item) if counted or unclear else line


def _is_list(items: Sequence[Item]) -> bool:
    """Whether the numbers can't be hours: one is followed by a time that it can't be part of."""
    if items[0].mark is not Mark.COLUMN:
        return any(item.clock in (Clock.PLAIN, Clock.HOUR) for item in items)
    return any(item.clock is not Clock.NONE and not _goes_on(item) for item in items)


def _goes_on(item: Item) -> bool:
    """Whether the row could last from the hour of that number until the time after it."""
    until = begins(item.rest, skipped(item.rest))
    since = time(item.number + 12 if item.number < FIRST_HOUR else item.number)
    return isinstance(until, Found) and until.at > since


def _unclear(item: Item) -> Unread:
    return Unread(
        f"I can’t tell whether “{item.number}” is a time or the number of the row. "
        "Please leave such numbers out, and write a time like 09:15."
    )


def _item(line: str) -> Item | None:
    found = ITEM.match(line)
    if found is None:
        return None
    rest = line[found.end() :]
    clock = _clock(rest)
    if found["list"] or found["column"]:
        return Item(int(found["number"]), Mark.LIST if found["list"] else Mark.COLUMN, rest, clock)
    whole = begins(line, 0)
    # "9 am" and "20 to 10" are times, and "9 Assembly" has but one.
    if clock is Clock.NONE or (isinstance(whole, Found) and whole.end > found.end("number")):
        return None
    return Item(int(found["number"]), Mark.NONE, rest, clock)


def _clock(text: str) -> Clock:
    start = skipped(text)
    found = begins(text, start)
    if found is None:
        return Clock.NONE
    typed = found.typed if isinstance(found, Impossible) else text[start : found.end].strip()
    if not typed.isdigit() or len(typed) > 2:
        return Clock.PLAIN
    if len(typed) == 1:
        return Clock.HOUR
    return Clock.MINUTES if int(typed) < 60 else Clock.NONE
