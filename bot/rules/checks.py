"""What is refused and what is remarked on when a review is scheduled or moved: facts, not sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.calendar import NoSchoolDay, SchoolCalendar
from bot.rules.milestones import Kind, Timetable
from bot.rules.policy import Policy

# A date further off than this is a slip of the keyboard, and no calendar knows it.
FURTHEST_DAYS = 2 * 366


@dataclass(frozen=True)
class Member:
    """Someone taking part. `booked` holds the days of their other reviews, never of this one."""

    person_id: int
    name: str
    school_ids: frozenset[int] = frozenset()
    federations: frozenset[str] = frozenset()
    booked: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Proposal:
    """A review as the Lead would have it. `federation` is the reviewed school's, "" for none."""

    day: date
    school_id: int
    federation: str
    lead_reviewer: Member
    reviewers: tuple[Member, ...] = ()
    champions: tuple[Member, ...] = ()

    @property
    def team(self) -> tuple[Member, ...]:
        """The lead reviewer and the other reviewers, without the champions."""
        return (self.lead_reviewer, *self.reviewers)


@dataclass(frozen=True)
class ClosedDay:
    """`before` and `after` are the nearest open days that could be had instead."""

    day: date
    why: str
    before: date | None
    after: date | None


@dataclass(frozen=True)
class PastDay:
    day: date
    today: date


@dataclass(frozen=True)
class FarDay:
    day: date
    latest: date


@dataclass(frozen=True)
class OwnSchool:
    member: Member


@dataclass(frozen=True)
class BookedElsewhere:
    member: Member
    day: date


@dataclass(frozen=True)
class NamedTwice:
    member: Member


Refusal = ClosedDay | PastDay | FarDay | OwnSchool | BookedElsewhere | NamedTwice


@dataclass(frozen=True)
class TeamSize:
    members: int
    least: int
    most: int


@dataclass(frozen=True)
class ChampionCount:
    champions: int
    expected: int


@dataclass(frozen=True)
class ShortNotice:
    days: int
    expected: int


@dataclass(frozen=True)
class SameFederation:
    member: Member
    federation: str


@dataclass(frozen=True)
class SameWeek:
    member: Member
    days: tuple[date, ...]


@dataclass(frozen=True)
class DeadlineMoved:
    """`unmoved` is the day the rule gives, `due` where the holiday `why` puts it."""

    kind: Kind
    unmoved: date
    due: date
    why: str


Remark = TeamSize | ChampionCount | ShortNotice | SameFederation | SameWeek | DeadlineMoved


def refusals(proposal: Proposal, calendar: SchoolCalendar, today: date) -> tuple[Refusal, ...]:
    """Every reason why this review can't be booked; `today` is London's."""
    return (*day_refusals(proposal.day, calendar, today), *_people_refusals(proposal))


def day_refusals(day: date, calendar: SchoolCalendar, today: date) -> tuple[Refusal, ...]:
    """Why no review can be held on that day, whoever takes part."""
    if day < today:
        return (PastDay(day, today),)
    latest = today + timedelta(days=FURTHEST_DAYS)
    if day > latest:
        return (FarDay(day, latest),)
    why = calendar.why_closed(day)
    return (_closed(day, why, calendar, today),) if why else ()


def remarks(proposal: Proposal, timetable: Timetable, today: date, policy: Policy) -> tuple[Remark, ...]:
    """What the Lead should know and may book all the same; `today` is London's."""
    notice = (proposal.day - today).days
    short = (ShortNotice(notice, policy.notice_days),) if notice < policy.notice_days else ()
    return (*short, *team_remarks(proposal, policy), *moved_deadlines(timetable))


def team_remarks(proposal: Proposal, policy: Policy) -> tuple[Remark, ...]:
    """What the Lead should know about the people alone."""
    return (*_number_remarks(proposal, policy), *_people_remarks(proposal))


def moved_deadlines(timetable: Timetable) -> Iterator[DeadlineMoved]:
    for milestone in timetable.milestones:
        if milestone.because and milestone.due != milestone.unmoved:
            yield DeadlineMoved(milestone.kind, milestone.unmoved, milestone.due, milestone.because)


def _closed(day: date, why: str, calendar: SchoolCalendar, today: date) -> ClosedDay:
    try:
        earlier = calendar.on_or_before(day)
        return ClosedDay(day, why, earlier if earlier >= today else None, calendar.on_or_after(day))
    except NoSchoolDay:
        return ClosedDay(day, why, None, None)


def _once(members: Iterable[Member]) -> Iterable[Member]:
    return {member.person_id: member for member in members}.values()


def _people_refusals(proposal: Proposal) -> Iterator[Refusal]:
    everyone = (*proposal.team, *proposal.champions)
    times = Counter(member.person_id for member in everyone)
    for member in _once(everyone):
        if times[member.person_id] > 1:
            yield NamedTwice(member)
        if proposal.day in member.booked:
            yield BookedElsewhere(member, proposal.day)
    for member in _once(proposal.team):
        if proposal.school_id in member.school_ids:
            yield OwnSchool(member)


def _number_remarks(proposal: Proposal, policy: Policy) -> Iterator[Remark]:
    members = len(_team_ids(proposal))
    if not policy.team_least <= members <= policy.team_most:
        yield TeamSize(members, policy.team_least, policy.team_most)
    champions = len({member.person_id for member in proposal.champions})
    if champions != policy.champions:
        yield ChampionCount(champions, policy.champions)


def _team_ids(proposal: Proposal) -> frozenset[int]:
    return frozenset(member.person_id for member in proposal.team)


def _people_remarks(proposal: Proposal) -> Iterator[Remark]:
    for member in _once(proposal.team):
        if proposal.federation and proposal.federation in member.federations:
            yield SameFederation(member, proposal.federation)
        if others := _that_week(member, proposal.day):
            yield SameWeek(member, others)


def _that_week(member: Member, day: date) -> tuple[date, ...]:
    """The member's other review days in the Monday-to-Friday week of `day`."""
    week = day.isocalendar()[:2]
    return tuple(sorted(d for d in member.booked if d != day and d.isocalendar()[:2] == week))
