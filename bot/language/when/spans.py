"""From one day to another, and one day or another: 14-16 Nov, Mon to Wed next week, 14 or 15 Nov."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.language.when.figures import ordinal
from bot.language.when.near import last_weekday, next_weekday
from bot.language.when.span_ends import DAY, DAY_ALONE, WEEKDAYS, ahead_of, back_from, between, just_before
from bot.language.when.stated import whole_month
from bot.language.when.values import (
    MOST_CHOICES,
    Asked,
    Days,
    Reading,
    Sure,
    Value,
    Which,
    spread,
    values_of,
    which,
)
from bot.language.when.vocabulary import DAY_NAMES, MONTH_NAMES

MONTHS = "|".join(MONTH_NAMES)
OPENING = re.compile(r"(?:from|between|either|both) ")
JOIN = re.compile(r" (?P<word>-|to|until|and|or|into) |(?<=[a-z0-9])(?P<mark>[-/])(?=[a-z0-9])")
RESTS = (
    re.compile(rf"{DAY} (?P<rest>(?:{MONTHS})(?: [0-9]{{4}})?|(?:this|next|last) month)"),
    re.compile(rf"(?:{WEEKDAYS}) (?P<rest>(?:this|next|last) week|week after next|weekfrom .+)"),
    re.compile(r".* (?P<rest>[0-9]{4})"),
)
TAIL = re.compile(rf"(?:{WEEKDAYS}) (?P<rest>[a-z].*)")
GLUED = re.compile(r"[0-9]{1,2}(?P<rest>[./][0-9]{1,2}(?:[./][0-9]{2,4})?)")
FIRST_MONTH = re.compile(rf"(?P<month>{MONTHS}) [0-9]{{1,2}}(?:st|nd|rd|th)?")
# "The first to the last day of September".
LAST_OF = re.compile(rf"(?:last|penultimate|[0-9]+(?:st|nd|rd|th)) (?P<rest>(?:day|week|{WEEKDAYS}) .+)")
ORDINAL = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)")
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?")
# "Next week from Wednesday to Friday".
WEEK_FIRST = re.compile(
    rf"(?P<week>(?:this|next|last) week|week after next|weekfrom [^,]+?) (?P<opening>from |between )?"
    rf"(?P<days>(?:{WEEKDAYS}) (?:-|to|until|and) (?:{WEEKDAYS})|(?:{WEEKDAYS})-(?:{WEEKDAYS}))"
)
YEARED = re.compile(r"\b[0-9]{4}\b|[0-9][./-][0-9]{1,2}[./-][0-9]{2}")
# "Weekend 18 - 19 Nov": the figure is not a week's.
NUMBERED_WEEK = re.compile(r"week(?:end|from|to)? .*[0-9](?:st|nd|rd|th)?")
LONGEST_LIST = 60


@dataclass(frozen=True, slots=True)
class Parts:
    first: str
    join: str
    last: str


def read(phrase: str, asked: Asked) -> Reading | None:
    """A span or a choice of days; None for anything else."""
    if len(phrase) > LONGEST_LIST:
        return None
    week_first = WEEK_FIRST.fullmatch(phrase)
    if week_first:
        phrase = f"{week_first['opening'] or ''}{week_first['days']} {week_first['week']}"
    opening = OPENING.match(phrase)
    body = phrase[opening.end() :] if opening else phrase
    # "1/11 - 14/11" is divided at its dash.
    for found in sorted(JOIN.finditer(body), key=lambda found: found["mark"] == "/"):
        parts = Parts(body[: found.start()], found["word"] or found["mark"], body[found.end() :])
        reading = _read(parts, opening[0].strip() if opening else "", asked)
        if reading:
            return reading
    return None


def _read(parts: Parts, opening: str, asked: Asked) -> Reading | None:
    last = _borrowed_from_first(parts, asked) or _day_of_month(asked.read(parts.last))
    if last is None and parts.join in {"or", "and", "/"}:
        last = read(parts.last, asked)
    firsts = [reading for words in _completed(parts) if (reading := _day_of_month(asked.read(words)))]
    if last is None or not firsts:
        return None
    dated = all(ISO.fullmatch(words) for words in (parts.first, parts.last))
    if (
        parts.join == "or"
        or (parts.join == "/" and not dated)
        or opening == "either"
        or (parts.join == "and" and opening != "between")
    ):
        values = [*values_of(firsts[0]), *values_of(last)]
        return which(values) if values else firsts[0]
    return _span(parts, firsts, last, asked)


def _day_of_month(found: Reading | None) -> Reading | None:
    """Within a span "Nov 17" is a day, and not a month."""
    match found:
        case Which((date() as day, Days() as month), _) if month == whole_month(month.first):
            return Sure(day)
    return found


def _completed(parts: Parts) -> Iterator[str]:
    """The first day with what only the last one says, or as it stands.

    Of "Monday to Wednesday" of something the Monday is never another one.
    """
    tail = TAIL.fullmatch(parts.last) if parts.first in DAY_NAMES else None
    if tail and tail["rest"] not in {"week", "fortnight"}:
        yield f"{parts.first} {tail['rest']}"
        return
    last_of = LAST_OF.fullmatch(parts.last) if ORDINAL.fullmatch(parts.first) else None
    if last_of:
        yield f"{parts.first} {last_of['rest']}"
        return
    glued = GLUED.fullmatch(parts.last)
    if glued and NUMBER.fullmatch(parts.first):
        yield f"{parts.first}{glued['rest']}"
    for pattern in RESTS:
        match = pattern.fullmatch(parts.last)
        if match:
            yield f"{parts.first} {match['rest']}"
    yield parts.first


def _borrowed_from_first(parts: Parts, asked: Asked) -> Reading | None:
    """ "Nov 14 - 16": the last day is of the first one's month."""
    match = FIRST_MONTH.fullmatch(parts.first)
    if match and NUMBER.fullmatch(parts.last):
        return asked.read(f"{match['month']} {parts.last}")
    return None


