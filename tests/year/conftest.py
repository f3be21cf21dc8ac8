"""The sample consortium as it is on the first day of the school year."""

from collections.abc import Iterator

import pytest

from storage.database import Sessions
from storage.roster import SAMPLE
from tests.conftest import migrated
from tests.databases import Databases, copied, opened
from tests.year.facts import FIRST
from tests.year.living import settle


def in_september(url: str) -> None:
    migrated(url)
    with opened(url) as sessions:
        settle(sessions, SAMPLE, FIRST)


@pytest.fixture(scope="session")
def september(sqlite_databases: Databases) -> Iterator[Sessions]:
    with copied(sqlite_databases, in_september) as url, opened(url) as sessions:
        yield sessions
