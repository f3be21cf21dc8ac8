"""The timetable of a review day, as it was typed and as the team has it."""

from datetime import datetime, time

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base
from storage.models.consortium import Person
from storage.models.reviews import Review


class DayTimetable(Base):
    """`typed` is what was typed last, a draft or what is final; `by` and `at` say who did and when.

    While `final_at` is set the team has a timetable.
    """

    __tablename__ = "day_timetables"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), unique=True)
    typed: Mapped[str]
    final_at: Mapped[datetime | None]
    final_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column()
    review: Mapped[Review] = relationship()
    by: Mapped[Person] = relationship(foreign_keys=by_id)
    final_by: Mapped[Person | None] = relationship(foreign_keys=final_by_id)
    slots: Mapped[list["TimetableSlot"]] = relationship(
        order_by="TimetableSlot.position", cascade="all, delete-orphan"
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class TimetableSlot(Base):
    """A row of the day: `final` for what the team has been given, else of a draft. Times are London's."""

    __tablename__ = "timetable_slots"
    id: Mapped[int] = mapped_column(primary_key=True)
    timetable_id: Mapped[int] = mapped_column(ForeignKey("day_timetables.id"), index=True)
    position: Mapped[int]
    starts: Mapped[time]
    ends: Mapped[time | None]
    activity: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    with_whom: Mapped[str] = mapped_column(default="")
    final: Mapped[bool] = mapped_column(default=False)
