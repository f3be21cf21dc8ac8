"""Working days and days at school, counted: 5 working days after 14 Nov, in 3 school days."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.language.when.near import TOO_FAR, count_of
from bot.language.when.terms import NO_TERMS, is_known
from bot.language.when.values import (
    Asked,
    Days,
    Reading,
    Sure,
    Value,
    first_of,
    last_of,
    spread,
    values_of,
    which,
)
from bot.language.when.written import Form, Match, form

DAY = timedelta(days=1)
FRESH = timedelta(days=21)
MOST_WORKING_DAYS = 400
NUMBER = "(?P<count>[0-9]{1,3}|an?)"
KIND = "(?P<kind>working|business|school)"
BESIDE = "(?P<side>after|before|following)"
SIDE = "(?P<side>after|before|following|from)"
ANCHOR = "(?P<anchor>.+)"


def after(match: Match) -> bool:
    return match["side"] != "before"


def beside(match: Match, asked: Asked, onwards: Callable[[Value], Reading | None]) -> Reading | None:
    """What is told from an anchor; "after half term" may be after the one that has just ended."""
    found = spread(asked.read(match["anchor"]), onwards)
    if match["anchor"] != "halfterm" or asked.record or not after(match) or not found:
        return found
    gone = spread(replace(asked, record=True).read("halfterm"), lambda rest: _if_fresh(rest, asked, onwards))
    ahead = (
        [value for value in values_of(gone) if (first_of(value) or asked.today) > asked.today] if gone else []
    )
    return which([*ahead, *values_of(found)]) if ahead else found


def _if_fresh(rest: Value, asked: Asked, onwards: Callable[[Value], Reading | None]) -> Reading | None:
    ended = last_of(rest)
    return onwards(rest) if ended and ended < asked.today <= ended + FRESH else None


def _working_days(match: Match, asked: Asked) -> Reading | None:
    """ "5 working days after 14 Nov": the day itself is day zero."""
    count, opened = count_of(match), _opened(match, asked)

    def found(value: Value) -> Reading | None:
        start, step = (last_of(value), 1) if after(match) else (first_of(value), -1)
        if start is None:
            return None
        away = _at_school(counted(start, count, step, opened), match, asked)
        if not isinstance(value, Days):
            return away
        # Of a holiday it is counted from its own end, or from the last or first day at school.
        from_school = counted(start, count + 1, step, opened)
        return which([*values_of(away), *values_of(from_school)])

    return spread(asked.read(match["anchor"]), found)


def _at_school(found: Reading, match: Match, asked: Asked) -> Reading:
    """Beyond the terms in the roster nobody can count school days."""
    if match["kind"] != "school" or not isinstance(found, Sure) or not isinstance(found.value, date):
        return found
    return found if is_known(found.value, asked.calendar) else NO_TERMS


def _opened(match: Match, asked: Asked) -> Callable[[date], bool]:
    return asked.calendar.is_school_day if match["kind"] == "school" else asked.calendar.is_working_day


def counted(day: date, count: int, step: int, opened: Callable[[date], bool]) -> Reading:
    if count > MOST_WORKING_DAYS:
        return TOO_FAR
    while count:
        day += step * DAY
        count -= opened(day)
        if not date(1990, 1, 1) < day < date(2150, 1, 1):
            return TOO_FAR
    return Sure(day)


def _in_working_days(match: Match, asked: Asked) -> Reading | None:
    step = -1 if match.groupdict().get("ago") else 1
    return _at_school(counted(asked.today, count_of(match), step, _opened(match, asked)), match, asked)


def _next_open(match: Match, asked: Asked) -> Reading:
    """The next working or school day, today not counted."""
    step = -1 if match["which"] in {"last", "previous"} else 1
    found = _at_school(counted(asked.today, 1, step, _opened(match, asked)), match, asked)
    if match["which"] == "last" and match["kind"] == "school" and not asked.record:
        # The last one gone, or the last one of term.
        return which([value for each in (found, asked.read("breakup")) if each for value in values_of(each)])
    return found


def _first_from(match: Match, asked: Asked) -> Reading | None:
    """ "The first working day from the 14th", which the 14th itself may be."""

    def found(value: Value) -> Reading | None:
        first = first_of(value)
        day = counted(first - DAY, 1, 1, _opened(match, asked)) if first else None
        return _at_school(day, match, asked) if day else None

    return spread(asked.read(match["anchor"]), found)


FORMS: tuple[Form, ...] = (
    form(
        rf"{KIND} days? after next",
        lambda _m, asked: counted(asked.today, 2, 1, asked.calendar.is_working_day),
    ),
    form(rf"(?P<which>next|last|previous) {KIND} day", _next_open),
    form(rf"1st {KIND} day from {ANCHOR}", _first_from),
    form(rf"in {NUMBER} {KIND} days?(?: time)?", _in_working_days),
    form(
        rf"{NUMBER} {KIND} days?(?: (?:from|after) (?:now|today)| time| later)",
        _in_working_days,
    ),
    form(rf"{NUMBER} {KIND} days? (?P<ago>ago)", _in_working_days),
    form(rf"{NUMBER} {KIND} days? {SIDE} {ANCHOR}", _working_days),
)
