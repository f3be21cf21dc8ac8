"""Migrations and models say the same, and a migration can be taken back."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from storage.database import open_engine
from storage.migrate import current, downgrade, pending, upgrade
from storage.models import Base
from tests.databases import Databases


@pytest.fixture
def empty(databases: Databases) -> Iterator[Engine]:
    url = databases.new()
    engine = open_engine(url)
    yield engine
    engine.dispose()
    databases.drop(url)


def test_migrations_make_the_tables_of_the_models(engine_url: str) -> None:
    with connected(engine_url) as context:
        assert compare_metadata(context, Base.metadata) == []


@contextmanager
def connected(url: str) -> Iterator[MigrationContext]:
    engine = open_engine(url)
    with engine.connect() as connection:
        yield MigrationContext.configure(connection, opts={"compare_type": True})
    engine.dispose()


@pytest.mark.parametrize(
    "change",
    [
        "DROP INDEX ix_reviews_day",
        "ALTER TABLE people ADD COLUMN shoe_size INTEGER",
        "ALTER TABLE schools DROP COLUMN federation",
        "CREATE TABLE cats (id INTEGER)",
    ],
)
def test_the_comparison_sees_a_difference(engine_url: str, change: str) -> None:
    with connected(engine_url) as context:
        assert context.connection is not None
        context.connection.execute(text(change))
        assert len(compare_metadata(context, Base.metadata)) == 1


def test_up_down_and_up_again(empty: Engine) -> None:
    assert pending(empty)
    upgrade(empty)
    assert not pending(empty)
    downgrade(empty, "base")
    assert current(empty) is None
    assert inspect(empty).get_table_names() == ["alembic_version"]
    upgrade(empty)
    assert set(inspect(empty).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_upgrading_twice_changes_nothing(empty: Engine) -> None:
    upgrade(empty)
    upgrade(empty)
    assert current(empty) == "0020"


def test_two_starting_at_once_wait_for_each_other(empty: Engine) -> None:
    with ThreadPoolExecutor(2) as both:
        list(both.map(upgrade, [empty, empty]))
    assert current(empty) == "0020"


def test_a_sqlite_connection_checks_foreign_keys_again_after_a_migration(sqlite_databases: Databases) -> None:
    engine = open_engine(sqlite_databases.new())
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    engine.dispose()
