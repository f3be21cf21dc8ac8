"""The summary and the plan of Oak’s review on Thursday 7 December 2017, as their writers have them."""

from datetime import UTC, datetime

from sqlalchemy import select, update

from bot.rules.findings import Strand
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper
from storage import reviewed
from storage.models import (
    Change,
    Distribution,
    Milestone,
    Outgoing,
    Person,
    PlanItem,
    Review,
    SentPaper,
    SummaryPoint,
)
from tests.chat import Chat, World, number_of
from tests.conversation.conftest import CHIDI, PRIYA, SIAN, booked

OAK = "Oak Primary School, Thursday 7 December 2017"
STRENGTH, AREA = "Phonics is taught with joy", "Talk about books"
ACTION = "Read aloud daily"
DAY_AFTER = datetime(2017, 12, 8, 10, 0, tzinfo=UTC)
# Governors and Management Group of the sample.
MARGARET, AMIT = "margaret.osei@oak.example", "amit.desai@consortium.example"
ELLIE = "ellie.fenwick@oak.example"
PREVIEW = "paper.preview?review=1&paper=summary"
PREVIEW_PLAN = "paper.preview?review=1&paper=plan"


def written(world: World) -> None:
    """It is the day after the review, and both papers are drafted."""
    booked(world)
    world.now = DAY_AFTER
    world.send_waiting()
    add_point(world, Strand.STRENGTH, STRENGTH)
    add_point(world, Strand.DEVELOPMENT, AREA)
    add_item(world, ACTION)


def add_point(world: World, strand: Strand, text: str, position: int = 1) -> None:
    with world.sessions.begin() as session:
        by = int(number_of(session, SIAN))
        session.add(
            SummaryPoint(review_id=1, strand=strand, position=position, text=text, by_id=by, at=world.now)
        )


def add_item(world: World, action: str, position: int = 1) -> None:
    with world.sessions.begin() as session:
        by = int(number_of(session, CHIDI))
        item = PlanItem(review_id=1, position=position, action=action, by_id=by, at=world.now)
        item.owner, item.support, item.timing = "Jo Bloggs", "ac", "By Easter"
        session.add(item)


def reword(world: World, was: str, now: str) -> None:
    """What a writer does in the draft."""
    with world.sessions.begin() as session:
        session.execute(update(SummaryPoint).where(SummaryPoint.text == was).values(text=now))
        session.execute(update(PlanItem).where(PlanItem.action == was).values(action=now))


def send(world: World, by: str = SIAN, paper: str = "summary") -> Chat:
    writer = world.person(by)
    writer.open(f"paper.preview?review=1&paper={paper}")
    writer.click("Sign and send")
    return writer


def sent(world: World) -> Chat:
    """The summary is sent by Siân, the day after the review."""
    written(world)
    return send(world)


def sent_twice(world: World, changed: str = "Talk about stories") -> Chat:
    """Priya has signed the summary, which Siân then corrects and sends again."""
    sent(world)
    priya = world.person(PRIYA)
    priya.open("paper.sign?sent=1")
    reword(world, AREA, changed)
    return send(world)


def versions(world: World, paper: Paper = Paper.SUMMARY) -> list[tuple[int, str]]:
    with world.sessions() as session:
        found = session.scalars(select(SentPaper).where(SentPaper.paper == paper).order_by(SentPaper.number))
        return [(one.number, str(one.content)) for one in found]


def received(world: World, sent_id: int = 1) -> dict[str, str]:
    """By name, in which part."""
    with world.sessions() as session:
        query = select(Person.name, Distribution.part).join(Person, Person.id == Distribution.person_id)
        found = session.execute(query.where(Distribution.sent_id == sent_id))
        return {name: part.value for name, part in found}


def signed(world: World, sent_id: int = 1) -> list[tuple[str, str, str]]:
    """Who has signed, as what and how."""
    with world.sessions() as session:
        one = session.get_one(SentPaper, sent_id)
        stands = [row for row in one.signatures if row.withdrawn_at is None]
        return [(row.person.name, row.part.value, row.how.value) for row in stands]


def made(world: World, *what: str) -> list[str]:
    """The changes of these kinds, as they were made."""
    with world.sessions() as session:
        return list(session.scalars(select(Change.what).where(Change.what.in_(what)).order_by(Change.id)))


def told(world: World, template: str) -> int:
    with world.sessions() as session:
        return len(session.scalars(select(Outgoing.id).where(Outgoing.template == template)).all())


def milestone(world: World, kind: Kind) -> Milestone:
    with world.sessions() as session:
        return session.scalars(select(Milestone).where(Milestone.kind == kind)).one()


def change_review(world: World, **to: object) -> None:
    with world.sessions.begin() as session:
        session.execute(update(Review).values(**to))
        reviewed.dates_change(session)
