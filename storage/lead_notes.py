"""The Leads' notes in the Management Group's digest, and what is asked about them."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from storage.booking import By
from storage.models import Group, LeadNote, LeadQuestion


def of_week(session: Session, week: date) -> Mapping[int, LeadNote]:
    """By group, those that stand; in one query."""
    newest = select(func.max(LeadNote.id)).where(LeadNote.week == week).group_by(LeadNote.group_id)
    query = select(LeadNote).where(LeadNote.id.in_(newest), LeadNote.words != "")
    return {one.group_id: one for one in session.scalars(query.options(joinedload(LeadNote.by)))}


def last(session: Session, group_id: int, week: date) -> LeadNote | None:
    """What was written or taken back last."""
    query = select(LeadNote).filter_by(group_id=group_id, week=week)
    query = query.order_by(LeadNote.number.desc()).limit(1)
    return session.scalar(query.options(joinedload(LeadNote.by), joinedload(LeadNote.group)))


def write(session: Session, group: Group, week: date, words: str, after: int, by: By) -> LeadNote:
    """Other words, or none; `after`: the number of what stood before, 0 where nothing did."""
    made = LeadNote(group=group, week=week, number=after + 1, words=words, by=by.person, at=by.at)
    session.add(made)
    session.flush()
    return made


def question(session: Session, question_id: int) -> LeadQuestion | None:
    query = select(LeadQuestion).where(LeadQuestion.id == question_id)
    shown = (LeadQuestion.group, LeadQuestion.person, LeadQuestion.answered_by)
    return session.scalar(query.options(*(joinedload(one) for one in shown)))


def asked_already(
    session: Session, group_id: int, week: date, person_id: int, words: str
) -> LeadQuestion | None:
    """The same question of the same person about the same digest."""
    query = select(LeadQuestion).filter_by(group_id=group_id, week=week, person_id=person_id, words=words)
    shown = (LeadQuestion.group, LeadQuestion.answered_by)
    return session.scalar(query.options(*(joinedload(one) for one in shown)).limit(1))


def ask(session: Session, group: Group, week: date, words: str, by: By) -> LeadQuestion:
    asked = LeadQuestion(group=group, week=week, person=by.person, words=words, at=by.at, answer="", was={})
    session.add(asked)
    session.flush()
    return asked


def rewrite(session: Session, asked: LeadQuestion, words: str, by: By) -> None:
    """Other words; none, where it is taken back."""
    asked.was = _kept(asked.was, "words", asked.words, by)
    asked.words = words
    session.flush()


def answer(session: Session, asked: LeadQuestion, words: str, by: By) -> None:
    """The first answer, or another in its place; none, where it is taken back."""
    if asked.answer:
        asked.was = _kept(asked.was, "answer", asked.answer, by)
    asked.answer = words
    asked.answered_at, asked.answered_by = by.at, by.person
    session.flush()


def _kept(
    was: Mapping[str, list[dict[str, str | int]]], what: str, words: str, by: By
) -> dict[str, list[dict[str, str | int]]]:
    entry: dict[str, str | int] = {"words": words, "by": by.person.id, "at": by.at.isoformat()}
    return {**was, what: [*was.get(what, ()), entry]}
