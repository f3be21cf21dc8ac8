"""That the feedback was given: when, who was there, whom the headteacher invited, which governors came."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from bot.rules import hours
from bot.rules.calendar import SchoolCalendar
from bot.rules.milestones import Kind
from bot.rules.policy import Policy
from storage import milestones
from storage.booking import By, log
from storage.models import Change, Feedback, FeedbackAttendance, Review

GIVEN, INVITED, TAKEN_BACK = "feedback_given", "feedback_invited", "feedback_taken_back"
CHANGES = (GIVEN, INVITED, TAKEN_BACK)
# "Immediate feedback at the end of the review", as the schedule has it.
END_OF_THE_DAY = time(15, 30)


@dataclass(frozen=True, slots=True)
class Given:
    """`others` and `governors`: names, one a line."""

    on: date
    present: Collection[int]
    others: str
    governors: str


def of_review(session: Session, review_id: int) -> Feedback | None:
    query = (
        select(Feedback)
        .where(Feedback.review_id == review_id)
        .options(
            joinedload(Feedback.by), selectinload(Feedback.present).joinedload(FeedbackAttendance.person)
        )
    )
    # What somebody else has just saved must not hide behind what this turn read before.
    return session.scalar(query.execution_options(populate_existing=True))


def record(session: Session, review: Review, given: Given, by: By) -> Change:
    """That it was given, or a correction of what was recorded."""
    feedback = of_review(session, review.id)
    was = data(feedback)
    feedback = feedback or made(session, review, by)
    feedback.given_on, feedback.others, feedback.governors = given.on, given.others, given.governors
    feedback.by, feedback.at = by.person, by.at
    put_present(session, feedback, given.present)
    row = milestones.of(review, Kind.FEEDBACK)
    # The timetable asks on which day it was given, not on which that was written down.
    row.done_at, row.done_by_id = min(by.at, hours.moment(given.on, END_OF_THE_DAY)), by.person.id
    return log(session, review, GIVEN, by, was, data(feedback))


def put_present(session: Session, feedback: Feedback, people: Collection[int]) -> None:
    here = {one.person_id: one for one in feedback.present}
    for person_id, one in here.items():
        if person_id not in people:
            feedback.present.remove(one)
    feedback.present.extend(FeedbackAttendance(person_id=one) for one in people if one not in here)
    session.flush()


def invite(session: Session, review: Review, others: str, by: By) -> Change:
    """Whom the headteacher invites besides, before it is given or after."""
    feedback = of_review(session, review.id)
    was = {"others": feedback.others if feedback else ""}
    feedback = feedback or made(session, review, by)
    feedback.others = others
    session.flush()
    return log(session, review, INVITED, by, was, {"others": others})


def made(session: Session, review: Review, by: By) -> Feedback:
    feedback = Feedback(review_id=review.id, by=by.person, at=by.at, others="", governors="", present=[])
    session.add(feedback)
    return feedback


def take_back(
    session: Session, review: Review, feedback: Feedback, calendar: SchoolCalendar, policy: Policy, by: By
) -> Change:
    """It was not given after all; who is named stays for when it is."""
    was = data(feedback)
    feedback.given_on, feedback.by, feedback.at = None, by.person, by.at
    milestones.undo(review, Kind.FEEDBACK, calendar, policy, by.at)
    return log(session, review, TAKEN_BACK, by, was)


def data(feedback: Feedback | None) -> dict[str, Any]:
    if feedback is None:
        return {}
    return {
        "given": feedback.given_on.isoformat() if feedback.given_on else "",
        "present": [one.person_id for one in feedback.present],
        "others": feedback.others,
        "governors": feedback.governors,
    }
