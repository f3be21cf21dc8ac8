"""The review team's notes of the day."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "team_notes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False),
        sa.Column("strand", sa.String(40), nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_team_notes_review_id", "team_notes", ["review_id"])


def downgrade() -> None:
    op.drop_table("team_notes")
