"""The pre-review meeting for Oak's review on Thursday 7 December 2017, due by 30 November."""

from datetime import date

from sqlalchemy import select

from bot.rules.milestones import Kind
from storage.models import Meeting, Milestone
from tests.chat import Chat, World
from tests.conversation.conftest import PRIYA, SIAN, booked

SHOW, ASK = "meeting.show?review=1", "meeting.ask?review=1"
TITLE = "Pre-review meeting: Oak Primary School, Thursday 7 December 2017"
DAY = date(2017, 11, 28)


def proposed(
    world: World, by: str = SIAN, *, day: str = "28 Nov", time: str = "2.30pm", place: str = ""
) -> Chat:
    """The review is booked, and one side has proposed a time."""
    booked(world)
    return propose(world, by, day=day, time=time, place=place)


def propose(world: World, by: str, *, day: str = "28 Nov", time: str = "2.30pm", place: str = "") -> Chat:
    someone = world.person(by)
    someone.open(ASK)
    someone.click("Propose it", day=day, time=time, place=place)
    return someone


def agreed(world: World, place: str = "") -> None:
    """Siân has proposed a time and Priya has confirmed it."""
    proposed(world, place=place)
    priya = world.person(PRIYA)
    priya.read("suit you for the pre-review meeting")
    priya.click("Confirm")


def milestone(world: World) -> Milestone:
    with world.sessions() as session:
        return session.scalars(select(Milestone).where(Milestone.kind == Kind.MEETING)).one()


def stored(world: World) -> Meeting:
    with world.sessions() as session:
        return session.scalars(select(Meeting)).one()
