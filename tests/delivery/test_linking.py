"""What waited for a group to have a channel goes out once one is linked."""

import asyncio

import pytest
from sqlalchemy import delete, select

from bot.delivery import deliver
from bot.platforms.playground.furnishing import give_accounts
from bot.worker import next_try
from storage import unsent
from storage.database import Sessions
from storage.models import Channel, Outgoing
from tests.chat import LINKS, World
from tests.conversation.conftest import KATE, booked

NEW = "staff-room"


@pytest.fixture
def world(consortium: Sessions) -> World:
    give_accounts(consortium)
    with consortium.begin() as session:
        session.execute(delete(Channel))
    return World(consortium)


def sweep(world: World) -> None:
    """As the worker does twice a minute."""
    with world.sessions.begin() as session:
        left = unsent.overdue(session, world.now, world.platforms)
    for one in left:
        if next_try(one.due, one.attempts) <= world.now:
            asyncio.run(deliver(one.id, world.now, world.sessions, world.platforms, LINKS))


def problems(world: World) -> list[str]:
    query = select(Outgoing.problem).where(Outgoing.finished_at.is_(None), Outgoing.problem != "")
    with world.sessions() as session:
        return list(session.scalars(query))


def test_what_waited_for_a_channel_goes_out_once_it_is_linked(world: World) -> None:
    booked(world)
    sweep(world)
    assert problems(world) == ["Collaborative Group 2 has no channel yet."]
    # Only the sweep sends from here on.
    world.send_waiting = lambda: None  # type: ignore[method-assign]
    world.person(KATE).type("/peer-review link", place=NEW)
    sweep(world)
    assert [card.title for card in world.channel(NEW)][-1] == (
        "This is now the channel of Collaborative Group 2"
    )
    assert "Oak Primary School" in world.channel(NEW)[0].title
    assert problems(world) == []
