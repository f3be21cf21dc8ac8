"""A time of day as people type it: 14:30, 2pm, half 2, quarter to 10."""

import re
from dataclasses import dataclass
from datetime import time

from bot.rules.day import FIRST_HOUR

AS = "for example 14:30 or 2.30pm"
EXAMPLES = "Please give it as 14:30 or 2.30pm."
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty five": 25}

HOUR = rf"(?P<hour>[0-9]{{1,2}}|{'|'.join(HOURS)})"
AM_PM = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)"
# Each form of a time; the first that fits is taken.
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<noon>(?:12\s+)?(?:noon|mid-?day))\b",
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
BEFORE = re.compile(r"\s*(?:(?:from|at)\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A time, and where what says it ends."""

    at: time
    end: int


@dataclass(frozen=True, slots=True)
class Impossible:
    """What has the form of a time and is none, such as 25:15."""

    typed: str


def skipped(text: str) -> int:
    """Where a time can begin: after "at" and "from"."""
    found = BEFORE.match(text)
    return found.end() if found else 0


def begins(text: str, start: int) -> Found | Impossible | None:
    """The time that begins at `start`; None where none does."""
    found = next((found for form in FORMS if (found := form.match(text, start))), None)
    if found is None:
        return None
    hour, minute = _hour_and_minute(found.groupdict())
    if hour > 23 or minute > 59:
        return Impossible(found[0].strip())
    return Found(time(hour, minute), found.end())


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
        if hour > 12:
            # 13pm is plain all the same; there is no 13am.
            return 24 if morning else hour
        return hour % 12 + (0 if morning else 12)
    return hour + 12 if 0 < hour < FIRST_HOUR and not padded else hour
