"""What a digest is made of: of all reviews of its groups at once, never of one after the other."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.rules import hours
from bot.rules.digest import Place, Step
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper
from bot.rules.roles import Answer, Role
from bot.rules.stage import is_held
from storage import actions, consortium, milestones, reviews, teams
from storage.models import (
    Change,
    DevelopmentVisit,
    Milestone,
    Outgoing,
    Person,
    Review,
    RoleAssignment,
    SentPaper,
)

# Of what may be recorded days after it was held, the change says when that was; all else says so itself.
RECORDED: Mapping[str, Kind] = {
    "meeting_recorded": Kind.MEETING,
    "feedback_given": Kind.FEEDBACK,
    "workshop_recorded": Kind.WORKSHOP,
}


class Version(NamedTuple):
    review_id: int
    change_id: int


@dataclass(frozen=True, slots=True)
class Visit:
    """`held_at`: when it was recorded that it was held."""

    day: date | None
    held_at: datetime | None


@dataclass(frozen=True, slots=True)
class Action:
    due: date | None
    done_at: datetime | None


@dataclass(frozen=True)
class Found:
    """Everything but the reviews by review. `recorded`: what was recorded as held since the last digest."""

    reviews: Sequence[Review]
    visits: Mapping[int, Visit]
    actions: Mapping[int, Sequence[Action]]
    recorded: Mapping[int, frozenset[Kind]]


def of_groups(session: Session, group_ids: Collection[int], today: date, since: datetime) -> Found:
    """Of the groups' reviews that matter on that day; `since`: what was recorded from then on (UTC)."""
    found = [one for one in reviews.of_groups(session, group_ids, today) if one.cancelled_at is None]
    ids = [one.id for one in found]
    return Found(
        reviews=found,
        visits=visits(session, ids),
        actions=sent_actions(session, ids),
        recorded=recorded(session, ids, since),
    )


def visits(session: Session, review_ids: Collection[int]) -> Mapping[int, Visit]:
    query = select(DevelopmentVisit.review_id, DevelopmentVisit.day, DevelopmentVisit.held_at)
    rows = session.execute(query.where(DevelopmentVisit.review_id.in_(review_ids)))
    return {row.review_id: Visit(row.day, row.held_at) for row in rows}


def sent_actions(session: Session, review_ids: Collection[int]) -> Mapping[int, Sequence[Action]]:
    """Of the plans as they were sent last; what the champions draft meanwhile is theirs."""
    newest = (
        select(SentPaper.review_id, func.max(SentPaper.number).label("number"))
        .where(SentPaper.review_id.in_(review_ids), SentPaper.paper == Paper.PLAN)
        .group_by(SentPaper.review_id)
        .subquery()
    )
    query = select(SentPaper.review_id, SentPaper.change_id).join(
        newest,
        (SentPaper.review_id == newest.c.review_id)
        & (SentPaper.number == newest.c.number)
        & (SentPaper.paper == Paper.PLAN),
    )
    versions = [Version(*row) for row in session.execute(query)]
    return {
        review_id: [Action(one.entry.due, one.item.done_at) for one in sent]
        for review_id, sent in actions.sent_each(session, versions).items()
    }


def recorded(session: Session, review_ids: Collection[int], since: datetime) -> Mapping[int, frozenset[Kind]]:
    query = select(Change.review_id, Change.what).where(
        Change.review_id.in_(review_ids), Change.at >= since, Change.what.in_(RECORDED)
    )
    found: dict[int, set[Kind]] = defaultdict(set)
    for row in session.execute(query):
        found[row.review_id].add(RECORDED[row.what])
    return {review_id: frozenset(kinds) for review_id, kinds in found.items()}


def steps(review: Review) -> tuple[Step, ...]:
    """Nothing, where the review has no date any more."""
    if review.postponed_at is not None:
        return ()
    return tuple(step(row, review.day) for row in review.milestones)


def step(row: Milestone, review_day: date) -> Step:
    due = milestones.longer(row, review_day) or row.due
    at = hours.moment(due, row.due_time) if row.due_time and due == row.due else None
    return Step(row.kind, due, at, row.agreed is not None, row.done_at)


def held(review: Review, today: date) -> bool:
    return review.postponed_at is None and is_held(teams.progress(review), today)


def places(review: Review, today: date) -> tuple[Place, ...]:
    return tuple(
        Place(one.part, one.answer is not Answer.DECLINED and not consortium.has_left(one.person, today))
        for one in teams.present(review)
    )


def leads(session: Session, today: date) -> Mapping[int, str]:
    """Who leads each group: the Lead, else the deputy."""
    query = (
        select(RoleAssignment.group_id, Person.name)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(RoleAssignment.role == Role.LEAD, consortium.held(today), consortium.here(today))
        .order_by(RoleAssignment.deputy.desc(), Person.name.desc())
    )
    return {row.group_id: row.name for row in session.execute(query) if row.group_id is not None}


def last_sent(session: Session, keys: Collection[str]) -> datetime | None:
    """When the digest with one of these keys went; None where none did."""
    query = select(func.max(Outgoing.finished_at)).where(
        Outgoing.key.in_(keys), Outgoing.withdrawn.is_(False)
    )
    return session.scalar(query)


def withdraw(session: Session, templates: Collection[str], before: datetime, now: datetime) -> None:
    """What was written before that moment, and could not go, is not said any more."""
    query = select(Outgoing).where(
        Outgoing.finished_at.is_(None), Outgoing.template.in_(templates), Outgoing.made_at < before
    )
    for message in session.scalars(query):
        message.finished_at, message.withdrawn, message.problem = now, True, ""
