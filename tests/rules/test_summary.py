"""What a summary has no word of yet, and how late a paper is."""

from datetime import date

import pytest

from bot.rules.deadlines import working_days_late
from bot.rules.papers import PreviousAction, SummaryPaper
from bot.rules.policy import Policy
from bot.rules.summary import Missing, missing
from tests.rules.school_years import SAMPLE

DAY = date(2017, 12, 7)
ACTION = PreviousAction("Teach phonics daily", "Done")
SAID = PreviousAction("Teach phonics daily", "Done", "Embedded")


@pytest.mark.parametrize(
    ("paper", "lacks"),
    [
        (SummaryPaper("Oak", DAY), [Missing.STRENGTHS, Missing.AREAS]),
        (SummaryPaper("Oak", DAY, previous=(ACTION,), strengths=("Calm",)), [Missing.IMPACT, Missing.AREAS]),
        (SummaryPaper("Oak", DAY, previous=(SAID,), strengths=("Calm",), areas=("Marking",)), []),
        (SummaryPaper("Oak", DAY, "Much", (ACTION,), ("Calm",), ("Marking",)), []),
    ],
)
def test_a_school_without_an_earlier_plan_lacks_no_impact(paper: SummaryPaper, lacks: list[Missing]) -> None:
    assert missing(paper) == lacks


@pytest.mark.parametrize(
    ("done", "late"),
    [
        (date(2017, 12, 13), 0),
        (date(2017, 12, 14), 0),
        (date(2017, 12, 15), 1),
        (date(2017, 12, 17), 1),
        (date(2017, 12, 18), 2),
        (date(2017, 12, 27), 7),
    ],
)
def test_weekends_and_bank_holidays_make_nothing_later(done: date, late: int) -> None:
    assert working_days_late(date(2017, 12, 14), done, SAMPLE, Policy()) == late


def test_where_school_days_are_counted_a_holiday_makes_nothing_later() -> None:
    policy = Policy(count_school_days=True)
    christmas = working_days_late(date(2017, 12, 14), date(2018, 1, 1), SAMPLE, policy)
    assert christmas == working_days_late(date(2017, 12, 14), date(2017, 12, 27), SAMPLE, policy)
