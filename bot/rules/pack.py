"""The pack: the papers that the reviewed school's headteacher sends to the review team beforehand."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.calendar import SchoolCalendar


class Item(StrEnum):
    """In the order of the letter to headteachers."""

    SEF = "sef"
    DATA = "data"
    PLAN = "plan"
    OFSTED = "ofsted"
    SIAMS = "siams"
    HEADS_REPORT = "heads_report"
    PREVIOUS = "previous"
    """The summary and action plan of the last Peer to Peer review."""


def asked(*, church_school: bool) -> tuple[Item, ...]:
    """The papers asked of a school: a SIAMS report is about church schools only."""
    return tuple(item for item in Item if item is not Item.SIAMS or church_school)


def last_open_day(after: date, before: date, calendar: SchoolCalendar) -> date | None:
    """The last school day between the two, neither of them counted."""
    days = (before - timedelta(days=n) for n in range(1, (before - after).days))
    return next((day for day in days if calendar.is_school_day(day)), None)


def is_complete(asked: Collection[Item], settled: Collection[Item]) -> bool:
    """`settled`: those with a link, or with a reason why they don't apply."""
    return set(asked) <= set(settled)
