"""Days of a month as they are written: 14 Nov, Tues 14/11/17, the 14th of next month."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

from bot.language.when.stated import EXAMPLES, YEARS, day_alone, month_from, stated, whole_month
from bot.language.when.values import Asked, Days, No, Reading, Sure, one_of, values_of, which
from bot.language.when.vocabulary import DAY_NAMES, MONTH_NAMES
from bot.rules.day import FIRST_HOUR, LAST_HOUR

FIGURES = "[0-9]{1,2}"
WEEKDAY = rf"(?P<weekday>{'|'.join(DAY_NAMES)})"
MAYBE_WEEKDAY = rf"(?:{WEEKDAY} )?"
NO_WEEKDAY = "(?P<weekday>)"
DAY_FIGURES = rf"(?P<day>{FIGURES})"
ORDINAL = rf"{DAY_FIGURES}(?:st|nd|rd|th)"
DAY = rf"{DAY_FIGURES}(?:st|nd|rd|th)?"
MONTH_FIGURES = rf"(?P<month>{FIGURES})"
MONTH = rf"(?P<month>{'|'.join(MONTH_NAMES)})"
FULL_YEAR = "(?P<year>[0-9]{4})"
YEAR = "(?P<year>[0-9]{4}|[0-9]{2})"
MAYBE_YEAR = rf"(?: (?:in )?{YEAR})?"

MONTHS_FROM_HERE = {"this": 0, "next": 1, "following": 1, "last": -1, "previous": -1, "after next": 2}
CLOCK_LIKE = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][05]")
SCHOOL_HOURS = range(FIRST_HOUR, LAST_HOUR + 1)

Match = re.Match[str]


def _in_words(match: Match, asked: Asked) -> Reading:
    day, month, year = int(match["day"]), MONTH_NAMES.index(match["month"]) + 1, match["year"]
    if year and len(year) == 4 and int(year) not in YEARS and CLOCK_LIKE.fullmatch(year):
        return _at_a_time(match, asked)
    reading = stated(day, month, _years(year, asked), _weekday(match), asked)
    if isinstance(reading, Sure) and _may_be_a_year(match, asked):
        return which((reading.value, whole_month(date(2000 + day, month, 1))))
    if not isinstance(reading, Sure) or not year or len(year) == 4 or f"in {year}" in match[0]:
        return reading
    return _year_or_hour(reading, stated(day, month, (), _weekday(match), asked), int(year), asked)


def _may_be_a_year(match: Match, asked: Asked) -> bool:
    """ "Nov 17" is a month to some."""
    bare = match["month"] + " " + match["day"] == match[0]
    return bare and len(match["day"]) == 2 and -1 <= 2000 + int(match["day"]) - asked.today.year <= 2


def _at_a_time(match: Match, asked: Asked) -> Reading:
    """ "14 Nov 1430"."""
    month, figures = MONTH_NAMES.index(match["month"]) + 1, match["year"]
    found = stated(int(match["day"]), month, (), _weekday(match), asked)
    at = time(int(figures[:2]), int(figures[2:]))
    days = [datetime.combine(value, at) for value in values_of(found) if isinstance(value, date)]
    return (Sure(days[0]) if isinstance(found, Sure) else which(days)) if days else found


def _year_or_hour(dated: Sure, undated: Reading, figure: int, asked: Asked) -> Reading:
    """ "14 Nov 17" is of this year or the next; "14 Nov 10" could be at ten."""
    if abs(2000 + figure - asked.today.year) <= 1 or figure not in SCHOOL_HOURS:
        return dated
    days = [value for value in values_of(undated) if isinstance(value, date)][:1]
    return which([*(datetime.combine(day, time(figure)) for day in days), dated.value])


def _in_numbers(match: Match, asked: Asked) -> Reading:
    day, month = int(match["day"]), int(match["month"])
    years = _years(match["year"], asked)
    if month > 12 >= day and (years or match["mark"] == "/"):
        return _american(stated(month, day, years, _weekday(match), asked), month)
    reading = stated(day, month, years, _weekday(match), asked)
    if isinstance(reading, Sure) and not years and _otherwise(match["mark"], day, month):
        return which((reading.value,))
    return reading


def _in_two_figures(match: Match, asked: Asked) -> Reading | None:
    """ "14 11" has nothing that says it is a date."""
    reading = stated(int(match["day"]), int(match["month"]), (), None, asked)
    return None if isinstance(reading, No) else which(values_of(reading))


def _american(reading: Reading, month: int) -> Reading:
    if isinstance(reading, No):
        return No(f"There is no month {month}. The day comes first here, for example 14/11/2017.", True)
    values = (reading.value,) if isinstance(reading, Sure) else reading.values
    return which(values, f"The day comes first here, and there is no month {month}. ")


def _otherwise(mark: str, day: int, month: int) -> bool:
    """Whether a day and month in figures could be a range of days or a time of day instead."""
    hours = day < month or (7 <= day <= 12 and month <= 5)
    return (mark == "-" and hours) or (mark == "." and month in (5, 10))


def _day_alone(match: Match, asked: Asked) -> Reading:
    return day_alone(int(match["day"]), _weekday(match), asked)


def _day_of_month(match: Match, asked: Asked) -> Reading:
    first = month_from(asked.today, MONTHS_FROM_HERE[match["which"] or match["later"]])
    return stated(int(match["day"]), first.month, (first.year,), _weekday(match), asked)


def _month(match: Match, asked: Asked) -> Reading:
    """The whole month; of a month that has just gone it is asked which year."""
    month = MONTH_NAMES.index(match["month"]) + 1
    years = _years(match["year"], asked)
    if years:
        return Sure(whole_month(date(years[0], month, 1))) if years[0] in YEARS else _no_year(years[0])
    year, now = asked.today.year, asked.today.month
    if asked.record:
        return Sure(whole_month(date(year if month <= now else year - 1, month, 1)))
    coming = whole_month(date(year if month >= now else year + 1, month, 1))
    just_gone = whole_month(month_from(asked.today, -1))
    return which((coming, just_gone)) if just_gone.first.month == month else Sure(coming)


def _month_near(match: Match, asked: Asked) -> Reading:
    """ "Next June" is the coming one to some, and next year's to others."""
    month, year = MONTH_NAMES.index(match["month"]) + 1, asked.today.year
    of_this_year = date(year, month, 1)
    if match["which"] == "this":
        gone = whole_month(of_this_year).last < asked.today
        if gone and not asked.record:
            return which((whole_month(date(year + 1, month, 1)), whole_month(of_this_year)))
        return Sure(whole_month(of_this_year))
    step = -1 if match["which"] == "last" else 1
    begun = (month - asked.today.month) * step > 0
    days = [date(year if begun else year + step, month, 1), date(year + step, month, 1)]
    if match["which"] == "coming":
        return Sure(whole_month(days[0]))
    return one_of([whole_month(day) for day in days])


