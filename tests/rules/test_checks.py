from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.rules.calendar import SchoolCalendar, SchoolYear, Span
from bot.rules.checks import (
    BookedElsewhere,
    ChampionCount,
    ClosedDay,
    DeadlineMoved,
    FarDay,
    Member,
    NamedTwice,
    OwnSchool,
    PastDay,
    Proposal,
    Remark,
    SameFederation,
    SameWeek,
    ShortNotice,
    TeamSize,
    day_refusals,
    refusals,
    remarks,
)
from bot.rules.milestones import Kind
from bot.rules.policy import Policy
from bot.rules.timetable import plan
from tests.rules.school_years import SAMPLE, utc

OAK, ELM = 1, 2
TODAY = date(2017, 11, 1)
REVIEW_DAY = date(2017, 11, 21)
LEAD = Member(11, "Bronwen Pryce", frozenset({ELM}))
SECOND = Member(12, "Imran Shah", frozenset({3}))
THIRD = Member(13, "Grace Okafor", frozenset({4}))
ONE_CHAMPION = Member(14, "Tom Ashby", frozenset({5}))
OTHER_CHAMPION = Member(15, "Siân Evans", frozenset({6}))
PROPOSAL = Proposal(REVIEW_DAY, OAK, "", LEAD, (SECOND, THIRD), (ONE_CHAMPION, OTHER_CHAMPION))


def said(proposal: Proposal, today: date = TODAY) -> list[Remark]:
    timetable = plan(proposal.day, SAMPLE, utc(today.year, today.month, today.day), Policy())
    return list(remarks(proposal, timetable, today, Policy()))


def test_a_careful_proposal_is_neither_refused_nor_remarked_on() -> None:
    assert refusals(PROPOSAL, SAMPLE, TODAY) == ()
    assert said(PROPOSAL) == []


def test_a_closed_day_is_refused_with_the_nearest_open_ones() -> None:
    half_term = date(2018, 2, 14)
    assert refusals(replace(PROPOSAL, day=half_term), SAMPLE, TODAY) == (
        ClosedDay(half_term, "the spring half term", date(2018, 2, 9), date(2018, 2, 19)),
    )


def test_no_past_day_is_offered_instead_of_a_closed_one() -> None:
    saturday = date(2017, 11, 4)
    [refusal] = day_refusals(saturday, SAMPLE, saturday)
    assert refusal == ClosedDay(saturday, "a Saturday", None, date(2017, 11, 6))


def test_today_may_be_offered_instead_of_a_closed_day() -> None:
    friday, saturday = date(2017, 11, 3), date(2017, 11, 4)
    assert day_refusals(saturday, SAMPLE, friday) == (
        ClosedDay(saturday, "a Saturday", friday, date(2017, 11, 6)),
    )


def test_a_closed_day_without_any_open_one_near_it_is_still_refused() -> None:
    term = Span(date(2017, 9, 4), date(2017, 9, 5), "autumn")
    calendar = SchoolCalendar((SchoolYear(date(2014, 9, 1), date(2020, 8, 31), (term,)),), {})
    day = date(2018, 11, 14)
    assert day_refusals(day, calendar, TODAY) == (ClosedDay(day, "the summer holiday", None, None),)


def test_a_past_day_is_refused_and_today_is_not() -> None:
    tuesday = date(2017, 10, 31)
    assert day_refusals(tuesday, SAMPLE, TODAY) == (PastDay(tuesday, TODAY),)
    assert day_refusals(TODAY, SAMPLE, TODAY) == ()
    assert day_refusals(date(2017, 10, 28), SAMPLE, TODAY) == (PastDay(date(2017, 10, 28), TODAY),)


def test_a_day_years_ahead_is_refused() -> None:
    latest = TODAY + timedelta(days=732)
    assert day_refusals(date.max, SAMPLE, TODAY) == (FarDay(date.max, latest),)
    assert not any(isinstance(refusal, FarDay) for refusal in day_refusals(latest, SAMPLE, TODAY))


@pytest.mark.parametrize("lead_is_from_oak", [True, False])
def test_nobody_reviews_their_own_school(lead_is_from_oak: bool) -> None:
    if lead_is_from_oak:
        colleague = replace(LEAD, school_ids=frozenset({OAK, ELM}))
        proposal = replace(PROPOSAL, lead_reviewer=colleague)
    else:
        colleague = replace(THIRD, school_ids=frozenset({OAK}))
        proposal = replace(PROPOSAL, reviewers=(SECOND, colleague))
    assert refusals(proposal, SAMPLE, TODAY) == (OwnSchool(colleague),)


