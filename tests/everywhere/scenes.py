"""What has happened before somebody begins a task that is counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import update

from bot.handlers import mornings
from bot.platforms.playground.furnishing import give_accounts
from storage.database import Sessions
from storage.models import School
from tests import roster
from tests.chat import World
from tests.conversation.conftest import BEN, CHIDI, MARTIN, OWEN, PRIYA, SIAN, booked

STRENGTHS = ("Calm corridors", "Kind pupils", "Rich reading", "Clear routines")
AREAS = ("Marking in Year 4", "Phonics groups", "Use of data", "Outdoor space")


@dataclass(frozen=True)
class Scene:
    """`email` has the task at this moment (UTC), once `goes` has been played from the practice room."""

    email: str
    now: datetime
    goes: Callable[[World], None] = lambda _world: None


def prepare(sessions: Sessions, scene: Scene) -> World:
    """Oak, a church school, is booked for Thursday 7 December, from the practice room."""
    give_accounts(sessions)
    with sessions.begin() as session:
        session.execute(update(School).where(School.key == "oak").values(church_school=True))
        roster.has_changed(session)
    world = World(sessions)
    booked(world)
    scene.goes(world)
    world.now = scene.now
    return world


def at(world: World, month: int, day: int, hour: int = 15) -> None:
    world.now = datetime(2018 if month < 9 else 2017, month, day, hour, tzinfo=UTC)


def reminded(world: World) -> None:
    """What else is waited for was brought up before, so that nothing but the timetable comes up today."""
    for day in (27, 30):
        at(world, 11, day, 8)
        with world.sessions.begin() as session:
            mornings.tick(session, world.now)
        world.send_waiting()


def noted(world: World) -> None:
    """Four strengths and four areas for development stand in the notes of the day."""
    at(world, 12, 7)
    for email, heading, lines in ((BEN, "strength", STRENGTHS), (MARTIN, "development", AREAS)):
        world.person(email).type(f"note {heading}: " + "\n".join(lines))


def worked(world: World) -> None:
    """The feedback was given, and the workshop held."""
    noted(world)
    world.person(MARTIN).type("note activity: Learning walk\nexplored: Reading")
    sian, chidi = world.person(SIAN), world.person(CHIDI)
    sian.open("feedback.ask?review=1")
    sian.click("Record it", governors="Margaret Osei")
    chidi.open("workshop.show?review=1")
    chidi.click("Thursday 14 December 2017")
    at(world, 12, 14)
    chidi.open("workshop.recorded?review=1&day=2017-12-14")


def planned(world: World) -> None:
    worked(world)
    owen = world.person(OWEN)
    owen.open("plan.ask?review=1")
    owen.click("Add them", actions="Phonics training | 15 Jan 2018 | Priya Nair | a")
    owen.click("Preview and send")
    owen.click("Sign and send")


# Three days before the review, at ten: the paperwork and the timetable are both waited for.
PREPARING = Scene(PRIYA, datetime(2017, 12, 4, 10, tzinfo=UTC), reminded)
ON_THE_DAY = Scene(SIAN, datetime(2017, 12, 7, 15, 30, tzinfo=UTC), noted)
AFTER_THE_WORKSHOP = Scene(CHIDI, datetime(2017, 12, 15, 10, tzinfo=UTC), worked)
AFTER_THE_PLAN = Scene(PRIYA, datetime(2017, 12, 18, 10, tzinfo=UTC), planned)
