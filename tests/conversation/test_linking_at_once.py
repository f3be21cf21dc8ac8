"""Several people link channels at the same moment, on either database: one home, and an answer for each."""

from collections.abc import Callable

from sqlalchemy import select

from bot.cards.model import Card
from bot.cards.typed import asked
from storage.models import Channel, ChannelChange, Group
from tests.chat import World
from tests.conversation.conftest import CARL, KATE, OFFICE, SIAN
from tests.conversation.test_at_once import at_once

NEW = "staff-room"


def saying(world: World, email: str, typed: str, place: str) -> Callable[[], Card]:
    chat = world.person(email)
    return lambda: chat.ask(asked(typed), {}, place)


def homes(world: World, group: int) -> list[str]:
    query = select(Channel.conversation).join(Group).where(Channel.home)
    with world.sessions() as session:
        return list(session.scalars(query.where(Group.name == f"Collaborative Group {group}")))


def test_eight_link_the_same_channel_at_once(world: World) -> None:
    people = (KATE, SIAN, OFFICE, KATE, SIAN, OFFICE, KATE, SIAN)
    cards = at_once([saying(world, one, "this is group 2", NEW) for one in people])
    assert sorted(card.title for card in cards) == [
        "This is now the channel of Collaborative Group 2",
        *["This is the channel of Collaborative Group 2 already"] * 7,
    ]
    assert homes(world, 2) == [NEW]
    world.send_waiting()
    assert len(world.channel(NEW)) == 1


def test_eight_channels_are_linked_to_one_group_at_once(world: World) -> None:
    places = [f"room-{n}" for n in range(8)]
    cards = at_once([saying(world, KATE, "this is group 2", one) for one in places])
    assert {card.title for card in cards} == {"This is now the channel of Collaborative Group 2"}
    [home] = homes(world, 2)
    with world.sessions() as session:
        last = session.scalars(select(ChannelChange.conversation).order_by(ChannelChange.id.desc())).first()
    assert home == last


def test_two_leads_claim_one_channel_at_once(world: World) -> None:
    cards = at_once(
        [saying(world, KATE, "this is group 2", NEW), saying(world, CARL, "this is group 1", NEW)]
    )
    first, second = sorted(card.title for card in cards)
    assert first == "Sorry, I can’t do that"
    assert second.startswith("This is now the channel of")
    assert sorted([homes(world, 1) == [NEW], homes(world, 2) == [NEW]]) == [False, True]
