"""One day in place of another: not Tuesday, Thursday; Friday 17th, no sorry, Thursday 16th."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bot.language.when.near import monday_of
from bot.language.when.values import MOST_CHOICES, Days, Hours, Reading, Sure, Value, one_of, values_of, which
from bot.language.when.vocabulary import DAY_NAMES, MONTH_NAMES
from bot.language.when.words import phrases

Plain = Callable[[str], Reading | None]
A_WEEK = timedelta(days=7)
NO_GOOD = "no good|no use|not possible|out|not good|(?:won['’]?t|doesn['’]?t) (?:work|do)"
MENDED = (
    "(?:oh |ah )?(?:no|sorry|oops|correction|i mean|wait|actually|or rather)"
    "(?:[, ]+(?:sorry|wait|i mean|make that|make it))*"
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
        r"\s*instead of (?P<wrong>[^,;]{1,60}?)\s*[,;] (?P<meant>[^,;]+)",
        r"\s*(?:it )?was (?P<wrong>[^,;]{1,60}?)\s*,? (?:is )?now (?P<meant>[^,;]+)",
        rf"(?P<wrong>[^,;]{{1,60}}?)(?:['’]?s| is)? (?:{NO_GOOD})\s*[,;.-]\s*(?:so )?(?:{OFFER}) "
        r"(?P<meant>[^,;]+)",
    )
)
NEXT_ONE = re.compile(
    r"(?:the )?(?:(?:next|following)(?: one)?|(?:one|week) after(?: (?:that|next))?)", re.IGNORECASE
)
MONTH = re.compile(rf"\b(?:{'|'.join(MONTH_NAMES)})\b|[0-9][/.-][0-9]")
YEAR = re.compile(r"\b[0-9]{4}\b|[0-9][/.-][0-9]{1,2}[/.-][0-9]{2}")
# Told from today, from another day, or as part of something longer.
TOLD = re.compile(
    r"\b(?:next|last|this|week[a-z]*|fortnight|month|term|halfterm|half|after|before|today|tomorrow|yesterday|ago"
    r"|goback|breakup|christmas|easter|in)\b"
)
ORDINAL = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)\b")
OF_SEVERAL = re.compile(
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|last) (?P<rest>(?:{'|'.join(DAY_NAMES)}|week|day) .+)"
)


class Said(NamedTuple):
    """The two days in the spelling of `Phrase`."""

    wrong: str
    meant: str


def instead(text: str, plain: Plain) -> Reading | None:
    """ "Not Tuesday, Thursday", "Thursday, not Tuesday": the one that is meant, where both are understood."""
    for pattern in INSTEAD:
        found = pattern.fullmatch(text)
        wrong = plain(found["wrong"]) if found else None
        if found is None or wrong is None:
            continue
        said = Said(*(phrases(found[name])[0].text for name in ("wrong", "meant")))
        if NEXT_ONE.fullmatch(found["meant"].strip(" .!")):
            return _week_later(wrong, said.wrong)
        meant = plain(found["meant"])
        mended = _mended(wrong, meant, said, plain) if meant else None
        if mended:
            return mended
    return None


def _week_later(wrong: Reading, said: str) -> Reading | None:
    """ "Not this Friday but the one after"; of any other day "the week after" may be told from today."""
    match values_of(wrong):
        case (Days(first, last),):
            later: Value = Days(first + A_WEEK, last + A_WEEK)
        case (date() as day,):
            later = day + A_WEEK
        case _:
            return None
    return Sure(later) if said.startswith("this ") and isinstance(wrong, Sure) else which((later,))


def _mended(wrong: Reading, meant: Reading, said: Said, plain: Plain) -> Reading | None:
    """What a correction leaves out is as it was before, or asked about."""
    before = wrong.value if isinstance(wrong, Sure) else None
    day, hours = _day(before), [value for value in values_of(meant) if _day(value) is None]
    if day and hours and not isinstance(before, Days):
        times = [_on(value, day) for value in hours]
        return Sure(times[0]) if isinstance(meant, Sure) and type(before) is not date else which(times)
    if type(before) is datetime and isinstance(meant, Sure) and type(meant.value) is date:
        # "Tuesday at 2, no, Thursday".
        return which((datetime.combine(meant.value, before.time()),))
    if isinstance(before, Days) and said.wrong.startswith("weekfrom ") and ORDINAL.fullmatch(said.meant):
        # "W/c 20th Nov, no, the 27th".
        return plain(f"weekfrom {_replaced(before.first, day=int(said.meant[:-2])):%-d %B %Y}")
    if not {type(value) for value in values_of(wrong)} & {type(value) for value in values_of(meant)}:
        return None
    if day is None or not isinstance(meant, Sure) or isinstance(meant.value, Days):
        return meant
    return _in_its_place(day, meant.value, said, plain)


def _in_its_place(day: date, meant: Value, said: Said, plain: Plain) -> Reading:
    """A day that is told less fully than the one before it may be of the same week, month or year."""
    after = _day(meant)
    dated = MONTH.search(said.meant) is not None
    if after is None or (dated and YEAR.search(said.meant)):
        return Sure(meant)
    if dated:
        return Sure(_on(meant, _replaced(after, year=day.year) if YEAR.search(said.wrong) else after))
    full = MONTH.search(said.wrong) or TOLD.search(said.wrong)
    ordinals = [ORDINAL.search(words) is not None for words in said]
    if TOLD.search(said.meant) or not (full or ordinals == [True, False]):
        return Sure(meant)
    several = OF_SEVERAL.fullmatch(said.wrong)
    if several and ORDINAL.match(said.meant):
        other = plain(f"{said.meant} {several['rest']}")
        return which([*(values_of(other) if other else ()), meant][:MOST_CHOICES])
    same_week = monday_of(day) + timedelta(days=after.weekday())
    near = _replaced(day, day=after.day) if ordinals[1] else same_week
    return one_of((_on(meant, near), meant))


def _day(value: Value | None) -> date | None:
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case Hours(_, _, day):
            return day
        case Days(first, _):
            return first
    return None


def _on(value: Value, day: date) -> Value:
    """The same hours on that day."""
    match value:
        case time():
            return datetime.combine(day, value)
        case datetime():
            return datetime.combine(day, value.time())
        case Hours(starts, ends, _):
            return Hours(starts, ends, day)
    return day


def _replaced(before: date, *, year: int = 0, day: int = 0) -> date:
    """The day before it was replaced, where there is no such day."""
    try:
        return before.replace(year=year or before.year, day=day or before.day)
    except ValueError:
        return before
