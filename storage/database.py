"""Opening the database: a SQLite file by default, PostgreSQL by its URL."""

import logging
from functools import partial
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_SECONDS = 30
# Asking costs as much as a query; of a connection that was in use a moment ago the next query will tell.
RESTED_SECONDS = 1.0

# As many connections as there are threads at work on a busy morning: more are closed after each use, and to
# open one takes the server longer than most of what we ask of it.
KEPT, BESIDES = 12, 3

Sessions = sessionmaker[Session]


def without_rows(record: logging.LogRecord) -> bool:
    """SQLAlchemy writes nothing but the rows that it has read at this level: what people wrote."""
    return record.levelno > logging.DEBUG


logging.getLogger("sqlalchemy.engine.Engine").addFilter(without_rows)


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
        engine = create_engine(parsed, pool_size=KEPT, max_overflow=BESIDES, hide_parameters=True)
        event.listen(engine, "connect", note_use)
        event.listen(engine, "checkin", note_use)
        event.listen(engine, "checkout", partial(ask_if_rested, engine.dialect))
        return engine
    engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True)
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", take_write_lock)
    return engine


def note_use(_raw: object, record: ConnectionPoolEntry) -> None:
    record.info["used"] = monotonic()


def ask_if_rested(dialect: Dialect, raw: Any, record: ConnectionPoolEntry, _: object) -> None:  # noqa: ANN401
    """Ask a connection that has rested whether the server is still there; if not, all are opened anew."""
    if monotonic() - record.info["used"] < RESTED_SECONDS:
        return
    try:
        dialect.do_ping(raw)
    except dialect.loaded_dbapi.Error:
        raise InvalidatePoolError from None


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
