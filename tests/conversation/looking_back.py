"""Oak's review of 7 December 2017, six months on: its plan was sent, one of its six actions is done."""

from datetime import UTC, datetime

from sqlalchemy import select

from bot.documents.audit_draft import audit
from bot.rules.milestones import Kind
from bot.rules.papers import AuditLine
from storage import impacts
from storage.models import Change, Impact, Milestone, Review
from tests.chat import Chat, World
from tests.conversation.afterwards import milestone, written
from tests.conversation.conftest import CHIDI, PRIYA
from tests.conversation.papering import send

SHOW, ASK = "impact.show?review=1", "impact.ask?review=1"
TITLE = "Impact: Oak Primary School, Thursday 7 December 2017"
NEWS = "The impact is recorded: Oak Primary School, Thursday 7 December 2017"
NO_MORE = "The impact is not recorded after all: Oak Primary School, Thursday 7 December 2017"
# The day on which it is asked for, a Thursday.
JUNE = datetime(2018, 6, 7, 9, 0, tzinfo=UTC)
WORDS = "Reading in Year 3 is a pleasure again"


def planned(world: World) -> None:
    """Chidi has sent the plan; it is the 20th of December."""
    written(world)
    send(world, CHIDI, "plan")


def in_june(world: World) -> World:
    """The first action of the plan is done."""
    planned(world)
    world.person(PRIYA).open("action.done?item=1")
    world.send_waiting()
    world.now = JUNE
    return world


def record(world: World, words: str = WORDS, by: str = PRIYA) -> Chat:
    head = world.person(by)
    head.open(ASK)
    head.click("Record it", impact=words)
    return head


def stored(world: World) -> Impact | None:
    with world.sessions() as session:
        return impacts.get(session, 1)


def words(world: World) -> str:
    """What is recorded; "" where nothing is."""
    found = impacts.stands(stored(world))
    return found.words if found else ""


def of_it(world: World) -> Milestone:
    return milestone(world, Kind.IMPACT)


def changes(world: World) -> list[Change]:
    with world.sessions() as session:
        kinds = Change.what.in_(impacts.CHANGES)
        return list(session.scalars(select(Change).where(kinds).order_by(Change.id)))


def kinds(world: World) -> list[str]:
    return [one.what for one in changes(world)]


def improvement(world: World) -> str:
    """What the proforma says of it, as it would be returned now."""
    with world.sessions() as session:
        return audit(session, session.get_one(Review, 1)).at(AuditLine.IMPROVEMENT).words