def _month_in_figures(match: Match, asked: Asked) -> Reading | None:
    month, year = int(match["month"]), int(match["year"])
    return Sure(whole_month(date(year, month, 1))) if 1 <= month <= 12 and year in YEARS else None


def _year(match: Match, asked: Asked) -> Reading:
    year = int(match["year"])
    return Sure(Days(date(year, 1, 1), date(year, 12, 31))) if year in YEARS else _no_year(year)


def _no_year(year: int) -> No:
    return No(f"I can't use the year {year}. {EXAMPLES}", True)


def _weekday(match: Match) -> int | None:
    return DAY_NAMES.index(match["weekday"]) if match["weekday"] else None


def _years(text: str | None, asked: Asked) -> tuple[int, ...]:
    """The years that two or four figures can mean; none when none were written."""
    if not text:
        return ()
    if len(text) == 4:
        return (int(text),)
    year = 2000 + int(text)
    return (year,) if abs(year - asked.today.year) <= 50 else (year, year - 100)


Reader = Callable[[Match, Asked], Reading | None]
Form = tuple[re.Pattern[str], Reader]


def form(pattern: str, reader: Reader) -> Form:
    return re.compile(pattern), reader


WRITTEN: tuple[Form, ...] = (
    form(rf"{MAYBE_WEEKDAY}{DAY} {MONTH}{MAYBE_YEAR}", _in_words),
    form(rf"{MAYBE_WEEKDAY}{MONTH} {DAY}{MAYBE_YEAR}", _in_words),
    form(rf"{DAY} {MONTH}{MAYBE_YEAR} (?:an? )?{WEEKDAY}", _in_words),
    form(rf"{MONTH} {DAY}{MAYBE_YEAR} {WEEKDAY}", _in_words),
    form(rf"{NO_WEEKDAY}{FULL_YEAR} {MONTH} {DAY}", _in_words),
    form(rf"{MAYBE_WEEKDAY}{DAY_FIGURES}(?P<mark>[-/.]){MONTH_FIGURES}(?:(?P=mark){YEAR})?", _in_numbers),
    form(rf"{DAY_FIGURES}(?P<mark>[-/.]){MONTH_FIGURES}(?:(?P=mark){YEAR})? {WEEKDAY}", _in_numbers),
    form(rf"{MAYBE_WEEKDAY}{DAY_FIGURES}(?P<mark> ){MONTH_FIGURES} {YEAR}", _in_numbers),
    form(rf"{MAYBE_WEEKDAY}{FULL_YEAR}(?P<mark>[-/.]){MONTH_FIGURES}(?P=mark){DAY_FIGURES}", _in_numbers),
    form(rf"{NO_WEEKDAY}(?P<mark>){FULL_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>[0-3][0-9])", _in_numbers),
    form(rf"{DAY_FIGURES} {MONTH_FIGURES}", _in_two_figures),
    form(rf"{WEEKDAY} {DAY}", _day_alone),
    form(rf"{ORDINAL} {WEEKDAY}", _day_alone),
    form(rf"{NO_WEEKDAY}{ORDINAL}(?: month)?", _day_alone),
    form(
        rf"{MAYBE_WEEKDAY}{DAY} (?:in )?"
        "(?:(?P<which>this|next|following|last|previous) month|month (?P<later>after next))",
        _day_of_month,
    ),
    form(rf"{MAYBE_WEEKDAY}{DAY}(?P<mark> numbered ){MONTH_FIGURES}(?:st|nd|rd|th)(?: {YEAR})?", _in_numbers),
)

FORMS: tuple[Form, ...] = (
    *WRITTEN,
    form(rf"(?:in |during |all )?(?:month )?{MONTH}(?: {FULL_YEAR})?", _month),
    form(rf"(?:in |during )?(?P<which>this|next|last|coming) {MONTH}", _month_near),
    form(rf"{MONTH_FIGURES}/{FULL_YEAR}", _month_in_figures),
    form(rf"in {FULL_YEAR}", _year),
)
