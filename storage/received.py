"""What has come in before."""

from datetime import datetime

from sqlalchemy import bindparam, delete, text
from sqlalchemy.orm import Session

from storage.models import Received
from storage.models.base import Instant

# One statement that waits for the same event in another transaction, and then finds it there.
REMEMBER = text(
    "INSERT INTO received (platform, event, at) VALUES (:platform, :event, :at)"
    " ON CONFLICT (platform, event) DO NOTHING RETURNING id"
).bindparams(bindparam("at", type_=Instant()))


def is_new(session: Session, platform: str, event: str, now: datetime) -> bool:
    """Whether this event is new; if so it is remembered in the same transaction as what it causes."""
    row = {"platform": platform, "event": event, "at": now}
    return session.execute(REMEMBER, row).first() is not None


def forget(session: Session, before: datetime) -> None:
    """What came in so long ago that no platform brings it again."""
    session.execute(delete(Received).where(Received.at < before))
