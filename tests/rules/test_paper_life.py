"""Who sends, releases and signs a paper, and which signatures are still to come."""

import pytest

from bot.rules.paper_life import (
    may_read_queries,
    may_release,
    may_see_receivers,
    may_see_states,
    may_send,
    signs_by_sending,
    still_to_sign,
)
from bot.rules.papers import SignedAs
from bot.rules.permissions import Paper, Part

LEAD, CHAMPION, HEAD, GOVERNOR = SignedAs
PEOPLE = {LEAD: [1], CHAMPION: [2, 3], HEAD: [4, 5], GOVERNOR: [6]}


@pytest.mark.parametrize(
    ("paper", "senders"),
    [
        (Paper.SUMMARY, {Part.LEAD_REVIEWER}),
        (Paper.PLAN, {Part.CHAMPION}),
        (Paper.AUDIT, {Part.HOST_HEAD}),
    ],
)
def test_each_paper_is_sent_by_those_who_write_it(paper: Paper, senders: set[Part]) -> None:
    assert {part for part in Part if may_send({part}, paper)} == senders


def test_the_office_releases_what_the_management_group_does_not_see_at_once() -> None:
    assert {(part, paper) for part in Part for paper in Paper if may_release({part}, paper)} == {
        (Part.OFFICE, Paper.SUMMARY),
        (Part.OFFICE, Paper.PLAN),
    }


def test_the_sender_signs_in_the_writers_place_alone() -> None:
    assert signs_by_sending({Part.LEAD_REVIEWER, Part.GOVERNOR}, Paper.SUMMARY) == [LEAD]
    assert signs_by_sending({Part.CHAMPION}, Paper.PLAN) == [CHAMPION]
    assert signs_by_sending({Part.HOST_HEAD}, Paper.AUDIT) == []


def test_each_champion_signs_and_one_headteacher_is_enough() -> None:
    left = still_to_sign(Paper.PLAN, PEOPLE, [(CHAMPION, 2), (HEAD, 5)])
    assert left == {CHAMPION: [3], GOVERNOR: [6]}
    assert still_to_sign(Paper.PLAN, PEOPLE, [(CHAMPION, 2), (CHAMPION, 3), (HEAD, 4), (GOVERNOR, 6)]) == {}


def test_a_place_that_nobody_holds_is_still_to_be_signed() -> None:
    assert still_to_sign(Paper.SUMMARY, {LEAD: [1]}, [(LEAD, 1)]) == {HEAD: [], GOVERNOR: []}
    assert still_to_sign(Paper.PLAN, {}, []) == {CHAMPION: [], HEAD: [], GOVERNOR: []}


def test_who_has_signed_and_left_has_signed() -> None:
    assert LEAD not in still_to_sign(Paper.SUMMARY, PEOPLE, [(LEAD, 9)])
    assert still_to_sign(Paper.PLAN, {**PEOPLE, CHAMPION: []}, [(CHAMPION, 2)]).get(CHAMPION) is None


def test_a_signature_in_one_part_is_none_in_another() -> None:
    assert set(still_to_sign(Paper.SUMMARY, PEOPLE, [(CHAMPION, 4), (GOVERNOR, 4)])) == {LEAD, HEAD}


def test_the_audit_proforma_has_no_place_for_a_signature() -> None:
    assert still_to_sign(Paper.AUDIT, PEOPLE, []) == {}


def test_states_are_there_for_the_lead_and_for_whoever_may_read() -> None:
    seeing = {part for part in Part if may_see_states({part}, Paper.SUMMARY, released=False)}
    assert seeing == {
        Part.HOST_HEAD,
        Part.LEAD_REVIEWER,
        Part.REVIEWER,
        Part.CHAMPION,
        Part.GROUP_LEAD,
        Part.OFFICE,
        Part.GOVERNOR,
    }
    assert may_see_states({Part.MANAGEMENT}, Paper.SUMMARY, released=True)
    assert not may_see_states({Part.REVIEWER}, Paper.PLAN, released=True)


def test_what_was_asked_is_not_released_and_receivers_are_for_those_who_answer_for_it() -> None:
    assert not may_read_queries({Part.MANAGEMENT, Part.GROUP_LEAD}, Paper.SUMMARY)
    assert may_read_queries({Part.GOVERNOR}, Paper.SUMMARY)
    seeing = {part for part in Part if may_see_receivers({part}, Paper.PLAN)}
    assert seeing == {Part.CHAMPION, Part.HOST_HEAD, Part.OFFICE}
