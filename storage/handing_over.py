"""A part of a review's preparation, handed by the headteacher to someone at the school.

A part goes by the milestone that it ends with.
"""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from bot.rules.milestones import Kind
from storage import consortium, standing
from storage.booking import By, log
from storage.directory import PersonEntry
from storage.models import Change, HandedOver, Person, Review
from storage.standing import Holder


def current(session: Session, review_id: int, part: Kind) -> HandedOver | None:
    """To whom the part is handed over now, whether or not they may still take it."""
    query = select(HandedOver).where(
        HandedOver.review_id == review_id, HandedOver.part == part.value, HandedOver.ended_at.is_(None)
    )
    return session.scalar(query.options(joinedload(HandedOver.person)))


def is_at(person: Holder, school_id: int, today: date) -> bool:
    """Whether this person is here and works at the school; `today` is London's."""
    return not consortium.has_left(person, today) and school_id in standing.own_schools(person, today)


def handed_to(session: Session, review: Review, part: Kind, today: date) -> Person | None:
    """To whom the part is handed over, as long as they are at the school."""
    handed = current(session, review.id, part)
    return handed.person if handed and is_at(handed.person, review.school_id, today) else None


def helps(session: Session, review: Review, part: Kind, person: PersonEntry, today: date) -> bool:
    """Whether the part of this review is this person's now."""
    # Most people have no role at the school, and then nothing has to be asked.
    if not is_at(person, review.school_id, today):
        return False
    handed = current(session, review.id, part)
    return handed is not None and handed.person_id == person.id


def helped(person_id: int, part: Kind) -> ColumnElement[bool]:
    """Of a review: whether the part is handed over to this person."""
    return (
        select(HandedOver.id)
        .where(
            HandedOver.review_id == Review.id,
            HandedOver.part == part.value,
            HandedOver.person_id == person_id,
            HandedOver.ended_at.is_(None),
        )
        .exists()
    )


def theirs(
    person_id: int, headed: Collection[int], own: Collection[int], part: Kind | None
) -> ColumnElement[bool]:
    """Of a review: whether the part is this person's: of the schools they head, or handed to them.

    `own` are the schools at which they work. Without a part: of the schools they head alone.
    """
    heads = Review.school_id.in_(headed)
    return heads if part is None else heads | (Review.school_id.in_(own) & helped(person_id, part))


def hand(session: Session, review: Review, part: Kind, person: Person, by: By) -> Change:
    """To this person, and to nobody else any more."""
    was = end(session, review, part, by)
    session.add(HandedOver(review_id=review.id, part=part.value, person=person, by=by.person, at=by.at))
    return log(session, review, "handed_over", by, was, {"person": person.name, "part": part.value})


def take_back(session: Session, review: Review, part: Kind, by: By) -> Change:
    return log(session, review, "taken_back", by, end(session, review, part, by), {"part": part.value})


def end(session: Session, review: Review, part: Kind, by: By) -> dict[str, str]:
    """Who had it, as the history wants it."""
    handed = current(session, review.id, part)
    if handed is None:
        return {}
    handed.ended_at = by.at
    # Before the next row: only one of a part may be open.
    session.flush()
    return {"person": handed.person.name}
