"""Dates as the product writes them; English whatever the machine's locale is set to."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules.calendar import SATURDAY
from bot.rules.hours import london

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def full(day: date) -> str:
    """Tuesday 14 November 2017."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def closed_on(day: date, why: str) -> str:
    """The day and why schools are closed on it; a Saturday or Sunday says that itself."""
    return full(day) if day.weekday() >= SATURDAY else f"{full(day)}: {why}"


def short(day: date) -> str:
    """Tue 14 Nov: only where the year is plain from what stands around it."""
    return f"{DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def span(first: date, last: date) -> str:
    """Tuesday 5 December to Tuesday 12 December 2017: both days are inside."""
    start = full(first)
    return f"{start.removesuffix(f' {last.year}')} to {full(last)}"


def moment(at: datetime) -> str:
    """Tue 14 Nov 2017, 09:30: an aware instant as London's clocks show it."""
    here = london(at)
    return f"{short(here.date())} {here.year}, {here:%H:%M}"


def listed(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *most, last = words or ("",)
    return f"{', '.join(most)} and {last}" if most else last
