"""Papers as they were sent: each version of each, kept for good."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from bot.rules.papers import CONTENT, MILESTONE, Content, SignedAs
from bot.rules.permissions import Paper
from storage import milestones
from storage.booking import By, log
from storage.models import Change, Person, Review, SentPaper, Signature, TeamMember

# What the review's history says was done.
SENT: Mapping[Paper, str] = {
    Paper.SUMMARY: "summary_sent",
    Paper.PLAN: "plan_sent",
    Paper.AUDIT: "audit_sent",
}
# Changes of a paper that was sent, and of what is said and signed about it.
CHANGES = (
    *SENT.values(),
    "paper_released",
    "paper_unreleased",
    "paper_signed",
    "paper_unsigned",
    "signature_recorded",
    "signature_removed",
    "governor_link_made",
    "paper_queried",
    "query_changed",
    "query_dropped",
    "query_answered",
    "answer_changed",
)
ADAPTERS: Mapping[Paper, TypeAdapter[Any]] = {paper: TypeAdapter(kind) for paper, kind in CONTENT.items()}


def as_data(paper: Paper, content: Content) -> dict[str, Any]:
    data: dict[str, Any] = ADAPTERS[paper].dump_python(content, mode="json")
    return data


def as_content(sent: SentPaper) -> Content:
    content: Content = ADAPTERS[sent.paper].validate_python(sent.content)
    return content


def mark(paper: Paper, content: Content) -> str:
    """Tells one content from another, and says nothing of what is in it."""
    data = as_data(paper, content)
    for row in data.get("actions", ()):
        # Not read by anybody.
        del row["item"]
    written = json.dumps(data, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def whole() -> Sequence[ExecutableOption]:
    """Loads a version with all that its cards show."""
    return (
        joinedload(SentPaper.by),
        joinedload(SentPaper.released_by),
        joinedload(SentPaper.change),
        selectinload(SentPaper.signatures).joinedload(Signature.person),
        selectinload(SentPaper.signatures).joinedload(Signature.recorded_by),
    )


def get(session: Session, sent_id: int) -> SentPaper | None:
    return session.scalar(select(SentPaper).where(SentPaper.id == sent_id).options(*whole()))


def review_of(session: Session, sent_id: int) -> int | None:
    """The id of the review whose paper it is."""
    return session.scalar(select(SentPaper.review_id).where(SentPaper.id == sent_id))


def of_review(session: Session, review_id: int) -> Sequence[SentPaper]:
    """All versions of all papers, of each paper the newest first."""
    query = select(SentPaper).where(SentPaper.review_id == review_id)
    return session.scalars(query.order_by(SentPaper.number.desc(), SentPaper.id).options(*whole())).all()


def of_paper(session: Session, review_id: int, paper: Paper) -> Sequence[SentPaper]:
    """All versions of one paper, the newest first."""
    return session.scalars(_versions(review_id, paper).options(*whole())).all()


def latest(session: Session, review_id: int, paper: Paper) -> SentPaper | None:
    """The newest version; its signatures are read once somebody asks for them."""
    query = _versions(review_id, paper).limit(1)
    return session.scalar(query.options(joinedload(SentPaper.by)))


def _versions(review_id: int, paper: Paper) -> Select[SentPaper]:
    query = select(SentPaper).where(SentPaper.review_id == review_id, SentPaper.paper == paper)
    return query.order_by(SentPaper.number.desc())


def states(session: Session, review_id: int) -> Sequence[tuple[Paper, bool]]:
    """Of each version, which paper it is and whether it is released; nothing of what it says."""
    query = select(SentPaper.paper, SentPaper.released_at.is_not(None))
    found = session.execute(query.where(SentPaper.review_id == review_id))
    return [(paper, released) for paper, released in found]


def sent_since(session: Session, review_id: int, paper: Paper, change: Change) -> bool:
    """Whether a version was sent after this change."""
    last = latest(session, review_id, paper)
    return last is not None and last.change_id > change.id


def plans(session: Session) -> Sequence[SentPaper]:
    """All versions of all action plans, by the day of the review, of each plan the newest first.

    None of a review that is cancelled.
    """
    review = joinedload(SentPaper.review)
    query = (
        select(SentPaper)
        .join(Review, Review.id == SentPaper.review_id)
        .where(SentPaper.paper == Paper.PLAN, Review.cancelled_at.is_(None))
        .order_by(Review.day, Review.id, SentPaper.number.desc())
        # What tells who is what to each review.
        .options(
            review.joinedload(Review.school), review.selectinload(Review.team).joinedload(TeamMember.person)
        )
    )
    return session.scalars(query).all()


def before(session: Session, sent: SentPaper) -> SentPaper | None:
    """The version before this one."""
    versions = of_paper(session, sent.review_id, sent.paper)
    return next((one for one in versions if one.number < sent.number), None)


def send(
    session: Session, review: Review, paper: Paper, content: Content, by: By, *, late: int = 0
) -> SentPaper:
    """Keep this as the paper’s next version; the first one does what the timetable asks for.

    `late`: by how many days, as they were counted then. The review is held for a change, so that of two who
    send at once the second finds the first’s version.
    """
    last = latest(session, review.id, paper)
    number = last.number + 1 if last else 1
    now = {"number": number} if last else {"number": number, "late": late}
    change = log(session, review, SENT[paper], by, now=now)
    sent = SentPaper(
        review=review,
        review_id=review.id,
        paper=paper,
        number=number,
        content=as_data(paper, content),
        by=by.person,
        at=by.at,
        change=change,
        signatures=[],
    )
    session.add(sent)
    row = milestones.of(review, MILESTONE[paper])
    if row.done_at is None:
        row.done_at, row.done_by_id = by.at, by.person.id
    session.flush()
    return sent


def release(session: Session, sent: SentPaper, by: By) -> Change:
    """Pass it on to the Management Group."""
    sent.released_at, sent.released_by = by.at, by.person
    return log_of(session, sent, "paper_released", by)


def take_back(session: Session, sent: SentPaper, by: By) -> Change:
    """It is not released any more."""
    sent.released_at, sent.released_by = None, None
    return log_of(session, sent, "paper_unreleased", by)


def released_since(session: Session, sent: SentPaper, change: Change) -> bool:
    """Whether this version has been released again after this change."""
    query = select(Change).where(
        Change.review_id == sent.review_id, Change.what == "paper_released", Change.id > change.id
    )
    this = {"of": sent.paper.value, "number": sent.number}
    return any(one.now == this for one in session.scalars(query))


def log_of(session: Session, sent: SentPaper, what: str, by: By, **now: int | str) -> Change:
    """The record of what was done with a version, with what is kept of it besides."""
    told = {"of": sent.paper.value, "number": sent.number, **now}
    return log(session, sent.review, what, by, now=told)


def signed(sent: SentPaper) -> Sequence[Signature]:
    """The signatures that stand, in the order in which they were given."""
    return [one for one in sent.signatures if one.withdrawn_at is None]


def who_signed(sent: SentPaper) -> Sequence[tuple[SignedAs, int]]:
    return [(one.part, one.person_id) for one in signed(sent)]


def signed_by(sent: SentPaper, person: Person) -> Sequence[Signature]:
    return [one for one in signed(sent) if one.person_id == person.id]
