"""The strengths and the areas for development of a summary: added, taken from notes, changed, ordered."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from bot.rules.findings import SUMMARY, Strand
from storage import summaries
from storage.booking import By, log
from storage.models import Change, Review, SummaryPoint, TeamNote
from storage.ordering import put_in_order

ADDED, TAKEN, CHANGED = "summary_points_added", "summary_notes_taken", "summary_point_changed"
PLACED, REMOVED, PUT_BACK = "summary_point_placed", "summary_point_removed", "summary_point_put_back"


def get(session: Session, point_id: int) -> SummaryPoint | None:
    """The point as it is now, taken out or not."""
    query = select(SummaryPoint).where(SummaryPoint.id == point_id).options(joinedload(SummaryPoint.by))
    return session.scalar(query.execution_options(populate_existing=True))


def removed(session: Session, review_id: int) -> Sequence[SummaryPoint]:
    """Those that were taken out, the latest first."""
    query = select(SummaryPoint).where(
        SummaryPoint.review_id == review_id, SummaryPoint.removed_at.is_not(None)
    )
    query = query.order_by(SummaryPoint.removed_at.desc(), SummaryPoint.id.desc())
    return session.scalars(query.options(joinedload(SummaryPoint.by))).all()


def under(session: Session, review_id: int, strand: Strand) -> Sequence[SummaryPoint]:
    return [one for one in summaries.points(session, review_id) if one.strand is strand]


def taken(session: Session, review_id: int) -> frozenset[int]:
    """The notes that stand in the summary as points of their own."""
    return frozenset(one.note_id for one in summaries.points(session, review_id) if one.note_id)


def add(session: Session, review: Review, texts: Mapping[Strand, Sequence[str]], by: By) -> Change | None:
    """A point for each text; what stands under its heading word for word is not added again."""
    made = []
    for strand in SUMMARY:
        standing = under(session, review.id, strand)
        known = {one.text for one in standing}
        new = [text for text in dict.fromkeys(texts.get(strand, ())) if text not in known]
        made += points(review, strand, [(text, None) for text in new], last(standing), by)
    return kept(session, review, ADDED, made, by)


def take(session: Session, review: Review, notes: Sequence[TeamNote], by: By) -> Change | None:
    """A point for each note, under its own heading; one that stands there already is not taken twice."""
    known, made = taken(session, review.id), []
    for strand in SUMMARY:
        new = [(one.text, one.id) for one in notes if one.strand is strand and one.id not in known]
        made += points(review, strand, new, last(under(session, review.id, strand)), by)
    return kept(session, review, TAKEN, made, by)


def points(
    review: Review, strand: Strand, texts: Sequence[tuple[str, int | None]], after: int, by: By
) -> list[SummaryPoint]:
    return [
        SummaryPoint(
            review_id=review.id,
            strand=strand,
            position=position,
            text=text,
            note_id=note_id,
            by_id=by.person.id,
            at=by.at,
        )
        for position, (text, note_id) in enumerate(texts, after + 1)
    ]


def kept(session: Session, review: Review, what: str, made: Sequence[SummaryPoint], by: By) -> Change | None:
    if not made:
        return None
    session.add_all(made)
    session.flush()
    return log(session, review, what, by, now={"points": [row(one) for one in made]})


def last(standing: Sequence[SummaryPoint]) -> int:
    return max((one.position for one in standing), default=0)


def rewrite(session: Session, review: Review, one: SummaryPoint, strand: Strand, text: str, by: By) -> Change:
    """Under another heading it comes last."""
    was = row(one)
    if strand is not one.strand:
        one.position = last(under(session, review.id, strand)) + 1
    one.strand, one.text = strand, text
    return log(session, review, CHANGED, by, was, row(one))


def place(session: Session, review: Review, one: SummaryPoint, to: int, by: By) -> Change | None:
    """Put it in that place under its heading, counted from 1."""
    standing = list(under(session, review.id, one.strand))
    was = standing.index(one) + 1
    there = max(1, min(to, len(standing)))
    if there == was:
        return None
    standing.insert(there - 1, standing.pop(was - 1))
    put_in_order(session, standing)
    return log(session, review, PLACED, by, {"place": was}, {"id": one.id, "place": there})


def remove(session: Session, review: Review, one: SummaryPoint, by: By) -> Change:
    one.removed_at = by.at
    return log(session, review, REMOVED, by, row(one))


def put_back(session: Session, review: Review, one: SummaryPoint, by: By) -> Change:
    """As it was, last under its heading."""
    one.position = last(under(session, review.id, one.strand)) + 1
    one.removed_at = None
    return log(session, review, PUT_BACK, by, now=row(one))


def last_changed_by(session: Session, one: SummaryPoint) -> str:
    """Whoever wrote it anew or took it out last; "" where nobody has."""
    query = select(Change).where(
        Change.review_id == one.review_id, Change.what.in_((CHANGED, REMOVED, PUT_BACK))
    )
    found = session.scalars(query.order_by(Change.id.desc()).options(joinedload(Change.by)))
    return next((change.by.name for change in found if (change.was or change.now)["id"] == one.id), "")


def row(one: SummaryPoint) -> dict[str, Any]:
    return {"id": one.id, "strand": one.strand.value, "text": one.text, "note": one.note_id}
