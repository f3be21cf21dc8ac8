"""The Improvement Champions' development visit: its day, that it was held, and what was seen."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from bot.rules.milestones import Kind
from bot.rules.visit import fits
from storage import milestones
from storage.booking import By, log
from storage.models import Change, DevelopmentVisit, Review, Workshop

ARRANGED, DROPPED = "visit_arranged", "visit_dropped"
RECORDED, UNRECORDED = "visit_recorded", "visit_unrecorded"
CHANGES = (ARRANGED, DROPPED, RECORDED, UNRECORDED)


@dataclass(frozen=True, slots=True)
class Time:
    day: date
    at: time | None = None


def get(session: Session, review: Review) -> DevelopmentVisit | None:
    query = select(DevelopmentVisit).where(DevelopmentVisit.review_id == review.id)
    return session.scalar(
        query.options(joinedload(DevelopmentVisit.arranged_by), joinedload(DevelopmentVisit.held_by))
    )


def follows(session: Session, review: Review) -> date:
    """The day that the visit comes after: the workshop's where that is known, else the review's."""
    held = session.scalar(select(Workshop.held_on).where(Workshop.review_id == review.id))
    return held or milestones.of(review, Kind.WORKSHOP).agreed or review.day


def stands(session: Session, review: Review, visit: DevelopmentVisit | None) -> bool:
    """Whether a day is chosen that the review, or its workshop, has not passed by since."""
    return visit is not None and visit.day is not None and fits(visit.day, follows(session, review))


def to_change(session: Session, review: Review) -> DevelopmentVisit:
    """The visit of a review that is held, made where there is none yet."""
    visit = get(session, review)
    if visit is None:
        visit = DevelopmentVisit(review=review, words="")
        session.add(visit)
        session.flush()
    return visit


def arrange(session: Session, review: Review, visit: DevelopmentVisit, wanted: Time, by: By) -> Change:
    was = arranged(visit)
    visit.day, visit.at, visit.arranged_by, visit.arranged_at = wanted.day, wanted.at, by.person, by.at
    return log(session, review, ARRANGED, by, was, arranged(visit))


def drop(session: Session, review: Review, visit: DevelopmentVisit, by: By) -> Change:
    """No day is chosen any more."""
    was = arranged(visit)
    visit.day, visit.at, visit.arranged_by, visit.arranged_at = None, None, None, None
    return log(session, review, DROPPED, by, was)


def record(session: Session, review: Review, visit: DevelopmentVisit, on: date, words: str, by: By) -> Change:
    """That it was held, or a correction of what was recorded."""
    was = recorded(visit)
    visit.held_on, visit.held_at, visit.held_by, visit.words = on, by.at, by.person, words
    return log(session, review, RECORDED, by, was, recorded(visit))


def take_back(session: Session, review: Review, visit: DevelopmentVisit, by: By) -> Change:
    """It was not held after all; what was written about it stays for when it is."""
    was = recorded(visit)
    visit.held_on, visit.held_at, visit.held_by = None, None, None
    return log(session, review, UNRECORDED, by, was)


def arranged(visit: DevelopmentVisit) -> dict[str, Any]:
    if visit.day is None:
        return {}
    return {"day": visit.day.isoformat(), "at": f"{visit.at:%H:%M}" if visit.at else ""}


def recorded(visit: DevelopmentVisit) -> dict[str, Any]:
    if visit.held_on is None:
        return {"words": visit.words}
    return {"held": visit.held_on.isoformat(), "words": visit.words}
