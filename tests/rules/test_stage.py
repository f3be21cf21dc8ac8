from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.milestones import Kind
from bot.rules.stage import NUMBER, Progress, Stage, is_held, stage

REVIEW_DAY = date(2017, 11, 14)
BEFORE, AFTER = REVIEW_DAY - timedelta(days=1), REVIEW_DAY + timedelta(days=1)
BOOKED = Progress(REVIEW_DAY)
PAPERS = frozenset({Kind.PACK, Kind.MEETING, Kind.TIMETABLE})


def test_a_review_lived_through_from_draft_to_closed() -> None:
    accepted = replace(BOOKED, confirmed=True, everyone_accepted=True)
    ready = replace(accepted, done=PAPERS)
    held = replace(ready, done=PAPERS | {Kind.REVIEW})
    told = replace(held, done=held.done | {Kind.FEEDBACK})
    agreed = replace(told, agreed=frozenset({Kind.WORKSHOP}))
    worked = replace(agreed, done=told.done | {Kind.WORKSHOP})
    planned = replace(worked, done=worked.done | {Kind.PLAN})
    audited = replace(planned, done=planned.done | {Kind.AUDIT})
    supported = replace(audited, in_support=True)
    recorded = replace(supported, done=audited.done | {Kind.IMPACT})
    life = [Progress(None), BOOKED, accepted, ready, held, told, agreed, worked, planned, audited, supported]
    life += [recorded, replace(recorded, closed=True)]
    assert [stage(progress, BEFORE) for progress in life] == list(Stage)[:13]


def test_it_is_preparing_once_head_and_team_have_both_answered() -> None:
    assert stage(replace(BOOKED, confirmed=True), BEFORE) is Stage.SCHEDULED
    assert stage(replace(BOOKED, everyone_accepted=True), BEFORE) is Stage.SCHEDULED


@pytest.mark.parametrize("missing", sorted(PAPERS))
def test_it_is_ready_when_pack_meeting_and_timetable_are_done(missing: Kind) -> None:
    assert stage(replace(BOOKED, done=PAPERS), BEFORE) is Stage.READY
    assert stage(replace(BOOKED, done=PAPERS - {missing}), BEFORE) is Stage.SCHEDULED


def test_a_champion_who_never_answers_stops_nothing() -> None:
    unanswered = replace(BOOKED, done=frozenset({Kind.FEEDBACK}))
    assert stage(unanswered, AFTER) is Stage.FEEDBACK_GIVEN


def test_it_counts_as_held_when_its_day_is_over() -> None:
    assert stage(BOOKED, REVIEW_DAY) is Stage.SCHEDULED
    assert stage(BOOKED, AFTER) is Stage.HELD
    assert stage(replace(BOOKED, done=frozenset({Kind.REVIEW})), REVIEW_DAY) is Stage.HELD
    assert not is_held(Progress(None), AFTER)


def test_a_workshop_agreed_beforehand_does_not_bring_the_review_further() -> None:
    agreed = replace(BOOKED, agreed=frozenset({Kind.WORKSHOP}))
    assert stage(agreed, BEFORE) is Stage.SCHEDULED
    assert stage(agreed, AFTER) is Stage.WORKSHOP_BOOKED


def test_postponed_and_cancelled_speak_for_the_whole_review() -> None:
    postponed = replace(BOOKED, done=PAPERS, postponed=True)
    assert stage(postponed, AFTER) is Stage.POSTPONED
    assert stage(replace(postponed, cancelled=True), AFTER) is Stage.CANCELLED


def test_the_progress_line_has_five_stages() -> None:
    numbers = [NUMBER[reached] for reached in Stage]
    assert numbers == [1, 1, 1, 1, 2, 3, 3, 3, 3, 4, 4, 5, 5, 1, 0]


@settings(deadline=None)
@given(st.frozensets(st.sampled_from(Kind)), st.sampled_from(Kind), st.booleans(), st.booleans())
def test_doing_more_never_brings_a_review_back(
    done: frozenset[Kind], more: Kind, confirmed: bool, supported: bool
) -> None:
    one = Progress(REVIEW_DAY, confirmed, True, done, in_support=supported)
    other = replace(one, done=done | {more})
    order = list(Stage)
    assert order.index(stage(one, BEFORE)) <= order.index(stage(other, BEFORE))
    assert order.index(stage(other, BEFORE)) <= order.index(stage(other, AFTER))
