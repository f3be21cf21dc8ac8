"""The rounds of reminders: at which times of a school day everyone whose turn it is is reminded."""

from datetime import date, datetime, time

from bot.rules.calendar import SchoolCalendar
from bot.rules.hours import NUDGE_HOURS, london

MORNING, TEN, AFTER_SCHOOL = NUDGE_HOURS[0], time(10), time(15)
# And when the timetable is due.
ROUNDS = (MORNING, TEN, AFTER_SCHOOL)


def round_at(now: datetime, calendar: SchoolCalendar, last: time) -> tuple[date, time] | None:
    """The round that should have been made by now; none outside of the hours for reminders.

    `last`: when the timetable is due, a round of its own. A bot that was down makes the latest alone.
    """
    here = london(now)
    if not calendar.is_school_day(here.date()) or not NUDGE_HOURS[0] <= here.time() < NUDGE_HOURS[1]:
        return None
    at = max(one for one in {*ROUNDS, last} if one <= here.time() or one == MORNING)
    return here.date(), at
