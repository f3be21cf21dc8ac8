"""Oak's summary has been sent, and its governor is in no chat."""

import pytest

from bot.platforms.playground.furnishing import give_accounts
from storage.database import Sessions
from tests.chat import World
from tests.conversation.papering import sent
from tests.governor.pages import leave_the_chat


@pytest.fixture
def world(consortium: Sessions) -> World:
    return with_a_summary(consortium)


@pytest.fixture
def world_on_sqlite(sqlite_consortium: Sessions) -> World:
    return with_a_summary(sqlite_consortium)


def with_a_summary(sessions: Sessions) -> World:
    give_accounts(sessions)
    world = World(sessions)
    sent(world)
    leave_the_chat(world)
    return world
