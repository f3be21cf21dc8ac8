"""What a review has led to."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base
from storage.models.consortium import Person
from storage.models.reviews import Review


class Impact(Base):
    """What the school has written of it.

    `recorded_at`: None once it was taken back, the words being kept. `by` wrote them last, at `at`, which
    `change_id` reports: of two records the later one's change has the higher id, whatever the clock says.
    """

    __tablename__ = "impacts"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), unique=True)
    words: Mapped[str]
    recorded_at: Mapped[datetime | None]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    change_id: Mapped[int] = mapped_column(ForeignKey("changes.id"))
    version: Mapped[int] = mapped_column()
    review: Mapped[Review] = relationship()
    by: Mapped[Person] = relationship()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
