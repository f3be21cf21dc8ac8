"""When an action is to be done, as people type it: a date, or words that are asked about once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from bot.language import dates
from bot.language.dates import Found, Unsure
from bot.language.say import full
from bot.language.when.reader import NO_CALENDAR
from bot.rules.actions import LONGEST_TIMING, MOST_AT_ONCE
from bot.rules.calendar import SchoolCalendar

# "Before 14 Nov" is another day, and is asked about.
LEADING = re.compile(r"^(?:(?:to be )?(?:done|completed|due)\s+)?(?:by|on|until|due|no later than)\s+", re.I)
SAME = "If it is best left as it is, send it again."


@dataclass(frozen=True, slots=True)
class Timed:
    """A date, or words that were accepted, or neither."""

    due: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Vague:
    """Words without a plain date: to be asked about once. `days`: those that may have been meant."""

    words: str
    asks: str
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrong:
    reason: str


Timing = Timed | Vague | Wrong


def read(
    typed: str,
    *,
    today: date,
    review_day: date,
    calendar: SchoolCalendar = NO_CALENDAR,
    accepted: str = "",
) -> Timing:
    """What stands in the column of the deadline. `today` is London’s; `accepted`: the words that stand there,
    which were asked about when they came; `calendar`: the school’s, for “the Thursday after half term”.
    """
    timing = _read(typed, today, review_day, calendar)
    return Timed(None, timing.words) if isinstance(timing, Vague) and timing.words == accepted else timing


def _read(typed: str, today: date, review_day: date, calendar: SchoolCalendar) -> Timing:
    words = " ".join(typed.split())
    if not words:
        return Timed()
    if len(words) > LONGEST_TIMING:
        return Wrong(f"please keep the deadline to {LONGEST_TIMING} characters; it has {len(words):,}.")
    reading = dates.read(LEADING.sub("", words), today=today, calendar=calendar)
    if isinstance(reading, Found):
        return on(reading.day, review_day)
    if isinstance(reading, Unsure):
        return _one_of(words, reading.choices, review_day)
    if reading.impossible:
        return Wrong(reading.reason)
    return Vague(
        words,
        f"“{words}” will be hard to come back to. Could you give a date, for example Fri 23 March? {SAME}",
    )


def _one_of(words: str, choices: Sequence[date], review_day: date) -> Timing:
    """Of two years only one may be after the review; nothing is taken for granted otherwise."""
    days = tuple(day for day in choices if day >= review_day)
    if not days or (len(days) == 1 and len(choices) > 1):
        return on((days or tuple(choices))[0], review_day)
    return Vague(words, f"“{words}”: do you mean {' or '.join(map(full, days))}? {SAME}", days)


def on(day: date, review_day: date) -> Timing:
    if day < review_day:
        return Wrong(
            f"{full(day)} is before the review on {full(review_day)}. "
            "Please give a date after it, with the year if need be."
        )
    return Timed(day)


def settled(timing: Timing, asked: str) -> Timing:
    """Words that have been asked about already are taken as they are; `asked`: the marks of those."""
    if isinstance(timing, Vague) and mark(timing.words) in asked.split("."):
        return Timed(None, timing.words)
    return timing


def mark(words: str) -> str:
    """Stands for the words in a button, which must not hold what somebody has typed."""
    return f"{crc32(words.casefold().encode()) & 0xFFFF:04x}"


def marks(asked: Iterable[str]) -> str:
    return ".".join(dict.fromkeys(mark(words) for words in asked))


def fitting(marks: str) -> str:
    """No more of them than a button has room for; the last are those of the form at hand."""
    return ".".join(list(dict.fromkeys(marks.split(".")))[-MOST_AT_ONCE:])
