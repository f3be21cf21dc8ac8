"""When a week's digest goes: on its first school day at eight, while the week lasts, never without school."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.calendar import SchoolCalendar, SchoolYear, Span
from bot.rules.digest_weeks import (
    digest_due,
    is_over,
    monday_of,
    next_digest,
    next_fortnight,
    school_days,
    shown_week,
    since,
    this_week,
    week_before,
)
from bot.rules.hours import london
from tests.rules.school_years import BANK_HOLIDAYS, SAMPLE, YEAR, calendars, utc

# Where no terms are known, schools are open from Monday to Friday but for bank holidays.
NO_TERMS = SchoolCalendar((SchoolYear(YEAR.starts, YEAR.ends),), BANK_HOLIDAYS)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (utc(2017, 11, 6, 7, 59), None),
        (utc(2017, 11, 6, 8, 0), date(2017, 11, 6)),
        # Down over Monday, started on Tuesday, in the night, or on Friday afternoon.
        (utc(2017, 11, 7, 3, 0), date(2017, 11, 6)),
        (utc(2017, 11, 10, 17, 59), date(2017, 11, 6)),
        (utc(2017, 11, 10, 18, 0), None),
        (utc(2017, 11, 11, 9, 0), None),
        (utc(2017, 11, 12, 9, 0), None),
    ],
)
def test_it_is_due_from_monday_at_eight_until_friday_evening(now: datetime, due: date | None) -> None:
    assert digest_due(now, SAMPLE) == due


@pytest.mark.parametrize(
    ("now", "due"),
    [
        # Summer time ends on Sunday 29 October 2017 and begins on Sunday 25 March 2018.
        (utc(2017, 10, 16, 6, 59), None),
        (utc(2017, 10, 16, 7, 0), date(2017, 10, 16)),
        (utc(2017, 10, 30, 7, 0), None),
        (utc(2017, 10, 30, 8, 0), date(2017, 10, 30)),
        (utc(2018, 3, 19, 7, 0), None),
        (utc(2018, 3, 19, 8, 0), date(2018, 3, 19)),
        (utc(2018, 3, 26, 6, 59), None),
        (utc(2018, 3, 26, 7, 0), date(2018, 3, 26)),
    ],
)
def test_eight_is_what_londons_clocks_show(now: datetime, due: date | None) -> None:
    assert digest_due(now, SAMPLE) == due


@pytest.mark.parametrize(
    ("monday", "first"),
    [
        (date(2018, 4, 2), utc(2018, 4, 3, 7)),
        (date(2018, 5, 7), utc(2018, 5, 8, 7)),
        (date(2018, 5, 28), utc(2018, 5, 29, 7)),
    ],
)
def test_after_easter_monday_and_bank_holidays_it_goes_on_tuesday(monday: date, first: datetime) -> None:
    assert digest_due(first - timedelta(minutes=1), NO_TERMS) is None
    assert digest_due(first, NO_TERMS) == monday


def test_a_week_that_begins_in_the_holidays_has_its_digest_on_the_first_school_day() -> None:
    assert digest_due(utc(2018, 1, 3, 12), SAMPLE) is None
    assert digest_due(utc(2018, 1, 4, 8), SAMPLE) == date(2018, 1, 1)


def test_before_good_friday_the_week_is_over_on_thursday_evening() -> None:
    assert digest_due(utc(2018, 3, 29, 16, 59), NO_TERMS) == date(2018, 3, 26)
    assert digest_due(utc(2018, 3, 29, 17), NO_TERMS) is None
    assert is_over(date(2018, 3, 26), utc(2018, 3, 29, 17), NO_TERMS)


@pytest.mark.parametrize(
    "monday", [date(2017, 10, 23), date(2018, 2, 12), date(2018, 5, 28), date(2018, 4, 2), date(2018, 8, 6)]
)
def test_a_week_without_school_has_no_digest(monday: date) -> None:
    noon = datetime(monday.year, monday.month, monday.day, 12, tzinfo=UTC)
    assert [digest_due(noon + timedelta(days=n), SAMPLE) for n in range(7)] == [None] * 7
    assert is_over(monday, noon, SAMPLE)


@given(calendars(), st.integers(0, 364 * 24 * 4))
def test_it_is_only_due_in_a_week_with_school_after_its_first_school_day(
    calendar: SchoolCalendar, quarters: int
) -> None:
    now = utc(2017, 9, 1, 0) + timedelta(minutes=15 * quarters)
    due = digest_due(now, calendar)
    days = school_days(monday_of(london(now).date()), calendar)
    if due is None:
        assert not days or not days[0] < london(now).date() < days[-1]
    else:
        assert days[0] <= london(now).date() <= days[-1]
        assert due == monday_of(days[0])
        assert not is_over(due, now, calendar)


def test_the_days_it_tells_of() -> None:
    assert (this_week(date(2017, 11, 6)).first, this_week(date(2017, 11, 6)).last) == (
        date(2017, 11, 6),
        date(2017, 11, 10),
    )
    fortnight = next_fortnight(date(2017, 11, 6))
    assert (fortnight.first, fortnight.last) == (date(2017, 11, 13), date(2017, 11, 24))
    assert date(2017, 11, 24) in fortnight
    assert date(2017, 11, 12) not in fortnight


def test_what_is_new_is_new_since_the_last_week_that_had_one() -> None:
    assert week_before(date(2017, 11, 6), SAMPLE) == date(2017, 10, 30)
    assert week_before(date(2017, 10, 30), SAMPLE) == date(2017, 10, 16)
    assert since(date(2017, 10, 30), SAMPLE) == utc(2017, 10, 16, 7)
    assert since(date(2018, 1, 1), SAMPLE) == utc(2017, 12, 18, 8)


def test_where_no_school_day_is_known_the_weeks_go_by_the_days_alone() -> None:
    closed = SchoolYear(
        date(2016, 1, 1), date(2019, 12, 31), inset=(Span(date(2016, 1, 1), date(2019, 12, 31), ""),)
    )
    calendar = SchoolCalendar((closed,), {})
    assert week_before(date(2017, 11, 6), calendar) == date(2017, 10, 30)
    assert since(date(2017, 11, 6), calendar) == utc(2017, 10, 30, 8)
    assert shown_week(date(2017, 11, 8), calendar) == date(2017, 11, 6)
    assert next_digest(utc(2017, 11, 8), calendar) == date(2017, 11, 13)


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        (date(2017, 11, 8), date(2017, 11, 6)),
        (date(2017, 11, 11), date(2017, 11, 13)),
        (date(2017, 10, 24), date(2017, 10, 30)),
        (date(2017, 12, 27), date(2018, 1, 1)),
    ],
)
def test_whoever_asks_on_a_closed_day_means_the_week_to_come(today: date, monday: date) -> None:
    assert shown_week(today, SAMPLE) == monday


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        (utc(2017, 11, 6, 7, 59), date(2017, 11, 6)),
        (utc(2017, 11, 6, 8), date(2017, 11, 13)),
        (utc(2017, 10, 18, 12), date(2017, 10, 30)),
        (utc(2017, 12, 21, 12), date(2018, 1, 1)),
        (utc(2018, 1, 3, 12), date(2018, 1, 1)),
    ],
)
def test_a_note_goes_with_the_next_digest(now: datetime, monday: date) -> None:
    assert next_digest(now, SAMPLE) == monday
