"""How late something is, in the days by which its deadline was counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.deadlines import add_counted_days, working_days_late
from bot.rules.policy import Policy
from tests.rules.school_years import SAMPLE

DUE = date(2017, 12, 14)
SCHOOL_DAYS = Policy(count_school_days=True)


@pytest.mark.parametrize(
    ("done", "days"),
    [
        (date(2017, 12, 1), 0),
        (DUE, 0),
        (date(2017, 12, 15), 1),
        (date(2017, 12, 16), 1),
        (date(2017, 12, 18), 2),
        # Christmas and Boxing Day are no working days; 27 to 29 December are.
        (date(2017, 12, 27), 7),
        (date(2018, 1, 2), 10),
    ],
)
def test_working_days_are_counted_from_the_day_after(done: date, days: int) -> None:
    assert working_days_late(DUE, done, SAMPLE, Policy()) == days


def test_at_the_weekend_after_a_friday_it_is_in_time() -> None:
    assert working_days_late(date(2017, 12, 15), date(2017, 12, 17), SAMPLE, Policy()) == 0


def test_where_school_days_count_a_holiday_is_not_late() -> None:
    assert working_days_late(DUE, date(2018, 1, 3), SAMPLE, SCHOOL_DAYS) == 4
    assert working_days_late(DUE, date(2018, 1, 4), SAMPLE, SCHOOL_DAYS) == 5


@given(st.integers(0, 30), st.sampled_from([Policy(), SCHOOL_DAYS]))
def test_it_undoes_the_counting_of_a_deadline(days: int, policy: Policy) -> None:
    done = add_counted_days(DUE, days, SAMPLE, policy)
    assert working_days_late(DUE, done, SAMPLE, policy) == days
    assert working_days_late(done + timedelta(days=1), done, SAMPLE, policy) == 0
