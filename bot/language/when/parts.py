"""Days of a month or a term: the second Monday of next month, the last working day of term, mid-November."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot.language.when.anchored import NTH, ORDINAL
from bot.language.when.counted import DAY, KIND, counted
from bot.language.when.near import next_weekday
from bot.language.when.stated import whole_month
from bot.language.when.terms import NO_TERMS, SEASONS, is_known
from bot.language.when.values import (
    MOST_CHOICES,
    Asked,
    Days,
    No,
    Reading,
    Sure,
    Value,
    last_of,
    spread,
    values_of,
    which,
)
from bot.language.when.vocabulary import DAY_NAMES, MONTH_NAMES
from bot.language.when.written import WEEKDAY, Form, Match, form

Pick = Callable[[Value], Reading | None]
A_WEEK = timedelta(days=7)
# What comes round again, and how its next one is called.
AGAIN = {"term": "next term", "month": "next month", "week": "next week"}
NAMED = re.compile(rf"(?:{'|'.join(MONTH_NAMES)})|(?:{SEASONS}) term")


def in_span(match: Match, asked: Asked, pick: Pick) -> Reading | None:
    """What `pick` finds in the span; where that is over, the next may be meant, unless it is for a record."""
    span = match["span"]
    found = spread(asked.read(_span(match)), pick)
    if asked.record or not found or not (span in AGAIN or NAMED.fullmatch(span)):
        return found
    values = values_of(found)
    if not values or any((last_of(value) or asked.today) >= asked.today for value in values):
        return found
    again = spread(asked.read(AGAIN.get(span) or f"{span} {asked.today.year + 1}"), pick)
    return which([*(values_of(again) if again else ()), *values][:MOST_CHOICES])


def _nth_weekday_in(match: Match, asked: Asked) -> Reading | None:
    weekday = DAY_NAMES.index(match["weekday"])
    # Of "this half term" a holiday has no second Tuesday to tell the last one from.
    told = match["span"].startswith(("this ", "next ")) and "halfterm" in match["span"]
    found = in_span(
        match,
        asked,
        lambda value: None if told and _is_a_week(value) else _pick(value, weekday, match["nth"]),
    )
    if not isinstance(found, Sure) or not isinstance(found.value, date) or "term" not in match["span"]:
        return found
    if asked.calendar.is_school_day(found.value) or "half" in match["span"]:
        return found
    # In a half term or on an INSET day the children are away: the one beside it may be meant.
    beside = found.value - A_WEEK if match["nth"] in {"last", "penultimate"} else found.value + A_WEEK
    return which(sorted((found.value, beside)))


def _is_a_week(value: Value) -> bool:
    return isinstance(value, Days) and value.last - value.first < A_WEEK


def _span(match: Match) -> str:
    """ "The month" is this one; of half terms that are counted in, the weeks at school may be meant."""
    said = {"month": "this month", "week": "this week", "halfterm": "this halfterm"}
    return said.get(match["span"], match["span"])


def _pick(value: Value, weekday: int, nth: str) -> Reading | None:
    if not isinstance(value, Days):
        return None
    days = list(_weekdays(value, weekday))
    place = {"last": -1, "penultimate": -2}.get(nth) or int(nth[:-2]) - 1
    if not -len(days) <= place < len(days):
        return No(f"There is no such {DAY_NAMES[weekday].capitalize()} then.", True)
    return Sure(days[place])


def _weekdays(days: Days, weekday: int) -> Iterator[date]:
    day = next_weekday(weekday, days.first - DAY)
    while day <= days.last:
        yield day
        day += timedelta(days=7)


def _day_in(match: Match, asked: Asked) -> Reading | None:
    """The first or last day, working day or school day of a span."""

    def found(value: Value) -> Reading | None:
        if not isinstance(value, Days):
            return None
        if match["kind"] is None:
            day = _plain_day(value, match["nth"])
            return _with_school(day, match, asked)
        opened = asked.calendar.is_school_day if match["kind"] == "school" else asked.calendar.is_working_day
        last = match["nth"] == "last"
        day = (
            counted(value.last + DAY, 1, -1, opened)
            if last
            else counted(value.first - DAY, int(match["nth"][:-2]), 1, opened)
        )
        if not isinstance(day, Sure) or not isinstance(day.value, date):
            return day
        if day.value not in value:
            return No("There is no such day then.", True)
        return day if match["kind"] != "school" or is_known(day.value, asked.calendar) else NO_TERMS

    return in_span(match, asked, found)


def _with_school(found: Reading, match: Match, asked: Asked) -> Reading:
    """The last day of term but one is INSET to the staff only."""
    if "term" not in match["span"] or match["nth"] != "penultimate" or not isinstance(found, Sure):
        return found
    day = found.value
    if not isinstance(day, date) or asked.calendar.is_school_day(day):
        return found
    return which((asked.calendar.previous_school_day(day), day))


def _plain_day(days: Days, nth: str) -> Reading:
    """The first and the last are plain; of any other it is asked whether closed days count."""
    if nth in {"1st", "last", "penultimate"}:
        return Sure({"1st": days.first, "last": days.last, "penultimate": days.last - DAY}[nth])
    day = days.first + (int(nth[:-2]) - 1) * DAY
    if days == whole_month(days.first) and day in days:
        return Sure(day)
    return which((day,)) if day in days else No("There is no such day then.", True)


def _bank_holiday_in(match: Match, asked: Asked) -> Reading | None:
    place = -1 if match["nth"] == "last" else int(match["nth"][:-2]) - 1

    def found(value: Value) -> Reading | None:
        days = [
            day for day in sorted(asked.calendar.bank_holidays) if isinstance(value, Days) and day in value
        ]
        return (
            Sure(days[place]) if -1 <= place < len(days) and days else No("There is no such holiday.", True)
        )

    return in_span(match, asked, found)


def _weekday_in(match: Match, asked: Asked) -> Reading | None:
    """ "Friday of half term": of a week there is only one."""
    weekday = DAY_NAMES.index(match["weekday"])

    def found(value: Value) -> Reading | None:
        if not isinstance(value, Days) or value.last - value.first >= A_WEEK:
            return None
        return _pick(value, weekday, "1st")

    return spread(asked.read(match["span"]), found)


def _part_of(match: Match, asked: Asked) -> Reading | None:
    """The start, the middle or the end of a month: nobody can book that without asking."""

    def found(value: Value) -> Reading | None:
        if not isinstance(value, Days):
            return None
        third = (value.last - value.first) / 3
        if match["part"] in {"start", "beginning", "early"}:
            return which((value.first, Days(value.first, value.first + third - DAY)))
        if match["part"] in {"end", "late"}:
            return which((value.last, Days(value.last - third + DAY, value.last)))
        return which(
            (value.first + (value.last - value.first) / 2, Days(value.first + third, value.last - third))
        )

    return in_span(match, asked, found)


SPAN = r"(?P<span>(?!after\b|before\b).+)"


FORMS: tuple[Form, ...] = (
    form(rf"{NTH} {WEEKDAY} (?:in |back in )?{SPAN}", _nth_weekday_in),
    form(rf"{ORDINAL} bank holiday (?:in )?{SPAN}", _bank_holiday_in),
    form(rf"{NTH} (?:{KIND} )?day (?:in )?{SPAN}", _day_in),
    form(rf"{WEEKDAY} (?:in |during )?(?P<span>.*\b(?:halfterm|week)\b.*)", _weekday_in),
    form(rf"(?P<span>.*\b(?:halfterm|week)) {WEEKDAY}", _weekday_in),
    form(rf"(?:at |in )?(?P<part>start|beginning|end|middle|mid|early|late) (?:in )?{SPAN}", _part_of),
)
