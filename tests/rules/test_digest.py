"""What a digest counts."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.rules.digest import (
    Actions,
    Dated,
    Papers,
    Place,
    Rate,
    Step,
    completed,
    count_actions,
    not_filled,
    older,
    on_time,
    overdue,
    received,
    to_come,
)
from bot.rules.digest_weeks import this_week
from bot.rules.milestones import Kind
from bot.rules.policy import Policy
from bot.rules.roles import TeamPart
from tests.rules.school_years import SAMPLE, utc

WEEK, MONDAY = this_week(date(2017, 11, 6)), date(2017, 11, 6)
LEAD, REVIEWER, CHAMPION = TeamPart.LEAD_REVIEWER, TeamPart.REVIEWER, TeamPart.CHAMPION


def step(kind: Kind, day: int, done: datetime | None = None, *, agreed: bool = False) -> Step:
    return Step(kind, date(2017, 11, day), done_at=done, agreed=agreed)


def test_this_week_has_what_is_due_and_not_done_in_the_order_of_the_days() -> None:
    steps = [
        step(Kind.REVIEW, 9),
        step(Kind.FEEDBACK, 9),
        step(Kind.TIMETABLE, 8),
        step(Kind.PACK, 7, utc(2017, 11, 3)),
        step(Kind.SUMMARY, 16),
    ]
    assert to_come(steps, WEEK, MONDAY) == (
        Dated("timetable", date(2017, 11, 8), by=True),
        Dated("review", date(2017, 11, 9)),
    )


def test_a_meeting_is_on_its_day_once_that_is_agreed_and_by_its_day_before() -> None:
    assert to_come([step(Kind.MEETING, 7, agreed=True)], WEEK, MONDAY) == (
        Dated("meeting", date(2017, 11, 7)),
    )
    assert to_come([step(Kind.WORKSHOP, 7)], WEEK, MONDAY) == (Dated("workshop", date(2017, 11, 7), by=True),)


def test_what_is_overdue_is_not_to_come_but_a_review_of_the_week_is_told_all_week() -> None:
    steps = [step(Kind.TIMETABLE, 6), step(Kind.REVIEW, 7)]
    assert to_come(steps, WEEK, date(2017, 11, 8)) == (Dated("review", date(2017, 11, 7)),)


def test_overdue_is_what_was_due_before_today_and_is_not_done() -> None:
    steps = [step(Kind.PACK, 3), step(Kind.MEETING, 6), step(Kind.SUMMARY, 2, utc(2017, 11, 5))]
    assert overdue(steps, utc(2017, 11, 6, 8), held=False) == (steps[0],)


def test_what_has_an_hour_is_overdue_after_it() -> None:
    timetable = Step(Kind.TIMETABLE, date(2017, 11, 6), utc(2017, 11, 6, 16))
    assert overdue([timetable], utc(2017, 11, 6, 16), held=False) == ()
    assert overdue([timetable], utc(2017, 11, 6, 16, 1), held=False) == (timetable,)


def test_nobody_is_asked_for_what_prepares_a_review_that_was_held() -> None:
    steps = [step(Kind.PACK, 1), step(Kind.TIMETABLE, 2), step(Kind.REVIEW, 3), step(Kind.SUMMARY, 4)]
    assert overdue(steps, utc(2017, 11, 6), held=True) == (steps[3],)


def test_nobody_is_asked_for_the_proforma_before_the_plan_was_sent() -> None:
    plan, audit = step(Kind.PLAN, 2), step(Kind.AUDIT, 3)
    sent = replace(plan, done_at=utc(2017, 11, 3))
    assert overdue([plan, audit], utc(2017, 11, 6), held=True) == (plan,)
    assert overdue([sent, audit], utc(2017, 11, 6), held=True) == (audit,)


def test_old_is_what_is_overdue_for_more_than_five_working_days() -> None:
    late = [step(Kind.PACK, 1), step(Kind.MEETING, 2)]
    assert older(late, date(2017, 11, 8), SAMPLE, Policy()) == ()
    assert older(late, date(2017, 11, 9), SAMPLE, Policy()) == (late[0],)


def test_the_rate_counts_papers_that_were_due_or_have_come() -> None:
    steps = [
        step(Kind.PACK, 1, utc(2017, 11, 1, 22)),
        Step(Kind.TIMETABLE, date(2017, 11, 2), utc(2017, 11, 2, 16), done_at=utc(2017, 11, 2, 17)),
        step(Kind.SUMMARY, 3),
        step(Kind.PLAN, 20, utc(2017, 11, 3)),
        step(Kind.AUDIT, 30),
        step(Kind.MEETING, 1),
    ]
    assert on_time(steps, utc(2017, 11, 6)) == Rate(in_time=2, due=4)
    assert Rate(2, 4) + Rate(1, 1) == Rate(3, 5)


def test_a_proforma_counts_as_late_once_the_plan_that_it_looks_at_was_sent() -> None:
    plan, audit = step(Kind.PLAN, 2), step(Kind.AUDIT, 3)
    assert on_time([plan, audit], utc(2017, 11, 6)) == Rate(in_time=0, due=1)
    assert on_time([replace(plan, done_at=utc(2017, 11, 2)), audit], utc(2017, 11, 6)) == Rate(1, 2)


def places(*given: tuple[TeamPart, bool]) -> list[Place]:
    return [Place(part, coming) for part, coming in given]


FULL = places((LEAD, True), (REVIEWER, True), (REVIEWER, True), (CHAMPION, True), (CHAMPION, True))


@pytest.mark.parametrize(
    ("team", "wanted"),
    [
        (FULL, {}),
        (FULL[1:], {LEAD: 1}),
        # The lead reviewer counts among the three, whether there is one already or not.
        (FULL[2:], {LEAD: 1, REVIEWER: 1}),
        ([*FULL[:2], Place(REVIEWER, coming=False), *FULL[3:]], {REVIEWER: 1}),
        # Enough without the one who has declined, whose place is still to be filled.
        ([*FULL, Place(REVIEWER, coming=False)], {REVIEWER: 1}),
        (FULL[:4], {CHAMPION: 1}),
        ([], {LEAD: 1, REVIEWER: 2, CHAMPION: 2}),
    ],
)
def test_a_role_is_not_filled_while_nobody_who_comes_has_it(
    team: list[Place], wanted: dict[TeamPart, int]
) -> None:
    assert not_filled(team, Policy(), fewer_champions=False) == wanted


def test_fewer_champions_with_a_reason_are_enough() -> None:
    assert not_filled(FULL[:4], Policy(), fewer_champions=True) == {}
    declined = [*FULL[:3], Place(CHAMPION, coming=False)]
    assert not_filled(declined, Policy(), fewer_champions=True) == {CHAMPION: 1}


def test_actions_are_done_late_or_due_by_the_end_of_the_fortnight() -> None:
    items = [
        (date(2017, 11, 1), True),
        (date(2017, 11, 3), False),
        (date(2017, 11, 6), False),
        (date(2017, 11, 26), False),
        (date(2017, 11, 27), False),
        (None, False),
    ]
    assert count_actions(items, MONDAY, date(2017, 11, 26)) == Actions(all=6, done=1, late=1, due=2)
    assert Actions(6, 1, 1, 2) + Actions(1, 1, 0, 0) == Actions(7, 2, 1, 2)


def test_papers_are_awaited_once_the_review_was_held() -> None:
    steps = [step(Kind.SUMMARY, 3, utc(2017, 11, 2)), step(Kind.PLAN, 20)]
    assert received(steps, held=True) == {
        Kind.SUMMARY: Papers(1, 0),
        Kind.PLAN: Papers(0, 1),
        Kind.AUDIT: Papers(0, 1),
    }
    assert received(steps[1:], held=False)[Kind.SUMMARY] == Papers(0, 0)
    assert Papers(1, 0) + Papers(0, 1) == Papers(1, 1)


def test_completed_is_what_was_done_since_and_a_review_whose_day_is_over() -> None:
    since = utc(2017, 10, 30, 8)
    steps = [
        step(Kind.PACK, 1, utc(2017, 10, 30, 8)),
        step(Kind.TIMETABLE, 1, utc(2017, 10, 30, 7, 59)),
        # Held before and recorded since.
        step(Kind.MEETING, 1, utc(2017, 10, 20)),
        step(Kind.REVIEW, 3),
        step(Kind.SUMMARY, 5),
    ]
    done = completed(steps, {Kind.MEETING}, since, MONDAY)
    assert done == (Kind.PACK, Kind.MEETING, Kind.REVIEW)


def test_a_review_of_today_has_still_to_be_held_and_one_of_the_last_digests_day_is_told_now() -> None:
    since = utc(2017, 10, 30, 8)
    assert completed([step(Kind.REVIEW, 6)], (), since, MONDAY) == ()
    of_that_day = Step(Kind.REVIEW, date(2017, 10, 30))
    assert completed([of_that_day], (), since, MONDAY) == (Kind.REVIEW,)
