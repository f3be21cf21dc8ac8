"""A day as people type it where a day is wanted: read, asked about, or said to be unreadable."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from bot.language.readings import Found, Reading, Unreadable, Unsure
from bot.language.say import full
from bot.language.when import reader
from bot.language.when.reader import NO_CALENDAR
from bot.language.when.values import (
    MOST_CHOICES,
    Days,
    Hours,
    No,
    Stretch,
    Sure,
    Value,
    Which,
    either,
    values_of,
)
from bot.language.when.values import Reading as When
from bot.rules.calendar import SchoolCalendar

MONTH = re.compile(r"\s*[^\W\d_]+\.?\s*[0-9]{2}\s*$")
__all__ = ["Found", "Reading", "Unreadable", "Unsure", "asked", "plain", "read"]


def read(text: str, *, today: date, calendar: SchoolCalendar = NO_CALENDAR, record: bool = False) -> Reading:
    """The day that `text` means to someone in London whose date is `today`; `record`: of what was."""
    reading = reader.read(text, today=today, calendar=calendar, record=record)
    return _narrowed(text, reading, date.min if record else today)


def plain(
    text: str, *, today: date, calendar: SchoolCalendar = NO_CALENDAR, record: bool = False
) -> Reading | None:
    """As `read`, for text that is a date and nothing else; None when any of it is not understood."""
    reading = reader.plain(text, today=today, calendar=calendar, record=record)
    return _narrowed(text, reading, date.min if record else today) if reading else None


def asked(days: Sequence[date]) -> Unsure:
    """The question which of these days is meant."""
    return Unsure(tuple(days), f"Do you mean {either([full(day) for day in days])}?")


def _narrowed(text: str, reading: When, earliest: date) -> Reading:
    """Of what may be more or less than a day, the day or the days to ask about."""
    match reading:
        case Sure(value) if type(value) is date:
            return Found(value)
        case No(reason, impossible):
            return Unreadable(reason, impossible)
        case Which((date() as day,), _) if type(day) is date and day < earliest:
            # Whoever wants a day to come says better than a question why this one won't do.
            return Found(day)
        case Which(values, reason) if all(type(value) is date for value in values):
            return Unsure(tuple(value for value in values if isinstance(value, date)), reason)
        case Which((date() as day, *others), _) if _same_day_of_week(day, others) and day >= earliest:
            # Where a day is wanted, "Thurs 9" is the 9th, and not nine o'clock.
            return Found(day)
        case Which((date() as day, Days()), _) if type(day) is date and day >= earliest and MONTH.match(text):
            # Nor is "Nov 17" a month.
            return Found(day)
        case Which((date() as day, time() as at), _) if type(day) is date and at.minute % 5:
            # Where a day is wanted, "14.11" is one; "9.05" could be a time that went astray.
            return Found(day)
    return _about(text, values_of(reading), earliest)


def _same_day_of_week(day: date, others: Sequence[Value]) -> bool:
    return type(day) is date and all(
        isinstance(other, datetime) and other.weekday() == day.weekday() for other in others
    )


def _about(text: str, values: tuple[Value, ...], earliest: date) -> Reading:
    """A time or a span was given, where one day is wanted."""
    spans = [value for value in values if isinstance(value, Days)]
    days = tuple(dict.fromkeys(day for value in values for day in _days(value)))
    if not days:
        return Unreadable(f"“{text.strip()}” is a time of day. Please give a date, for example Tues 14 Nov.")
    if len(spans) == len(values) == 1:
        return _within(text, spans[0], earliest)
    if len(days) > MOST_CHOICES:
        return Unreadable("I can see more than one date there. Please give one, for example Tues 14 Nov.")
    return Unsure(days, f"Here I need the day alone. {asked(days).reason}")


def _within(text: str, span: Days, earliest: date) -> Reading:
    """Of a week the first days, of anything longer none."""
    runs = f"{full(span.first)} to {full(span.last)}"
    days = tuple(_each(span))
    days = tuple(day for day in days if day >= earliest) or days
    if span.last - span.first > timedelta(days=7):
        return Unreadable(
            f"Which day? “{text.strip()}” is from {runs}. Please give one, for example Tues 14 Nov."
        )
    if len(days) <= MOST_CHOICES:
        return asked(days)
    return Unsure(
        days[:MOST_CHOICES],
        f"Which day? It runs from {runs}. Choose one of the first three, or type another, such as Thursday.",
    )


def _each(span: Days) -> Iterator[date]:
    for days in range((span.last - span.first).days + 1):
        yield span.first + timedelta(days=days)


def _days(value: Value) -> tuple[date, ...]:
    match value:
        case datetime():
            return (value.date(),)
        case date():
            return (value,)
        case Stretch(starts, ends):
            return (starts.date(), ends.date())
        case Hours(_, _, day):
            return (day,) if day else ()
        case Days(first, last):
            return (first, last)
        case time():
            return ()
