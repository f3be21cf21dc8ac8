"""What is missing in a plan, and which actions are due."""

from datetime import date

import pytest

from bot.rules.actions import Entry, Lacks, is_near, is_overdue, lacking

TODAY = date(2018, 3, 23)


def test_what_the_form_asks_for_and_nobody_has_filled_in_is_counted() -> None:
    whole = Entry("Read", date(2018, 3, 30), owner="Tom", support="a")
    words = Entry("Visit", timing="ongoing", owner="Tom", support="b")
    assert lacking([whole, words]) == {}
    assert lacking([whole, Entry("Train"), Entry("Tell", owner="Jo")]) == {
        Lacks.TIMING: 2,
        Lacks.OWNER: 1,
        Lacks.SUPPORT: 2,
    }


@pytest.mark.parametrize(
    ("due", "near", "overdue"),
    [
        (None, False, False),
        (date(2018, 3, 31), False, False),
        (date(2018, 3, 30), True, False),
        (TODAY, True, False),
        (date(2018, 3, 22), True, True),
    ],
)
def test_an_action_is_near_within_a_week_and_overdue_after_its_day(
    due: date | None, near: bool, overdue: bool
) -> None:
    assert (is_near(due, TODAY, done=False), is_overdue(due, TODAY, done=False)) == (near, overdue)
    assert not is_near(due, TODAY, done=True)
    assert not is_overdue(due, TODAY, done=True)
