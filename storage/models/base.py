"""What all tables share."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from bot.rules.findings import Strand
from bot.rules.hours import Urgency
from bot.rules.milestones import Kind
from bot.rules.pack import Item
from bot.rules.papers import AuditLine, SentTo, SignedAs, Signing
from bot.rules.permissions import Paper
from bot.rules.roles import Answer, Role, TeamPart


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the time zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def stored(kind: type[StrEnum]) -> Enum:
    """An enum stored as its value, in a text column, so that a new value needs no migration."""
    return Enum(kind, native_enum=False, length=40, values_callable=lambda e: [m.value for m in e])


class Base(DeclarativeBase):
    # Named constraints can be changed by a migration on both databases.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 (read once by SQLAlchemy)
        datetime: Instant(),
        dict[str, Any]: JSON(),
        Role: stored(Role),
        TeamPart: stored(TeamPart),
        Answer: stored(Answer),
        Kind: stored(Kind),
        Item: stored(Item),
        Urgency: stored(Urgency),
        Strand: stored(Strand),
        Paper: stored(Paper),
        AuditLine: stored(AuditLine),
        SignedAs: stored(SignedAs),
        Signing: stored(Signing),
        SentTo: stored(SentTo),
    }
