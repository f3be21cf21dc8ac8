"""The mornings on which something comes up by itself, for bots without a worker."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from bot.handlers import mornings
from storage import outbox
from storage.database import Sessions

DAWN = time(7, 30, tzinfo=UTC)


def dawn(day: date) -> datetime:
    """When news may go out first, on a day of winter."""
    return datetime.combine(day, DAWN)


def tick(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        mornings.tick(session, now)


def waiting(sessions: Sessions, now: datetime) -> Sequence[int]:
    """The messages that are due and have not gone."""
    with sessions() as session:
        return outbox.waiting(session, now)
