"""When a week's digest goes, and which days it tells of."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.rules.calendar import SEARCHED_DAYS, NoSchoolDay, SchoolCalendar
from bot.rules.hours import NEWS_HOURS, london, moment

DIGEST_AT, MIDNIGHT = time(8), time(0)
FRIDAY, A_WEEK, A_FORTNIGHT = timedelta(days=4), timedelta(days=7), timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last, both inside."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def this_week(monday: date) -> Days:
    return Days(monday, monday + FRIDAY)


def next_fortnight(monday: date) -> Days:
    """The two weeks after the digest's own."""
    return Days(monday + A_WEEK, monday + A_FORTNIGHT + FRIDAY)


def school_days(monday: date, calendar: SchoolCalendar) -> tuple[date, ...]:
    week = (monday + timedelta(days=n) for n in range(5))
    return tuple(day for day in week if calendar.is_school_day(day))


def goes_between(monday: date, calendar: SchoolCalendar) -> tuple[datetime, datetime] | None:
    """From when, and until before when, the week's digest may go (UTC); a week without school has none.

    It is for the first school day; one that could not go then is worth sending for as long as the week lasts.
    """
    days = school_days(monday, calendar)
    if not days:
        return None
    return moment(days[0], DIGEST_AT), moment(days[-1], NEWS_HOURS[1])


def digest_due(now: datetime, calendar: SchoolCalendar) -> date | None:
    """The Monday of the week whose digest should be out by now; None: none should be, or the week is over."""
    monday = monday_of(london(now).date())
    goes = goes_between(monday, calendar)
    return monday if goes and goes[0] <= now < goes[1] else None


def is_over(monday: date, now: datetime, calendar: SchoolCalendar) -> bool:
    """Whether nobody wants the digest of that week any more."""
    goes = goes_between(monday, calendar)
    return goes is None or now >= goes[1]


def week_before(monday: date, calendar: SchoolCalendar) -> date:
    """The Monday of the last week before this one that had a digest."""
    try:
        return monday_of(calendar.previous_school_day(monday))
    except NoSchoolDay:
        return monday - A_WEEK


def since(monday: date, calendar: SchoolCalendar) -> datetime:
    """When the digest before that week's was for: what was done from then on is new in it."""
    earlier = week_before(monday, calendar)
    goes = goes_between(earlier, calendar)
    return goes[0] if goes else moment(earlier, DIGEST_AT)


def shown_week(today: date, calendar: SchoolCalendar) -> date:
    """The Monday of the week that is shown to whoever asks: on a closed day, that of the next school day.

    `today` is London's.
    """
    try:
        return monday_of(calendar.on_or_after(today))
    except NoSchoolDay:
        return monday_of(today)


def next_digest(now: datetime, calendar: SchoolCalendar) -> date:
    """The Monday of the week whose digest is the next to go: a note written now goes with it."""
    monday = monday_of(london(now).date())
    for _ in range(SEARCHED_DAYS // A_WEEK.days):
        goes = goes_between(monday, calendar)
        if goes and now < goes[0]:
            return monday
        monday += A_WEEK
    return monday_of(london(now).date()) + A_WEEK
