"""The post-review workshop: its day chosen, release booked, who attends, and that it was held."""

from collections.abc import Collection
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from bot.rules import hours
from bot.rules.milestones import Kind
from bot.rules.roles import TeamPart
from bot.rules.workshop import State, state
from storage import milestones, reviews
from storage.booking import By, log
from storage.meetings import NOON, Rules, given_at
from storage.models import Change, Milestone, Release, Review, TeamMember, Workshop

CHOSEN, STAFF = "workshop_chosen", "workshop_staff"
RECORDED, UNRECORDED = "workshop_recorded", "workshop_unrecorded"
RELEASED, UNRELEASED = "workshop_released", "workshop_unreleased"


def get(session: Session, review_id: int) -> Workshop | None:
    query = (
        select(Workshop)
        .where(Workshop.review_id == review_id)
        .options(
            joinedload(Workshop.arranged_by),
            joinedload(Workshop.held_by),
            selectinload(Workshop.releases).joinedload(Release.person),
        )
    )
    return session.scalar(query)


def state_of(workshop: Workshop | None, row: Milestone) -> State:
    """`row` is the review’s milestone of the workshop."""
    if workshop is None:
        return State.OPEN
    return state(workshop.day, row.agreed, held=workshop.held_on is not None)


def to_change(session: Session, review: Review) -> Workshop:
    """The workshop of a review that is held, made where there is none yet."""
    workshop = get(session, review.id)
    if workshop is None:
        workshop = Workshop(review=review, staff="", releases=[])
        session.add(workshop)
        session.flush()
    return workshop


def choose(
    session: Session, review: Review, workshop: Workshop, day: date, at: time | None, rules: Rules, by: By
) -> Change:
    """Put it on that day; what comes after it in the timetable goes along."""
    row = milestones.of(review, Kind.WORKSHOP)
    was = {"day": row.agreed.isoformat()} if row.agreed else {}
    workshop.day, workshop.at = day, at
    workshop.arranged_by, workshop.arranged_at = by.person, by.at
    row.agreed = day
    lay_out(session, review, rules)
    now = {"day": day.isoformat(), **({"at": f"{at:%H:%M}"} if at else {})}
    return log(session, review, CHOSEN, by, was, now)


def release_of(workshop: Workshop | None, person_id: int) -> Release | None:
    found = workshop.releases if workshop else ()
    return next((one for one in found if one.person_id == person_id), None)


def book_release(session: Session, review: Review, workshop: Workshop, by: By) -> Change:
    """The half day of whoever says so."""
    workshop.releases.append(Release(person=by.person, person_id=by.person.id, at=by.at))
    return log(session, review, RELEASED, by)


def drop_release(session: Session, review: Review, workshop: Workshop, release: Release, by: By) -> Change:
    workshop.releases.remove(release)
    return log(session, review, UNRELEASED, by)


def write_staff(session: Session, review: Review, workshop: Workshop, staff: str, by: By) -> Change:
    was = {"staff": workshop.staff}
    workshop.staff = staff
    return log(session, review, STAFF, by, was, {"staff": staff})


def record(session: Session, review: Review, workshop: Workshop, on: date, rules: Rules, by: By) -> Change:
    """That it was held on that day, or a correction of the day; the action plan’s time runs from it."""
    was = recorded(workshop)
    workshop.held_on, workshop.held_at, workshop.held_by = on, by.at, by.person
    row = milestones.of(review, Kind.WORKSHOP)
    # The timetable asks on which day it was done, not on which it was written down.
    at = workshop.at if workshop.at and workshop.day == on else NOON
    row.done_at, row.done_by_id = min(by.at, hours.moment(on, at)), by.person.id
    lay_out(session, review, rules)
    return log(session, review, RECORDED, by, was, recorded(workshop))


def take_back(session: Session, review: Review, workshop: Workshop, rules: Rules, by: By) -> Change:
    """It was not held after all."""
    was = recorded(workshop)
    workshop.held_on, workshop.held_at, workshop.held_by = None, None, None
    row = milestones.of(review, Kind.WORKSHOP)
    row.done_at, row.done_by_id = None, None
    lay_out(session, review, rules)
    return log(session, review, UNRECORDED, by, was)


def recorded(workshop: Workshop) -> dict[str, Any]:
    return {"held": workshop.held_on.isoformat()} if workshop.held_on else {}


def lay_out(session: Session, review: Review, rules: Rules) -> None:
    """As when the review was given its date: what was late then stays late."""
    if rules.calendar.why_closed(review.day):
        # The roster has closed the day since, and the rules know no timetable for it.
        row = milestones.of(review, Kind.WORKSHOP)
        row.due = row.agreed or row.unmoved
        return
    milestones.lay_out(session, review, rules.calendar, rules.policy, given_at(session, review))


def window(session: Session, review: Review, rules: Rules) -> tuple[date, date]:
    """The days that the schedule offers for it, both ends inside, whatever day has been chosen."""
    row = milestones.of(review, Kind.WORKSHOP)
    if rules.calendar.why_closed(review.day):
        return row.opens or row.unmoved, row.unmoved
    given = given_at(session, review)
    planned = milestones.unsettled(review, Kind.WORKSHOP, rules.calendar, rules.policy, given)
    return planned.opens or planned.due, planned.due


def last_id(session: Session, review_id: int, kinds: Collection[str]) -> int:
    """The last change of these kinds: what a form has seen of them. 0 where there was none."""
    latest = reviews.latest_change(session, review_id, kinds)
    return latest.id if latest else 0


def waiting(session: Session, person_id: int, today: date) -> list[tuple[Review, Milestone, Milestone]]:
    """The reviews whose day has come in which this person is a champion, and whose plan is not yet sent.

    With the milestones of the workshop and of the plan.
    """
    champion = (
        (TeamMember.person_id == person_id)
        & (TeamMember.part == TeamPart.CHAMPION)
        & TeamMember.ended_at.is_(None)
    )
    unsent = Review.milestones.any((Milestone.kind == Kind.PLAN) & Milestone.done_at.is_(None))
    query = (
        select(Review)
        .where(
            Review.day.between(today - reviews.A_YEAR, today),
            Review.cancelled_at.is_(None),
            Review.postponed_at.is_(None),
            Review.closed_at.is_(None),
            Review.team.any(champion),
            unsent,
        )
        .order_by(Review.day, Review.id)
        .options(*reviews.whole())
    )
    found = session.scalars(query)
    return [(one, milestones.of(one, Kind.WORKSHOP), milestones.of(one, Kind.PLAN)) for one in found]
