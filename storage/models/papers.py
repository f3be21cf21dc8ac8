"""Papers as they were sent: each version, who signed it, who asked about it, and who has received it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.rules.papers import SentTo, SignedAs, Signing
from bot.rules.permissions import Paper
from storage.models.base import Base
from storage.models.consortium import Person
from storage.models.reviews import Change, Review


class SentPaper(Base):
    """One version of a paper, for good: `content` is what it said, `number` counts from 1."""

    __tablename__ = "sent_papers"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    paper: Mapped[Paper]
    number: Mapped[int]
    content: Mapped[dict[str, Any]]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    change_id: Mapped[int] = mapped_column(ForeignKey("changes.id"))
    # To the Management Group, by the office.
    released_at: Mapped[datetime | None]
    released_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = mapped_column()
    review: Mapped[Review] = relationship()
    by: Mapped[Person] = relationship(foreign_keys=by_id)
    released_by: Mapped[Person | None] = relationship(foreign_keys=released_by_id)
    change: Mapped[Change] = relationship()
    signatures: Mapped[list["Signature"]] = relationship(order_by="Signature.id", back_populates="sent")
    __table_args__ = (UniqueConstraint("review_id", "paper", "number"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Signature(Base):
    """Of one person, in one part, to one version. One that was taken back keeps its row."""

    __tablename__ = "signatures"
    id: Mapped[int] = mapped_column(primary_key=True)
    sent_id: Mapped[int] = mapped_column(ForeignKey("sent_papers.id"))
    part: Mapped[SignedAs]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    how: Mapped[Signing]
    # Whoever recorded a signature on paper.
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    withdrawn_at: Mapped[datetime | None]
    sent: Mapped[SentPaper] = relationship(back_populates="signatures")
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    recorded_by: Mapped[Person | None] = relationship(foreign_keys=recorded_by_id)
    __table_args__ = (
        Index(
            "uq_signatures_sent_part_person",
            "sent_id",
            "part",
            "person_id",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )


class PaperQuery(Base):
    """What somebody who was to sign asked instead, and what they were told."""

    __tablename__ = "paper_queries"
    id: Mapped[int] = mapped_column(primary_key=True)
    sent_id: Mapped[int] = mapped_column(ForeignKey("sent_papers.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    words: Mapped[str]
    at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = mapped_column()
    sent: Mapped[SentPaper] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    answered_by: Mapped[Person | None] = relationship(foreign_keys=answered_by_id)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Distribution(Base):
    """That somebody has received a version of a paper, in which part, and when."""

    __tablename__ = "distributions"
    id: Mapped[int] = mapped_column(primary_key=True)
    sent_id: Mapped[int] = mapped_column(ForeignKey("sent_papers.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    part: Mapped[SentTo]
    at: Mapped[datetime]
    person: Mapped[Person] = relationship()
    __table_args__ = (UniqueConstraint("sent_id", "person_id"),)


class GovernorLink(Base):
    """A link to one paper for one governor: it shows the paper only to whoever has the code or knows the
    governor's e-mail address. The code is worked out from the id and is not kept.

    `sent`: the version for which it was made. `tries`: wrong answers so far; a link that was guessed at too
    often opens nothing any more. `closed_at`: another was made in its place.
    """

    __tablename__ = "governor_links"
    id: Mapped[int] = mapped_column(primary_key=True)
    sent_id: Mapped[int] = mapped_column(ForeignKey("sent_papers.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = mapped_column()
    sent: Mapped[SentPaper] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    made_by: Mapped[Person] = relationship(foreign_keys=made_by_id)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
