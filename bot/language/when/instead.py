"""One day in place of another: not Tuesday, Thursday; Friday 17th, no sorry, Thursday 16th."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bot.language.when.chatter import stripped
from bot.language.when.near import monday_of
from bot.language.when.values import MOST_CHOICES, Days, Hours, Reading, Sure, Value, values_of, which
from bot.language.when.vocabulary import DAY_NAMES, MONTH_NAMES
from bot.language.when.words import phrases

Plain = Callable[[str], Reading | None]
A_WEEK = timedelta(days=7)
NO_GOOD = "no good|no use|not possible|out|not good|(?:won['’]?t|doesn['’]?t) (?:work|do)"
MENDED = (
    "(?:oh |ah )?(?:no|sorry|oops|correction|i mean|wait|actually|or rather|scrap that)"
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
        r"(?P<wrong>[^,;]{1,60}?) no[ ,]+(?:wait|sorry|i mean|make (?:it|that))[,;:]? (?P<meant>[^,;]+)",
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
NAMED = "|".join(DAY_NAMES)
MONTHS = "|".join(MONTH_NAMES)
YEAR = re.compile(r"\b[0-9]{4}\b|[0-9][/.-][0-9]{1,2}[/.-][0-9]{2}")
# How a day is told, the least of it first; what is told in no such way leans on something else.
WEEKDAY = re.compile(NAMED)
DAY_AND_MONTH = (
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS}|numbered [0-9]{{1,2}}[a-z]{{2}})"
    rf"|(?:{MONTHS}) [0-9]{{1,2}}(?:st|nd|rd|th)?|[0-9]{{1,2}}[/.-][0-9]{{1,2}}(?:[/.-][0-9]{{2,4}})?"
)
DATE = re.compile(rf"(?:(?:{NAMED}) )?(?:{DAY_AND_MONTH})(?: [0-9]{{4}})?")
WITH_WEEKDAY = re.compile(
    rf"(?:{NAMED}) [0-9]{{1,2}}(?:st|nd|rd|th)?|[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{NAMED})"
)
A_WEEK_OR_MONTH = re.compile(
    rf"(?:this|next|last) (?:week|month|term)|week after next|weekfrom .*[0-9].*|(?:{MONTHS})(?: [0-9]{{4}})?"
)
PLAIN_ORDINAL = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?")
FULL = (WITH_WEEKDAY, DATE)
SHAPES = (WEEKDAY, PLAIN_ORDINAL, *FULL, A_WEEK_OR_MONTH)
ORDINAL = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)\b")
OF_SEVERAL = re.compile(rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|last) (?P<rest>(?:{NAMED}|week|day) .+)")
HALVES = frozenset({"am", "pm", "morning", "afternoon"})


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
        said = Said(*(stripped(phrases(found[name])[0].text) for name in ("wrong", "meant")))
        if NEXT_ONE.fullmatch(found["meant"].strip(" .!")):
            return _week_later(wrong, said.wrong, plain)
        meant = plain(found["meant"])
        mended = _mended(wrong, meant, said, plain) if meant else None
        if mended:
            return mended
    return None


def _week_later(wrong: Reading, said: str, plain: Plain) -> Reading | None:
    """ "Not this Friday but the one after"; of any other day "the week after" may be told from today."""
    this, _, rest = said.partition(" ")
    if this == "this" and rest not in DAY_NAMES:
        return plain(f"next {rest}")
    days = [value for value in values_of(wrong) if isinstance(value, date)]
    if len(days) != 1:
        return None
    later = days[0] + A_WEEK
    return Sure(later) if this == "this" and isinstance(wrong, Sure) else which((later,))


def _mended(wrong: Reading, meant: Reading, said: Said, plain: Plain) -> Reading | None:
    """What a correction leaves out is as it was before, or asked about."""
    before = wrong.value if isinstance(wrong, Sure) else None
    days = list(dict.fromkeys(day for value in values_of(wrong) if (day := _day(value))))
    hours = [value for value in values_of(meant) if _day(value) is None]
    told_apart = all(_day(value) for value in values_of(wrong))
    if days and hours and told_apart and not isinstance(before, Days):
        return _at_other_hours(before, days, hours, said, sure=isinstance(meant, Sure))
    if type(before) is datetime and isinstance(meant, Sure) and type(meant.value) is date:
        # "Tuesday at 2, no, Thursday".
        return which((datetime.combine(meant.value, before.time()),))
    if (
        isinstance(before, Days)
        and said.wrong.startswith("weekfrom ")
        and PLAIN_ORDINAL.fullmatch(said.meant)
    ):
        # "W/c 20th Nov, no, the 27th".
        return plain(f"weekfrom {_replaced(before.first, day=int(said.meant[:-2])):%-d %B %Y}")
    if not {type(value) for value in values_of(wrong)} & {type(value) for value in values_of(meant)}:
        return None
    if not days or not isinstance(meant, Sure):
        return meant
    return _in_its_place(days[0], meant.value, said, plain)


def _at_other_hours(
    before: Value | None, days: Sequence[date], hours: Sequence[Value], said: Said, *, sure: bool
) -> Reading:
    """ "Friday 2-3pm, no, 3-4pm" is still on Friday."""
    times = [_on(value, day) for day in days for value in hours]
    if type(before) is datetime and said.meant in HALVES:
        # "Thursday 9 pm, no, am".
        return which((before.replace(hour=(before.hour + 12) % 24), times[0]))
    plainly = sure and before is not None and type(before) is not date
    return Sure(times[0]) if plainly else which(times[:MOST_CHOICES])


def _in_its_place(day: date, meant: Value, said: Said, plain: Plain) -> Reading:
    """A day that is told less fully than the one before it may be of the same week, month or year."""
    after = _day(meant)
    shapes = [next((shape for shape in SHAPES if shape.fullmatch(words)), None) for words in said]
    if after and shapes == [DATE, DATE] and YEAR.search(said.wrong) and not YEAR.search(said.meant):
        return Sure(_on(meant, _replaced(after, year=day.year)))
    fuller = shapes[1] in FULL or shapes == [WEEKDAY, PLAIN_ORDINAL]
    if shapes[0] and (shapes[0] is shapes[1] or (fuller and shapes[0] is not A_WEEK_OR_MONTH)):
        return Sure(meant)
    if after is None or isinstance(meant, Days):
        return which((meant,))
    several = OF_SEVERAL.fullmatch(said.wrong)
    if several and ORDINAL.match(said.meant):
        other = plain(f"{said.meant} {several['rest']}")
        return which([*(values_of(other) if other else ()), meant][:MOST_CHOICES])
    if ORDINAL.search(said.meant):
        return which((_on(meant, _replaced(day, day=after.day)), meant))
    if said.meant.split()[0] in DAY_NAMES:
        return which((_on(meant, monday_of(day) + timedelta(days=after.weekday())), meant))
    return which((meant,))


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
