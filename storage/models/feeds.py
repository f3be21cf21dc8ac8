"""The addresses of calendars that Outlook and Google subscribe to."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base


class Feed(Base):
    """The calendar of a person or of a group, once its address has been renewed.

    The address is sealed over `serial`, which is 0 where there is no row; one with an older opens nothing.
    """

    __tablename__ = "feeds"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), unique=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), unique=True)
    serial: Mapped[int]
    renewed_at: Mapped[datetime]
    renewed_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    __table_args__ = (CheckConstraint("(person_id IS NULL) <> (group_id IS NULL)", name="of_one"),)
