"""What the review team finds on the day."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.rules.findings import Strand
from storage.models.base import Base
from storage.models.consortium import Person


class TeamNote(Base):
    """A line that somebody of the review team jotted down. One that was taken out keeps its row."""

    __tablename__ = "team_notes"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), index=True)
    strand: Mapped[Strand]
    text: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()
    by: Mapped[Person] = relationship()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
