"""The ways of writing a date that are read here: one line of the table for each."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.language.choosing import EXAMPLES, asked, day_alone, next_weekday, stated
from bot.language.readings import Found, Reading, Unreadable, Unsure
from bot.language.say import full
from bot.language.spelling import DAY_NAMES, MONTH_NAMES, TIME

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
UNITS = {"day": 1, "week": 7, "fortnight": 14}

FIGURES = "[0-9]{1,2}"
WEEKDAY = rf"(?P<weekday>{'|'.join(DAY_NAMES)})"
MAYBE_WEEKDAY = rf"(?:{WEEKDAY} )?"
NO_WEEKDAY = "(?P<weekday>)"
DAY_FIGURES = rf"(?P<day>{FIGURES})"
ORDINAL = rf"{DAY_FIGURES}(?:st|nd|rd|th)"
DAY = rf"{DAY_FIGURES}(?:st|nd|rd|th)?"
FIRST_DAY = rf"(?P<first>{FIGURES})(?:st|nd|rd|th)?"
MONTH_FIGURES = rf"(?P<month>{FIGURES})"
MONTH = rf"(?P<month>{'|'.join(MONTH_NAMES)})"
FULL_YEAR = "(?P<year>[0-9]{4})"
YEAR = "(?P<year>[0-9]{4}|[0-9]{2})"
MAYBE_YEAR = rf"(?: {YEAR})?"
COUNT = rf"(?P<count>[0-9]{{1,3}}|an?|{'|'.join(NUMBERS)}) (?P<unit>day|week|fortnight)s?"


def read(phrase: str, today: date) -> Reading | None:
    """What the phrase plainly states, in the spelling of `Phrase`; None when it is in no form known here."""
    for pattern, reader in FORMS:
        match = pattern.fullmatch(phrase)
        if match:
            return reader(match, today)
    return None


def written(phrase: str, today: date) -> Reading | None:
    """As `read`, for phrases that name a day of a month only."""
    for pattern, reader in WRITTEN:
        match = pattern.fullmatch(phrase)
        if match:
            return reader(match, today)
    return None


def _in_words(match: re.Match[str], today: date) -> Reading:
    month = MONTH_NAMES.index(match["month"]) + 1
    return stated(int(match["day"]), month, _years(match["year"], today), _weekday(match), today)


def _in_numbers(match: re.Match[str], today: date) -> Reading:
    day, month = int(match["day"]), int(match["month"])
    years = _years(match["year"], today)
    if month > 12 >= day and (years or match["mark"] == "/"):
        return _american(stated(month, day, years, _weekday(match), today), month)
    reading = stated(day, month, years, _weekday(match), today)
    if isinstance(reading, Found) and not years and _otherwise(match["mark"], day, month):
        return Unsure((reading.day,), f"Do you mean {full(reading.day)}?")
    return reading


def _range(match: re.Match[str], today: date) -> Reading:
    """Two days of one month, such as "14-16 Nov": the one who typed them says which."""
    last = _in_words(match, today)
    first = stated(
        int(match["first"]), MONTH_NAMES.index(match["month"]) + 1, _years(match["year"], today), None, today
    )
    if isinstance(first, Found) and isinstance(last, Found):
        return asked((first.day, last.day))
    return last if isinstance(first, Found) else first


def _american(reading: Reading, month: int) -> Reading:
    if isinstance(reading, Unreadable):
        no_month = f"There is no month {month}. The day comes first here, for example 14/11/2017."
        return Unreadable(no_month, impossible=True)
    days = (reading.day,) if isinstance(reading, Found) else reading.choices
    question = asked(days).reason
    return Unsure(days, f"The day comes first here, and there is no month {month}. {question}")


def _otherwise(mark: str, day: int, month: int) -> bool:
    """Whether a day and month in figures could be a range of days or a time of day instead."""
    return (mark == "-" and day < month) or (mark == "." and month in (5, 10))


def _day_alone(match: re.Match[str], today: date) -> Reading:
    return day_alone(int(match["day"]), _weekday(match), today)


def _coming_weekday(match: re.Match[str], today: date) -> Reading:
    day = next_weekday(DAY_NAMES.index(match["weekday"]), today)
    if day.weekday() == today.weekday():
        return asked((today, day))
    return Found(day)


def _which_weekday(match: re.Match[str], today: date) -> Reading:
    """ "Next Friday" is the coming one to some, and the one after it to others."""
    weekday = DAY_NAMES.index(match["weekday"])
    first = today if match["which"] == "this" and today.weekday() == weekday else next_weekday(weekday, today)
    return asked((first, first + timedelta(days=7)))


def _next_week(match: re.Match[str], today: date) -> Reading:
    monday = next_weekday(0, today)
    days = tuple(monday + timedelta(days=n) for n in range(3))
    friday = monday + timedelta(days=4)
    return Unsure(
        days,
        f"Which day next week? It runs from {full(monday)} to {full(friday)}. "
        "Choose one of the first three, or type another, such as Thursday.",
    )


def _weekday_next_week(match: re.Match[str], today: date) -> Reading:
    day = next_weekday(0, today) + timedelta(days=DAY_NAMES.index(match["weekday"]))
    return asked((day,))


def _from_today(match: re.Match[str], today: date) -> Reading:
    start = today + timedelta(days=1) if match["start"] == "tomorrow" else today
    count = match["count"]
    number = 1 if count in {"a", "an"} else NUMBERS.index(count) + 1 if count in NUMBERS else int(count)
    return Found(start + timedelta(days=number * UNITS[match["unit"]]))


def _today_week(match: re.Match[str], today: date) -> Reading:
    return asked((today + timedelta(days=7 if match["start"] == "today" else 8),))


def _no_day(match: re.Match[str], today: date) -> Reading:
    return Unreadable(f"Which day do you mean? {EXAMPLES}")


def _month_alone(match: re.Match[str], today: date) -> Reading:
    return Unreadable(f"Which day in {match['month'].capitalize()}? {EXAMPLES}")


def _time_alone(match: re.Match[str], today: date) -> Reading:
    return Unreadable(f"“{match[0]}” is a time of day. Please give a date, for example Tues 14 Nov.")


def _weekday(match: re.Match[str]) -> int | None:
    return DAY_NAMES.index(match["weekday"]) if match["weekday"] else None


def _years(text: str | None, today: date) -> tuple[int, ...]:
    """The years that two or four figures can mean; none when none were written."""
    if not text:
        return ()
    if len(text) == 4:
        return (int(text),)
    year = 2000 + int(text)
    return (year,) if abs(year - today.year) <= 50 else (year, year - 100)


Reader = Callable[[re.Match[str], date], Reading]
Form = tuple[re.Pattern[str], Reader]

WRITTEN: tuple[Form, ...] = (
    (re.compile(rf"{MAYBE_WEEKDAY}{DAY} {MONTH}{MAYBE_YEAR}"), _in_words),
    (re.compile(rf"{MAYBE_WEEKDAY}{MONTH} {DAY}{MAYBE_YEAR}"), _in_words),
    (re.compile(rf"{DAY} {MONTH}{MAYBE_YEAR} {WEEKDAY}"), _in_words),
    (re.compile(rf"{NO_WEEKDAY}{FULL_YEAR} {MONTH} {DAY}"), _in_words),
    (re.compile(rf"{NO_WEEKDAY}{FIRST_DAY}(?:-| (?:or |and |& |to |- )?){DAY} {MONTH}{MAYBE_YEAR}"), _range),
    (re.compile(rf"{MAYBE_WEEKDAY}{DAY_FIGURES}(?P<mark>[-/.]){MONTH_FIGURES}(?:[-/.]{YEAR})?"), _in_numbers),
    (re.compile(rf"{MAYBE_WEEKDAY}{DAY_FIGURES}(?P<mark> ){MONTH_FIGURES} {YEAR}"), _in_numbers),
    (re.compile(rf"{MAYBE_WEEKDAY}{FULL_YEAR}(?P<mark>[-/.]){MONTH_FIGURES}[-/.]{DAY_FIGURES}"), _in_numbers),
    (re.compile(rf"{WEEKDAY} {DAY}"), _day_alone),
    (re.compile(rf"{NO_WEEKDAY}{ORDINAL}"), _day_alone),
)

FORMS: tuple[Form, ...] = (
    *WRITTEN,
    (re.compile("today"), lambda match, today: Found(today)),
    (re.compile("tomorrow"), lambda match, today: Found(today + timedelta(days=1))),
    (re.compile("day after tomorrow"), lambda match, today: Found(today + timedelta(days=2))),
    (re.compile(WEEKDAY), _coming_weekday),
    (re.compile(rf"(?P<which>this|next|this coming|coming) {WEEKDAY}"), _which_weekday),
    (re.compile(rf"{WEEKDAY} next week"), _weekday_next_week),
    (re.compile("next week"), _next_week),
    (re.compile(rf"in {COUNT}(?: time)?(?P<start>)"), _from_today),
    (re.compile(rf"{COUNT} time(?P<start>)"), _from_today),
    (re.compile(rf"{COUNT} (?:(?P<start>today|tomorrow)|from (?:today|now))"), _from_today),
    (re.compile("(?P<start>today|tomorrow) week"), _today_week),
    (re.compile(rf"{MONTH}(?: [0-9]{{4}})?"), _month_alone),
    (re.compile("(?:this|next) month|(?:this|next) term|this week|week after next"), _no_day),
    (re.compile(TIME), _time_alone),
)
