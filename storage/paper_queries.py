"""What was asked about a paper in place of a signature, and what was answered."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from storage import sent_papers
from storage.booking import By, log
from storage.models import Change, PaperQuery, SentPaper


def get(session: Session, query_id: int) -> PaperQuery | None:
    query = select(PaperQuery).where(PaperQuery.id == query_id)
    return session.scalar(query.options(joinedload(PaperQuery.person), joinedload(PaperQuery.answered_by)))


def sent_of(session: Session, query_id: int) -> int | None:
    """The id of the version that it is about."""
    return session.scalar(select(PaperQuery.sent_id).where(PaperQuery.id == query_id))


def of_sent(session: Session, sent_id: int) -> Sequence[PaperQuery]:
    """Those that stand, the oldest first; one that was taken back has no words any more."""
    query = select(PaperQuery).where(PaperQuery.sent_id == sent_id, PaperQuery.words != "")
    shown = query.options(joinedload(PaperQuery.person), joinedload(PaperQuery.answered_by))
    return session.scalars(shown.order_by(PaperQuery.id)).all()


def count(session: Session, sent_id: int) -> int:
    query = select(func.count()).where(PaperQuery.sent_id == sent_id, PaperQuery.words != "")
    return session.scalar(query) or 0


def ask(session: Session, sent: SentPaper, words: str, by: By) -> tuple[PaperQuery, Change]:
    asked = PaperQuery(sent=sent, sent_id=sent.id, person=by.person, person_id=by.person.id, words=words)
    asked.at, asked.answer = by.at, ""
    session.add(asked)
    session.flush()
    return asked, sent_papers.log_of(session, sent, "paper_queried", by, query=asked.id, words=words)


def rewrite(session: Session, asked: PaperQuery, words: str, by: By) -> Change:
    """Other words; none, where it is taken back. What it said before is kept with the change."""
    was = {"words": asked.words}
    asked.words = words
    what = "query_changed" if words else "query_dropped"
    return _logged(session, asked, what, by, was, {"words": words})


def answer(session: Session, asked: PaperQuery, words: str, by: By) -> Change:
    """The first answer, or another in its place."""
    was = {"answer": asked.answer} if asked.answer else {}
    what = "answer_changed" if asked.answer else "query_answered"
    asked.answer, asked.answered_at, asked.answered_by = words, by.at, by.person
    return _logged(session, asked, what, by, was, {"answer": words})


def _logged(
    session: Session, asked: PaperQuery, what: str, by: By, was: dict[str, str], now: dict[str, str]
) -> Change:
    about = {"of": asked.sent.paper.value, "number": asked.sent.number, "query": asked.id}
    return log(session, asked.sent.review, what, by, was, {**about, **now})
