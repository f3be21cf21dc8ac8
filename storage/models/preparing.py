"""What is gathered before a review: the pack, the self-review note, and who helps with it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.rules.pack import Item
from storage.models.base import Base
from storage.models.consortium import Person
from storage.models.reviews import Review


class PackItem(Base):
    """One paper of a review's pack: a link, or why it does not apply; neither, once it was taken out.

    The row of what was taken out stays, so that its version goes on and no old form is taken for a new one.
    """

    __tablename__ = "pack_items"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    item: Mapped[Item]
    link: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column()
    by: Mapped[Person] = relationship()
    __table_args__ = (UniqueConstraint("review_id", "item"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class FocusNote(Base):
    """The self-review (Appendix 3a): its broad areas of focus, and where the pro forma is."""

    __tablename__ = "focus_notes"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), unique=True)
    areas: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column()
    by: Mapped[Person] = relationship()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class HandedOver(Base):
    """A part of a review's preparation that the headteacher has handed to someone at the school."""

    __tablename__ = "handed_over"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    part: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    review: Mapped[Review] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    by: Mapped[Person] = relationship(foreign_keys=by_id)
    __table_args__ = (
        Index(
            "uq_handed_over_review_part",
            "review_id",
            "part",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )
