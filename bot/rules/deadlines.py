"""How each date of the timetable is found: the rule of the documents, then the holidays, then the order."""

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.calendar import SATURDAY, SchoolCalendar
from bot.rules.policy import Policy


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day to keep, the day the rule alone would give, and the holiday between the two ("" for none)."""

    due: date
    unmoved: date
    because: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The days offered for the workshop, both ends inside and open."""

    opens: date
    due: date
    unmoved: date
    because: str = ""


def before(unmoved: date, calendar: SchoolCalendar) -> Deadline:
    """On that day, or the last school day before it."""
    due = calendar.on_or_before(unmoved)
    return Deadline(due, unmoved, holiday_between(unmoved, due, calendar))


def after(unmoved: date, calendar: SchoolCalendar) -> Deadline:
    """On that day, or the first school day after it."""
    due = calendar.on_or_after(unmoved)
    return Deadline(due, unmoved, holiday_between(unmoved, due, calendar))


def day_before(review_day: date, calendar: SchoolCalendar) -> Deadline:
    """The school day before; the rule's own day is a weekday, for nobody expects a Sunday."""
    unmoved = review_day - timedelta(days=1)
    while unmoved.weekday() >= SATURDAY:
        unmoved -= timedelta(days=1)
    return before(unmoved, calendar)


def ahead_of(deadline: Deadline, later: date, because: str, calendar: SchoolCalendar) -> Deadline:
    """Strictly before `later`, so that two deadlines pushed onto one day keep their order."""
    if deadline.due < later:
        return deadline
    due = calendar.previous_school_day(later)
    return Deadline(due, deadline.unmoved, deadline.because or because)


def workshop_window(review_day: date, calendar: SchoolCalendar, policy: Policy) -> Window:
    """One to two weeks after the review; when that is all holiday, as many days from its end."""
    first = review_day + timedelta(days=policy.workshop_from)
    last = review_day + timedelta(days=policy.workshop_to)
    opens = calendar.on_or_after(first)
    end = last if opens <= last else opens + timedelta(days=policy.workshop_to - policy.workshop_from)
    due = calendar.on_or_before(end)
    because = holiday_between(last, due, calendar) or holiday_between(first, opens, calendar)
    return Window(opens, due, last, because)


def add_counted_days(start: date, days: int, calendar: SchoolCalendar, policy: Policy) -> date:
    """Working days, or school days where the consortium counts those; the start is day zero."""
    if policy.count_school_days:
        return calendar.add_school_days(start, days)
    return calendar.add_working_days(start, days)


def add_months(day: date, months: int) -> date:
    """The same day of the month, or the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def holiday_between(unmoved: date, due: date, calendar: SchoolCalendar) -> str:
    """The closure that covers most of the weekdays passed over between the two, or ""."""
    step = 1 if due > unmoved else -1
    passed = (unmoved + timedelta(days=step * n) for n in range(abs((due - unmoved).days)))
    why = Counter(calendar.why_closed(day) for day in passed if day.weekday() < SATURDAY)
    del why[""]
    return why.most_common(1)[0][0] if why else ""


def working_days_late(due: date, done: date, calendar: SchoolCalendar, policy: Policy) -> int:
    """How many days, counted as `add_counted_days` counts them, lie after `due` up to `done`; 0: in time.

    What is done at the weekend after a Friday is there before the next working day, and so in time.
    """
    counts = calendar.is_school_day if policy.count_school_days else calendar.is_working_day
    return sum(counts(due + timedelta(days=n)) for n in range(1, (done - due).days + 1))
