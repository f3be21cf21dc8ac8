"""Opening the database: a SQLite file by default, PostgreSQL by its URL."""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker

BUSY_SECONDS = 30

Sessions = sessionmaker[Session]


def driver_url(url: str) -> str:
    """The URL with the driver that we ship; Procfile platforms still write `postgres://`."""
    scheme, separator, rest = url.partition("://")
    if scheme in {"postgres", "postgresql"}:
        return f"postgresql+psycopg{separator}{rest}"
    return url


def open_engine(url: str) -> Engine:
    """What people wrote is hidden from the text of errors, and so from logs."""
    parsed = make_url(driver_url(url))
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True)
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", take_write_lock)
    return engine


def prepare_sqlite(raw: Any, _record: object) -> None:  # noqa: ANN401 (the driver's own connection)
    raw.isolation_level = None
    raw.execute("PRAGMA foreign_keys = ON")
    # Readers of the same file (the engine's tables live there too) do not wait for a writer.
    raw.execute("PRAGMA journal_mode = WAL")


def take_write_lock(connection: Connection) -> None:
    # SQLite's default BEGIN lets two turns read the same row before either writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def session_maker(engine: Engine) -> Sessions:
    return sessionmaker(engine, expire_on_commit=False)
