"""When the pre-review meeting may be, for a review on Thursday 7 December 2017."""

from datetime import date, time

import pytest

from bot.rules.meeting import (
    Arranged,
    Closed,
    Frame,
    NotBefore,
    PastDay,
    PastTime,
    State,
    in_school_hours,
    is_late,
    latest,
    refusal,
    state,
)
from tests.rules.school_years import SAMPLE, utc

REVIEW, DUE, NOW = date(2017, 12, 7), date(2017, 11, 30), utc(2017, 11, 1)
FRAME = Frame(REVIEW, DUE, SAMPLE)
HALF_PAST_TWO = time(14, 30)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2017, 11, 28), None),
        (date(2017, 12, 6), None),
        (date(2017, 11, 1), None),
        (date(2017, 10, 31), PastDay(date(2017, 10, 31))),
        (REVIEW, NotBefore(REVIEW, REVIEW, date(2017, 12, 6))),
        (date(2017, 12, 8), NotBefore(date(2017, 12, 8), REVIEW, date(2017, 12, 6))),
        (
            date(2017, 11, 25),
            Closed(date(2017, 11, 25), "a Saturday", (date(2017, 11, 24), date(2017, 11, 27))),
        ),
    ],
)
def test_it_is_on_a_school_day_to_come_and_before_the_review(day: date, reason: object) -> None:
    assert refusal(day, HALF_PAST_TWO, FRAME, NOW) == reason


def test_half_term_has_its_name() -> None:
    frame = Frame(date(2017, 11, 9), date(2017, 11, 2), SAMPLE)
    found = refusal(date(2017, 10, 23), None, frame, utc(2017, 10, 2))
    assert found == Closed(
        date(2017, 10, 23), "the autumn half term", (date(2017, 10, 20), date(2017, 10, 30))
    )


def test_open_days_that_are_past_or_after_the_review_are_not_offered() -> None:
    frame = Frame(date(2017, 10, 31), date(2017, 10, 20), SAMPLE)
    now = utc(2017, 10, 24)
    assert refusal(date(2017, 10, 25), None, frame, now) == Closed(
        date(2017, 10, 25), "the autumn half term", (date(2017, 10, 30),)
    )
    monday = Frame(date(2017, 10, 30), date(2017, 10, 20), SAMPLE)
    assert refusal(date(2017, 10, 25), None, monday, now) == Closed(
        date(2017, 10, 25), "the autumn half term", ()
    )


def test_an_hour_of_today_has_to_be_to_come_by_londons_clock() -> None:
    today, now = date(2018, 5, 2), utc(2018, 5, 2, 13, 0)
    frame = Frame(date(2018, 5, 10), date(2018, 5, 3), SAMPLE)
    assert refusal(today, time(14, 0), frame, now) == PastTime(time(14, 0))
    assert refusal(today, time(14, 1), frame, now) is None
    assert refusal(today, None, frame, now) is None


def test_on_the_review_day_alone_where_the_timetable_found_none_before_it() -> None:
    assert latest(REVIEW, DUE) == date(2017, 12, 6)
    assert latest(REVIEW, REVIEW) == REVIEW


def test_later_than_the_schedule_asks_is_worth_a_word() -> None:
    assert not is_late(DUE, DUE)
    assert is_late(date(2017, 12, 1), DUE)


@pytest.mark.parametrize(
    ("at", "usual"), [(time(6, 59), False), (time(7), True), (time(19), True), (time(19, 1), False)]
)
def test_the_hours_of_a_school(at: time, usual: bool) -> None:
    assert in_school_hours(at) is usual


DAY = date(2017, 11, 28)


@pytest.mark.parametrize(
    ("arranged", "found"),
    [
        (Arranged(), State.OPEN),
        (Arranged(DAY, HALF_PAST_TWO), State.PROPOSED),
        (Arranged(DAY, HALF_PAST_TWO, confirmed=True, agreed=DAY), State.AGREED),
        (Arranged(DAY, HALF_PAST_TWO, confirmed=True), State.LAPSED),
        (Arranged(REVIEW, HALF_PAST_TWO), State.LAPSED),
        (Arranged(date(2017, 10, 31), HALF_PAST_TWO), State.LAPSED),
        (Arranged(date(2017, 11, 1), time(9)), State.LAPSED),
        (Arranged(date(2017, 11, 1), time(9, 1)), State.PROPOSED),
        (Arranged(held=True), State.HELD),
    ],
)
def test_how_far_it_has_come(arranged: Arranged, found: State) -> None:
    assert state(arranged, REVIEW, DUE, NOW) is found


def test_an_agreed_time_that_is_past_stays_agreed_until_it_is_recorded() -> None:
    agreed = Arranged(DAY, HALF_PAST_TWO, confirmed=True, agreed=DAY)
    assert state(agreed, REVIEW, DUE, utc(2017, 12, 1)) is State.AGREED
