"""London's clock: what day it is, and the hours in which a message may go out."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.calendar import SchoolCalendar

LONDON = ZoneInfo("Europe/London")


class Urgency(StrEnum):
    URGENT = "urgent"
    NEWS = "news"
    NUDGE = "nudge"


# On school days, London time; the second time is already outside.
NEWS_HOURS = time(7, 30), time(18, 0)
NUDGE_HOURS = time(8, 0), time(17, 0)


def moment(day: date, at: time) -> datetime:
    """That London wall time in UTC.

    An hour that comes twice (October) means its first; one that is left out (March) is read as
    winter time, so 01:30 becomes what the clocks then show as 02:30.
    """
    return datetime.combine(day, at, LONDON).astimezone(UTC)


def london(now: datetime) -> datetime:
    """An aware instant as London's clocks show it."""
    if now.tzinfo is None:
        raise ValueError("An instant needs its time zone.")
    return now.astimezone(LONDON)


def today(now: datetime) -> date:
    """London's date at that instant."""
    return london(now).date()


def may_send_at(urgency: Urgency, now: datetime, calendar: SchoolCalendar) -> datetime:
    """The first instant from `now` on, in UTC, at which a message of this urgency may go."""
    if urgency is Urgency.URGENT:
        return now.astimezone(UTC)
    opens, closes = NEWS_HOURS if urgency is Urgency.NEWS else NUDGE_HOURS
    here = london(now)
    if not calendar.is_school_day(here.date()) or here.time() >= closes:
        return moment(calendar.next_school_day(here.date()), opens)
    return max(now.astimezone(UTC), moment(here.date(), opens))
