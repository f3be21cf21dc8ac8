"""The days of a workshop: which are offered, which won’t do, how far it has come."""

from datetime import date

import pytest

from bot.rules.workshop import (
    Closed,
    NotAfter,
    PastDay,
    Refusal,
    State,
    can_have_been,
    offered,
    refusal,
    state,
)
from tests.rules.school_years import SAMPLE

REVIEW, TODAY = date(2017, 12, 7), date(2017, 12, 7)
OPENS, DUE = date(2017, 12, 14), date(2017, 12, 20)


def test_the_school_days_of_the_window_are_offered() -> None:
    days = offered(OPENS, DUE, SAMPLE, TODAY)
    assert [day.day for day in days] == [14, 15, 18, 19, 20]


def test_days_that_are_past_are_not_offered() -> None:
    assert offered(OPENS, DUE, SAMPLE, date(2017, 12, 19)) == (date(2017, 12, 19), date(2017, 12, 20))


def test_once_the_window_is_over_the_next_school_days_are_offered() -> None:
    days = offered(OPENS, DUE, SAMPLE, date(2018, 1, 15))
    assert days == (date(2018, 1, 16), date(2018, 1, 17), date(2018, 1, 18))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2017, 12, 14), None),
        (date(2018, 3, 1), None),
        (REVIEW, NotAfter(REVIEW, REVIEW)),
        (date(2017, 12, 6), NotAfter(date(2017, 12, 6), REVIEW)),
        (date(2017, 12, 16), Closed(date(2017, 12, 16), "a Saturday", date(2017, 12, 18))),
    ],
)
def test_a_day_is_refused_for_being_too_early_or_closed_and_never_for_being_late(
    day: date, expected: Refusal | None
) -> None:
    assert refusal(day, REVIEW, SAMPLE, TODAY) == expected


def test_a_past_day_is_refused() -> None:
    day = date(2017, 12, 14)
    assert refusal(day, REVIEW, SAMPLE, date(2017, 12, 15)) == PastDay(day)


@pytest.mark.parametrize(
    ("day", "agreed", "held", "expected"),
    [
        (None, None, False, State.OPEN),
        (DUE, DUE, False, State.AGREED),
        (DUE, None, False, State.LAPSED),
        (None, None, True, State.HELD),
    ],
)
def test_its_state_follows_the_timetable(
    day: date | None, agreed: date | None, held: bool, expected: State
) -> None:
    assert state(day, agreed, held=held) is expected


@pytest.mark.parametrize(("day", "can"), [(7, False), (8, True), (16, True), (20, True), (21, False)])
def test_it_can_have_been_held_after_the_review_and_until_today(day: int, can: bool) -> None:
    assert can_have_been(date(2017, 12, day), REVIEW, DUE) is can
