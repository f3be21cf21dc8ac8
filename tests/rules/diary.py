"""The timetable as a school secretary would write it in the diary."""

from datetime import date, datetime

from bot.rules.milestones import Milestone, Timetable
from bot.rules.policy import Policy
from bot.rules.timetable import plan
from tests.rules.school_years import SAMPLE, utc

NOVEMBER_1 = utc(2017, 11, 1)


def written(timetable: Timetable) -> list[str]:
    return [line(milestone) for milestone in timetable.milestones]


def line(milestone: Milestone) -> str:
    days = f"{milestone.due:%a %d %b %Y}"
    if milestone.opens:
        days = f"{milestone.opens:%a %d %b} to {days}"
    at = f" {milestone.due_time:%H:%M}" if milestone.due_time else ""
    short = ", short notice" if milestone.short_notice else ""
    return f"{milestone.kind} {days}{at}{short}{moved(milestone)}"


def moved(milestone: Milestone) -> str:
    if not milestone.because:
        return ""
    if milestone.due == milestone.unmoved:
        return f", later to open: {milestone.because}"
    return f", not {milestone.unmoved:%d %b}: {milestone.because}"


def written_for(review_day: date, now: datetime = NOVEMBER_1) -> list[str]:
    return written(plan(review_day, SAMPLE, now, Policy()))


def early(review_day: date, now: datetime) -> list[str]:
    return written_for(review_day, now)[:3]
