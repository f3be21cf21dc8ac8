"""What the tests of reminders share: who agreed to take part, and what reached whom."""

from sqlalchemy import select

from bot.cards.model import Card, Listing, Row, Text
from storage.models import (
    Person,
)
from tests import roster
from tests.chat import World
from tests.conversation.conftest import (
    BEN,
    CHIDI,
    MARTIN,
    OWEN,
    SIAN,
    booked,
)
from tests.conversation.test_mornings import tick

# The holiday is after the review.
LATER = ["Remind me tomorrow", "On Monday"]
TEAM = (SIAN, BEN, MARTIN, CHIDI, OWEN)


def accept(world: World, *people: str) -> None:
    for email in people or TEAM:
        world.person(email).open("answer.accept?review=1&day=2017-12-07")


def rows(card: Card) -> list[Row]:
    """The things in a reminder; of a single one the card itself is the row."""
    found = [row for block in card.blocks if isinstance(block, Listing) for row in block.rows]
    texts = [block.body for block in card.blocks if isinstance(block, Text)]
    return found or [Row(card.title.removeprefix("Reminder: "), texts[0], card.buttons)]


def reminders(world: World, email: str) -> list[Card]:
    return [one for one in world.person(email).messages if is_reminder(one)]


def is_reminder(card: Card) -> bool:
    return card.title.startswith(("Reminder: ", "This reminder is dealt with")) or card.title.endswith(
        "to remember"
    )


def things(world: World, email: str) -> list[list[str]]:
    """What stood in each reminder, shortened to what it is about."""
    return [
        [row.title.partition(":")[0].partition(" for Oak")[0] for row in rows(one)]
        for one in reminders(world, email)
    ]


def november(world: World, *days: int, hour: int = 8) -> None:
    for day in days:
        tick(world, day, hour, 0, month=11)


def agreed(world: World) -> None:
    booked(world)
    world.send_waiting()
    accept(world)


def leaves(world: World, email: str) -> None:
    with world.sessions.begin() as session:
        person = session.scalars(select(Person).where(Person.email == email)).one()
        person.left = world.now.date()
        roster.has_changed(session)
