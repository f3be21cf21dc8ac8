"""The audit proforma: what people wrote there, and who was asked for what is missing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from bot.rules.audit import Written
from bot.rules.milestones import Kind
from bot.rules.papers import AuditLine
from storage import reviews
from storage.booking import By, log
from storage.models import (
    AuditPart,
    Change,
    Milestone,
    PackItem,
    Review,
    TeamMember,
)

ASKED, WRITTEN, CHECKED = "audit_asked", "audit_written", "audit_checked"
CORRECTED, TAKEN_BACK = "audit_corrected", "audit_taken_back"
# By which somebody who was asked has answered; and all that change what the proforma says.
ANSWERS = (WRITTEN, CHECKED)
CHANGES = (WRITTEN, CORRECTED, TAKEN_BACK)


def parts(session: Session, review_id: int) -> Sequence[AuditPart]:
    query = select(AuditPart).where(AuditPart.review_id == review_id).options(joinedload(AuditPart.by))
    return session.scalars(query.order_by(AuditPart.change_id, AuditPart.id)).all()


def written(one: AuditPart) -> Written:
    return Written(
        one.by_id, one.by.name, one.at, one.change_id, one.present, one.dated, one.words, one.whole
    )


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody has at one line by now; nothing at all takes it back."""

    present: str = ""
    dated: date | None = None
    words: str = ""


def write(
    session: Session, review: Review, what: str, given: Mapping[AuditLine, Words], by: By, *, whole: bool
) -> Change:
    """Put this in the place of what this person had at these lines."""
    mine = {one.line: one for one in parts(session, review.id) if one.by_id == by.person.id}
    was = {line.value: kept(mine[line]) for line in given if line in mine}
    now = {line.value: kept(words) for line, words in given.items()}
    change = log(session, review, what, by, was, now)
    for line, words in given.items():
        one = mine.get(line)
        if one is None:
            one = AuditPart(review_id=review.id, line=line, by=by.person)
            session.add(one)
        one.present, one.dated, one.words, one.whole = words.present, words.dated, words.words, whole
        one.at, one.change_id = by.at, change.id
    session.flush()
    return change


def kept(one: AuditPart | Words) -> dict[str, Any]:
    return {
        "present": one.present,
        "dated": one.dated.isoformat() if one.dated else "",
        "words": one.words,
    }


def ask(session: Session, review: Review, people: Collection[int], by: By) -> Change:
    return log(session, review, ASKED, by, now={"people": sorted(people)})


def asks(session: Session, review_id: int) -> Sequence[Change]:
    """Whom the headteacher has asked, the latest first."""
    query = select(Change).where(Change.review_id == review_id, Change.what == ASKED)
    return session.scalars(query.order_by(Change.id.desc()).options(joinedload(Change.by))).all()


def unanswered(session: Session, review_id: int) -> Mapping[int, Change]:
    """Those who were asked and have not answered, each with the change that asked them last."""
    return unanswered_in(session, [review_id]).get(review_id, {})


def unanswered_in(session: Session, review_ids: Collection[int]) -> Mapping[int, Mapping[int, Change]]:
    """The same of several reviews, in one query."""
    query = select(Change).where(Change.review_id.in_(review_ids), Change.what.in_((ASKED, *ANSWERS)))
    found: dict[int, dict[int, Change]] = {}
    for change in session.scalars(query.order_by(Change.id).options(joinedload(Change.by))):
        waiting = found.setdefault(change.review_id, {})
        if change.what == ASKED:
            waiting |= dict.fromkeys(change.now["people"], change)
        else:
            waiting.pop(change.by_id, None)
    return found


def to_fill_in(session: Session, person_id: int, today: date) -> Sequence[Review]:
    """The reviews whose team somebody is in, who were asked for their part and have not answered."""
    asked = select(Change.review_id).where(Change.what == ASKED)
    query = (
        select(Review)
        .join(TeamMember, TeamMember.review_id == Review.id)
        .where(
            TeamMember.person_id == person_id,
            TeamMember.ended_at.is_(None),
            Review.id.in_(asked),
            open_still(today),
        )
        .order_by(Review.day, Review.id)
        .options(*reviews.whole())
    )
    found = session.scalars(query).all()
    waiting = unanswered_in(session, [review.id for review in found]) if found else {}
    return [review for review in found if person_id in waiting.get(review.id, {})]


def open_still(today: date) -> ColumnElement[bool]:
    """Not returned yet; what is older than a year is left alone. `today` is London's."""
    waits = Review.milestones.any((Milestone.kind == Kind.AUDIT) & Milestone.done_at.is_(None))
    goes_on = Review.cancelled_at.is_(None) & Review.closed_at.is_(None)
    return waits & goes_on & (Review.day >= today - reviews.A_YEAR)


def senders_of_pack(session: Session, review_id: int) -> Sequence[str]:
    """Who added links to the paperwork, in the order in which they did."""
    query = select(PackItem).where(PackItem.review_id == review_id, PackItem.link != "")
    found = session.scalars(query.order_by(PackItem.at).options(joinedload(PackItem.by)))
    return list(dict.fromkeys(one.by.name for one in found))
