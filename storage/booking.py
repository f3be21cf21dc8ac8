"""What changes a review, each with the record of what it was."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.rules.calendar import SchoolCalendar
from bot.rules.policy import Policy
from bot.rules.roles import Answer, TeamPart
from storage import milestones, reviewed, reviews, teams
from storage.models import AcademicYear, Change, Group, Person, Review, School, Suggestion, TeamMember


@dataclass(frozen=True, slots=True)
class Booking:
    school: School
    group: Group
    year: AcademicYear
    number: int
    day: date
    lead_reviewer: Person
    reviewers: Sequence[Person]
    champions: Sequence[Person]
    note: str = ""
    champions_reason: str = ""


@dataclass(frozen=True, slots=True)
class By:
    """Who changes something, and when (UTC)."""

    person: Person
    at: datetime


def book(session: Session, booking: Booking, calendar: SchoolCalendar, policy: Policy, by: By) -> Change:
    review = Review(
        school=booking.school,
        group=booking.group,
        year=booking.year,
        number=booking.number,
        day=booking.day,
        note=booking.note,
        champions_reason=booking.champions_reason,
        booked_by=by.person,
        booked_at=by.at,
        team=[],
        milestones=[],
    )
    session.add(review)
    session.flush()
    teams.add(session, review, booking.lead_reviewer, TeamPart.LEAD_REVIEWER)
    for person in booking.reviewers:
        teams.add(session, review, person, TeamPart.REVIEWER)
    for person in booking.champions:
        teams.add(session, review, person, TeamPart.CHAMPION)
    milestones.lay_out(session, review, calendar, policy, by.at)
    reviewed.dates_change(session)
    return log(session, review, "booked", by, now={"day": review.day.isoformat()})


def move(
    session: Session,
    review: Review,
    day: date,
    calendar: SchoolCalendar,
    policy: Policy,
    by: By,
    *,
    reason: str = "",
    agreed: Collection[int] = (),
) -> Change:
    """Put the review on `day`, back from wherever it was. Everyone is asked again but those in `agreed`."""
    was = {"day": review.day.isoformat(), "postponed": review.postponed_at is not None}
    put_in_year(session, review, day)
    review.day, review.postponed_at, review.cancelled_at, review.reason = day, None, None, ""
    review.confirmed_at, review.confirmed_by = None, None
    teams.ask_again(review, agreed, by.at)
    laid = milestones.lay_out(session, review, calendar, policy, by.at)
    dropped = [str(kind) for kind in laid.dropped]
    reviewed.dates_change(session)
    return log(
        session, review, "moved", by, was, {"day": day.isoformat(), "reason": reason, "dropped": dropped}
    )


def put_in_year(session: Session, review: Review, day: date) -> None:
    """Count the review among those of the school year that has the day; its number says which of them."""
    year = reviews.year_of(session, day)
    if year is None or year.id == review.year_id:
        return
    reviews.hold_school(session, review.school_id)
    others = reviews.of_school(session, review.school_id, year.id)
    review.number = max((other.number for other in others), default=0) + 1
    review.year = year


def confirm(session: Session, review: Review, by: By) -> Change:
    """The headteacher says that the date stands."""
    review.confirmed_at, review.confirmed_by = by.at, by.person
    return log(session, review, "confirmed", by, now={"day": review.day.isoformat()})


def unconfirm(session: Session, review: Review, by: By) -> Change:
    """The headteacher takes it back."""
    review.confirmed_at, review.confirmed_by = None, None
    return log(session, review, "unconfirmed", by, now={"day": review.day.isoformat()})


def cancel(session: Session, review: Review, reason: str, by: By) -> Change:
    review.cancelled_at, review.reason = by.at, reason
    reviewed.dates_change(session)
    return log(session, review, "cancelled", by, now={"reason": reason})


def postpone(session: Session, review: Review, reason: str, by: By) -> Change:
    review.postponed_at, review.reason = by.at, reason
    return log(session, review, "postponed", by, {"day": review.day.isoformat()}, {"reason": reason})


def reinstate(session: Session, review: Review, by: By) -> Change:
    was = {"reason": review.reason}
    review.cancelled_at, review.reason = None, ""
    reviewed.dates_change(session)
    return log(session, review, "reinstated", by, was, {"day": review.day.isoformat()})


def answer(session: Session, review: Review, place: TeamMember, given: Answer, reason: str, by: By) -> Change:
    was = {"answer": place.answer.value, "reason": place.reason}
    teams.answered(place, given, by.at, reason)
    return log(session, review, given.value, by, was, {"person": place.person.name, "reason": reason})


def replace(session: Session, review: Review, place: TeamMember, person: Person, by: By) -> Change:
    """Ask `person` in the place of someone who can't do it; the old row stays as history."""
    was = {"person": place.person.name, "person_id": place.person_id, "answer": place.answer.value}
    teams.end(session, place, by.at)
    new = teams.add(session, review, person, place.part)
    new.position = place.position
    touch(review)
    now = {"person": person.name, "person_id": person.id, "part": place.part.value}
    return log(session, review, "replaced", by, was, now)


def add_member(session: Session, review: Review, person: Person, part: TeamPart, by: By) -> Change:
    teams.add(session, review, person, part)
    touch(review)
    now = {"person": person.name, "person_id": person.id, "part": part.value}
    return log(session, review, "added", by, now=now)


def remove_member(session: Session, review: Review, place: TeamMember, by: By) -> Change:
    was = {"person": place.person.name, "person_id": place.person_id, "part": place.part.value}
    teams.end(session, place, by.at)
    touch(review)
    return log(session, review, "removed", by, was)


def rewrite_note(session: Session, review: Review, note: str, by: By) -> Change:
    was = {"note": review.note}
    review.note = note
    return log(session, review, "note", by, was, {"note": note})


def suggest(session: Session, review: Review, day: date, note: str, by: By) -> tuple[Suggestion, Change]:
    made = Suggestion(review=review, person=by.person, day=day, note=note, made_at=by.at)
    session.add(made)
    session.flush()
    return made, log(session, review, "suggested", by, now={"day": day.isoformat(), "note": note})


def decide(session: Session, suggestion: Suggestion, used: bool, by: By) -> None:
    suggestion.decided_at, suggestion.decided_by, suggestion.used = by.at, by.person, used
    session.flush()


def touch(review: Review) -> None:
    """Count a change of the team as one of the review, so that two at once meet at its version."""
    review.team_changes += 1


def log(
    session: Session,
    review: Review,
    what: str,
    by: By,
    was: dict[str, Any] | None = None,
    now: dict[str, Any] | None = None,
) -> Change:
    change = Change(review=review, by=by.person, at=by.at, what=what, was=was or {}, now=now or {})
    session.add(change)
    session.flush()
    return change
