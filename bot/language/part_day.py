"""The day and the time that are said of a part of a review: “the Oak meeting to Thursday at 2”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.language import schools, time_field
from bot.language.commands import On
from bot.language.names import Names, Nobody
from bot.language.when import reader
from bot.language.when.values import Days, No, values_of

PART = re.compile(
    r"\b(?:(?:pre|post)?[\s-]*review\s+|follow[\s-]?up\s+|development\s+|planning\s+)*"
    r"(?:meetings?|workshops?|visits?)\b",
    re.IGNORECASE,
)
BEGINS = re.compile(r"^(?:the|our|my|your|a|an|this|that)\s+", re.IGNORECASE)
# "On Tuesday the 14th of November 2017 at half past 2".
MOST_WORDS = 11


@dataclass(frozen=True, slots=True)
class When:
    """`day` as it was said, and the time in words and as it is understood; `unread`: what is neither."""

    day: str
    clock: str
    at: time | None
    unread: str


def apart(said: str, known: Names, on: On) -> tuple[str, str]:
    """What names the school, and what tells the day; all of it, where no school or no day is understood."""
    text = BEGINS.sub("", " ".join(PART.sub(" ", said).split()))
    request = schools.read(text, known, today=on.today, calendar=on.calendar)
    day = request.day_text if request.day_text and when(request.day_text, on) else ""
    return said if not day or isinstance(request.school, Nobody) else request.school_text, day


def when(text: str, on: On) -> When | None:
    """None where neither a day nor a time is told."""
    for some, others in _parts(text.split()):
        said = schools.bare(" ".join(some))
        day, clock = _divided(said, on)
        if day or clock:
            at = time_field.read(clock) if clock else None
            return When(day, clock, at if isinstance(at, time) else None, " ".join(others))
    return None


def _parts(words: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The longest first: all of it, its end, its beginning; each with what is left."""
    cuts = range(max(len(words) - MOST_WORDS, 0), len(words))
    yield from ((words[cut:], words[:cut]) for cut in cuts)
    yield from ((words[:cut], words[cut:]) for cut in range(min(len(words) - 1, MOST_WORDS), 0, -1))


def _divided(said: str, on: On) -> tuple[str, str]:
    """The words of the day and those of the time, "" of either that is not there; all must be one of them."""
    if _is_day(said, on):
        return said, ""
    if _is_time(said):
        return "", said
    words = said.split()
    for cut in range(1, len(words)):
        before, after = " ".join(words[:cut]), " ".join(words[cut:])
        for day, clock in ((before, after), (after, before)):
            if _is_time(clock) and _is_day(schools.bare(day), on):
                return schools.bare(day), clock
    return "", ""


def _is_time(said: str) -> bool:
    return bool(said) and isinstance(time_field.read(said), time)


def _is_day(said: str, on: On) -> bool:
    """Days as well, and one that cannot be: of these the form asks."""
    if schools.shifted(said, on.today):
        return True
    match reader.plain(said, today=on.today, calendar=on.calendar):
        case None:
            return False
        case No(_, impossible):
            return impossible
        case reading:
            return all(type(value) is date or isinstance(value, Days) for value in values_of(reading))
