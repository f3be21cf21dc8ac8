"""One day in place of another: not Tuesday, Thursday; Friday 17th, no sorry, Thursday 16th."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from bot.language.when import timed
from bot.language.when.values import Days, Reading, Sure, Value, values_of

Plain = Callable[[str], Reading | None]
A_WEEK = timedelta(days=7)
NO_GOOD = "no good|no use|not possible|out|not good|(?:won['’]?t|doesn['’]?t) (?:work|do)"
MENDED = (
    "(?:oh |ah )?(?:no|sorry|oops|correction|i mean|wait)(?:[, ]+(?:sorry|wait|i mean|make that|make it))*"
)
OFFER = "(?:how|what) about|can we (?:do|have|make it)|could we do"
# "Not Tuesday, Thursday": the one, and not the other. Of the text as it was typed, for the comma.
INSTEAD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\s*(?:(?:no|sorry),? )?not (?P<wrong>[^,;]{1,60}?)\s*(?:[,;]|\bbut\b)\s*(?:but |rather )?"
        r"(?P<meant>[^,;]+)",
        rf"(?P<wrong>[^,;]{{1,60}}?)\s*[,;.-]\s*(?:{MENDED})[,;:]? (?P<meant>[^,;]+)",
        r"\s*(?:(?:no|nope|sorry|oops|actually)[,;]? )*(?P<meant>[^,;]{1,60}?)\s*[,;]?\s+(?:and |but )?"
        r"(?:not|rather than|instead of) (?P<wrong>[^,;]{1,60})",
        rf"(?P<wrong>[^,;]{{1,60}}?)(?:['’]?s| is)? (?:{NO_GOOD})\s*[,;.-]\s*(?:so )?(?:{OFFER}) "
        r"(?P<meant>[^,;]+)",
    )
)
NEXT_ONE = re.compile(
    r"(?:the )?(?:(?:next|following)(?: (?:one|week))?|(?:one|week) after(?: (?:that|next))?)", re.IGNORECASE
)


def instead(text: str, plain: Plain) -> Reading | None:
    """ "Not Tuesday, Thursday", "Thursday, not Tuesday": the one that is meant, where both are understood."""
    for pattern in INSTEAD:
        found = pattern.fullmatch(text)
        wrong = plain(found["wrong"]) if found else None
        if wrong and found and NEXT_ONE.fullmatch(found["meant"].strip(" .!")):
            return _week_later(wrong)
        meant = plain(found["meant"]) if found else None
        if wrong and meant and _kinds(wrong) & _kinds(meant):
            return meant
        if isinstance(wrong, Sure) and isinstance(meant, Sure):
            return _another_time(wrong.value, meant.value)
    return None


def _week_later(wrong: Reading) -> Reading | None:
    """ "Not this Friday but the one after"."""
    if not isinstance(wrong, Sure):
        return None
    match wrong.value:
        case Days(first, last):
            return Sure(Days(first + A_WEEK, last + A_WEEK))
        case date() as day:
            return Sure(day + A_WEEK)
    return None


def _another_time(wrong: Value, meant: Value) -> Reading | None:
    """ "2pm not 3pm on Friday": the day stays."""
    if isinstance(wrong, datetime) and isinstance(meant, time):
        return timed.moment(datetime.combine(wrong, meant))
    return None


def _kinds(reading: Reading) -> set[type]:
    return {type(value) for value in values_of(reading)}
