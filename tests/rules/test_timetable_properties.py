"""What holds for the timetable of any review, in any calendar, booked at any minute before its end."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.calendar import SchoolCalendar
from bot.rules.hours import moment, today
from bot.rules.milestones import Kind, Timetable
from bot.rules.policy import Policy
from bot.rules.timetable import NOTHING_FIXED, plan
from tests.rules.school_years import SAMPLE, calendars, instants_to, policies, review_days

EARLY = (Kind.PACK, Kind.MEETING, Kind.TIMETABLE)


def expect_open_days(timetable: Timetable, calendar: SchoolCalendar) -> None:
    for milestone in timetable.milestones:
        assert calendar.is_school_day(milestone.due), milestone
        assert milestone.opens is None or calendar.is_school_day(milestone.opens), milestone


def expect_order(timetable: Timetable) -> None:
    pack, meeting, sheet, review, feedback, summary, workshop, action_plan, audit, impact = (
        timetable.milestones
    )
    assert pack.due <= meeting.due <= sheet.due <= review.due <= feedback.due < summary.due
    assert review.due < (workshop.opens or workshop.due) <= workshop.due < action_plan.due < audit.due
    assert audit.due <= impact.due
    assert pack.due < meeting.due or pack.short_notice or meeting.short_notice


def expect_a_day_between_meeting_and_review(timetable: Timetable) -> None:
    meeting, sheet = timetable.of(Kind.MEETING), timetable.of(Kind.TIMETABLE)
    assert meeting.due < sheet.due or meeting.short_notice or sheet.short_notice


def expect_no_holiday_blamed_in_vain(timetable: Timetable) -> None:
    for milestone in timetable.milestones:
        if milestone.because and milestone.kind is not Kind.WORKSHOP:
            assert milestone.due != milestone.unmoved
            assert not milestone.short_notice


def expect_sense(timetable: Timetable, calendar: SchoolCalendar, review_day: date, now: datetime) -> None:
    assert [milestone.kind for milestone in timetable.milestones] == list(Kind)
    assert timetable.of(Kind.REVIEW).due == timetable.of(Kind.FEEDBACK).due == review_day
    expect_open_days(timetable, calendar)
    expect_order(timetable)
    expect_a_day_between_meeting_and_review(timetable)
    expect_no_holiday_blamed_in_vain(timetable)
    assert not [milestone for milestone in timetable.milestones if milestone.is_past(now)]


@st.composite
def bookings(draw: st.DrawFn) -> tuple[date, SchoolCalendar, datetime, Policy]:
    calendar = draw(calendars())
    review_day = draw(review_days(calendar))
    return review_day, calendar, draw(instants_to(review_day)), draw(policies())


@settings(deadline=None, max_examples=400)
@given(bookings())
def test_any_timetable_makes_sense(booking: tuple[date, SchoolCalendar, datetime, Policy]) -> None:
    review_day, calendar, now, policy = booking
    timetable = plan(review_day, calendar, now, policy)
    expect_sense(timetable, calendar, review_day, now)
    assert timetable.dropped == ()


@pytest.mark.parametrize(
    "review_day",
    [
        date(2017, 11, 1),
        date(2017, 11, 14),
        date(2017, 12, 14),
        date(2018, 1, 4),
        date(2018, 3, 22),
        date(2018, 4, 17),
        date(2018, 7, 20),
    ],
)
def test_it_makes_sense_at_every_hour_of_the_weeks_before(review_day: date) -> None:
    last = moment(review_day, time(23, 59))
    for hours in range(30 * 24):
        now = last - timedelta(hours=hours)
        expect_sense(plan(review_day, SAMPLE, now, Policy()), SAMPLE, review_day, now)


@st.composite
def agreements(draw: st.DrawFn) -> tuple[date, SchoolCalendar, datetime, Mapping[Kind, date]]:
    """A booking whose meeting or workshop, where a day is left for it, people have agreed upon."""
    review_day, calendar, now, _ = draw(bookings())
    fixed: dict[Kind, date] = {}
    meeting = calendar.on_or_after(today(now) + timedelta(days=draw(st.integers(1, 40))))
    if meeting < review_day:
        fixed[Kind.MEETING] = meeting
    if draw(st.booleans()):
        fixed[Kind.WORKSHOP] = calendar.next_school_day(review_day + timedelta(days=draw(st.integers(0, 60))))
    return review_day, calendar, now, fixed


@settings(deadline=None, max_examples=300)
@given(agreements())
def test_agreed_dates_are_kept_and_the_rest_makes_sense_round_them(
    agreement: tuple[date, SchoolCalendar, datetime, Mapping[Kind, date]],
) -> None:
    review_day, calendar, now, fixed = agreement
    timetable = plan(review_day, calendar, now, Policy(), fixed=fixed)
    assert timetable.dropped == ()
    assert {kind: timetable.of(kind).due for kind in fixed} == fixed
    expect_open_days(timetable, calendar)
    expect_order(timetable)
    assert not [milestone for milestone in timetable.milestones if milestone.is_past(now)]


@settings(deadline=None)
@given(bookings(), st.dictionaries(st.sampled_from(Kind), st.dates(date(2017, 7, 1), date(2018, 12, 31))))
def test_any_fixed_date_is_either_kept_or_said_to_be_dropped(
    booking: tuple[date, SchoolCalendar, datetime, Policy], fixed: Mapping[Kind, date]
) -> None:
    review_day, calendar, now, policy = booking
    timetable = plan(review_day, calendar, now, policy, fixed=fixed)
    for kind, day in fixed.items():
        assert (timetable.of(kind).due == day) or kind in timetable.dropped
    assert set(timetable.dropped) <= set(fixed)


@settings(deadline=None)
@given(bookings())
def test_nothing_before_the_review_is_due_after_it_however_late(
    booking: tuple[date, SchoolCalendar, datetime, Policy],
) -> None:
    review_day, calendar, now, policy = booking
    for late in (now, moment(review_day, time(23, 59)), moment(review_day, time(9)) + timedelta(days=30)):
        timetable = plan(review_day, calendar, late, policy, fixed=NOTHING_FIXED)
        assert all(timetable.of(kind).due <= review_day for kind in EARLY)
