"""What the review team jotted down on the day, line by line."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from bot.rules.findings import Strand
from storage.booking import By, log
from storage.models import Change, Review, TeamNote

ADDED, CHANGED, REMOVED = "notes_made", "note_changed", "note_removed"


def of_review(session: Session, review_id: int) -> Sequence[TeamNote]:
    """Those that stand, in the order in which they were made."""
    query = select(TeamNote).where(TeamNote.review_id == review_id, TeamNote.removed_at.is_(None))
    return session.scalars(query.order_by(TeamNote.id).options(joinedload(TeamNote.by))).all()


def get(session: Session, note_id: int) -> TeamNote | None:
    """The note as it is now, taken out or not."""
    query = select(TeamNote).where(TeamNote.id == note_id).options(joinedload(TeamNote.by))
    return session.scalar(query.execution_options(populate_existing=True))


def add(session: Session, review: Review, found: Mapping[Strand, Sequence[str]], by: By) -> Change | None:
    """A note for each text; what this person has noted there word for word is not noted again."""
    known = {(one.strand, one.text) for one in of_review(session, review.id) if one.by_id == by.person.id}
    new = [(strand, text) for strand, texts in found.items() for text in dict.fromkeys(texts)]
    made = [
        TeamNote(review_id=review.id, strand=strand, text=text, by_id=by.person.id, at=by.at)
        for strand, text in new
        if (strand, text) not in known
    ]
    if not made:
        return None
    session.add_all(made)
    session.flush()
    return log(session, review, ADDED, by, now={"notes": [row(one) for one in made]})


def rewrite(session: Session, review: Review, one: TeamNote, strand: Strand, text: str, by: By) -> Change:
    was = row(one)
    one.strand, one.text = strand, text
    return log(session, review, CHANGED, by, was, row(one))


def remove(session: Session, review: Review, one: TeamNote, by: By) -> Change:
    one.removed_at = by.at
    return log(session, review, REMOVED, by, row(one))


def row(one: TeamNote) -> dict[str, Any]:
    return {"id": one.id, "strand": one.strand.value, "text": one.text}
