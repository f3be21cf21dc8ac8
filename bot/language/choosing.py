"""Which days a stated day and month can mean, and what to ask when there are several."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.language.readings import Found, Reading, Unreadable, Unsure
from bot.language.say import DAYS, MONTHS, full

EXAMPLES = "Try 14 November, or Tues 14 Nov."
JUST_PASSED = timedelta(days=31)
NEAR = timedelta(days=366)
YEARS = range(1900, 2200)


def stated(day: int, month: int, years: Sequence[int], weekday: int | None, today: date) -> Reading:
    """The reading of a day and month; `years` is empty when none was given, `weekday` counts from Monday."""
    problem = _impossible(day, month, years)
    if problem:
        return Unreadable(problem, impossible=True)
    if years:
        days: tuple[date, ...] = tuple(date(year, month, day) for year in years)
    else:
        days = tuple(_without_year(day, month, today))
    if weekday is not None:
        return _on_weekday(days, weekday)
    if len(days) > 1:
        return asked(days)
    if not years and days[0] - today > NEAR:
        return Unsure(days, f"The next 29 February is in {days[0].year}. {asked(days).reason}")
    return Found(days[0])


def day_alone(day: int, weekday: int | None, today: date) -> Reading:
    """The reading of a day whose month was left out: "the 14th", "Tues 14th"."""
    if not 1 <= day <= 31:
        return Unreadable(f"No month has a day {day}. {EXAMPLES}", impossible=True)
    days = tuple(_next_in_months(day, today))
    if weekday is not None:
        return _on_weekday(days[:1], weekday)
    if days[0].month == today.month:
        return Found(days[0])
    return Unsure(days[:1], f"Do you mean {full(days[0])}?")


def next_weekday(weekday: int, today: date) -> date:
    """The first such day after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def asked(days: Sequence[date]) -> Unsure:
    """The question which of these days is meant."""
    named = [full(day) for day in days]
    return Unsure(tuple(days), f"Do you mean {either(named)}?")


def either(names: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _impossible(day: int, month: int, years: Sequence[int]) -> str | None:
    if not 1 <= month <= 12:
        return f"There is no month {month}. The day comes first here, for example 14/11/2017."
    if any(year not in YEARS for year in years):
        return f"I can't use the year {years[0]}. {EXAMPLES}"
    name = MONTHS[month - 1]
    if day < 1:
        return f"There is no {day} {name}. {EXAMPLES}"
    most = max(calendar.monthrange(year, month)[1] for year in years or (2000,))
    if day <= most:
        return None
    if month == 2 and not years:
        return f"February has 28 or 29 days, so there is no {day} February."
    if month == 2:
        return f"February {years[0]} has {most} days, so there is no {day} February {years[0]}."
    return f"{name} has {most} days, so there is no {day} {name}."


def _without_year(day: int, month: int, today: date) -> Iterator[date]:
    """The next such day, and the last one too when it is not a month ago."""
    # Eight years reach over a century that is not a leap year.
    days = [
        date(year, month, day)
        for year in range(today.year - 1, today.year + 9)
        if day <= calendar.monthrange(year, month)[1]
    ]
    yield next(each for each in days if each >= today)
    yield from (each for each in days if today - JUST_PASSED < each < today)


def _next_in_months(day: int, today: date) -> Iterator[date]:
    for months in range(today.month - 1, today.month + 12):
        year, month = today.year + months // 12, months % 12 + 1
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) >= today:
            yield date(year, month, day)


def _on_weekday(days: Sequence[date], weekday: int) -> Reading:
    # Dates a year or a century apart never share a weekday, so at most one agrees.
    for day in days:
        if day.weekday() == weekday:
            return Found(day)
    day = days[0]
    nearest = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    said = f"{day.day} {MONTHS[day.month - 1]} {day.year} is a {DAYS[day.weekday()]}."
    return Unsure((day, nearest), f"{said} Did you mean {either([full(day), full(nearest)])}?")
