"""`teams` is a Teams with the sample consortium in it; nothing of other tests is seen in it."""

from collections.abc import AsyncIterator, Iterator

import pytest

from bot.platforms.teams.posting import Posting
from storage import references
from storage.database import Sessions
from tests.browser import browser
from tests.teams.booking import link_group
from tests.teams.install import installed
from tests.teams.playground import Playground, playing
from tests.teams.relay import Teams, relayed
from tests.teams.running import Running, running
from tests.teams.sending import CHANNEL, PERSON
from tests.teams.stub import Stub, posts, stubbed
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


@pytest.fixture
async def at_work(teams: Teams, sqlite_consortium: Sessions) -> AsyncIterator[Running]:
    async with running(teams, sqlite_consortium) as at_work:
        yield at_work


@pytest.fixture
def linked(sqlite_consortium: Sessions) -> None:
    """The channel of Group 2 is known."""
    link_group(sqlite_consortium)


@pytest.fixture
async def stub(sqlite_sessions: Sessions) -> AsyncIterator[Stub]:
    """In place of Teams; it knows a channel and a person."""
    async with stubbed() as stub:
        with sqlite_sessions.begin() as session:
            references.keep(session, CHANNEL, {"service_url": stub.url})
            references.keep(session, PERSON, {"service_url": stub.url, "account": "29:1"})
        yield stub


@pytest.fixture
def to_teams(sqlite_sessions: Sessions) -> Posting:
    return posts(sqlite_sessions)