def _span(parts: Parts, firsts: list[Reading], last: Reading, asked: Asked) -> Reading | None:
    if NUMBERED_WEEK.fullmatch(parts.first):
        return None
    if parts.last in DAY_NAMES:
        return spread(firsts[-1], lambda day: _until(day, DAY_NAMES.index(parts.last)))
    # "Tuesday - 14 November" is one day, or two.
    if parts.first in DAY_NAMES and _is_written(parts.last):
        if parts.last.split()[0] in DAY_NAMES and isinstance(last, Sure) and type(last.value) is date:
            return Sure(Days(last_weekday(DAY_NAMES.index(parts.first), last.value), last.value))
        return which([*values_of(firsts[-1]), *values_of(last)])
    if parts.first in DAY_NAMES:
        return spread(firsts[0], lambda start: spread(last, lambda end: _within_a_week(start, end)))
    told_from = _from_the_other(parts, firsts, last, asked)
    if told_from:
        return told_from
    for first in firsts:
        found = spread(first, lambda start: spread(last, lambda end: between(start, end)))
        if found and not (DAY_ALONE.fullmatch(parts.first) and _strays(found, first, firsts)):
            return found
    before = spread(last, lambda end: just_before(parts.first, end, asked))
    return before or which([*values_of(firsts[-1]), *values_of(last)][:MOST_CHOICES])


def _strays(found: Reading, first: Reading, firsts: list[Reading]) -> bool:
    """A figure alone that was taken as of another month, or the month as of another year."""
    if first is firsts[-1] and len(firsts) > 1:
        return True
    return any(isinstance(days, Days) and (days.last - days.first).days > 31 for days in values_of(found))


def _from_the_other(parts: Parts, firsts: list[Reading], last: Reading, asked: Asked) -> Reading | None:
    """ "The 27th to the 1st", "14 Nov 2018 - 18 Nov": what one of them leaves out is told from the other."""
    years = [YEARED.search(words) is not None for words in (parts.first, parts.last)]
    if NUMBER.fullmatch(parts.last) or (years == [True, False] and _is_written(parts.last)):
        words = ordinal(int(parts.last)) if parts.last.isdigit() else parts.last
        return spread(firsts[0], lambda start: ahead_of(start, words, asked))
    if years == [False, True] and _is_written(parts.first) and not DAY_ALONE.fullmatch(parts.first):
        return spread(last, lambda end: back_from(end, parts.first, asked))
    return None


def _is_written(words: str) -> bool:
    return any(char.isdigit() for char in words)


def _until(day: Value, weekday: int) -> Reading | None:
    return Sure(Days(day, next_weekday(weekday, day))) if isinstance(day, date) else None


def _within_a_week(start: Value, end: Value) -> Reading | None:
    found = between(start, end)
    if (
        isinstance(found, Sure)
        and isinstance(found.value, Days)
        and (found.value.last - found.value.first).days < 7
    ):
        return found
    return which([value for value in (start, end) if isinstance(value, date)])
