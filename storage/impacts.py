"""What reviews have led to: recorded, corrected, taken back."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from bot.rules.milestones import Kind
from storage import milestones
from storage.booking import By, log
from storage.meetings import Rules
from storage.models import Change, Impact, Review

RECORDED, CORRECTED, TAKEN_BACK = "impact_recorded", "impact_corrected", "impact_taken_back"
CHANGES = (RECORDED, CORRECTED, TAKEN_BACK)


def get(session: Session, review_id: int) -> Impact | None:
    """With the words that were written, whether they stand or were taken back."""
    query = select(Impact).where(Impact.review_id == review_id).options(joinedload(Impact.by))
    return session.scalar(query)


def stands(kept: Impact | None) -> Impact | None:
    """What is recorded, and was not taken back."""
    return kept if kept is not None and kept.recorded_at is not None else None


def record(session: Session, review: Review, kept: Impact | None, words: str, by: By) -> Change:
    """That it was recorded, or a correction of what was."""
    first = stands(kept) is None
    was = {"words": kept.words} if kept else {}
    change = log(session, review, RECORDED if first else CORRECTED, by, was, {"words": words})
    if kept is None:
        kept = Impact(review=review)
        session.add(kept)
    kept.words, kept.by, kept.at, kept.change_id = words, by.person, by.at, change.id
    if first:
        kept.recorded_at = by.at
        row = milestones.of(review, Kind.IMPACT)
        row.done_at, row.done_by_id = by.at, by.person.id
    session.flush()
    return change


def take_back(session: Session, review: Review, kept: Impact, rules: Rules, by: By) -> Change:
    """It is not recorded after all; what was written stays for when it is."""
    kept.recorded_at = None
    milestones.undo(review, Kind.IMPACT, rules.calendar, rules.policy, by.at)
    return log(session, review, TAKEN_BACK, by, {"words": kept.words})
