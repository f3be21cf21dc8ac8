from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.calendar import NoSchoolDay, SchoolCalendar, SchoolYear, Span
from tests.rules.school_years import BANK_HOLIDAYS, SAMPLE, YEAR, calendars

FRIDAY_BEFORE_HALF_TERM = date(2017, 10, 20)
MONDAY_AFTER_HALF_TERM = date(2017, 10, 30)
INSET = SchoolCalendar(
    (
        SchoolYear(
            YEAR.starts,
            YEAR.ends,
            YEAR.terms,
            YEAR.holidays,
            (Span(date(2017, 9, 4), date(2017, 9, 5), "INSET"),),
        ),
    ),
    BANK_HOLIDAYS,
)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2017, 11, 14), ""),
        (date(2017, 11, 11), "a Saturday"),
        (date(2017, 11, 12), "a Sunday"),
        (date(2017, 10, 23), "the autumn half term"),
        (date(2017, 10, 27), "the autumn half term"),
        (date(2017, 12, 20), ""),
        (date(2017, 12, 21), "the Christmas holiday"),
        (date(2017, 12, 25), "Christmas Day (bank holiday)"),
        (date(2018, 1, 3), "the Christmas holiday"),
        (date(2018, 1, 4), ""),
        (date(2018, 3, 29), "the Easter holiday"),
        (date(2018, 5, 7), "Early May Bank Holiday (bank holiday)"),
        (date(2018, 7, 24), ""),
        (date(2018, 7, 25), "the summer holiday"),
        (date(2017, 9, 1), "the summer holiday"),
        (date(2018, 9, 3), ""),
        (date(2017, 8, 31), ""),
    ],
)
def test_why_a_day_is_closed(day: date, why: str) -> None:
    assert SAMPLE.why_closed(day) == why
    assert SAMPLE.is_school_day(day) == (why == "")


def test_inset_days_are_working_days_without_school() -> None:
    assert INSET.why_closed(date(2017, 9, 5)) == "an INSET day"
    assert INSET.is_working_day(date(2017, 9, 5))
    assert INSET.on_or_after(date(2017, 9, 1)) == date(2017, 9, 6)


def test_a_working_day_knows_no_terms() -> None:
    assert SAMPLE.is_working_day(date(2017, 10, 24))
    assert not SAMPLE.is_working_day(date(2017, 12, 26))
    assert not SAMPLE.is_working_day(date(2017, 10, 28))


def test_a_year_without_terms_is_open_on_every_working_day() -> None:
    unknown = SchoolCalendar((SchoolYear(YEAR.starts, YEAR.ends),), BANK_HOLIDAYS)
    assert unknown.is_school_day(date(2018, 8, 14))
    assert not unknown.is_school_day(date(2018, 8, 27))
    assert unknown.next_holiday(date(2018, 1, 1)) is None


def test_the_nearest_school_day_steps_over_half_term() -> None:
    assert SAMPLE.on_or_before(date(2017, 10, 25)) == FRIDAY_BEFORE_HALF_TERM
    assert SAMPLE.on_or_after(date(2017, 10, 25)) == MONDAY_AFTER_HALF_TERM
    assert SAMPLE.next_school_day(FRIDAY_BEFORE_HALF_TERM) == MONDAY_AFTER_HALF_TERM
    assert SAMPLE.previous_school_day(MONDAY_AFTER_HALF_TERM) == FRIDAY_BEFORE_HALF_TERM
    assert SAMPLE.on_or_before(FRIDAY_BEFORE_HALF_TERM) == FRIDAY_BEFORE_HALF_TERM
    assert SAMPLE.on_or_after(MONDAY_AFTER_HALF_TERM) == MONDAY_AFTER_HALF_TERM


def test_five_working_days_do_not_count_the_first_day_nor_christmas() -> None:
    assert SAMPLE.add_working_days(date(2017, 11, 14), 5) == date(2017, 11, 21)
    assert SAMPLE.add_working_days(date(2017, 12, 21), 3) == date(2017, 12, 28)
    assert SAMPLE.add_working_days(date(2017, 11, 14), 0) == date(2017, 11, 14)


def test_school_days_leave_half_term_out() -> None:
    assert SAMPLE.add_school_days(date(2017, 10, 19), 5) == date(2017, 11, 2)
    assert SAMPLE.add_working_days(date(2017, 10, 19), 5) == date(2017, 10, 26)


