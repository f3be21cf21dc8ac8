"""Who leads each group in the coming year: asked once a season, and answered by one for all."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from storage.models import LeadCheck, Person


def answered(session: Session, season: date) -> Mapping[int, LeadCheck]:
    """By group, what was answered and stands."""
    query = select(LeadCheck).where(LeadCheck.season == season, LeadCheck.ended_at.is_(None))
    return {one.group_id: one for one in session.scalars(query.options(joinedload(LeadCheck.by)))}


def get(session: Session, check_id: int) -> LeadCheck | None:
    query = select(LeadCheck).where(LeadCheck.id == check_id)
    return session.scalar(query.options(joinedload(LeadCheck.by), joinedload(LeadCheck.group)))


def answer(
    session: Session, group_id: int, season: date, by: Person, at: datetime, *, wanted: str = ""
) -> LeadCheck:
    """That it stays as it is; or who is wanted in their place. `at` is in UTC."""
    made = LeadCheck(group_id=group_id, season=season, by=by, at=at, wanted=wanted)
    session.add(made)
    session.flush()
    return made


def take_back(session: Session, check: LeadCheck, now: datetime) -> None:
    check.ended_at = now
    session.flush()
