"""A stated day and month: which days they can mean, and what to ask when there are several."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.language.say import DAYS, MONTHS, full
from bot.language.when.values import Asked, Days, No, Reading, Sure, Which, either, which

EXAMPLES = "Try 14 November, or Tues 14 Nov."


JUST_PASSED = timedelta(days=31)


# A year so far away has a slip of typing in it.
A_LIFE = timedelta(days=366 * 50)
NEAR = timedelta(days=366)


YEARS = range(1900, 2200)


def stated(day: int, month: int, years: Sequence[int], weekday: int | None, asked: Asked) -> Reading:
    """The reading of a day and month; `years` is empty when none was given, `weekday` counts from Monday."""
    problem = _impossible(day, month, years)
    if problem:
        return No(problem, True)
    if years:
        days: tuple[date, ...] = tuple(date(year, month, day) for year in years)
    else:
        days = tuple(_without_year(day, month, asked))
    if weekday is not None:
        return _on_weekday(days, weekday)
    if len(days) > 1:
        return which(days)
    if not years and abs(days[0] - asked.today) > NEAR:
        near = "last" if asked.record else "next"
        verb = "was" if asked.record else "is"
        return which(days, f"The {near} 29 February {verb} in {days[0].year}. ")
    return which(days) if abs(days[0] - asked.today) > A_LIFE else Sure(days[0])


def day_alone(day: int, weekday: int | None, asked: Asked) -> Reading:
    """The reading of a day whose month was left out: "the 14th", "Tues 14th"."""
    if not 1 <= day <= 31:
        return No(f"No month has a day {day}. {EXAMPLES}", True)
    found = tuple(_in_months(day, asked))
    if weekday is None:
        # On the 1st, "the 1st" may be today or a month away.
        return which(found[:2]) if found[0] == asked.today else Sure(found[0])
    reading = _on_weekday(found[:1], weekday)
    later = next((each for each in found[1:4] if each.weekday() == weekday), None)
    if isinstance(reading, Which) and later:
        return which((later, *reading.values[:2]), f"{_is_a(found[0])} ")
    return reading


def whole_month(day: date) -> Days:
    return Days(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def month_from(today: date, months: int) -> date:
    """The first of the month that is so many months after this one."""
    count = today.year * 12 + today.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


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


def _without_year(day: int, month: int, asked: Asked) -> Iterator[date]:
    """The next such day, and the last one too when it is not a month ago; of a record the other way round."""
    today = asked.today
    # Eight years reach over a century that is not a leap year.
    days = [
        date(year, month, day)
        for year in range(today.year - 9, today.year + 10)
        if day <= calendar.monthrange(year, month)[1]
    ]
    coming = [each for each in days if each >= today]
    gone = [each for each in reversed(days) if each <= today]
    likely, other = (gone, coming) if asked.record else (coming, gone)
    yield likely[0]
    yield from (each for each in other[:1] if abs(each - today) < JUST_PASSED and each != likely[0])


def _in_months(day: int, asked: Asked) -> Iterator[date]:
    """Such days in this month and those after it; of a record, before it."""
    today = asked.today
    for months in range(13):
        first = month_from(today, -months if asked.record else months)
        if day <= calendar.monthrange(first.year, first.month)[1]:
            found = first.replace(day=day)
            if found <= today if asked.record else found >= today:
                yield found


def _on_weekday(days: Sequence[date], weekday: int) -> Reading:
    # Dates a year or a century apart never share a weekday, so at most one agrees.
    for day in days:
        if day.weekday() == weekday:
            return Sure(day)
    day = days[0]
    nearest = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    return Which((day, nearest), f"{_is_a(day)} Did you mean {either([full(day), full(nearest)])}?")


def _is_a(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} is a {DAYS[day.weekday()]}."
