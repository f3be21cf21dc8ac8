"""Opening the database for a command, with a plain sentence for each thing that can be wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.commands.words import MISUSED, Trouble
from storage import migrate
from storage.database import driver_url, open_engine


@contextmanager
def opened(url: str, *, migrated: bool = True) -> Iterator[Engine]:
    """The engine, once it has answered; Trouble when it doesn't, or when its tables are not up to date."""
    try:
        engine = open_engine(url)
    except ArgumentError:
        raise Trouble("DATABASE_URL isn't a database address that can be read.", MISUSED) from None
    try:
        if is_pending(engine) and migrated:
            raise Trouble(f"The tables in {named(url)} are not up to date. Run: peer-review migrate")
        yield engine
    finally:
        engine.dispose()


def is_pending(engine: Engine) -> bool:
    try:
        return migrate.pending(engine)
    except SQLAlchemyError as error:
        raise Trouble(
            f"The database {named(str(engine.url))} can't be reached: {first_line(error)} "
            "Check that it is running and that DATABASE_URL is right."
        ) from error


def named(url: str) -> str:
    """The database as it may be shown: without user name and password."""
    parsed = make_url(driver_url(url))
    if parsed.get_backend_name() == "sqlite":
        return parsed.database or "in memory"
    return f"{parsed.database} on {parsed.host or 'this machine'}"


def first_line(error: SQLAlchemyError) -> str:
    # The driver's own words; SQLAlchemy's message goes on with the statement and a link.
    cause = getattr(error, "orig", None) or error
    line = (str(cause).strip() or type(cause).__name__).splitlines()[0].rstrip(".")
    return f"{line}."
