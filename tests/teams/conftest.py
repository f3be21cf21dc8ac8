"""`teams` is a Teams with the sample consortium in it; nothing of other tests is seen in it."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.browser import browser
from tests.teams.install import installed
from tests.teams.playground import Playground, playing
from tests.teams.relay import Teams, relayed
from tests.teams.toy import Toy, serving

__all__ = ["browser"]


@pytest.fixture(scope="session")
def running_playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    with playing(installed(), tmp_path_factory.mktemp("teams")) as playground:
        yield playground


@pytest.fixture
async def teams(running_playground: Playground) -> AsyncIterator[Teams]:
    async with relayed(running_playground) as teams:
        yield teams
        assert teams.problems == []


@pytest.fixture
async def toy(teams: Teams) -> AsyncIterator[Toy]:
    """A small bot at the other end."""
    async with serving(teams) as toy:
        yield toy
