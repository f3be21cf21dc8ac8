"""What has come in before."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Received


def is_new(session: Session, platform: str, event: str, now: datetime) -> bool:
    """Whether this event is new; if so it is remembered in the same transaction as what it causes."""
    seen = session.scalar(select(Received.id).filter_by(platform=platform, event=event))
    if seen is not None:
        return False
    session.add(Received(platform=platform, event=event, at=now))
    session.flush()
    return True
