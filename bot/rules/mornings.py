"""What comes up with the clock: a review's details on its morning, its timetable some days before."""

from datetime import date, datetime, time, timedelta

from bot.rules.hours import NEWS_HOURS, NUDGE_HOURS, london
from bot.rules.rounds import TEN

END_OF_SCHOOL_DAY = time(15, 30)
# When the headteacher is asked for the timetable: this long before the review, in the round of ten o'clock.
TIMETABLE_ASKED, TIMETABLE_ASKED_AT = timedelta(days=3), TEN


def day_of_details(now: datetime) -> date | None:
    """London's date while its reviews' details are worth telling; before and after that, none."""
    here = london(now)
    return here.date() if NEWS_HOURS[0] <= here.time() < END_OF_SCHOOL_DAY else None


def in_time_to_ask(now: datetime) -> bool:
    """Whether it is late enough in London to ask for a timetable, and not too late on that day."""
    return TIMETABLE_ASKED_AT <= london(now).time() < NUDGE_HOURS[1]


def days_without_timetable(now: datetime) -> tuple[date, date]:
    """The first and the last day of a review whose timetable has to have been asked for by now."""
    here = london(now)
    reached = here.time() >= TIMETABLE_ASKED_AT
    last = here.date() + TIMETABLE_ASKED - timedelta(days=0 if reached else 1)
    return here.date() + timedelta(days=1), last
