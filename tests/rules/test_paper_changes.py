"""What has changed between two versions of a paper."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.paper_changes import Difference, How, Where, differences
from bot.rules.papers import (
    ActionRow,
    AuditEntry,
    AuditLine,
    AuditPaper,
    PlanPaper,
    PreviousAction,
    SummaryPaper,
    Support,
)

DAY = date(2017, 12, 7)
SUMMARY = SummaryPaper("Oak", DAY, "Reading is better", (), ("Phonics", "Music", "Sport"), ("Books",))
PLAN = PlanPaper("Oak", DAY, (ActionRow("Read aloud", "By Easter", "Jo"), ActionRow("Visit", "", "Al")))


def of_strengths(*after: str) -> list[tuple[How, object, object]]:
    found = differences(SUMMARY, replace(SUMMARY, strengths=after))
    assert all(one.where is Where.STRENGTHS for one in found)
    return [(one.how, one.was, one.now) for one in found]


def test_the_same_paper_differs_in_nothing() -> None:
    assert list(differences(SUMMARY, SUMMARY)) == []
    assert list(differences(PLAN, PLAN)) == []


def test_what_is_new_changed_or_taken_out_is_named() -> None:
    assert of_strengths("Phonics", "Music", "Sport", "Art") == [(How.ADDED, None, "Art")]
    assert of_strengths("Phonics", "Sport") == [(How.REMOVED, "Music", None)]
    assert of_strengths("Phonics", "Singing", "Sport") == [(How.CHANGED, "Music", "Singing")]
    assert of_strengths() == [(How.REMOVED, one, None) for one in SUMMARY.strengths]


def test_what_has_only_another_place_has_moved() -> None:
    assert of_strengths("Music", "Sport", "Phonics") == [(How.MOVED, "Phonics", "Phonics")]


@pytest.mark.parametrize(
    ("was", "now", "how"),
    [("", "Better", How.ADDED), ("Better", "", How.REMOVED), ("Better", "Worse", How.CHANGED)],
)
def test_the_impact_is_one_text(was: str, now: str, how: How) -> None:
    before, after = replace(SUMMARY, impact=was), replace(SUMMARY, impact=now)
    assert list(differences(before, after)) == [Difference(Where.IMPACT, how, was or None, now or None)]


def test_an_action_is_the_same_by_what_is_to_be_done() -> None:
    later = replace(PLAN.actions[0], timing="By summer", support=(Support.SCHOOL,))
    found = list(differences(PLAN, replace(PLAN, actions=(later, PLAN.actions[1]))))
    assert found == [Difference(Where.ACTIONS, How.CHANGED, PLAN.actions[0], later)]


def numbered(*rows: tuple[int, str]) -> PlanPaper:
    return PlanPaper("Oak", DAY, tuple(ActionRow(action, item=item) for item, action in rows))


def of_actions(was: PlanPaper, now: PlanPaper) -> list[tuple[How, str, str]]:
    found = differences(was, now)
    return [(one.how, said(one.was), said(one.now)) for one in found]


def said(row: object) -> str:
    return row.action if isinstance(row, ActionRow) else ""


def test_which_action_of_the_draft_a_row_says_makes_no_difference_by_itself() -> None:
    kept, anew = numbered((1, "Read"), (2, "Visit")), numbered((1, "Read"), (5, "Visit"))
    assert kept == anew == numbered((0, "Read"), (0, "Visit"))
    assert of_actions(kept, anew) == of_actions(numbered((0, "Read"), (0, "Visit")), anew) == []
    # Of a version that was sent without them the words tell.
    longer = numbered((7, "Sing"), (1, "Read"), (2, "Visit"))
    assert of_actions(numbered((0, "Read"), (0, "Visit")), longer) == [(How.ADDED, "", "Sing")]


def test_a_reworded_action_has_changed_wherever_it_stands_now() -> None:
    was = numbered((1, "Read"), (2, "Visit"), (3, "Sing"))
    assert of_actions(was, numbered((2, "Visit"), (3, "Sing"), (1, "Read daily"))) == [
        (How.CHANGED, "Read", "Read daily")
    ]
    assert of_actions(was, numbered((4, "Dance"), (1, "Read daily"), (2, "Visit"), (3, "Sing"))) == [
        (How.ADDED, "", "Dance"),
        (How.CHANGED, "Read", "Read daily"),
    ]


def test_an_action_with_the_same_words_and_another_date_has_changed_wherever_it_stands_now() -> None:
    later = replace(PLAN.actions[0], timing="By summer")
    swapped = replace(PLAN, actions=(PLAN.actions[1], later))
    assert How.REMOVED not in [one.how for one in differences(PLAN, swapped)]
    assert Difference(Where.ACTIONS, How.CHANGED, PLAN.actions[0], later) in differences(PLAN, swapped)


def test_how_far_earlier_actions_have_come_is_no_change_of_the_paper_but_a_comment_is() -> None:
    before = replace(SUMMARY, previous=(PreviousAction("Read", "Not done yet", "Going well"),))
    done = replace(SUMMARY, previous=(PreviousAction("Read", "Done", "Going well"),))
    said = replace(SUMMARY, previous=(PreviousAction("Read", "Done", "Well done"),))
    assert list(differences(before, done)) == []
    [only] = differences(before, said)
    assert (only.where, only.how) == (Where.PREVIOUS, How.CHANGED)


def test_the_proforma_is_compared_line_by_line() -> None:
    before = AuditPaper("Oak", DAY, "Siân", (), (), (AuditEntry(AuditLine.DATA, "Priya"),))
    after = replace(before, lead_reviewer="Ben", entries=(AuditEntry(AuditLine.DATA, "Priya", "1 Dec"),))
    found = differences(before, after)
    assert [(one.where, one.how) for one in found] == [
        (Where.PEOPLE, How.CHANGED),
        (Where.LINES, How.CHANGED),
    ]


def test_two_different_papers_are_not_compared() -> None:
    with pytest.raises(TypeError):
        differences(SUMMARY, PLAN)


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=6)


@given(WORDS, WORDS)
def test_a_difference_is_found_whenever_there_is_one(was: list[str], now: list[str]) -> None:
    before, after = replace(SUMMARY, strengths=tuple(was)), replace(SUMMARY, strengths=tuple(now))
    found = differences(before, after)
    assert bool(found) is (was != now)
    assert sum(one.how is How.ADDED for one in found) - sum(one.how is How.REMOVED for one in found) == len(
        now
    ) - len(was)
