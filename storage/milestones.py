"""A review's timetable as rows: computed by the rules, kept where people have agreed or done something."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.rules import timetable
from bot.rules.calendar import SchoolCalendar
from bot.rules.hours import today
from bot.rules.milestones import Kind, Timetable
from bot.rules.milestones import Milestone as Planned
from bot.rules.policy import Policy
from storage.models import Milestone, Review


def fixed(review: Review) -> Mapping[Kind, date]:
    """The dates that stand whatever else moves: those agreed, and those on which something was done."""
    agreed = {row.kind: row.agreed for row in review.milestones if row.agreed}
    return agreed | {row.kind: today(row.done_at) for row in review.milestones if row.done_at}


def lay_out(
    session: Session, review: Review, calendar: SchoolCalendar, policy: Policy, now: datetime
) -> Timetable:
    """Write the timetable for the review's day; what is done stays done and agreed dates stand.

    `now` is in UTC. Returned with what was dropped: an agreed date that the new day makes no sense of.
    """
    planned = timetable.plan(review.day, calendar, now, policy, fixed=fixed(review))
    rows = {row.kind: row for row in review.milestones}
    for milestone in planned.milestones:
        row = rows.get(milestone.kind)
        if row is None:
            row = Milestone(kind=milestone.kind)
            review.milestones.append(row)
        if row.done_at is not None:
            continue
        row.opens, row.due, row.due_time = milestone.opens, milestone.due, milestone.due_time
        row.unmoved, row.because = milestone.unmoved, milestone.because
        row.short_notice = milestone.short_notice
        if row.kind in planned.dropped:
            row.agreed = None
    session.flush()
    return planned


def unsettled(review: Review, kind: Kind, calendar: SchoolCalendar, policy: Policy, now: datetime) -> Planned:
    """As the rules have it where nobody has agreed or done it; `now` as for `lay_out`."""
    stand = {one: day for one, day in fixed(review).items() if one is not kind}
    return timetable.plan(review.day, calendar, now, policy, fixed=stand).of(kind)


def of(review: Review, kind: Kind) -> Milestone:
    return next(row for row in review.milestones if row.kind is kind)


def longer(row: Milestone, review_day: date) -> date | None:
    """Until when it may take, where that is later than it is due; a move of the review can undo it."""
    until = row.longer_until
    return until if until is not None and row.due < until <= review_day else None


def stands_on(row: Milestone, review_day: date) -> date:
    """Its day: on which people met or have agreed to, else by which it is due, with any delay given."""
    met = today(row.done_at) if row.done_at and row.kind in (Kind.MEETING, Kind.WORKSHOP) else None
    return met or row.agreed or longer(row, review_day) or row.due


def undo(review: Review, kind: Kind, calendar: SchoolCalendar, policy: Policy, now: datetime) -> None:
    """It is not done after all. Where the review has moved since, it is due as the new day would have it."""
    row = of(review, kind)
    row.done_at, row.done_by_id = None, None
    if calendar.why_closed(review.day):
        return
    planned = timetable.plan(review.day, calendar, now, policy, fixed=fixed(review)).of(kind)
    if planned.unmoved != row.unmoved:
        row.due, row.unmoved, row.because = planned.due, planned.unmoved, planned.because
        row.short_notice = planned.short_notice


def as_timetable(review: Review) -> Timetable:
    """The stored rows as the rules' own values, in the order of the schedule."""
    order = list(Kind)
    rows = sorted(review.milestones, key=lambda row: order.index(row.kind))
    return Timetable(
        tuple(
            Planned(row.kind, row.due, row.unmoved, row.due_time, row.opens, row.because, row.short_notice)
            for row in rows
        )
    )
