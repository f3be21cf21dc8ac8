"""Oak's review of Thursday 7 December 2017 once its action plan was sent, on Monday 18 December."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cards.model import Card, Listing
from bot.documents.audit_draft import audit
from bot.rules.findings import Strand
from bot.rules.milestones import Kind
from bot.rules.papers import ActionRow, AuditEntry, AuditLine, PlanPaper
from bot.rules.permissions import Paper
from storage import milestones, sent_papers
from storage.models import (
    AuditPart,
    Change,
    DevelopmentVisit,
    Feedback,
    FeedbackAttendance,
    Person,
    Review,
    SentPaper,
    TeamNote,
    Workshop,
)
from tests.chat import World
from tests.conversation.conftest import BEN, CHIDI, MARTIN, PRIYA, SIAN, booked

SHOW, MINE, ASK = "audit.show?review=1", "audit.mine?review=1", "audit.ask?review=1"
TITLE = "Audit proforma: Oak Primary School, Thursday 7 December 2017"
OWN = "Your part of the audit proforma: Oak Primary School, Thursday 7 December 2017"
MORNING = datetime(2017, 12, 18, 9, 0, tzinfo=UTC)
REVIEW, WORKSHOP = date(2017, 12, 7), date(2017, 12, 14)
AREA, ACTIVITY, ACTION = "How reading is taught", "A walk through Key Stage 1", "Read aloud every day"
PLAN = PlanPaper("Oak Primary School", REVIEW, (ActionRow(ACTION),))


def person(session: Session, email: str) -> Person:
    return session.scalars(select(Person).where(Person.email == email)).one()


def review_of(session: Session) -> Review:
    return session.get_one(Review, 1)


def after_the_review(world: World) -> World:
    """Booked and held; nothing of what came of it is written down."""
    booked(world)
    world.now = MORNING
    world.send_waiting()
    return world


def plan_sent(world: World, *, notes: bool = True) -> World:
    after_the_review(world)
    with world.sessions.begin() as session:
        review = review_of(session)
        gave_feedback(session, review)
        held_workshop(session, review)
        send(session, review, Paper.PLAN, CHIDI, sent_papers.as_data(Paper.PLAN, PLAN))
        if notes:
            note(session, Strand.EXPLORED, AREA, BEN)
            note(session, Strand.ACTIVITY, ACTIVITY, MARTIN)
    return world


def gave_feedback(session: Session, review: Review) -> None:
    present = [FeedbackAttendance(person=person(session, PRIYA))]
    by = person(session, SIAN)
    session.add(
        Feedback(
            review_id=review.id,
            given_on=REVIEW,
            others="Tom Garrod",
            governors="Margaret Osei",
            by=by,
            at=MORNING,
            present=present,
        )
    )
    milestones.of(review, Kind.FEEDBACK).done_at = MORNING


def held_workshop(session: Session, review: Review) -> None:
    session.add(Workshop(review=review, day=WORKSHOP, held_on=WORKSHOP, staff="Tom Garrod"))
    row = milestones.of(review, Kind.WORKSHOP)
    row.agreed, row.done_at = WORKSHOP, MORNING


def note(session: Session, strand: Strand, text: str, email: str) -> None:
    at = datetime(2017, 12, 7, 11, 0, tzinfo=UTC)
    session.add(TeamNote(review_id=1, strand=strand, text=text, by=person(session, email), at=at))


def send(session: Session, review: Review, paper: Paper, email: str, content: dict[str, object]) -> None:
    """As the office has it then."""
    by = person(session, email)
    change = Change(review=review, by=by, at=MORNING, what="note", was={"note": ""}, now={})
    found = session.scalars(select(SentPaper).where(SentPaper.paper == paper)).all()
    session.add(
        SentPaper(
            review=review,
            paper=paper,
            number=len(found) + 1,
            content=content,
            by=by,
            at=MORNING,
            change=change,
        )
    )
    milestones.of(review, {Paper.PLAN: Kind.PLAN, Paper.AUDIT: Kind.AUDIT}[paper]).done_at = MORNING


def returned(world: World) -> None:
    with world.sessions.begin() as session:
        review = review_of(session)
        content = sent_papers.as_data(Paper.AUDIT, audit(session, review))
        send(session, review, Paper.AUDIT, PRIYA, content)


def line(world: World, wanted: AuditLine) -> AuditEntry:
    """As the proforma would be returned now."""
    with world.sessions() as session:
        return audit(session, review_of(session)).at(wanted)


def rows(card: Card) -> dict[str, str]:
    found = [row for part in card.blocks if isinstance(part, Listing) for row in part.rows]
    return {row.title: str(row.detail) for row in found}


def kinds(world: World) -> list[str]:
    """What was done to the proforma and to the visit."""
    with world.sessions() as session:
        found = session.scalars(select(Change.what).order_by(Change.id))
        return [what for what in found if what.startswith(("audit", "visit"))]


def parts(world: World) -> list[AuditPart]:
    with world.sessions() as session:
        return list(session.scalars(select(AuditPart).order_by(AuditPart.id)))


def visit(world: World) -> DevelopmentVisit:
    with world.sessions() as session:
        return session.scalars(select(DevelopmentVisit)).one()


def change_the_roster(world: World, does: Callable[[Session], None]) -> None:
    with world.sessions.begin() as session:
        does(session)
