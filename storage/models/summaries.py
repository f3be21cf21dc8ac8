"""The feedback, and the summary as its writers have it; what was sent is a `SentPaper`."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.rules.findings import Strand
from storage.models.base import Base
from storage.models.consortium import Person


class Feedback(Base):
    """That the feedback was given; `given_on` is None once that was taken back."""

    __tablename__ = "feedbacks"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), unique=True)
    given_on: Mapped[date | None]
    # Names, one a line: others whom the headteacher invited, and the governors who were involved.
    others: Mapped[str] = mapped_column(default="")
    governors: Mapped[str] = mapped_column(default="")
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column()
    by: Mapped[Person] = relationship()
    present: Mapped[list["FeedbackAttendance"]] = relationship(
        cascade="all, delete-orphan", order_by="FeedbackAttendance.id"
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class FeedbackAttendance(Base):
    __tablename__ = "feedback_attendance"
    id: Mapped[int] = mapped_column(primary_key=True)
    feedback_id: Mapped[int] = mapped_column(ForeignKey("feedbacks.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    person: Mapped[Person] = relationship()
    __table_args__ = (UniqueConstraint("feedback_id", "person_id"),)


class Summary(Base):
    """What has no row of its own in the summary: the impact of the previous action plan, in prose."""

    __tablename__ = "summaries"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), unique=True)
    impact: Mapped[str] = mapped_column(default="")
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column()
    by: Mapped[Person] = relationship()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class SummaryPoint(Base):
    """A strength or an area for development. `note_id`: the team's note that it was taken from.

    One that was taken out keeps its row, with `removed_at`.
    """

    __tablename__ = "summary_points"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), index=True)
    strand: Mapped[Strand]
    position: Mapped[int]
    text: Mapped[str]
    note_id: Mapped[int | None] = mapped_column(ForeignKey("team_notes.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()
    by: Mapped[Person] = relationship()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class PreviousComment(Base):
    """What the summary says of one action of the school's previous plan; "" once it was taken back."""

    __tablename__ = "previous_comments"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("plan_items.id"))
    text: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column()
    by: Mapped[Person] = relationship()
    __table_args__ = (UniqueConstraint("review_id", "item_id"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
