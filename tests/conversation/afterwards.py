"""Oak's review on Thursday 7 December 2017 was held; what comes of it: the workshop and the action plan."""

from datetime import UTC, date, datetime

from sqlalchemy import func, select

from bot.rules.milestones import Kind
from bot.rules.permissions import Paper
from storage import workshops
from storage.booking import By, log
from storage.models import Milestone, Person, PlanItem, Review, SentPaper, Workshop
from tests.chat import Chat, World
from tests.conversation.conftest import CHIDI, booked

WORKSHOP, PLAN = "workshop.show?review=1", "plan.show?review=1"
WORKSHOP_TITLE = "Post-review workshop: Oak Primary School, Thursday 7 December 2017"
PLAN_TITLE = "Action plan: Oak Primary School, Thursday 7 December 2017"
# The evening of the review, and the morning after the workshop on Tuesday 19 December.
EVENING = datetime(2017, 12, 7, 16, 0, tzinfo=UTC)
AFTER = datetime(2017, 12, 20, 9, 0, tzinfo=UTC)
DAY = date(2017, 12, 19)
TOM, DENISE = "tom.garrod@oak.example", "denise.abbott@oak.example"
SIX = """Pair reading in Year 3 | 30 March | Tom Garrod | a | Cover from Holly Lane
Visit Holly Lane | 12 Jan 2018 | Priya Nair | b
Train all staff in phonics; 26 Jan 2018; the phonics lead; c; The English Hub
Change the marking policy | by Fri 2 Feb 2018
1. Tell the governors
Look at books together each half term | 9 Feb 2018 | Denise Abbott | a"""


def reviewed(world: World) -> None:
    """It is the evening of the review."""
    booked(world)
    world.send_waiting()
    world.now = EVENING


def chosen(world: World, by: str = CHIDI, day: str = "Tuesday 19 December 2017") -> Chat:
    """A champion has chosen one of the days that are offered."""
    reviewed(world)
    champion = world.person(by)
    champion.open(WORKSHOP)
    champion.click(day)
    return champion


def held(world: World) -> Chat:
    """The workshop was held on the 19th, and recorded the morning after."""
    chidi = chosen(world)
    world.now = AFTER
    chidi.open(WORKSHOP)
    chidi.click("It was held on Tuesday 19 December 2017")
    return chidi


def written(world: World, lines: str = SIX) -> Chat:
    """The champions have written the plan down, a line for each action."""
    chidi = held(world)
    chidi.open(PLAN)
    chidi.click("Add actions")
    chidi.click("Add them", actions=lines)
    assert not chidi.card.is_form, chidi.card
    return chidi


def sent(world: World, *, released: bool = False) -> SentPaper:
    """The next version of the plan as it stands, sent by Chidi."""
    with world.sessions.begin() as session:
        review = session.get_one(Review, 1)
        chidi = session.scalars(select(Person).where(Person.email == CHIDI)).one()
        number = session.scalar(select(func.count(SentPaper.id)).where(SentPaper.paper == Paper.PLAN)) or 0
        change = log(session, review, "accepted", By(chidi, world.now))
        paper = SentPaper(review_id=1, paper=Paper.PLAN, number=number + 1, content={}, by=chidi)
        paper.at, paper.change_id = world.now, change.id
        paper.released_at = world.now if released else None
        session.add(paper)
        row = session.scalars(select(Milestone).where(Milestone.kind == Kind.PLAN)).one()
        row.done_at, row.done_by_id = world.now, chidi.id
    return paper


def delivered(world: World) -> None:
    """The plan is written and sent; it is the 20th of December."""
    written(world)
    sent(world)


def milestone(world: World, kind: Kind = Kind.WORKSHOP) -> Milestone:
    with world.sessions() as session:
        return session.scalars(select(Milestone).where(Milestone.kind == kind)).one()


def stored(world: World) -> Workshop:
    with world.sessions() as session:
        found = workshops.get(session, 1)
    assert found
    return found


def item(world: World, action: str) -> PlanItem:
    with world.sessions() as session:
        return session.scalars(select(PlanItem).where(PlanItem.action == action)).one()
