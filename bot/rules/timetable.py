"""The five-stage timetable of one review: what falls on which day, and which holiday moved it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from bot.rules.calendar import SchoolCalendar
from bot.rules.deadlines import (
    Deadline,
    add_counted_days,
    add_months,
    after,
    ahead_of,
    before,
    day_before,
    workshop_window,
)
from bot.rules.hours import today
from bot.rules.milestones import Kind, Milestone, Timetable
from bot.rules.policy import Policy

# A timetable that is asked for on the review day itself has to be there before the morning at 09:00.
LAST_MOMENT = time(8, 0)
NOTHING_FIXED: Mapping[Kind, date] = MappingProxyType({})


def plan(
    review_day: date,
    calendar: SchoolCalendar,
    now: datetime,
    policy: Policy,
    *,
    fixed: Mapping[Kind, date] = NOTHING_FIXED,
) -> Timetable:
    """The timetable of a review on that day; ValueError when the day is closed.

    `now` is when the review was booked or last moved. Pass the same instant again when only a date
    has been agreed: what was late then stays late. `fixed` holds the dates that people agreed and
    those on which something was done; they stand, unless the new review day makes nonsense of them.
    """
    if why := calendar.why_closed(review_day):
        raise ValueError(f"{review_day} is not a school day: {why}.")
    kept = {kind: day for kind, day in fixed.items() if _makes_sense(kind, day, review_day, calendar, now)}
    early = _before_review(review_day, calendar, now, policy, kept)
    late = _after_review(review_day, calendar, policy, kept)
    review = Milestone(Kind.REVIEW, review_day, review_day)
    return Timetable((*early, review, *late), tuple(kind for kind in Kind if kind in fixed.keys() - kept))


def workshop_remark(day: date, review_day: date, policy: Policy, *, offered_to: date | None = None) -> str:
    """A sentence about a workshop outside the documents' weeks, or "". It is never refused.

    `offered_to` is the last day of the window where holidays have moved it: up to there nothing is said.
    """
    days = (day - review_day).days
    if offered_to and day <= offered_to:
        return ""
    if days > policy.workshop_warning:
        return f"That is {days} days after the review. The audit proforma asks for it “within 2–4 weeks”."
    if days > policy.workshop_caution:
        return f"That is {days} days after the review. The schedule says “1–2 weeks after the review”."
    return ""


def _makes_sense(kind: Kind, day: date, review_day: date, calendar: SchoolCalendar, now: datetime) -> bool:
    match kind:
        case Kind.PACK | Kind.TIMETABLE:
            return day <= review_day
        case Kind.MEETING:
            # On the review day only when no school day is left before it.
            return day < review_day or day == review_day <= calendar.next_school_day(today(now))
        case Kind.REVIEW:
            return day == review_day
        case Kind.WORKSHOP:
            return day > review_day
        case _:
            return day >= review_day


def _milestone(kind: Kind, deadline: Deadline) -> Milestone:
    return Milestone(kind, deadline.due, deadline.unmoved, because=deadline.because)


def _settled(milestone: Milestone, kept: Mapping[Kind, date]) -> Milestone:
    if milestone.kind not in kept:
        return milestone
    return Milestone(milestone.kind, kept[milestone.kind], milestone.unmoved)


def _before_review(
    review_day: date, calendar: SchoolCalendar, now: datetime, policy: Policy, kept: Mapping[Kind, date]
) -> tuple[Milestone, ...]:
    last = day_before(review_day, calendar)
    meeting = before(review_day - timedelta(days=policy.meeting_days_before), calendar)
    meeting = ahead_of(meeting, last.due, last.because, calendar)
    pack = before(review_day - timedelta(days=policy.pack_days_before), calendar)
    agreed = kept.get(Kind.MEETING, meeting.due)
    # A meeting that has been held already asks nothing more of the pack.
    if Kind.MEETING not in kept or agreed > today(now):
        why = "the agreed meeting" if Kind.MEETING in kept else meeting.because
        pack = ahead_of(pack, agreed, why, calendar)
    milestones = (
        _milestone(Kind.PACK, pack),
        _milestone(Kind.MEETING, meeting),
        replace(_milestone(Kind.TIMETABLE, last), due_time=policy.timetable_due),
    )
    if today(now) <= review_day:
        milestones = _at_short_notice(*milestones, review_day, calendar, now, kept)
    return tuple(_settled(milestone, kept) for milestone in milestones)


def _at_short_notice(
    pack: Milestone,
    meeting: Milestone,
    timetable: Milestone,
    review_day: date,
    calendar: SchoolCalendar,
    now: datetime,
    kept: Mapping[Kind, date],
) -> tuple[Milestone, Milestone, Milestone]:
    """What is past goes to the next school day, yet pack and meeting never after the timetable."""
    if timetable.is_past(now):
        timetable = _on_the_day(_put_off(timetable, review_day), now)
    soonest = min(calendar.next_school_day(today(now)), timetable.due)
    if meeting.is_past(now):
        meeting = _put_off(meeting, soonest)
    if pack.is_past(now) and Kind.PACK not in kept:
        pack = _put_off(pack, soonest)
        if meeting.due <= pack.due:
            meeting = _put_off(meeting, _day_to_read(pack.due, timetable.due, calendar))
    return pack, meeting, timetable


def _put_off(milestone: Milestone, due: date) -> Milestone:
    return replace(milestone, due=due, because="", short_notice=True)


def _on_the_day(timetable: Milestone, now: datetime) -> Milestone:
    in_time = replace(timetable, due_time=LAST_MOMENT)
    return replace(timetable, due_time=None) if in_time.is_past(now) else in_time


def _day_to_read(pack_due: date, timetable_due: date, calendar: SchoolCalendar) -> date:
    """The day after the pack where that still leaves a day for the timetable, else the pack's own day."""
    next_day = calendar.next_school_day(pack_due)
    return next_day if next_day < timetable_due else pack_due


def _after_review(
    review_day: date, calendar: SchoolCalendar, policy: Policy, kept: Mapping[Kind, date]
) -> tuple[Milestone, ...]:
    feedback = _settled(Milestone(Kind.FEEDBACK, review_day, review_day), kept)
    sent_by = add_counted_days(review_day, policy.summary_working_days, calendar, policy)
    summary = _settled(_milestone(Kind.SUMMARY, after(sent_by, calendar)), kept)
    window = workshop_window(review_day, calendar, policy)
    workshop = Milestone(Kind.WORKSHOP, window.due, window.unmoved, None, window.opens, window.because)
    workshop = _settled(workshop, kept)
    plan_by = add_counted_days(workshop.due, policy.plan_working_days, calendar, policy)
    action_plan = _settled(_milestone(Kind.PLAN, after(plan_by, calendar)), kept)
    audit_by = calendar.add_school_days(action_plan.due, policy.audit_school_days)
    audit = _settled(Milestone(Kind.AUDIT, audit_by, audit_by), kept)
    asked = add_months(review_day, policy.impact_months)
    impact = replace(after(max(asked, audit.due), calendar), unmoved=asked)
    return feedback, summary, workshop, action_plan, audit, _settled(_milestone(Kind.IMPACT, impact), kept)
