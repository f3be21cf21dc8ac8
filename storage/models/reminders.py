"""Of what somebody has been reminded, and which rounds were made."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base
from storage.models.consortium import Group, Person


class Reminder(Base):
    """A step of which a person was reminded. `matter` names what it is about, with the date it is due.

    A date that moves makes another matter of it, so that nothing here has to be cleaned up. `day` is
    London's, of the message in which it stood last. `until`: put off to that day. `ended_at`: the person has
    said that there is nothing more to remind them of, for the reason in `why` ("done" or "not_mine").
    """

    __tablename__ = "reminders"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    # None: it is about no review, but about the year.
    review_id: Mapped[int | None] = mapped_column(ForeignKey("reviews.id"))
    matter: Mapped[str] = mapped_column(index=True)
    step: Mapped[str]
    day: Mapped[date]
    until: Mapped[date | None]
    ended_at: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(default="")
    person: Mapped[Person] = relationship()
    __table_args__ = (
        UniqueConstraint("person_id", "matter", "step"),
        Index("ix_reminders_person_day", "person_id", "day"),
    )


class LeadCheck(Base):
    """Who leads a group in the coming year: that it stays as it is, or who is `wanted` instead.

    `season` names the day on which it was asked. One that was taken back keeps its row, with `ended_at`.
    """

    __tablename__ = "lead_checks"
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    season: Mapped[date]
    wanted: Mapped[str] = mapped_column(default="")
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    group: Mapped[Group] = relationship()
    by: Mapped[Person] = relationship()
    __table_args__ = (
        Index(
            "uq_lead_checks_group_season",
            "group_id",
            "season",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )


class Round(Base):
    """A round of reminders that was made: of several processes one makes it."""

    __tablename__ = "rounds"
    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    at: Mapped[time]
    __table_args__ = (UniqueConstraint("day", "at"),)
