"""What goes with the Management Group's digest: the Leads' notes, and what is asked about them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base
from storage.models.consortium import Group, Person


class LeadNote(Base):
    """What a group's Lead says in the digest of a week, by its Monday; `words` "": taken back.

    Each change is a row of its own, `number` counts them from 1: the last one stands, the others say what it
    was before.
    """

    __tablename__ = "lead_notes"
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    week: Mapped[date]
    number: Mapped[int]
    words: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    group: Mapped[Group] = relationship()
    by: Mapped[Person] = relationship()
    __table_args__ = (UniqueConstraint("group_id", "week", "number"),)


class LeadQuestion(Base):
    """What somebody of the Management Group has asked a Lead, and the answer; `words` "": taken back.

    `was`: what the question and the answer said before they were changed, the oldest first, each with when
    and by whom it was changed.
    """

    __tablename__ = "lead_questions"
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    week: Mapped[date]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    words: Mapped[str]
    at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    was: Mapped[dict[str, Any]]
    version: Mapped[int] = mapped_column()
    group: Mapped[Group] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    answered_by: Mapped[Person | None] = relationship(foreign_keys=answered_by_id)
    __table_args__ = (Index("ix_lead_questions_group_week", "group_id", "week"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
