from datetime import date, datetime

import pytest

from tests.rules.diary import NOVEMBER_1, early, written_for
from tests.rules.school_years import utc


def test_a_pack_that_is_already_late_is_due_on_the_next_school_day() -> None:
    assert early(date(2017, 11, 14), NOVEMBER_1) == [
        "pack Thu 02 Nov 2017, short notice",
        "meeting Tue 07 Nov 2017",
        "timetable Mon 13 Nov 2017 16:00",
    ]


def test_a_pack_is_late_only_when_its_day_is_over() -> None:
    in_time = "pack Wed 01 Nov 2017"
    assert early(date(2017, 11, 15), utc(2017, 11, 1, 23, 59))[0] == in_time
    assert early(date(2017, 11, 15), utc(2017, 11, 2, 0, 0))[0] == "pack Fri 03 Nov 2017, short notice"


def test_at_short_notice_a_day_is_left_to_read_the_pack() -> None:
    assert early(date(2017, 11, 14), utc(2017, 11, 8)) == [
        "pack Thu 09 Nov 2017, short notice",
        "meeting Fri 10 Nov 2017, short notice",
        "timetable Mon 13 Nov 2017 16:00",
    ]


def test_a_meeting_still_to_come_waits_for_a_late_pack() -> None:
    assert early(date(2017, 11, 14), utc(2017, 11, 6)) == [
        "pack Tue 07 Nov 2017, short notice",
        "meeting Wed 08 Nov 2017, short notice",
        "timetable Mon 13 Nov 2017 16:00",
    ]


def test_with_two_days_left_pack_and_meeting_share_a_day_and_the_timetable_keeps_its_own() -> None:
    assert early(date(2017, 11, 14), utc(2017, 11, 9)) == [
        "pack Fri 10 Nov 2017, short notice",
        "meeting Fri 10 Nov 2017, short notice",
        "timetable Mon 13 Nov 2017 16:00",
    ]


def test_on_the_day_before_all_is_due_with_the_timetable() -> None:
    assert early(date(2017, 11, 14), utc(2017, 11, 13, 15, 59)) == [
        "pack Mon 13 Nov 2017, short notice",
        "meeting Mon 13 Nov 2017, short notice",
        "timetable Mon 13 Nov 2017 16:00",
    ]


@pytest.mark.parametrize("now", [utc(2017, 11, 13, 16, 0), utc(2017, 11, 14, 7, 59)])
def test_after_that_the_timetable_is_due_at_eight_on_the_day(now: datetime) -> None:
    assert early(date(2017, 11, 14), now) == [
        "pack Tue 14 Nov 2017, short notice",
        "meeting Tue 14 Nov 2017, short notice",
        "timetable Tue 14 Nov 2017 08:00, short notice",
    ]


def test_once_the_day_has_begun_the_timetable_is_due_that_day() -> None:
    assert early(date(2017, 11, 14), utc(2017, 11, 14, 8, 0))[2] == "timetable Tue 14 Nov 2017, short notice"


def test_short_notice_no_longer_blames_the_holiday() -> None:
    assert early(date(2017, 11, 8), NOVEMBER_1) == [
        "pack Thu 02 Nov 2017, short notice",
        "meeting Fri 03 Nov 2017, short notice",
        "timetable Tue 07 Nov 2017 16:00",
    ]


def test_after_the_review_nothing_is_put_off_any_more() -> None:
    assert early(date(2017, 11, 14), utc(2017, 11, 22)) == [
        "pack Tue 31 Oct 2017",
        "meeting Tue 07 Nov 2017",
        "timetable Mon 13 Nov 2017 16:00",
    ]
    assert written_for(date(2017, 11, 14), utc(2017, 11, 22))[5] == "summary Tue 21 Nov 2017"
