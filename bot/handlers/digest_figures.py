"""The figures of the digests, worked out from what is stored of all reviews at once."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.cards.review import stage_of
from bot.rules import digest, digest_weeks, hours
from bot.rules.digest import Dated, Papers, Rate
from bot.rules.digest_figures import (
    ACTION,
    NO_ACTIONS,
    NO_PAPERS,
    NONE_DUE,
    VISIT,
    GroupFigures,
    SchoolFigures,
    total,
)
from bot.rules.digest_weeks import Days
from bot.rules.milestones import Kind
from bot.rules.roles import REVIEW_TEAM, Answer, Role, TeamPart
from storage import digests, teams
from storage.digests import Found
from storage.directory import REVIEWING, Directory, SchoolEntry, in_force
from storage.models import Review


@dataclass(frozen=True)
class Moment:
    """For which week, by its Monday; as things stand `now`; with what was completed from `since` on."""

    monday: date
    now: datetime
    since: datetime

    @property
    def today(self) -> date:
        return hours.today(self.now)

    @property
    def week(self) -> Days:
        return digest_weeks.this_week(self.monday)

    @property
    def fortnight(self) -> Days:
        return digest_weeks.next_fortnight(self.monday)


@dataclass(frozen=True)
class Facts:
    """What is known of all reviews, and how often the people of each school review elsewhere this year."""

    found: Found
    roster: Directory
    at: Moment
    sent: Mapping[int, int]
    headed: Collection[int]


def figures(
    session: Session, roster: Directory, group_ids: Collection[int], at: Moment
) -> Sequence[GroupFigures]:
    """Of each of these groups that has schools, or reviews still open; in the order of their names."""
    found = digests.of_groups(session, group_ids, at.today, at.since)
    facts = Facts(
        found, roster, at, sent_elsewhere(found.reviews, roster, at.today), headed(roster, at.today)
    )
    leads = digests.leads(session, at.today)
    groups = [one for one in roster.groups.values() if one.id in group_ids]
    every = [(group.id, group.name, of_group(facts, group.id)) for group in groups]
    holiday = roster.calendar(None).next_holiday(at.monday)
    return [
        GroupFigures(number, name, at.monday, at.fortnight.last, schools, leads.get(number, ""), holiday)
        for number, name, schools in every
        if schools
    ]


def of_group(facts: Facts, group_id: int) -> Sequence[SchoolFigures]:
    """The schools of the group today, and those that have left it with a review still open."""
    theirs: dict[int, list[Review]] = defaultdict(list)
    for one in facts.found.reviews:
        if one.group_id == group_id:
            theirs[one.school_id].append(one)
    here = {school.id: school for school, _ in facts.roster.schools_in([group_id], facts.at.today)}
    left = {number: facts.roster.schools[number] for number in theirs if number not in here}
    schools = sorted({**here, **left}.values(), key=lambda school: school.name)
    return [of_school(facts, school, theirs[school.id], stays=school.id in here) for school in schools]


def of_school(facts: Facts, school: SchoolEntry, its: Sequence[Review], *, stays: bool) -> SchoolFigures:
    at, year = facts.at, facts.roster.year_of(facts.at.today)
    late = [step for one in its for step in overdue(facts, one)]
    calendar, policy = facts.roster.calendar(school.id), facts.roster.policy
    this_year = [one for one in its if year and one.year_id == year.id]
    return SchoolFigures(
        school=school.name,
        week=planned(facts, its, at.week),
        fortnight=planned(facts, its, at.fortnight),
        wanted=total(wanted(facts, one) for one in its),
        has_head=not stays or school.id in facts.headed,
        late=len(late),
        old=len(digest.older(late, at.today, calendar, policy)),
        completed=tuple(what for one in its for what in completed(facts, one)),
        actions=sum((actions(facts, one) for one in its), NO_ACTIONS),
        stages=tuple(stage_of(one, at.today) for one in its),
        rate=sum((on_time(facts, one) for one in this_year), NONE_DUE),
        papers=papers(facts, this_year),
        sent=facts.sent.get(school.id, 0),
        booked=not stays or any(one.postponed_at is None for one in this_year),
    )


def planned(facts: Facts, its: Sequence[Review], days: Days) -> tuple[Dated, ...]:
    found = [item for one in its for item in digest.to_come(digests.steps(one), days, facts.at.today)]
    for one in its:
        visit = facts.found.visits.get(one.id)
        if visit and visit.held_at is None and visit.day and visit.day in days:
            found.append(Dated(VISIT, visit.day))
    return tuple(sorted(found, key=lambda item: item.on))


def overdue(facts: Facts, one: Review) -> Sequence[digest.Step]:
    if one.closed_at is not None:
        return ()
    return digest.overdue(digests.steps(one), facts.at.now, held=digests.held(one, facts.at.today))


def wanted(facts: Facts, one: Review) -> Mapping[TeamPart, int]:
    """Of a review to come."""
    if one.postponed_at is not None or digests.held(one, facts.at.today):
        return {}
    places = digests.places(one, facts.at.today)
    return digest.not_filled(places, facts.roster.policy, fewer_champions=bool(one.champions_reason))


def completed(facts: Facts, one: Review) -> Sequence[str]:
    at, visit = facts.at, facts.found.visits.get(one.id)
    recorded = facts.found.recorded.get(one.id, frozenset())
    kinds = digest.completed(digests.steps(one), recorded, at.since, at.today)
    visited = [VISIT] if visit and visit.held_at and visit.held_at >= at.since else []
    done = [
        ACTION for item in facts.found.actions.get(one.id, ()) if item.done_at and item.done_at >= at.since
    ]
    return [*(kind.value for kind in kinds), *visited, *done]


def actions(facts: Facts, one: Review) -> digest.Actions:
    items = [(item.due, item.done_at is not None) for item in facts.found.actions.get(one.id, ())]
    return digest.count_actions(items, facts.at.today, facts.at.fortnight.last)


def on_time(facts: Facts, one: Review) -> Rate:
    return digest.on_time(digests.steps(one), facts.at.now)


def papers(facts: Facts, its: Sequence[Review]) -> Mapping[Kind, Papers]:
    each = [digest.received(digests.steps(one), held=digests.held(one, facts.at.today)) for one in its]
    return {kind: sum((one[kind] for one in each), NO_PAPERS) for kind in digest.PASSED_ON}


def headed(roster: Directory, today: date) -> Collection[int]:
    """The schools that have a headteacher."""
    return {
        held.school_id
        for person in roster.people.values()
        if person.is_here(today)
        for held in person.roles
        if held.school_id is not None and held.role is Role.HEAD and in_force(held, today)
    }


def sent_elsewhere(its: Sequence[Review], roster: Directory, today: date) -> Mapping[int, int]:
    """By school, how many places in other schools' review teams its people have this year."""
    year = roster.year_of(today)
    counted: Counter[int] = Counter()
    for review in its:
        if year is None or review.year_id != year.id:
            continue
        for place in teams.present(review):
            person = roster.people.get(place.person_id)
            if person and place.part in REVIEW_TEAM and place.answer is not Answer.DECLINED:
                schools = {r.school_id for r in person.roles if r.role in REVIEWING and in_force(r, today)}
                counted.update(number for number in schools if number and number != review.school_id)
    return counted
