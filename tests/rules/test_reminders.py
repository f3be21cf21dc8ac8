"""When somebody is reminded: the message table's steps, moved off closed days, and which of them is due."""

from datetime import UTC, date, datetime, time

import pytest

from bot.rules import reminders
from bot.rules.calendar import SchoolCalendar
from bot.rules.hours import moment
from bot.rules.policy import Policy
from bot.rules.reminders import Reminded, Step, To, due_step, until
from bot.rules.rounds import round_at
from tests.rules.school_years import SAMPLE as CALENDAR

POLICY = Policy()
FOUR = time(16)
LONG_AGO = datetime(2017, 9, 1, tzinfo=UTC)
# A review on Tuesday 14 November 2017: its pack is due on 31 October, and the half term ends on the 29th.
REVIEW, DUE = date(2017, 11, 14), date(2017, 10, 31)


def days(steps: tuple[Step, ...]) -> list[tuple[str, str]]:
    return [(one.name, f"{one.day:%a} {one.day.day} {one.day:%b} {one.at:%H:%M}") for one in steps]


def test_the_paperwork_is_asked_for_beforehand_on_the_day_and_once_it_is_late() -> None:
    steps = reminders.pack(date(2017, 12, 7), date(2017, 11, 23), CALENDAR, POLICY)
    assert days(steps) == [
        ("21", "Thu 16 Nov 08:00"),
        ("15", "Wed 22 Nov 08:00"),
        ("due", "Thu 23 Nov 08:00"),
        ("late", "Mon 27 Nov 08:00"),
        ("lead", "Mon 27 Nov 08:00"),
    ]
    assert [one.name for one in steps if one.to is To.LEAD] == ["lead"]


def test_what_falls_into_a_holiday_comes_after_it_or_before_it_where_that_were_too_late() -> None:
    steps = reminders.pack(REVIEW, DUE, CALENDAR, POLICY)
    # 24 October lies in the half term; the 30th, the day before it is due, is open again.
    assert days(steps)[:3] == [
        ("21", "Mon 30 Oct 08:00"),
        ("15", "Mon 30 Oct 08:00"),
        ("due", "Tue 31 Oct 08:00"),
    ]
    before = reminders.ahead("1", date(2017, 10, 23), date(2017, 10, 24), CALENDAR)
    assert before.day == CALENDAR.on_or_before(date(2017, 10, 23))


def test_a_review_on_a_monday_has_its_timetable_asked_for_on_the_friday() -> None:
    steps = reminders.timetable(date(2017, 12, 4), date(2017, 12, 1), FOUR, CALENDAR)
    assert days(steps) == [
        ("3", "Fri 1 Dec 10:00"),
        ("1", "Fri 1 Dec 10:00"),
        ("due", "Fri 1 Dec 16:00"),
    ]
    assert [one.to for one in steps] == [To.OWER, To.OWER, To.LEAD_REVIEWER]


def test_a_meeting_is_brought_up_ten_and_seven_days_before_the_review() -> None:
    assert days(reminders.meeting(date(2017, 12, 7), CALENDAR, POLICY)) == [
        ("10", "Mon 27 Nov 08:00"),
        ("7", "Thu 30 Nov 08:00"),
    ]


def test_a_summary_is_asked_for_after_school_and_then_by_working_days() -> None:
    steps = reminders.paper(date(2017, 12, 7), 5, CALENDAR, POLICY)
    assert days(steps) == [
        ("0", "Thu 7 Dec 15:00"),
        ("2", "Mon 11 Dec 08:00"),
        ("4", "Wed 13 Dec 08:00"),
        ("5", "Thu 14 Dec 08:00"),
        ("lead", "Thu 14 Dec 08:00"),
    ]
    office = reminders.for_the_office(date(2017, 12, 7), 5, CALENDAR, POLICY)
    assert (office.day, office.to) == (date(2017, 12, 15), To.OFFICE)


def test_an_action_comes_up_a_week_before_on_the_day_and_every_week_until_it_is_done() -> None:
    due = date(2018, 1, 22)
    steps = reminders.action(due, date(2018, 2, 6), CALENDAR)
    assert days(steps) == [
        ("7 before", "Mon 15 Jan 08:00"),
        ("+0", "Mon 22 Jan 08:00"),
        ("+1", "Mon 29 Jan 08:00"),
        ("+2", "Mon 5 Feb 08:00"),
        # Half term is from 12 to 16 February.
        ("+3", "Mon 19 Feb 08:00"),
    ]


def test_an_audit_proforma_is_asked_for_five_and_ten_school_days_after_the_plan() -> None:
    steps = reminders.audit(date(2017, 12, 14), 10, CALENDAR)
    assert [one.day for one in steps] == [
        CALENDAR.add_school_days(date(2017, 12, 14), 5),
        CALENDAR.add_school_days(date(2017, 12, 14), 10),
    ]


