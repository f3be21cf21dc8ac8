"""The time or the times with which a row of a day begins, as people type them."""

import re
from dataclasses import dataclass
from datetime import time

from bot.rules.day import FIRST_HOUR, LAST_HOUR

TIMES = "please begin with a time, such as 9.15 or 09:15–10:00."
OUTSIDE = f"the day goes from {FIRST_HOUR:02}:00 to {LAST_HOUR}:59."
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty five": 25}

HOUR = rf"(?P<hour>[0-9]{{1,2}}|{'|'.join(HOURS)})"
AM_PM = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)"
# Each form of a time; the first that fits is taken.
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<noon>noon|mid-?day)\b",
        rf"(?P<part>half)[\s-]+(?:past\s+)?{HOUR}\b{AM_PM}?",
        r"(?:a\s+)?(?P<part>quarter|five|ten|twenty(?:[\s-]five)?|5|10|20|25)"
        rf"(?:\s+min(?:ute)?s?)?\s+(?P<side>past|to)\s+{HOUR}(?![0-9]|[.:][0-9]){AM_PM}?",
        rf"(?P<hour>[0-9]{{1,2}})\s?[.:]\s?(?P<minute>[0-9]{{2}})(?![0-9])(?:\s?h(?:ou)?rs?\b|h\b)?{AM_PM}?",
        rf"(?P<hour>[0-9]{{2}})(?P<minute>[0-9]{{2}})(?![0-9])(?:\s?h(?:ou)?rs?\b|h\b)?{AM_PM}?",
        rf"{HOUR}\s*o[’']?clock\b{AM_PM}?",
        rf"(?P<hour>[0-9]{{1,2}}){AM_PM}",
        r"(?P<hour>[0-9]{1,2})(?![\w/]|[.:,][0-9]|\s*%)",
    )
)
# "10 to 11" is an hour to some and a time to others.
AMBIGUOUS = re.compile(r"(?:10|ten)\s+to\s+(?:[0-9]{1,2}|[a-z]+)\b(?![.:][0-9])", re.IGNORECASE)
# After 9.15, "– 10 children" is no time.
COUNTED = re.compile(r"[0-9]{1,2}\s+[a-z]")
RANGE = re.compile(r"\s*(?:[-–—−‐‑‒]|\b(?:to|until|till?)\b)\s*", re.IGNORECASE)
BEFORE = re.compile(r"\s*(?:(?:from|at)\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The times, and how many characters say them."""

    starts: time
    ends: time | None
    length: int


@dataclass(frozen=True, slots=True)
class Unread:
    reason: str


@dataclass(frozen=True, slots=True)
class _Found:
    at: time
    end: int


def said(starts: time, ends: time | None = None) -> str:
    """09:15, or 09:15–10:00."""
    return f"{starts:%H:%M}–{ends:%H:%M}" if ends else f"{starts:%H:%M}"


def read_when(text: str) -> When | Unread:
    """The time, or the two of a range, at the beginning of `text`."""
    begin = _end(BEFORE, text, 0)
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


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _time(text: str, at: int) -> _Found | Unread | None:
    """None where no time begins."""
    found = next((found for form in FORMS if (found := form.match(text, at))), None)
    if found is None:
        return None
    hour, minute = _hour_and_minute(found.groupdict())
    if hour > 23 or minute > 59:
        return Unread(f"there is no time “{found[0].strip()}”, so {TIMES}")
    if not FIRST_HOUR <= hour <= LAST_HOUR:
        return Unread(f"“{found[0].strip()}” is outside the school day: {OUTSIDE}")
    return _Found(time(hour, minute), found.end())


def _hour_and_minute(said: dict[str, str | None]) -> tuple[int, int]:
    """On the clock of 24 hours, and not checked yet."""
    if said.get("noon"):
        return 12, 0
    typed, part = said["hour"] or "", " ".join((said.get("part") or "").casefold().replace("-", " ").split())
    hour = int(typed) if typed.isdigit() else HOURS.index(typed.casefold()) + 1
    minute = MINUTES.get(part, 0) or int(part or said.get("minute") or 0)
    if (said.get("side") or "").casefold() == "to":
        hour, minute = (hour - 1) or 12, 60 - minute
    return _in_the_day(hour, said.get("half"), padded=typed.startswith("0")), minute


def _in_the_day(hour: int, half: str | None, *, padded: bool) -> int:
    """1 to 6 are hours of the afternoon, unless written as on a clock of 24 hours."""
    if half:
        morning = half.casefold() == "a"
        return hour if hour > 12 and not morning else hour % 12 + (0 if morning else 12)
    return hour + 12 if 0 < hour < FIRST_HOUR and not padded else hour
