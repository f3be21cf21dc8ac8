"""A Slack, a Teams, and a database for each platform."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import pytest
from sqlalchemy import delete

from storage.database import Sessions
from storage.models import Channel
from tests.conftest import with_sample
from tests.databases import Databases, copied, opened
from tests.slack.conftest import running_slack, slack
from tests.teams.conftest import running_playground, teams

__all__ = ["running_playground", "running_slack", "slack", "teams"]


@pytest.fixture
def three(sqlite_databases: Databases) -> Iterator[Sequence[Sessions]]:
    with ExitStack() as stack:
        urls = [stack.enter_context(copied(sqlite_databases, with_sample)) for _ in range(3)]
        found = [stack.enter_context(opened(url)) for url in urls]
        for sessions in found:
            with sessions.begin() as session:
                # The roster has linked channels of the practice room; here somebody says whose one is.
                session.execute(delete(Channel))
        yield found
