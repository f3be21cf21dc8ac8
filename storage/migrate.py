"""Bringing the tables up to date. The migrations lie in the package, so that an installed copy has them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

# Any number will do, as long as nothing else in the database locks with it.
POSTGRES_LOCK = 1817


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Two starting at once wait for each other; a migration that fails leaves the tables as they were."""
    migrate(engine, command.upgrade, revision)


def downgrade(engine: Engine, revision: str) -> None:
    migrate(engine, command.downgrade, revision)


def current(engine: Engine) -> str | None:
    """The revision that the tables are at; None before the first."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def pending(engine: Engine) -> bool:
    return current(engine) != ScriptDirectory.from_config(config()).get_current_head()


def config() -> Config:
    made = Config()
    # Alembic reads % in an option as the start of a substitution, and folders may have one in their name.
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return made


def migrate(engine: Engine, step: Callable[[Config, str], None], revision: str) -> None:
    options = config()
    with engine.connect() as connection, without_foreign_keys(connection), connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({POSTGRES_LOCK})")
        options.attributes["connection"] = connection
        step(options, revision)


@contextmanager
def without_foreign_keys(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by dropping the old one, which must not take the rows that point to it along.

    The switch works only outside a transaction.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    raw = connection.connection
    raw.cursor().execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        raw.cursor().execute("PRAGMA foreign_keys = ON")