def test_a_champion_may_come_from_the_school() -> None:
    champion = replace(ONE_CHAMPION, school_ids=frozenset({OAK}))
    assert refusals(replace(PROPOSAL, champions=(champion, OTHER_CHAMPION)), SAMPLE, TODAY) == ()


def test_nobody_is_in_two_places_on_one_day() -> None:
    lead = replace(LEAD, booked=frozenset({REVIEW_DAY}))
    champion = replace(OTHER_CHAMPION, booked=frozenset({REVIEW_DAY}))
    proposal = replace(PROPOSAL, lead_reviewer=lead, champions=(ONE_CHAMPION, champion))
    assert refusals(proposal, SAMPLE, TODAY) == (
        BookedElsewhere(lead, REVIEW_DAY),
        BookedElsewhere(champion, REVIEW_DAY),
    )


@pytest.mark.parametrize(
    "proposal",
    [
        replace(PROPOSAL, reviewers=(SECOND, THIRD, LEAD)),
        replace(PROPOSAL, champions=(LEAD, OTHER_CHAMPION)),
    ],
)
def test_the_same_person_twice_is_refused_once(proposal: Proposal) -> None:
    assert refusals(proposal, SAMPLE, TODAY) == (NamedTwice(LEAD),)


def test_every_reason_is_given_at_once() -> None:
    colleague = replace(SECOND, school_ids=frozenset({OAK}), booked=frozenset({date(2017, 11, 18)}))
    proposal = replace(PROPOSAL, day=date(2017, 11, 18), reviewers=(colleague, colleague))
    assert [type(refusal) for refusal in refusals(proposal, SAMPLE, TODAY)] == [
        ClosedDay,
        NamedTwice,
        BookedElsewhere,
        OwnSchool,
    ]


@pytest.mark.parametrize(("others", "remark"), [(1, 2), (2, None), (3, None), (4, 5)])
def test_three_or_four_are_a_team_and_the_lead_reviewer_is_one_of_them(
    others: int, remark: int | None
) -> None:
    reviewers = tuple(Member(100 + n, f"Reviewer {n}") for n in range(others))
    expected = [] if remark is None else [TeamSize(remark, 3, 4)]
    assert said(replace(PROPOSAL, reviewers=reviewers)) == expected


@pytest.mark.parametrize(("champions", "count"), [((), 0), ((ONE_CHAMPION,), 1)])
def test_other_than_two_champions_is_remarked_on(champions: tuple[Member, ...], count: int) -> None:
    assert said(replace(PROPOSAL, champions=champions)) == [ChampionCount(count, 2)]


def test_less_than_two_weeks_notice_is_remarked_on() -> None:
    assert said(PROPOSAL, REVIEW_DAY - timedelta(days=14)) == []
    assert said(PROPOSAL, REVIEW_DAY - timedelta(days=13)) == [ShortNotice(13, 14)]


def test_a_reviewer_from_the_same_federation_is_remarked_on() -> None:
    neighbour = replace(THIRD, federations=frozenset({"Riverside"}))
    proposal = replace(PROPOSAL, federation="Riverside", reviewers=(SECOND, neighbour))
    assert said(proposal) == [SameFederation(neighbour, "Riverside")]
    assert said(replace(proposal, federation="Hillside")) == []
    nowhere = replace(THIRD, federations=frozenset({""}))
    assert said(replace(PROPOSAL, reviewers=(SECOND, nowhere))) == []


def test_another_review_in_the_same_week_is_remarked_on() -> None:
    friday, monday_before, monday_after = date(2017, 11, 24), date(2017, 11, 20), date(2017, 11, 27)
    busy = replace(SECOND, booked=frozenset({friday, monday_before, monday_after, date(2016, 11, 21)}))
    assert said(replace(PROPOSAL, reviewers=(busy, THIRD))) == [SameWeek(busy, (monday_before, friday))]


def test_a_holiday_that_moves_a_deadline_is_remarked_on() -> None:
    christmas = "the Christmas holiday"
    assert said(replace(PROPOSAL, day=date(2017, 12, 14))) == [
        DeadlineMoved(Kind.SUMMARY, date(2017, 12, 21), date(2018, 1, 4), christmas),
        DeadlineMoved(Kind.WORKSHOP, date(2017, 12, 28), date(2018, 1, 11), christmas),
    ]


def test_a_window_that_only_opens_later_moves_no_deadline() -> None:
    opens_after_half_term = date(2018, 2, 7)
    timetable = plan(opens_after_half_term, SAMPLE, utc(2017, 11, 1), Policy())
    assert timetable.of(Kind.WORKSHOP).because == "the spring half term"
    moved = said(replace(PROPOSAL, day=opens_after_half_term))
    assert Kind.WORKSHOP not in {remark.kind for remark in moved if isinstance(remark, DeadlineMoved)}