def test_an_invitation_is_repeated_after_three_days_and_shown_to_the_lead_after_five() -> None:
    assert days(reminders.invited(date(2017, 11, 1), CALENDAR)) == [
        # Saturday and Monday.
        ("again", "Mon 6 Nov 08:00"),
        ("lead", "Mon 6 Nov 08:00"),
    ]


THREE = tuple(Step(str(number), date(2017, 11, number)) for number in (6, 8, 10))


@pytest.mark.parametrize(
    ("today", "reminded", "step"),
    [
        (date(2017, 11, 5), [], None),
        (date(2017, 11, 6), [], "6"),
        (date(2017, 11, 7), [Reminded("6")], None),
        (date(2017, 11, 8), [Reminded("6")], "8"),
        # Down for days: the latest alone.
        (date(2017, 11, 13), [], "10"),
        (date(2017, 11, 13), [Reminded("10")], None),
        # Put off to the ninth: the eighth is passed over, and comes up with it.
        (date(2017, 11, 8), [Reminded("6", date(2017, 11, 9))], None),
        (date(2017, 11, 9), [Reminded("6", date(2017, 11, 9))], "8"),
        # Put off to a day on which nothing is new: once more.
        (date(2017, 11, 7), [Reminded("6", date(2017, 11, 7))], "6"),
    ],
)
def test_the_latest_step_is_due_unless_it_was_brought_up_or_put_off(
    today: date, reminded: list[Reminded], step: str | None
) -> None:
    found = due_step(THREE, today, reminded, LONG_AGO)
    assert (found.name if found else None) == step


def test_what_had_come_up_before_it_was_theirs_is_no_news() -> None:
    asked = moment(date(2017, 11, 8), time(9))
    assert due_step(THREE, date(2017, 11, 9), [], asked) is None
    assert due_step(THREE, date(2017, 11, 10), [], asked) == THREE[2]


@pytest.mark.parametrize(
    ("now", "at"),
    [
        (datetime(2017, 11, 6, 7, 59, tzinfo=UTC), None),
        (datetime(2017, 11, 6, 8, 0, tzinfo=UTC), time(8)),
        (datetime(2017, 11, 6, 9, 59, tzinfo=UTC), time(8)),
        (datetime(2017, 11, 6, 10, 0, tzinfo=UTC), time(10)),
        (datetime(2017, 11, 6, 15, 30, tzinfo=UTC), time(15)),
        (datetime(2017, 11, 6, 16, 59, tzinfo=UTC), time(16)),
        (datetime(2017, 11, 6, 17, 0, tzinfo=UTC), None),
        # A Saturday, and a day of half term.
        (datetime(2017, 11, 4, 9, 0, tzinfo=UTC), None),
        (datetime(2017, 10, 25, 9, 0, tzinfo=UTC), None),
        # Summer time: eight in London is seven in UTC.
        (datetime(2018, 5, 14, 6, 59, tzinfo=UTC), None),
        (datetime(2018, 5, 14, 7, 0, tzinfo=UTC), time(8)),
    ],
)
def test_rounds_are_made_on_school_days_between_eight_and_five(now: datetime, at: time | None) -> None:
    found = round_at(now, CALENDAR, FOUR)
    assert (found[1] if found else None) == at


def test_a_timetable_that_is_due_before_eight_has_no_round_of_its_own_at_night() -> None:
    found = round_at(datetime(2017, 11, 6, 8, 0, tzinfo=UTC), CALENDAR, time(7))
    assert found == (date(2017, 11, 6), time(8))


@pytest.mark.parametrize(
    ("choice", "latest", "day"),
    [
        ("tomorrow", None, date(2017, 12, 1)),
        ("monday", None, date(2017, 12, 4)),
        ("holiday", None, date(2018, 1, 4)),
        ("holiday", date(2017, 12, 6), date(2017, 12, 6)),
        # What is over already can't be reminded of before the next school day.
        ("monday", date(2017, 11, 30), date(2017, 12, 1)),
        ("something older", None, date(2017, 12, 1)),
    ],
)
def test_a_reminder_is_put_off_to_a_school_day_and_never_past_what_it_is_about(
    choice: str, latest: date | None, day: date
) -> None:
    thursday = date(2017, 11, 30)
    assert until(choice, thursday, CALENDAR, latest) == day


def test_one_message_waits_for_the_last_of_the_day_and_for_nothing_of_yesterday() -> None:
    day = date(2017, 12, 7)
    yesterday = Step("due", date(2017, 12, 6), FOUR)
    assert reminders.together([yesterday], day) == time(8)
    assert reminders.together([yesterday, Step("0", day, time(15))], day) == time(15)


def test_without_term_dates_working_days_are_school_days() -> None:
    plain = SchoolCalendar(years=(), bank_holidays={date(2017, 12, 25): "Christmas Day"})
    assert until("holiday", date(2017, 12, 22), plain, None) == date(2017, 12, 26)
    assert round_at(datetime(2017, 8, 7, 8, tzinfo=UTC), plain, FOUR) == (date(2017, 8, 7), time(8))
