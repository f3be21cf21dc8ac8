"""Kate Moore asks for a review of Oak in Teams, in her group's channel or in her own chat, and books it."""

from sqlalchemy import func, select

from storage.database import Sessions
from storage.models import Channel, Draft, Review
from tests.conversation.conftest import KATE
from tests.teams.person import Someone
from tests.teams.reader import Shown
from tests.teams.running import Running
from tests.teams.seed import TENANT, channel

GROUP = channel("group-2")
ASKED = "schedule review Oak Primary, Tues 28 Nov"
BOOK = "review on Tuesday 28 November 2017?"
TEAM = {
    "lead_reviewer": "Siân Whitcombe",
    "reviewers": ("Ben Hartley", "Martin Kowalczyk"),
    "champions": ("Chidi Eze", "Owen O'Connell"),
}


def link_group(sessions: Sessions) -> None:
    with sessions.begin() as session:
        session.add(Channel(platform="teams", workspace=TENANT, conversation=GROUP, group_id=2))


async def filled_in(at_work: Running, place: str = "") -> Someone:
    """Kate, with the form before her, filled in; in this channel, or in her own chat."""
    kate = await at_work.person(KATE)
    await (kate.mention(place, ASKED) if place else kate.say(ASKED))
    await kate.read("Schedule a review", place)
    await kate.fill(TEAM)
    return kate


async def booked(at_work: Running) -> Someone:
    kate = await filled_in(at_work, GROUP)
    await kate.click("See the timetable")
    await kate.click("Book it")
    await kate.sees("Booked")
    return kate


def counted(at_work: Running, table: type[Review | Draft]) -> int:
    with at_work.sessions() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def titles(shown: list[Shown]) -> list[str]:
    return [one.title for one in shown]
