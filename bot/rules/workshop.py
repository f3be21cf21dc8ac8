"""The post-review workshop: which days are offered, why a day won’t do, how far it has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.calendar import NoSchoolDay, SchoolCalendar

# A window may be long where a consortium sets it so; a day that is not offered can be typed.
MOST_OFFERED = 10
# Once the window is over.
NEXT_FEW = 3
A_DAY = timedelta(days=1)


class State(StrEnum):
    OPEN = "open"
    """No day has been chosen."""
    LAPSED = "lapsed"
    """The review has moved, and the day that was chosen no longer makes sense."""
    AGREED = "agreed"
    HELD = "held"


def state(day: date | None, agreed: date | None, *, held: bool) -> State:
    """How far it has come. `agreed` is the date that the timetable keeps for it."""
    if held:
        return State.HELD
    if day is None:
        return State.OPEN
    return State.AGREED if agreed == day else State.LAPSED


def offered(opens: date, due: date, calendar: SchoolCalendar, today: date) -> tuple[date, ...]:
    """The school days of the window that are not past; where none is left, the next few school days."""
    days = (opens + timedelta(days=n) for n in range((due - opens).days + 1))
    left = [day for day in days if day >= today and calendar.is_school_day(day)]
    return tuple(left[:MOST_OFFERED]) or tuple(_next_few(max(today, due), calendar))


def _next_few(after: date, calendar: SchoolCalendar) -> Iterator[date]:
    day = after
    for _ in range(NEXT_FEW):
        try:
            day = calendar.next_school_day(day)
        except NoSchoolDay:
            return
        yield day


@dataclass(frozen=True)
class Closed:
    """`following`: the next open day after it, where the calendar knows one."""

    day: date
    why: str
    following: date | None


@dataclass(frozen=True)
class NotAfter:
    """On the day of the review or before it."""

    day: date
    review_day: date


@dataclass(frozen=True)
class PastDay:
    day: date


Refusal = Closed | NotAfter | PastDay


def refusal(day: date, review_day: date, calendar: SchoolCalendar, today: date) -> Refusal | None:
    """Why the workshop can’t be on that day; that it is late is never a reason. `today` is London’s."""
    if day <= review_day:
        return NotAfter(day, review_day)
    if day < today:
        return PastDay(day)
    if why := calendar.why_closed(day):
        return Closed(day, why, next(_next_few(day, calendar), None))
    return None


def can_have_been(day: date, review_day: date, today: date) -> bool:
    """Whether it can have been held on that day; on a closed one too, for staff may come in."""
    return review_day < day <= today