def test_the_next_holiday_is_the_one_going_on_or_the_one_to_come() -> None:
    half_term = Span(date(2017, 10, 23), date(2017, 10, 27), "autumn half term")
    assert SAMPLE.next_holiday(date(2017, 9, 4)) == half_term
    assert SAMPLE.next_holiday(date(2017, 10, 27)) == half_term
    christmas = SAMPLE.next_holiday(date(2017, 10, 28))
    assert christmas
    assert (christmas.starts, christmas.ends) == (date(2017, 12, 21), date(2018, 1, 3))
    assert SAMPLE.next_holiday(date(2018, 9, 1)) is None


def test_the_summer_between_two_known_years_is_one_holiday() -> None:
    next_year = SchoolYear(
        date(2018, 9, 1), date(2019, 8, 31), (Span(date(2018, 9, 5), date(2018, 12, 19), "autumn"),)
    )
    both = SchoolCalendar((next_year, YEAR), BANK_HOLIDAYS)
    assert both.next_holiday(date(2018, 7, 1)) == Span(date(2018, 7, 25), date(2018, 9, 4), "summer holiday")


def test_terms_may_be_written_with_or_without_the_word_term() -> None:
    terms = (
        Span(date(2017, 9, 4), date(2017, 12, 20), "Autumn term"),
        Span(date(2018, 1, 4), date(2018, 3, 28), "Spring term"),
    )
    calendar = SchoolCalendar((SchoolYear(YEAR.starts, YEAR.ends, terms),), {})
    assert calendar.why_closed(date(2018, 1, 2)) == "the Christmas holiday"


def test_a_weekend_between_two_terms_is_no_holiday() -> None:
    terms = (
        Span(date(2017, 9, 4), date(2017, 12, 1), "autumn"),
        Span(date(2017, 12, 4), date(2018, 7, 24), "spring"),
    )
    calendar = SchoolCalendar((SchoolYear(date(2017, 9, 4), date(2018, 7, 24), terms),), {})
    assert calendar.holidays == ()


def test_a_single_day_off_between_two_terms_is_a_holiday() -> None:
    terms = (
        Span(date(2017, 9, 4), date(2017, 11, 14), "autumn"),
        Span(date(2017, 11, 16), date(2018, 7, 24), "spring"),
    )
    calendar = SchoolCalendar((SchoolYear(date(2017, 9, 4), date(2018, 7, 24), terms),), {})
    assert calendar.why_closed(date(2017, 11, 15)) == "the Christmas holiday"


def test_a_search_that_finds_nothing_ends_with_a_sentence() -> None:
    two_empty_years = SchoolYear(
        date(2017, 9, 1), date(2019, 8, 31), (Span(date(2017, 9, 4), date(2017, 9, 5), "autumn"),)
    )
    calendar = SchoolCalendar((two_empty_years,), {})
    with pytest.raises(
        NoSchoolDay, match=r"^There is no school day in the 400 days after Wednesday 6 Sept.*\.$"
    ):
        calendar.next_school_day(date(2017, 9, 5))
    with pytest.raises(NoSchoolDay, match=r"before Saturday 31 August 2019\.$"):
        calendar.on_or_before(date(2019, 8, 31))


@settings(deadline=None)
@given(calendars(), st.dates(date(2017, 7, 1), date(2018, 12, 31)))
def test_searches_find_the_nearest_open_day(calendar: SchoolCalendar, day: date) -> None:
    after, before = calendar.next_school_day(day), calendar.previous_school_day(day)
    assert before < day < after
    assert calendar.is_school_day(before)
    assert calendar.is_school_day(after)
    between = [before + timedelta(days=n) for n in range(1, (after - before).days)]
    assert not any(calendar.is_school_day(closed) for closed in between if closed != day)


@settings(deadline=None)
@given(calendars(), st.dates(date(2017, 7, 1), date(2018, 12, 31)), st.integers(0, 20))
def test_counting_passes_as_many_open_days_as_asked(calendar: SchoolCalendar, day: date, count: int) -> None:
    for end, is_open in (
        (calendar.add_school_days(day, count), calendar.is_school_day),
        (calendar.add_working_days(day, count), calendar.is_working_day),
    ):
        passed = (day + timedelta(days=n) for n in range(1, (end - day).days + 1))
        assert sum(map(is_open, passed)) == count
        assert count == 0 or is_open(end)
