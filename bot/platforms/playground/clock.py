"""The practice room's clock: it stands still until somebody moves it."""

from datetime import date, datetime, time, timedelta

from bot.language import say
from bot.rules import hours
from bot.rules.digest_weeks import DIGEST_AT
from bot.rules.policy import Policy
from bot.rules.rounds import ROUNDS

MORNING = time(9, 0)
# The room's consortium has no other time for its timetables.
COMES_UP = sorted({hours.NEWS_HOURS[0], DIGEST_AT, *ROUNDS, Policy().timetable_due})


class Clock:
    """`now` is in UTC; it begins at 09:00 in London."""

    def __init__(self, first_day: date) -> None:
        self.first_day = first_day
        self.now = hours.moment(first_day, MORNING)

    def start_again(self) -> None:
        self.now = hours.moment(self.first_day, MORNING)

    @property
    def today(self) -> date:
        return hours.today(self.now)

    def in_days(self, days: int) -> datetime:
        """The same time of day in London, `days` later, whatever the clocks do in between."""
        return hours.moment(self.today + timedelta(days=days), hours.london(self.now).time())


def morning_of(day: date) -> datetime:
    return hours.moment(day, MORNING)


def next_stop(now: datetime) -> datetime:
    """When something may come up by itself next: news, a digest, a round of reminders; on whatever day."""
    today = hours.today(now)
    days = (today, today + timedelta(days=1))
    return min(then for day in days for at in COMES_UP if (then := hours.moment(day, at)) > now)


def written(moment: datetime) -> str:
    """Wednesday 1 November 2017, 09:00; in London."""
    return f"{say.full(hours.today(moment))}, {time_of(moment)}"


def short(moment: datetime, now: datetime) -> str:
    """Wed 1 Nov, 09:00; in London, and with the year where it is not this one."""
    day = hours.today(moment)
    year = "" if day.year == hours.today(now).year else f" {day.year}"
    return f"{say.short(day)}{year}, {time_of(moment)}"


def brief(moment: datetime) -> str:
    """Wed 1 Nov 2017, 09:00; in London."""
    return say.moment(moment)


def time_of(moment: datetime) -> str:
    return f"{hours.london(moment):%H:%M}"
