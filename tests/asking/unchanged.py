"""What stands in the database of all that a request might have changed."""

from collections.abc import Mapping

from sqlalchemy import func, select

from storage.database import Sessions
from storage.models import Change, Draft, Outgoing, Review, Suggestion, TeamMember
from storage.models.base import Base

TABLES: tuple[type[Base], ...] = (Change, Draft, Outgoing, Review, Suggestion, TeamMember)


def counted(sessions: Sessions) -> Mapping[str, int]:
    with sessions() as session:
        return {
            table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0
            for table in TABLES
        }
