"""Dates as the product writes them."""

from datetime import date

import pytest

from bot.language.say import full, short


@pytest.mark.parametrize(
    ("day", "long", "brief"),
    [
        (date(2017, 11, 14), "Tuesday 14 November 2017", "Tue 14 Nov"),
        (date(2018, 1, 3), "Wednesday 3 January 2018", "Wed 3 Jan"),
        (date(2020, 2, 29), "Saturday 29 February 2020", "Sat 29 Feb"),
        (date(2018, 9, 6), "Thursday 6 September 2018", "Thu 6 Sep"),
    ],
)
def test_a_day_is_written_long_and_short(day: date, long: str, brief: str) -> None:
    assert (full(day), short(day)) == (long, brief)
