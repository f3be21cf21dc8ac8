"""Who has received which version of a paper, in which part, and when."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from bot.rules.papers import SentTo
from bot.rules.permissions import Paper
from storage.booking import By
from storage.models import Distribution, Person, SentPaper


def of_sent(session: Session, sent_id: int) -> Sequence[Distribution]:
    """In the order in which they received it."""
    query = select(Distribution).where(Distribution.sent_id == sent_id)
    return session.scalars(query.order_by(Distribution.id).options(joinedload(Distribution.person))).all()


def everyone(session: Session, review_id: int, paper: Paper) -> Sequence[Person]:
    """All who have received any version of the paper."""
    sent = select(SentPaper.id).where(SentPaper.review_id == review_id, SentPaper.paper == paper)
    people = select(Distribution.person_id).where(Distribution.sent_id.in_(sent))
    return session.scalars(select(Person).where(Person.id.in_(people)).order_by(Person.id)).all()


def give(
    session: Session, sent: SentPaper, people: Iterable[Person], part: SentTo, by: By
) -> Sequence[Person]:
    """Record that these people have it; those who had not received this version before."""
    have = set(session.scalars(select(Distribution.person_id).where(Distribution.sent_id == sent.id)))
    new = [one for one in {one.id: one for one in people}.values() if one.id not in have]
    session.add_all(Distribution(sent_id=sent.id, person_id=one.id, part=part, at=by.at) for one in new)
    session.flush()
    return new
