"""`slack` is a Slack with the sample consortium in it, fresh for each test."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.slack.emulator import Emulator, emulating
from tests.slack.install import installed
from tests.slack.relay import Slack, relayed


@pytest.fixture(scope="session")
def running_slack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulator]:
    log = tmp_path_factory.mktemp("slack") / "emulator.log"
    with emulating(installed(), log) as emulator:
        yield emulator


@pytest.fixture
async def slack(running_slack: Emulator) -> AsyncIterator[Slack]:
    running_slack.reset()
    async with relayed(running_slack) as slack:
        yield slack
        assert slack.problems == []
