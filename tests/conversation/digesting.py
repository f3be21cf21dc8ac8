"""What the tests of the digests do and look at."""

from datetime import UTC, datetime

from sqlalchemy import delete, select

from bot.cards.model import Card
from bot.cards.plain import plain
from bot.handlers import mornings
from storage.models import Channel, Outgoing
from tests.chat import World

GROUP_1, GROUP_2, GROUP_3, MANAGEMENT = "group-1", "group-2", "group-3", "management"
EVERY_CHANNEL = (GROUP_1, GROUP_2, GROUP_3, MANAGEMENT)
AMIT = "amit.desai@consortium.example"
TRISH = "trish.wilkie@millane.example"


def tick(world: World, *when: int) -> None:
    """The clock at that moment in UTC, and the worker passing by; what it writes is sent."""
    write(world, *when)
    world.send_waiting()


def write(world: World, *when: int) -> None:
    year, month, day, hour, minute = (*when, 0)[:5]
    world.now = datetime(year, month, day, hour, minute, tzinfo=UTC)
    with world.sessions.begin() as session:
        mornings.tick(session, world.now)


def digests(world: World, conversation: str) -> list[Card]:
    return [card for card in world.channel(conversation) if "the week of" in card.title]


def told(world: World, conversation: str) -> str:
    """All that the one digest there says."""
    [card] = digests(world, conversation)
    return plain(card)


def counts(world: World) -> dict[str, int]:
    return {one: len(digests(world, one)) for one in EVERY_CHANNEL}


def without_channel(world: World, conversation: str) -> None:
    with world.sessions.begin() as session:
        session.execute(delete(Channel).where(Channel.conversation == conversation))


def keys(world: World) -> list[str]:
    """The digests that were written, whether they have gone or not."""
    query = select(Outgoing.key).where(Outgoing.template.startswith("digest.")).order_by(Outgoing.key)
    with world.sessions() as session:
        return list(session.scalars(query))
