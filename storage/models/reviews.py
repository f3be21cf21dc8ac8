"""A review: its date, its team, its milestones, and what was changed."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.rules.milestones import Kind
from bot.rules.roles import Answer, TeamPart
from storage.models.base import Base
from storage.models.consortium import AcademicYear, Group, Person, School


class Review(Base):
    """One school's review. The stage is derived from these facts; no column holds it."""

    __tablename__ = "reviews"
    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    year_id: Mapped[int] = mapped_column(ForeignKey("academic_years.id"))
    # 1 for the school's first review of the year: two Leads who book at once ask for the same one.
    number: Mapped[int] = mapped_column(default=1)
    day: Mapped[date] = mapped_column(index=True)
    note: Mapped[str] = mapped_column(default="")
    champions_reason: Mapped[str] = mapped_column(default="")
    booked_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    booked_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    postponed_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    # Why it was cancelled or postponed, in the words of whoever did it.
    reason: Mapped[str] = mapped_column(default="")
    closed_at: Mapped[datetime | None]
    # How often the team has changed: a change of the team is one of the review, and counts in its version.
    team_changes: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column()

    school: Mapped[School] = relationship()
    group: Mapped[Group] = relationship()
    year: Mapped[AcademicYear] = relationship()
    booked_by: Mapped[Person] = relationship(foreign_keys=booked_by_id)
    confirmed_by: Mapped[Person | None] = relationship(foreign_keys=confirmed_by_id)
    team: Mapped[list["TeamMember"]] = relationship(back_populates="review", order_by="TeamMember.position")
    milestones: Mapped[list["Milestone"]] = relationship(
        back_populates="review", order_by="(Milestone.due, Milestone.id)"
    )

    __table_args__ = (
        Index(
            "uq_reviews_school_year_number",
            "school_id",
            "year_id",
            "number",
            unique=True,
            sqlite_where=text("cancelled_at IS NULL"),
            postgresql_where=text("cancelled_at IS NULL"),
        ),
        Index("ix_reviews_group_year", "group_id", "year_id"),
    )
    # Two people saving at once: the second gets StaleDataError instead of overwriting the first.
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class TeamMember(Base):
    """A person's place in a review's team. A place given up keeps its row, with `ended_at`."""

    __tablename__ = "team_members"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    part: Mapped[TeamPart]
    position: Mapped[int]
    answer: Mapped[Answer] = mapped_column(default=Answer.WAITING)
    answered_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()
    review: Mapped[Review] = relationship(back_populates="team")
    person: Mapped[Person] = relationship()
    __table_args__ = (
        Index(
            "uq_team_members_review_person",
            "review_id",
            "person_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(
            "ix_team_members_waiting",
            "review_id",
            sqlite_where=text("ended_at IS NULL AND answer = 'waiting'"),
            postgresql_where=text("ended_at IS NULL AND answer = 'waiting'"),
        ),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Milestone(Base):
    """A dated step of the five stages. `unmoved` is its date before a holiday, `because`, moved it."""

    __tablename__ = "milestones"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    kind: Mapped[Kind]
    opens: Mapped[date | None]
    due: Mapped[date] = mapped_column(index=True)
    due_time: Mapped[time | None]
    unmoved: Mapped[date]
    because: Mapped[str] = mapped_column(default="")
    short_notice: Mapped[bool] = mapped_column(default=False)
    # The date that people agreed for it; a move of the review keeps it.
    agreed: Mapped[date | None]
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    # Whoever owes it has asked for longer.
    longer_until: Mapped[date | None]
    longer_why: Mapped[str] = mapped_column(default="")
    longer_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    review: Mapped[Review] = relationship(back_populates="milestones")
    longer_by: Mapped[Person | None] = relationship(foreign_keys=longer_by_id)
    __table_args__ = (UniqueConstraint("review_id", "kind"),)


class Suggestion(Base):
    """Another date that someone concerned would rather have; the Lead uses it or keeps the date."""

    __tablename__ = "suggestions"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    day: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    used: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column()
    review: Mapped[Review] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    decided_by: Mapped[Person | None] = relationship(foreign_keys=decided_by_id)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Draft(Base):
    """What someone has typed on the way to something bigger, kept between the steps."""

    __tablename__ = "drafts"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    kind: Mapped[str]
    data: Mapped[dict[str, Any]]
    # What it became.
    review_id: Mapped[int | None] = mapped_column(ForeignKey("reviews.id"))
    made_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()
    person: Mapped[Person] = relationship()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Change(Base):
    """What was changed, by whom and from what: a review's history, and the subject of the news about it."""

    __tablename__ = "changes"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    what: Mapped[str]
    was: Mapped[dict[str, Any]]
    now: Mapped[dict[str, Any]]
    review: Mapped[Review] = relationship()
    by: Mapped[Person] = relationship()


class ReviewDates(Base):
    """One row, which counts the changes of when schools are reviewed: what is held of them in memory is
    as old as its version.
    """

    __tablename__ = "review_dates"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
