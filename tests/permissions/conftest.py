"""Copies of what is prepared for Oak's review."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from storage.database import Sessions
from tests.databases import Databases, copied, opened
from tests.permissions.prepared import When, noted, proposed, recorded, sent

Fresh = Callable[[When], AbstractContextManager[Sessions]]


FILLED = {When.PREPARING: proposed, When.MET: recorded, When.DAY: noted, When.AFTER: sent}


@pytest.fixture
def fresh(sqlite_databases: Databases) -> Fresh:
    """As often as it is asked for."""

    # People in a room have an event loop of their own, and so come before the test's.
    for fill in FILLED.values():
        sqlite_databases.drop(sqlite_databases.copy(fill))

    @contextmanager
    def copy(when: When) -> Iterator[Sessions]:
        with copied(sqlite_databases, FILLED[when]) as url, opened(url) as sessions:
            yield sessions

    return copy
