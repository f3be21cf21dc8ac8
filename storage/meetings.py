"""The pre-review meeting: its time proposed and agreed, who was there, and what was agreed in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from bot.rules import hours
from bot.rules.calendar import SchoolCalendar
from bot.rules.meeting import Arranged, State, state
from bot.rules.milestones import Kind
from bot.rules.policy import Policy
from storage import milestones
from storage.booking import By, log
from storage.models import Change, Meeting, MeetingAttendance, Milestone, Review
from storage.reviews import DATES

# A time with no hour of its own: the meeting was held, and nobody had agreed when.
NOON = time(12, 0)


@dataclass(frozen=True, slots=True)
class Time:
    """When and where the meeting could be. `by_lead_reviewer`: else the headteacher's side proposes it."""

    day: date
    at: time
    place: str
    by_lead_reviewer: bool


@dataclass(frozen=True, slots=True)
class Held:
    on: date
    present: Collection[int]
    others: str
    focus: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What the timetable is laid out by."""

    calendar: SchoolCalendar
    policy: Policy


def get(session: Session, review_id: int) -> Meeting | None:
    query = (
        select(Meeting)
        .where(Meeting.review_id == review_id)
        .options(
            joinedload(Meeting.proposed_by),
            joinedload(Meeting.confirmed_by),
            joinedload(Meeting.held_by),
            selectinload(Meeting.present).joinedload(MeetingAttendance.person),
        )
    )
    return session.scalar(query)


def state_of(review: Review, meeting: Meeting | None, row: Milestone, now: datetime) -> State:
    """`row` is the review's milestone of the meeting; `now` is in UTC."""
    if meeting is None:
        return State.OPEN
    confirmed, held = meeting.confirmed_at is not None, meeting.held_on is not None
    stored = Arranged(meeting.day, meeting.at, confirmed, row.agreed, held)
    return state(stored, review.day, row.due, now)


def to_change(session: Session, review: Review) -> Meeting:
    """The meeting of a review that is held, made where there is none yet."""
    meeting = get(session, review.id)
    if meeting is None:
        meeting = Meeting(review=review, place="", focus="", others="", by_lead_reviewer=False, present=[])
        session.add(meeting)
        session.flush()
    return meeting


def propose(session: Session, review: Review, meeting: Meeting, wanted: Time, rules: Rules, by: By) -> Change:
    """Put this time in the place of whatever stood; it has still to be confirmed."""
    was, row = arranged(meeting), milestones.of(review, Kind.MEETING)
    meeting.day, meeting.at, meeting.place = wanted.day, wanted.at, wanted.place
    meeting.by_lead_reviewer = wanted.by_lead_reviewer
    meeting.proposed_by, meeting.proposed_at = by.person, by.at
    meeting.confirmed_by, meeting.confirmed_at = None, None
    if row.agreed:
        was, row.agreed = {**was, "agreed": row.agreed.isoformat()}, None
        lay_out(session, review, rules)
    return arrange(session, meeting, log(session, review, "meeting_proposed", by, was, arranged(meeting)))


def agree(session: Session, review: Review, meeting: Meeting, rules: Rules, by: By) -> Change:
    meeting.confirmed_by, meeting.confirmed_at = by.person, by.at
    milestones.of(review, Kind.MEETING).agreed = meeting.day
    lay_out(session, review, rules)
    return arrange(session, meeting, log(session, review, "meeting_agreed", by, now=arranged(meeting)))


def arrange(session: Session, meeting: Meeting, change: Change) -> Change:
    meeting.arranged_id = change.id
    session.flush()
    return change


def record(session: Session, review: Review, meeting: Meeting, held: Held, by: By) -> Change:
    """That it was held, or a correction of what was recorded."""
    was = recorded(meeting)
    meeting.held_on, meeting.held_at, meeting.held_by = held.on, by.at, by.person
    meeting.focus, meeting.others = held.focus, held.others
    put_present(session, meeting, held.present)
    row = milestones.of(review, Kind.MEETING)
    # The timetable asks on which day it was done, not on which it was written down.
    row.done_at = min(by.at, hours.moment(held.on, meeting.at or NOON))
    row.done_by_id = by.person.id
    return log(session, review, "meeting_recorded", by, was, recorded(meeting))


def put_present(session: Session, meeting: Meeting, people: Collection[int]) -> None:
    here = {one.person_id: one for one in meeting.present}
    for person_id, one in here.items():
        if person_id not in people:
            meeting.present.remove(one)
    meeting.present.extend(MeetingAttendance(person_id=one) for one in people if one not in here)
    session.flush()


def take_back(session: Session, review: Review, meeting: Meeting, rules: Rules, by: By) -> Change:
    """It was not held after all; what was written about it stays for when it is."""
    was = recorded(meeting)
    meeting.held_on, meeting.held_at, meeting.held_by = None, None, None
    row = milestones.of(review, Kind.MEETING)
    row.done_at, row.done_by_id = None, None
    # The review may have moved while this was done and stood still.
    lay_out(session, review, rules)
    return log(session, review, "meeting_unrecorded", by, was)


def write_focus(session: Session, review: Review, meeting: Meeting, focus: str, by: By) -> Change:
    was = {"focus": meeting.focus}
    meeting.focus = focus
    return log(session, review, "focus_agreed", by, was, {"focus": focus})


def lay_out(session: Session, review: Review, rules: Rules) -> None:
    """As when the review was given its date: what was late then stays late."""
    if rules.calendar.why_closed(review.day):
        # The roster has closed the day since, and the review, which has to move, takes the rest along.
        row = milestones.of(review, Kind.MEETING)
        row.due = row.agreed or row.unmoved
        return
    milestones.lay_out(session, review, rules.calendar, rules.policy, given_at(session, review))


def asked_by(session: Session, review: Review, rules: Rules) -> date:
    """The day by which the schedule asks for the meeting, whatever day has been agreed."""
    row = milestones.of(review, Kind.MEETING)
    if row.agreed is None:
        return row.due
    if rules.calendar.why_closed(review.day):
        return row.unmoved
    return milestones.unsettled(
        review, Kind.MEETING, rules.calendar, rules.policy, given_at(session, review)
    ).due


def given_at(session: Session, review: Review) -> datetime:
    """When the review was given its date."""
    given = select(func.max(Change.at)).where(Change.review_id == review.id, Change.what.in_(DATES))
    return session.scalar(given) or review.booked_at


def arranged(meeting: Meeting) -> dict[str, Any]:
    if meeting.day is None or meeting.at is None:
        return {}
    return {"day": meeting.day.isoformat(), "at": f"{meeting.at:%H:%M}", "place": meeting.place}


def recorded(meeting: Meeting) -> dict[str, Any]:
    if meeting.held_on is None:
        return {"focus": meeting.focus}
    present = [one.person_id for one in meeting.present]
    day = meeting.held_on.isoformat()
    return {"held": day, "present": present, "others": meeting.others, "focus": meeting.focus}


def latest_change(session: Session, review_id: int, kinds: Collection[str]) -> Change | None:
    query = select(Change).where(Change.review_id == review_id, Change.what.in_(kinds))
    return session.scalar(query.order_by(Change.id.desc()).limit(1).options(joinedload(Change.by)))
