"""When the pre-review meeting may be, and how far arranging it has come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.rules.calendar import NoSchoolDay, SchoolCalendar
from bot.rules.hours import london

# A meeting outside these hours is more likely a slip of the keyboard.
OPENS, CLOSES = time(7, 0), time(19, 0)
A_DAY = timedelta(days=1)


class State(StrEnum):
    OPEN = "open"
    """No time has been proposed."""
    PROPOSED = "proposed"
    LAPSED = "lapsed"
    """The time that was proposed or agreed is past, or the review has moved before it."""
    AGREED = "agreed"
    HELD = "held"


@dataclass(frozen=True)
class Frame:
    """What the meeting has to fit into. `due` is the day by which the timetable wants it."""

    review_day: date
    due: date
    calendar: SchoolCalendar

    @property
    def latest(self) -> date:
        """The day before the review; the day itself where the timetable found no school day before it."""
        return self.review_day if self.due == self.review_day else self.review_day - A_DAY


@dataclass(frozen=True)
class Closed:
    """`nearest`: the open days around it that would do."""

    day: date
    why: str
    nearest: tuple[date, ...]


@dataclass(frozen=True)
class PastDay:
    day: date


@dataclass(frozen=True)
class PastTime:
    at: time


@dataclass(frozen=True)
class NotBefore:
    """Not before the review; `latest` is the last school day that is, where there is one to come."""

    day: date
    review_day: date
    latest: date | None


Refusal = Closed | PastDay | PastTime | NotBefore


def refusal(day: date, at: time | None, frame: Frame, now: datetime) -> Refusal | None:
    """Why the meeting can't be then; without `at`, why not on that day at all. `now` is in UTC."""
    here = london(now)
    today = here.date()
    if day < today:
        return PastDay(day)
    if day > frame.latest:
        return NotBefore(
            day, frame.review_day, _open(frame.calendar.on_or_before, frame.latest, today, frame)
        )
    if why := frame.calendar.why_closed(day):
        return Closed(day, why, _nearest(day, today, frame))
    if at and day == today and at <= here.time():
        return PastTime(at)
    return None


def _nearest(day: date, today: date, frame: Frame) -> tuple[date, ...]:
    found = (
        _open(look, day, today, frame) for look in (frame.calendar.on_or_before, frame.calendar.on_or_after)
    )
    return tuple(one for one in found if one)


def _open(look: Callable[[date], date], day: date, today: date, frame: Frame) -> date | None:
    try:
        found = look(day)
    except NoSchoolDay:
        return None
    return found if today <= found <= frame.latest else None


def is_late(day: date, due: date) -> bool:
    """Later than the timetable wants it: worth a word, and never refused."""
    return day > due


def in_school_hours(at: time) -> bool:
    return OPENS <= at <= CLOSES


def state(
    day: date | None,
    at: time | None,
    frame: Frame,
    now: datetime,
    *,
    confirmed: bool,
    agreed: date | None,
    held: bool,
) -> State:
    """`agreed` is the date that the timetable keeps: a move of the review may have dropped it."""
    if held:
        return State.HELD
    if day is None:
        return State.OPEN
    if confirmed:
        return State.AGREED if agreed == day else State.LAPSED
    return State.LAPSED if refusal(day, at, frame, now) else State.PROPOSED
