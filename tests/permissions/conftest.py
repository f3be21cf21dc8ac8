"""Copies of what is prepared for Oak's review."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from storage.database import Sessions
from tests.databases import Databases, copied, opened
from tests.permissions.prepared import proposed, recorded

Fresh = Callable[[bool], AbstractContextManager[Sessions]]


@pytest.fixture
def fresh(sqlite_databases: Databases) -> Fresh:
    """As often as it is asked for; True: a week later, when the meeting has been held."""

    # People in a room have an event loop of their own, and so come before the test's.
    for fill in (proposed, recorded):
        sqlite_databases.drop(sqlite_databases.copy(fill))

    @contextmanager
    def copy(held: bool) -> Iterator[Sessions]:
        with copied(sqlite_databases, recorded if held else proposed) as url, opened(url) as sessions:
            yield sessions

    return copy
