"""How two timetables of a day differ, and when the details of a day are worth telling."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.rules.day import DayRow, RowChange, changes
from bot.rules.mornings import day_of_details

NINE, TEN, ELEVEN = time(9), time(10), time(11)
MATHS, BREAK, WALK = DayRow(NINE, TEN, "Maths"), DayRow(TEN, None, "Break"), DayRow(ELEVEN, None, "Walk")


@pytest.mark.parametrize(
    ("was", "now", "different"),
    [
        ((), (), ()),
        ((MATHS, BREAK), (MATHS, BREAK), ()),
        ((MATHS,), (MATHS, BREAK), (RowChange(None, BREAK),)),
        ((MATHS, BREAK), (BREAK,), (RowChange(MATHS, None),)),
        ((BREAK,), (DayRow(TEN, None, "Walk"),), (RowChange(BREAK, DayRow(TEN, None, "Walk")),)),
        ((BREAK,), (DayRow(ELEVEN, None, "Break"),), (RowChange(BREAK, DayRow(ELEVEN, None, "Break")),)),
        ((MATHS, BREAK), (WALK,), (RowChange(MATHS, None), RowChange(BREAK, None), RowChange(None, WALK))),
    ],
)
def test_what_is_new_gone_and_different(
    was: tuple[DayRow, ...], now: tuple[DayRow, ...], different: tuple[RowChange, ...]
) -> None:
    assert changes(was, now) == different


PHONICS, MUSIC = DayRow(NINE, None, "Phonics", "", "KM"), DayRow(NINE, None, "Music", "", "SW")


@pytest.mark.parametrize(
    ("was", "now", "different"),
    [
        ((PHONICS, MUSIC), (MUSIC, PHONICS), ()),
        (
            (PHONICS, MUSIC),
            (replace(MUSIC, place="Hall"), replace(PHONICS, with_whom="JT")),
            ((MUSIC, replace(MUSIC, place="Hall")), (PHONICS, replace(PHONICS, with_whom="JT"))),
        ),
        ((PHONICS, MUSIC), (PHONICS, replace(MUSIC, starts=TEN)), ((MUSIC, replace(MUSIC, starts=TEN)),)),
        (
            (PHONICS, MUSIC),
            (replace(MUSIC, activity="Reading"), replace(PHONICS, starts=TEN)),
            ((MUSIC, replace(MUSIC, activity="Reading")), (PHONICS, replace(PHONICS, starts=TEN))),
        ),
        (
            (PHONICS, replace(PHONICS, with_whom="SW")),
            (replace(PHONICS, with_whom="SW", place="Hall"),),
            (
                (replace(PHONICS, with_whom="SW"), replace(PHONICS, with_whom="SW", place="Hall")),
                (PHONICS, None),
            ),
        ),
        ((PHONICS,), (PHONICS, MUSIC), ((None, MUSIC),)),
    ],
)
def test_rows_at_one_time_are_each_compared_with_what_they_were(
    was: tuple[DayRow, ...],
    now: tuple[DayRow, ...],
    different: tuple[tuple[DayRow | None, DayRow | None], ...],
) -> None:
    assert changes(was, now) == tuple(RowChange(*pair) for pair in different)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2017, 12, 7, 7, 29, 59, tzinfo=UTC), None),
        (datetime(2017, 12, 7, 7, 30, tzinfo=UTC), date(2017, 12, 7)),
        (datetime(2017, 12, 7, 15, 29, tzinfo=UTC), date(2017, 12, 7)),
        (datetime(2017, 12, 7, 15, 30, tzinfo=UTC), None),
        (datetime(2018, 5, 15, 6, 30, tzinfo=UTC), date(2018, 5, 15)),
        (datetime(2018, 5, 15, 14, 30, tzinfo=UTC), None),
    ],
)
def test_the_details_are_told_from_half_past_seven_until_school_is_over(
    now: datetime, day: date | None
) -> None:
    assert day_of_details(now) == day
