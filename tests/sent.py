"""Papers as somebody has sent them, put into the database as they stand there."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select

from bot.rules.papers import (
    ActionRow,
    AuditEntry,
    AuditLine,
    AuditPaper,
    Content,
    PlanPaper,
    SignedAs,
    Signing,
    SummaryPaper,
    Support,
)
from bot.rules.permissions import Paper
from storage import sent_papers
from storage.database import Sessions
from storage.models import Change, Person, SentPaper, Signature

SCHOOL, DAY = "Oak Primary School", date(2017, 12, 7)


def saying(words: Mapping[Paper, str], *, school: str = SCHOOL, day: date = DAY) -> Mapping[Paper, Content]:
    """Each paper with its own words where its findings stand."""
    row = ActionRow(words[Paper.PLAN], "Friday 26 January 2018", "Jo Fenn", (Support.SCHOOL,))
    entry = AuditEntry(AuditLine.KEY_AREAS, words=words[Paper.AUDIT])
    return {
        Paper.SUMMARY: SummaryPaper(school, day, strengths=(words[Paper.SUMMARY],)),
        Paper.PLAN: PlanPaper(school, day, (row,)),
        Paper.AUDIT: AuditPaper(school, day, entries=(entry,)),
    }


def send(
    sessions: Sessions,
    paper: Paper,
    content: Content,
    at: datetime,
    *,
    review: int = 1,
    number: int = 1,
    released: bool = False,
) -> int:
    """Its id. It is said to be sent by whoever made the first change to the review."""
    data = sent_papers.as_data(paper, content)
    with sessions.begin() as session:
        first = session.scalars(select(Change).where(Change.review_id == review).order_by(Change.id)).first()
        assert first
        sent = SentPaper(review_id=review, paper=paper, number=number, content=data, change=first)
        sent.by_id, sent.at, sent.released_at = first.by_id, at, at if released else None
        session.add(sent)
        session.flush()
        return sent.id


def sign(
    sessions: Sessions, sent_id: int, part: SignedAs, email: str, at: datetime, how: Signing = Signing.CHAT
) -> None:
    with sessions.begin() as session:
        person = session.scalars(select(Person).where(Person.email == email)).one()
        session.add(Signature(sent_id=sent_id, part=part, person_id=person.id, at=at, how=how))
