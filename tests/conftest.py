"""Fixtures for all tests. `sessions` and `consortium` run a test twice: on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from datetime import date

import pytest

from storage.database import Sessions, open_engine
from storage.migrate import upgrade
from storage.roster import SAMPLE, import_file
from tests.databases import Databases, Sqlite, copied, opened, postgres_server

SAMPLE_DAY = date(2017, 11, 1)


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    return Sqlite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[Databases]:
    with postgres_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgres"])
def databases(request: pytest.FixtureRequest) -> Databases:
    made: Databases = request.getfixturevalue(f"{request.param}_databases")
    return made


@pytest.fixture
def engine_url(databases: Databases) -> Iterator[str]:
    """A database with all tables and nothing in them."""
    with copied(databases, migrated) as url:
        yield url


@pytest.fixture
def sessions(engine_url: str) -> Iterator[Sessions]:
    with opened(engine_url) as sessions:
        yield sessions


@pytest.fixture
def sqlite_sessions(sqlite_databases: Databases) -> Iterator[Sessions]:
    with copied(sqlite_databases, migrated) as url, opened(url) as sessions:
        yield sessions


@pytest.fixture
def postgres_url(postgres_databases: Databases) -> Iterator[str]:
    with copied(postgres_databases, migrated) as url:
        yield url


@pytest.fixture
def consortium(databases: Databases) -> Iterator[Sessions]:
    """The sample consortium, as it is on the morning of Wednesday 1 November 2017."""
    with copied(databases, with_sample) as url, opened(url) as sessions:
        yield sessions


@pytest.fixture
def sqlite_consortium(sqlite_databases: Databases) -> Iterator[Sessions]:
    with copied(sqlite_databases, with_sample) as url, opened(url) as sessions:
        yield sessions


def with_sample(url: str) -> None:
    migrated(url)
    with opened(url) as sessions:
        assert import_file(sessions, SAMPLE, SAMPLE_DAY).mistakes == ()


def migrated(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()
