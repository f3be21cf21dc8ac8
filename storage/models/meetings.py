"""The pre-review meeting, and the enquiry questions that are agreed in it."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base
from storage.models.consortium import Person
from storage.models.reviews import Review


class Meeting(Base):
    """The time that stands, proposed or confirmed, and what was agreed; made with the first word of either.

    It is agreed only while the review's milestone says so too: a move of the review may drop it there.
    """

    __tablename__ = "meetings"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), unique=True)
    day: Mapped[date | None]
    at: Mapped[time | None]
    place: Mapped[str] = mapped_column(default="")
    # Which side proposed it, whoever is the lead reviewer by now: the other side is asked.
    by_lead_reviewer: Mapped[bool] = mapped_column(default=False)
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    proposed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    confirmed_at: Mapped[datetime | None]
    # The change that proposed or confirmed the time: what a button or a message is about.
    arranged_id: Mapped[int | None] = mapped_column(ForeignKey("changes.id"))
    # The day on which it was held; `held_at` is when that was recorded.
    held_on: Mapped[date | None]
    held_at: Mapped[datetime | None]
    held_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    focus: Mapped[str] = mapped_column(default="")
    # Names of others who were there, one a line.
    others: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column()
    review: Mapped[Review] = relationship()
    proposed_by: Mapped[Person | None] = relationship(foreign_keys=proposed_by_id)
    confirmed_by: Mapped[Person | None] = relationship(foreign_keys=confirmed_by_id)
    held_by: Mapped[Person | None] = relationship(foreign_keys=held_by_id)
    present: Mapped[list["MeetingAttendance"]] = relationship(
        cascade="all, delete-orphan", order_by="MeetingAttendance.id"
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class MeetingAttendance(Base):
    __tablename__ = "meeting_attendance"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    person: Mapped[Person] = relationship()
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)


class EnquiryQuestion(Base):
    """A row of the planning pro forma. One that was taken out keeps its row, with `removed_at`."""

    __tablename__ = "enquiry_questions"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), index=True)
    position: Mapped[int]
    question: Mapped[str]
    sources: Mapped[str] = mapped_column(default="")
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()
    review: Mapped[Review] = relationship()
    by: Mapped[Person] = relationship()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
