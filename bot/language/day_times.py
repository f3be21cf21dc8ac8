"""The time or the times with which a row of a day begins, as people type them."""

import re
from dataclasses import dataclass
from datetime import time

from bot.language.times import Found, Impossible, begins, skipped
from bot.rules.day import FIRST_HOUR, LAST_HOUR

TIMES = "please begin with a time, such as 9.15 or 09:15–10:00."
OUTSIDE = f"the day goes from {FIRST_HOUR:02}:00 to {LAST_HOUR}:59."
# "10 to 11" is an hour to some and a time to others.
AMBIGUOUS = re.compile(r"(?:10|ten)\s+to\s+(?:[0-9]{1,2}|[a-z]+)\b(?![.:][0-9])", re.IGNORECASE)
# After 9.15, "– 10 children" is no time.
COUNTED = re.compile(r"[0-9]{1,2}\s+[a-z]")
RANGE = re.compile(r"\s*(?:[-–—−‐‑‒]|\b(?:to|until|till?)\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The times, and how many characters say them."""

    starts: time
    ends: time | None
    length: int


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
    first = _time(text, begin)
    if first is None:
        return Unread(TIMES)
    if isinstance(first, Unread):
        return first
    between = RANGE.match(text, first.end)
    if between and first.at.minute and COUNTED.match(text, between.end()):
        return Unread("I can’t tell whether that ends at a time. Please write it like 09:15–10:00.")
    last = _time(text, between.end()) if between else None
    if last is None:
        return When(first.at, None, first.end)
    if isinstance(last, Unread):
        return last
    if last.at <= first.at:
        return Unread(f"it ends at {said(last.at)}, which is not after {said(first.at)}.")
    return When(first.at, last.at, last.end)


def _time(text: str, at: int) -> Found | Unread | None:
    """None where no time begins."""
    found = begins(text, at)
    if isinstance(found, Impossible):
        return Unread(f"there is no time “{found.typed}”, so {TIMES}")
    if found and not FIRST_HOUR <= found.at.hour <= LAST_HOUR:
        return Unread(f"“{text[at : found.end].strip()}” is outside the school day: {OUTSIDE}")
    return found
