"""The workshop after a review."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "workshops",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False, unique=True),
        sa.Column("day", sa.Date, nullable=True),
        sa.Column("at", sa.Time, nullable=True),
        sa.Column("arranged_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("arranged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("staff", sa.String, nullable=False),
        sa.Column("held_on", sa.Date, nullable=True),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_table(
        "workshop_releases",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("workshop_id", sa.Integer, sa.ForeignKey("workshops.id"), nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("workshop_id", "person_id"),
    )


def downgrade() -> None:
    op.drop_table("workshop_releases")
    op.drop_table("workshops")
