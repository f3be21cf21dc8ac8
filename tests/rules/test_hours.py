from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.calendar import SchoolCalendar
from bot.rules.hours import Urgency, london, may_send_at, moment, today
from tests.rules.school_years import BANK_HOLIDAYS, SAMPLE, calendars, instants_to, utc

NEWS, NUDGE, URGENT = Urgency.NEWS, Urgency.NUDGE, Urgency.URGENT
NO_TERMS = SchoolCalendar((), BANK_HOLIDAYS)


def test_london_is_an_hour_ahead_in_summer() -> None:
    assert moment(date(2018, 6, 14), time(8, 0)) == utc(2018, 6, 14, 7)
    assert moment(date(2018, 1, 15), time(8, 0)) == utc(2018, 1, 15, 8)
    assert moment(date(2018, 6, 14), time(8, 0)).tzinfo is UTC


def test_today_is_londons_date() -> None:
    assert today(utc(2018, 6, 30, 23, 30)) == date(2018, 7, 1)
    assert today(utc(2017, 12, 31, 23, 30)) == date(2017, 12, 31)


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        london(datetime(2017, 11, 1, 9, 0))


def test_the_hour_that_comes_twice_means_its_first() -> None:
    assert moment(date(2017, 10, 29), time(1, 30)) == utc(2017, 10, 29, 0, 30)
    assert london(utc(2017, 10, 29, 0, 30)).time() == london(utc(2017, 10, 29, 1, 30)).time() == time(1, 30)


def test_the_hour_that_is_left_out_is_read_as_winter_time() -> None:
    assert moment(date(2018, 3, 25), time(1, 30)) == utc(2018, 3, 25, 1, 30)
    assert london(utc(2018, 3, 25, 1, 30)).time() == time(2, 30)


@pytest.mark.parametrize(
    ("urgency", "now", "goes"),
    [
        # Tuesday 14 November 2017, a school day.
        (NEWS, utc(2017, 11, 14, 7, 29), utc(2017, 11, 14, 7, 30)),
        (NEWS, utc(2017, 11, 14, 7, 30), utc(2017, 11, 14, 7, 30)),
        (NEWS, utc(2017, 11, 14, 17, 59), utc(2017, 11, 14, 17, 59)),
        (NEWS, utc(2017, 11, 14, 18, 0), utc(2017, 11, 15, 7, 30)),
        (NUDGE, utc(2017, 11, 14, 7, 30), utc(2017, 11, 14, 8, 0)),
        (NUDGE, utc(2017, 11, 14, 16, 59), utc(2017, 11, 14, 16, 59)),
        (NUDGE, utc(2017, 11, 14, 17, 0), utc(2017, 11, 15, 8, 0)),
        (URGENT, utc(2017, 11, 14, 2, 0), utc(2017, 11, 14, 2, 0)),
        # Friday evening; Saturday; the evening before half term; Christmas Day.
        (NUDGE, utc(2017, 11, 17, 18, 0), utc(2017, 11, 20, 8, 0)),
        (NEWS, utc(2017, 11, 18, 12, 0), utc(2017, 11, 20, 7, 30)),
        (NEWS, utc(2017, 10, 20, 19, 0), utc(2017, 10, 30, 7, 30)),
        (NUDGE, utc(2017, 12, 25, 12, 0), utc(2018, 1, 4, 8, 0)),
        (URGENT, utc(2017, 12, 25, 12, 0), utc(2017, 12, 25, 12, 0)),
        # 30 June, 23:30 UTC is half past midnight on Sunday 1 July in London.
        (NEWS, utc(2018, 6, 30, 23, 30), utc(2018, 7, 2, 6, 30)),
        # Thursday 14 June 2018, 07:10 UTC is 08:10 in London.
        (NUDGE, utc(2018, 6, 14, 7, 10), utc(2018, 6, 14, 7, 10)),
        (NUDGE, utc(2018, 6, 14, 6, 59), utc(2018, 6, 14, 7, 0)),
    ],
)
def test_when_a_message_may_go(urgency: Urgency, now: datetime, goes: datetime) -> None:
    assert may_send_at(urgency, now, SAMPLE) == goes


@pytest.mark.parametrize("now", [utc(2017, 10, 29, 0, 30), utc(2017, 10, 29, 1, 30)])
def test_the_night_the_clocks_go_back(now: datetime) -> None:
    assert may_send_at(URGENT, now, NO_TERMS) == now
    assert may_send_at(NEWS, now, NO_TERMS) == utc(2017, 10, 30, 7, 30)
    assert may_send_at(NUDGE, now, NO_TERMS) == utc(2017, 10, 30, 8, 0)


def test_the_night_the_clocks_go_forward() -> None:
    friday_evening, saturday_night = utc(2018, 3, 23, 18, 30), utc(2018, 3, 25, 0, 59)
    for now in (friday_evening, saturday_night, saturday_night + timedelta(minutes=1)):
        assert may_send_at(NEWS, now, SAMPLE) == utc(2018, 3, 26, 6, 30)
        assert may_send_at(NUDGE, now, SAMPLE) == utc(2018, 3, 26, 7, 0)


def test_the_answer_is_in_utc_whatever_the_question() -> None:
    in_paris = datetime(2017, 11, 14, 11, 0, tzinfo=timezone(timedelta(hours=1)))
    for urgency in Urgency:
        sent = may_send_at(urgency, in_paris, SAMPLE)
        assert (sent, sent.tzinfo) == (utc(2017, 11, 14, 10), UTC)


@settings(deadline=None)
@given(calendars(), instants_to(date(2018, 6, 30)), st.sampled_from([NEWS, NUDGE]))
def test_it_is_never_early_never_at_night_and_never_moves_again(
    calendar: SchoolCalendar, now: datetime, urgency: Urgency
) -> None:
    goes = may_send_at(urgency, now, calendar)
    opens, closes = (time(7, 30), time(18, 0)) if urgency is NEWS else (time(8, 0), time(17, 0))
    assert goes >= now
    assert calendar.is_school_day(today(goes))
    assert opens <= london(goes).time() < closes
    assert may_send_at(urgency, goes, calendar) == goes
