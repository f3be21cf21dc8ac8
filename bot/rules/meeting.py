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


def latest(review_day: date, due: date) -> date:
    """The day before the review; the day itself where the timetable found no school day before it.

    `due` is the day by which the timetable wants the meeting.
    """
    return review_day if due == review_day else review_day - A_DAY


@dataclass(frozen=True)
class Frame:
    """What the meeting has to fit into; `due` as for `latest`."""

    review_day: date
    due: date
    calendar: SchoolCalendar

    @property
    def latest(self) -> date:
        return latest(self.review_day, self.due)


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


@dataclass(frozen=True)
class Arranged:
    """What is stored about the meeting. `agreed` is the date that the timetable keeps for it."""

    day: date | None = None
    at: time | None = None
    confirmed: bool = False
    agreed: date | None = None
    held: bool = False


def state(arranged: Arranged, review_day: date, due: date, now: datetime) -> State:
    """How far it has come. `now` is in UTC."""
    if arranged.held:
        return State.HELD
    if arranged.day is None:
        return State.OPEN
    if arranged.confirmed:
        # A move of the review drops the date from the timetable where it no longer makes sense.
        return State.AGREED if arranged.agreed == arranged.day else State.LAPSED
    here = london(now)
    too_late = (arranged.day, arranged.at or CLOSES) <= (here.date(), here.time())
    return State.LAPSED if too_late or arranged.day > latest(review_day, due) else State.PROPOSED
