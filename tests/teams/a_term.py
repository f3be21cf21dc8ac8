"""A group in the middle of its term, so that there is something to remind of and to tell in a digest."""

from datetime import UTC, datetime

from bot.handlers import mornings
from bot.platforms.playground.furnishing import give_accounts
from storage.database import Sessions
from tests.chat import Fields, World, number_of
from tests.conversation.conftest import BEN, CHANNEL, CHIDI, KATE, MARTIN, OWEN, SIAN
from tests.year.living import QuietRoom

TOM, ELLIE = "tom.garrod@oak.example", "ellie.fenwick@oak.example"
BOOKED = datetime(2017, 11, 16, 9, 0, tzinfo=UTC)
# The day before the reminder: who has not answered is asked again.
ASKED_AGAIN = datetime(2017, 11, 20, 8, 0, tzinfo=UTC)
# Three weeks before the review of Kate's own school.
MORNING = datetime(2017, 11, 21, 8, 0, tzinfo=UTC)


def lived(sessions: Sessions) -> None:
    """Oak's review is held; Holly Lane's and St Anne's are planned, and not everyone has answered."""
    give_accounts(sessions)
    world = World(sessions, QuietRoom())
    book(world, "Oak, Thurs 16 Nov", SIAN, (BEN, MARTIN), (CHIDI, OWEN))
    answer(world, 1, "2017-11-16", SIAN, BEN, MARTIN, CHIDI, OWEN)
    world.now = BOOKED
    book(world, "Holly Lane, Tues 12 Dec", SIAN, (MARTIN, TOM), (ELLIE, OWEN))
    answer(world, 2, "2017-12-12", SIAN, TOM, ELLIE, OWEN)
    book(world, "St Anne's, Tues 30 Jan", BEN, (TOM,), (CHIDI, ELLIE))
    answer(world, 3, "2018-01-30", BEN, CHIDI, ELLIE)
    world.now = ASKED_AGAIN
    tick(world)


def tick(world: World) -> None:
    with world.sessions.begin() as session:
        mornings.tick(session, world.now)
    world.send_waiting()


def book(world: World, typed: str, lead: str, reviewers: tuple[str, ...], champions: tuple[str, ...]) -> None:
    kate = world.person(KATE)
    kate.type(f"/schedule-review {typed}", place=CHANNEL)
    with world.sessions() as session:
        people: Fields = {
            "lead_reviewer": number_of(session, lead),
            "reviewers": tuple(number_of(session, who) for who in reviewers),
            "champions": tuple(number_of(session, who) for who in champions),
        }
    kate.click("See the timetable", **people)
    kate.click("Book it")


def answer(world: World, review: int, day: str, *people: str) -> None:
    for email in people:
        world.person(email).open(f"answer.accept?review={review}&day={day}")
