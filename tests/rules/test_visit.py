"""When the development visit can be, in the sample's school year."""

from datetime import date

import pytest

from bot.rules.visit import Closed, Past, Refusal, ToCome, TooEarly, refusal, refused_as_held
from tests.rules.school_years import SAMPLE

TODAY, WORKSHOP = date(2018, 1, 8), date(2018, 1, 10)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2018, 1, 11), None),
        (date(2018, 1, 5), Past(date(2018, 1, 5))),
        (WORKSHOP, TooEarly(WORKSHOP, date(2018, 1, 11))),
        (date(2018, 1, 9), TooEarly(WORKSHOP, date(2018, 1, 11))),
        (date(2018, 1, 13), Closed(date(2018, 1, 13), "a Saturday", (date(2018, 1, 12), date(2018, 1, 15)))),
        (
            date(2018, 2, 14),
            Closed(date(2018, 2, 14), "the spring half term", (date(2018, 2, 9), date(2018, 2, 19))),
        ),
    ],
)
def test_it_is_on_a_school_day_to_come_after_the_workshop(day: date, why: Refusal | None) -> None:
    assert refusal(day, WORKSHOP, TODAY, SAMPLE) == why


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2018, 1, 8), None),
        # A school may open for it.
        (date(2018, 1, 6), None),
        (date(2018, 1, 9), ToCome(date(2018, 1, 9))),
        (date(2017, 12, 14), TooEarly(date(2017, 12, 14), None)),
    ],
)
def test_it_can_have_been_on_any_day_since_the_workshop(day: date, why: Refusal | None) -> None:
    assert refused_as_held(day, date(2017, 12, 14), TODAY) == why
