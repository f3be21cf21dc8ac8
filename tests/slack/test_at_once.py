"""Fifty people at once: Slack waits three seconds for each, and each finds a form."""

from collections.abc import AsyncIterator

import pytest

from bot.platforms.slack.credentials import Credentials
from bot.platforms.slack.manifest import PATH
from storage.database import Sessions
from tests.benchmarks import slack
from tests.benchmarks.slack import Stub, give_accounts, load, standing_in
from tests.slack.running import serving_slack


@pytest.fixture
async def stub() -> AsyncIterator[Stub]:
    async with standing_in() as stub:
        yield stub


async def test_fifty_commands_at_once_are_all_acknowledged_in_time(stub: Stub, consortium: Sessions) -> None:
    give_accounts(consortium)
    credentials = Credentials(slack.BOT_TOKEN, slack.SECRET, "", stub.address)
    async with serving_slack(credentials, consortium) as server:
        measured = await load(stub, str(server.make_url(PATH)), slack.AT_ONCE)
    assert measured.acknowledged < 3
    assert len(stub.opened) == slack.AT_ONCE
