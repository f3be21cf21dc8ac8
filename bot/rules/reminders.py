"""When somebody is reminded of what they owe: the steps of each line of the message table, and which is due.

A step is a day and a time on which a reminder comes up. It is derived from dates that may move, so that
nothing has to be cleaned up when they do; what is kept is only which steps somebody has been reminded of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.rules.calendar import SchoolCalendar
from bot.rules.deadlines import add_counted_days
from bot.rules.hours import moment
from bot.rules.mornings import TIMETABLE_ASKED
from bot.rules.policy import Policy
from bot.rules.rounds import AFTER_SCHOOL, MORNING, TEN

WEEK = timedelta(days=7)


class To(StrEnum):
    """Whom a step reminds."""

    OWER = "ower"
    LEAD = "lead"
    OFFICE = "office"
    LEAD_REVIEWER = "lead_reviewer"


@dataclass(frozen=True, slots=True)
class Step:
    """`name` stands in what is kept: once used, it is kept. `day` and `at` are London's."""

    name: str
    day: date
    at: time = MORNING
    to: To = To.OWER

    @property
    def moment(self) -> datetime:
        """In UTC."""
        return moment(self.day, self.at)


def ahead(name: str, day: date, due: date, calendar: SchoolCalendar, at: time = MORNING) -> Step:
    """Before something is due: on that day or the next school day, or, where that is too late, before it."""
    then = calendar.on_or_after(day)
    return Step(name, then if then <= due else calendar.on_or_before(day), at)


def since(name: str, day: date, calendar: SchoolCalendar, to: To = To.OWER, at: time = MORNING) -> Step:
    return Step(name, calendar.on_or_after(day), at, to)


def invited(asked: date, calendar: SchoolCalendar) -> tuple[Step, ...]:
    """Message table: "again after 3 days; Lead told after 5"."""
    again, told = asked + timedelta(days=3), asked + timedelta(days=5)
    return (since("again", again, calendar), since("lead", told, calendar, To.LEAD))


def pack(review_day: date, due: date, calendar: SchoolCalendar, policy: Policy) -> tuple[Step, ...]:
    """Message table: "21 and 15 days before, on the day, 2 days late (then the Lead)"."""
    before = review_day - timedelta(days=policy.pack_days_before)
    late = due + timedelta(days=2)
    early = [
        ahead(name, before - timedelta(days=days), due, calendar)
        for name, days in (("21", 7), ("15", 1))
        if before - timedelta(days=days) < due
    ]
    return (
        *early,
        since("due", due, calendar),
        since("late", late, calendar),
        since("lead", late, calendar, To.LEAD),
    )


def meeting(review_day: date, calendar: SchoolCalendar, policy: Policy) -> tuple[Step, ...]:
    """Message table: "10 and 7 days before" the review; the meeting is to be held by the second."""
    due = review_day - timedelta(days=policy.meeting_days_before)
    eve = calendar.previous_school_day(review_day)
    return (
        ahead("10", due - timedelta(days=3), eve, calendar),
        ahead("7", due, eve, calendar),
    )


def timetable(review_day: date, due: date, due_at: time, calendar: SchoolCalendar) -> tuple[Step, ...]:
    """Message table: "3 days and 1 day before at 10:00; 16:00 to the lead reviewer"."""
    return (
        ahead("3", review_day - TIMETABLE_ASKED, due, calendar, TEN),
        ahead("1", review_day - timedelta(days=1), due, calendar, TEN),
        Step("due", due, due_at, To.LEAD_REVIEWER),
    )


def paper(begins: date, days: int, calendar: SchoolCalendar, policy: Policy) -> tuple[Step, ...]:
    """Message table: on the day at 15:00; "+2, +4, +5 working days (then the Lead)".

    `days`: within how many it is to be sent. The last reminder comes on the day itself.
    """

    def after(name: str, more: int, to: To = To.OWER) -> Step:
        return since(name, add_counted_days(begins, max(days + more, 1), calendar, policy), calendar, to)

    return (
        since("0", begins, calendar, at=AFTER_SCHOOL),
        after("2", -3),
        after("4", -1),
        after("5", 0),
        after("lead", 0, To.LEAD),
    )


def for_the_office(begins: date, days: int, calendar: SchoolCalendar, policy: Policy) -> Step:
    """Message table, of the summary: "+6 (office)"."""
    return since("office", add_counted_days(begins, days + 1, calendar, policy), calendar, To.OFFICE)


def audit(plan_sent: date, days: int, calendar: SchoolCalendar) -> tuple[Step, ...]:
    """Message table: "5 and 10 days after the plan", which are school days like the deadline itself."""
    half = calendar.add_school_days(plan_sent, max(days - 5, 1))
    return (Step("5", half), Step("10", calendar.add_school_days(plan_sent, days)))


def action(due: date, today: date, calendar: SchoolCalendar) -> tuple[Step, ...]:
    """Message table: "7 days before, on the day, then weekly"; the weeks up to `today`."""
    weeks = range(max((today - due) // WEEK, 0) + 2)
    return (
        ahead("7 before", due - WEEK, due, calendar),
        *(since(f"+{week}", due + week * WEEK, calendar) for week in weeks),
    )


def once(day: date, calendar: SchoolCalendar) -> tuple[Step, ...]:
    return (since("due", day, calendar),)


@dataclass(frozen=True, slots=True)
class Reminded:
    """What is kept of a reminder: its step, and until when it is put off."""

    step: str
    until: date | None = None


def due_step(
    steps: Iterable[Step], today: date, reminded: Sequence[Reminded], asked: datetime
) -> Step | None:
    """The step of which somebody is to be reminded today, at its time or later; none where they have been.

    Only the latest that has come up counts: a bot that was down does not send three at once. `asked` is when
    this was first theirs to do (UTC): what came up before that is no news to them.
    """
    come = [one for one in steps if one.day <= today and one.moment > asked]
    if not come or any(one.until and one.until > today for one in reminded):
        return None
    latest = max(come, key=lambda one: one.moment)
    put_off = any(one.until for one in reminded)
    return latest if put_off or latest.name not in {one.step for one in reminded} else None


def wanted(choice: str, today: date, calendar: SchoolCalendar) -> date:
    """The day that is asked for: "tomorrow", "monday", or "holiday": after the next holiday.

    At the earliest the next school day.
    """
    tomorrow = calendar.next_school_day(today)
    match choice:
        case "monday":
            return calendar.on_or_after(today + timedelta(days=7 - today.weekday()))
        case "holiday":
            span = calendar.next_holiday(today)
            return calendar.next_school_day(span.ends) if span else tomorrow
        case _:
            return tomorrow


def until(choice: str, today: date, calendar: SchoolCalendar, latest: date | None) -> date:
    """The day on which it comes up again: as `wanted`, but never later than `latest`, where that is still to
    come: what it is about would be over.
    """
    then = wanted(choice, today, calendar)
    return then if latest is None else max(calendar.next_school_day(today), min(then, latest))


def together(steps: Iterable[Step], today: date) -> time:
    """When one message with all of these goes today: once the last of them has come up."""
    return max(one.at if one.day == today else MORNING for one in steps)
