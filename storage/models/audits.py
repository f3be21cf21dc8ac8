"""What people write into the audit proforma, and the champions' development visit."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.rules.papers import AuditLine
from storage.models.base import Base
from storage.models.consortium import Person
from storage.models.reviews import Review


class AuditPart(Base):
    """What one person has written at one line; all of it "" once it was taken back.

    `dated` None: the line has the date that the review's own records give. `whole`: as the headteacher has
    it, in place of what stood there before. `change_id` is of what was done last: of two rows the later one's
    change has the higher id, whatever the clock says.
    """

    __tablename__ = "audit_parts"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    line: Mapped[AuditLine]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    present: Mapped[str] = mapped_column(default="")
    dated: Mapped[date | None]
    words: Mapped[str] = mapped_column(default="")
    whole: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]
    change_id: Mapped[int] = mapped_column(ForeignKey("changes.id"))
    version: Mapped[int] = mapped_column()
    by: Mapped[Person] = relationship()
    __table_args__ = (UniqueConstraint("review_id", "line", "by_id"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class DevelopmentVisit(Base):
    """The Improvement Champions' follow-up visit: its day, that it was held, and what was seen."""

    __tablename__ = "development_visits"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), unique=True)
    day: Mapped[date | None]
    at: Mapped[time | None]
    arranged_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    arranged_at: Mapped[datetime | None]
    held_on: Mapped[date | None]
    held_at: Mapped[datetime | None]
    held_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    words: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column()
    review: Mapped[Review] = relationship()
    arranged_by: Mapped[Person | None] = relationship(foreign_keys=arranged_by_id)
    held_by: Mapped[Person | None] = relationship(foreign_keys=held_by_id)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
