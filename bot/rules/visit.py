"""When the Improvement Champions' development visit can be."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.calendar import NoSchoolDay, SchoolCalendar

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Past:
    """It can be recorded, not arranged."""

    day: date


@dataclass(frozen=True, slots=True)
class TooEarly:
    """Not after the workshop, or the review; `after` is its day, `soonest` the first school day that is."""

    after: date
    soonest: date | None


@dataclass(frozen=True, slots=True)
class Closed:
    """`nearest`: the school days around it that would do."""

    day: date
    why: str
    nearest: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class ToCome:
    """It can be arranged, not recorded."""

    day: date


Refusal = Past | TooEarly | Closed | ToCome


def fits(day: date, after: date) -> bool:
    """`after` is the day of the workshop where that is known, else of the review."""
    return day > after


def refusal(day: date, after: date, today: date, calendar: SchoolCalendar) -> Refusal | None:
    """Why the visit can't be on that day; `after` as for `fits`, `today` is London's."""
    if day < today:
        return Past(day)
    first = max(after + A_DAY, today)
    if not fits(day, after):
        return TooEarly(after, _open(calendar.on_or_after, first, first))
    if why := calendar.why_closed(day):
        found = (_open(look, day, first) for look in (calendar.on_or_before, calendar.on_or_after))
        return Closed(day, why, tuple(one for one in found if one))
    return None


def refused_as_held(day: date, after: date, today: date) -> Refusal | None:
    """Why it can't have been on that day. A school may open for it when it is closed."""
    if day > today:
        return ToCome(day)
    return None if fits(day, after) else TooEarly(after, None)


def _open(look: Callable[[date], date], day: date, first: date) -> date | None:
    try:
        found = look(day)
    except NoSchoolDay:
        return None
    return found if found >= first else None
