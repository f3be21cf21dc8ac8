"""The workshop after a review, and the action plan that is made there; what was sent is a `SentPaper`."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base
from storage.models.consortium import Person
from storage.models.reviews import Review

OPEN = "done_at IS NULL AND removed_at IS NULL"


class Workshop(Base):
    """The day that the champions chose, who is to attend, and that it was held.

    It is booked only while the review's milestone says so too: a move of the review may drop it there.
    """

    __tablename__ = "workshops"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), unique=True)
    day: Mapped[date | None]
    at: Mapped[time | None]
    arranged_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    arranged_at: Mapped[datetime | None]
    # Which staff attend, as the headteacher has decided: names, one a line.
    staff: Mapped[str] = mapped_column(default="")
    # The day on which it was held; `held_at` is when that was recorded.
    held_on: Mapped[date | None]
    held_at: Mapped[datetime | None]
    held_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = mapped_column()
    review: Mapped[Review] = relationship()
    arranged_by: Mapped[Person | None] = relationship(foreign_keys=arranged_by_id)
    held_by: Mapped[Person | None] = relationship(foreign_keys=held_by_id)
    releases: Mapped[list["Release"]] = relationship(cascade="all, delete-orphan", order_by="Release.id")
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Release(Base):
    """That a champion's half a day of release for the workshop is booked at their own school."""

    __tablename__ = "workshop_releases"
    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    person: Mapped[Person] = relationship()
    __table_args__ = (UniqueConstraint("workshop_id", "person_id"),)


class PlanItem(Base):
    """A row of the action plan, and how far it has come. One that was taken out keeps its row.

    `timing` is what was typed where that is no date, "" where `due` says it. `owner` is a name; `owner_id`
    stands beside it where the roster knows them. `support` holds the letters of the form, such as "ac".
    """

    __tablename__ = "plan_items"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), index=True)
    position: Mapped[int]
    action: Mapped[str]
    due: Mapped[date | None] = mapped_column(index=True)
    timing: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    support: Mapped[str] = mapped_column(default="")
    comments: Mapped[str] = mapped_column(default="")
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    # Progress: done; help wanted, in whose words. A deadline that was moved stands in the review's changes.
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    help_at: Mapped[datetime | None]
    help_words: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column()
    review: Mapped[Review] = relationship()
    by: Mapped[Person] = relationship(foreign_keys=by_id)
    owned_by: Mapped[Person | None] = relationship(foreign_keys=owner_id)
    done_by: Mapped[Person | None] = relationship(foreign_keys=done_by_id)
    # Of years of actions those that are open are looked for, by date.
    __table_args__ = (
        Index("ix_plan_items_open", "due", sqlite_where=text(OPEN), postgresql_where=text(OPEN)),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
