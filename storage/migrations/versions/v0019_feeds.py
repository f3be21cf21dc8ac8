"""The addresses of calendars that were renewed."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True, unique=True),
        sa.Column("group_id", sa.Integer, sa.ForeignKey("groups.id"), nullable=True, unique=True),
        sa.Column("serial", sa.Integer, nullable=False),
        sa.Column("renewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("renewed_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.CheckConstraint("(person_id IS NULL) <> (group_id IS NULL)", name="of_one"),
    )


def downgrade() -> None:
    op.drop_table("feeds")
