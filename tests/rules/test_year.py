"""The academic year as a picture."""

from datetime import date

import pytest

from bot.rules.calendar import SchoolCalendar, SchoolYear
from bot.rules.year import Year, holidays, lanes, single_days, terms_known
from tests.rules.school_years import BANK_HOLIDAYS, SAMPLE, YEAR

THIS = Year("2017-18", date(2017, 9, 1), date(2018, 8, 31))
WITHOUT_TERMS = SchoolCalendar((SchoolYear(YEAR.starts, YEAR.ends),), BANK_HOLIDAYS)


def test_the_first_day_stands_at_the_beginning_and_the_day_after_the_last_at_the_end() -> None:
    assert THIS.days == 365
    assert THIS.share(THIS.starts) == 0
    assert THIS.share(date(2018, 9, 1)) == 1
    assert THIS.share(date(2018, 3, 2)) == 182 / 365


def test_a_day_outside_the_year_stands_at_its_nearer_end() -> None:
    assert (THIS.share(date(2017, 1, 1)), THIS.share(date(2020, 1, 1))) == (0, 1)


def test_a_year_with_29_february_has_a_day_more() -> None:
    assert Year("2019-20", date(2019, 9, 1), date(2020, 8, 31)).days == 366


@pytest.mark.parametrize("change", [date(2017, 10, 29), date(2018, 3, 25)])
def test_a_day_on_which_the_clocks_change_is_as_wide_as_any_other(change: date) -> None:
    day, after = THIS.share(change), THIS.share(date.fromordinal(change.toordinal() + 1))
    assert after - day == pytest.approx(1 / 365)


def test_its_months_run_from_september_to_august() -> None:
    assert "".join(f"{day:%b}"[0] for day in THIS.months()) == "SONDJFMAMJJA"


def test_a_year_that_begins_in_the_middle_of_a_month_says_so_once() -> None:
    odd = Year("odd", date(2017, 9, 15), date(2017, 11, 2))
    assert list(odd.months()) == [date(2017, 9, 15), date(2017, 10, 1), date(2017, 11, 1)]


def test_marks_with_room_between_them_stand_on_one_line() -> None:
    assert lanes([0, 17, 34], 17) == [0, 0, 0]


def test_marks_too_near_each_other_stand_below_each_other_the_first_on_top() -> None:
    assert lanes([50, 48, 50, 33, 67], 17) == [0, 1, 2, 0, 0]


def test_nothing_has_no_line() -> None:
    assert lanes([], 17) == []


def test_the_holidays_are_those_within_the_year() -> None:
    found = holidays(SAMPLE, THIS)
    assert [one.name for one in found if "half term" in one.name] == [
        "autumn half term",
        "spring half term",
        "summer half term",
    ]
    assert all(one.starts in THIS and one.ends in THIS for one in found)


def test_single_days_are_the_weekdays_closed_in_the_middle_of_a_term() -> None:
    assert date(2018, 5, 7) in single_days(SAMPLE, THIS)
    spans = holidays(SAMPLE, THIS)
    assert not [day for day in single_days(SAMPLE, THIS) for span in spans if day in span]
    assert all(day.weekday() < 5 for day in single_days(SAMPLE, THIS))


def test_without_terms_there_are_bank_holidays_and_nothing_else() -> None:
    assert not terms_known(WITHOUT_TERMS, THIS)
    assert terms_known(SAMPLE, THIS)
    assert holidays(WITHOUT_TERMS, THIS) == []
    assert set(single_days(WITHOUT_TERMS, THIS)) == {
        day for day in BANK_HOLIDAYS if day in THIS and day.weekday() < 5
    }
