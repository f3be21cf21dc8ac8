"""The time or the times with which a row of a day begins, as people type them."""

import re
from dataclasses import dataclass
from datetime import time

from bot.language.times import Found, Impossible, begins, skipped
from bot.rules.day import EDGES, FIRST_HOUR, LAST_HOUR

TIMES = "please begin with a time, such as 9.15 or 09:15–10:00."
OUTSIDE = f"the day goes from {FIRST_HOUR:02}:00 to {LAST_HOUR}:59."
# "10 to 11" is an hour to some and a time to others.
AMBIGUOUS = re.compile(r"(?:10|ten)\s+to\s+(?:[0-9]{1,2}|[a-z]+)\b(?![.:][0-9])", re.IGNORECASE)
# After 9.15, "– 10 children" is no time.
COUNTED = re.compile(r"[0-9]{1,2}\s+[a-z]")
RANGE = re.compile(r"\s*(?:[-–—−‐‑‒]|\b(?:to|until|till?)\b)\s*", re.IGNORECASE)
NEXT_CELL = re.compile(r"\s*[|\t]\s*")
CELL_ENDS = re.compile(r"\s*(?:[|\t]|$)")
DATE = re.compile(
    r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2,4}\b"
    r"|[0-9]{1,2}\s+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
# Says by itself which half of the day it is in, or is padded as on a clock of 24 hours.
PLAIN = re.compile(rf"0|{LAST_HOUR}|.*[ap]\.?\s?m\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The times, and how many characters say them; `unsure`: the start could be half a day away."""

    starts: time
    ends: time | None
    length: int
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    reason: str


def said(starts: time, ends: time | None = None) -> str:
    """09:15, or 09:15–10:00."""
    return f"{starts:%H:%M}–{ends:%H:%M}" if ends else f"{starts:%H:%M}"


def read_when(text: str) -> When | Unread:
    """The time, or the two of a range, at the beginning of `text`."""
    begin = skipped(text)
    if unclear := AMBIGUOUS.match(text, begin):
        return Unread(
            f"I can’t tell what “{unclear[0]}” means. Please write it like 10:50, or like 10:00–11:00."
        )
    first = None if DATE.match(text, begin) else _time(text, begin)
    if first is None:
        return Unread(TIMES)
    if isinstance(first, Unread):
        return first
    last = _last(text, first)
    if isinstance(last, Unread):
        return last
    unsure = first.at.hour in EDGES and not PLAIN.match(text[begin : first.end])
    return When(first.at, last.at if last else None, (last or first).end, unsure)


def _last(text: str, first: Found) -> Found | Unread | None:
    """When it ends, after a dash or in a table's next cell; None where that is not said."""
    between = RANGE.match(text, first.end)
    if between and first.at.minute and COUNTED.match(text, between.end()):
        return Unread("I can’t tell whether that ends at a time. Please write it like 09:15–10:00.")
    last = _time(text, between.end()) if between else _next_cell(text, first.end)
    if isinstance(last, Found) and last.at <= first.at:
        return Unread(f"it ends at {said(last.at)}, which is not after {said(first.at)}.")
    return last


def _next_cell(text: str, at: int) -> Found | Unread | None:
    """The time that a table's next cell says, where it says nothing else."""
    edge = NEXT_CELL.match(text, at)
    found = begins(text, edge.end()) if edge else None
    return (
        _time(text, edge.end()) if edge and found and CELL_ENDS.match(text, _end(found, edge.end())) else None
    )


def _end(found: Found | Impossible, start: int) -> int:
    return found.end if isinstance(found, Found) else start + len(found.typed)


def is_time(text: str) -> bool:
    """Whether the whole of it is one."""
    found = begins(text, skipped(text))
    return found is not None and _end(found, skipped(text)) == len(text)


def _time(text: str, at: int) -> Found | Unread | None:
    """None where no time begins."""
    found = begins(text, at)
    if isinstance(found, Impossible):
        return Unread(f"there is no time “{found.typed}”, so {TIMES}")
    if found and not FIRST_HOUR <= found.at.hour <= LAST_HOUR:
        return Unread(f"“{text[at : found.end].strip()}” is outside the school day: {OUTSIDE}")
    return found
