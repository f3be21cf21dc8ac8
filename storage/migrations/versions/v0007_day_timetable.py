"""The timetable of a review day."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "day_timetables",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False, unique=True),
        sa.Column("typed", sa.String, nullable=False),
        sa.Column("final_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("final_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_table(
        "timetable_slots",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("timetable_id", sa.Integer, sa.ForeignKey("day_timetables.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("starts", sa.Time, nullable=False),
        sa.Column("ends", sa.Time, nullable=True),
        sa.Column("activity", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("with_whom", sa.String, nullable=False),
        sa.Column("final", sa.Boolean, nullable=False),
    )
    op.create_index("ix_timetable_slots_timetable_id", "timetable_slots", ["timetable_id"])


def downgrade() -> None:
    op.drop_table("timetable_slots")
    op.drop_table("day_timetables")
