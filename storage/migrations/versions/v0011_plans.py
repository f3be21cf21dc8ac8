"""The action plan."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "plan_items",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("due", sa.Date, nullable=True),
        sa.Column("timing", sa.String, nullable=False),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("owner_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("support", sa.String, nullable=False),
        sa.Column("comments", sa.String, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("help_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("help_words", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_plan_items_due", "plan_items", ["due"])
    op.create_index("ix_plan_items_owner_id", "plan_items", ["owner_id"])
    op.create_index("ix_plan_items_review_id", "plan_items", ["review_id"])


def downgrade() -> None:
    op.drop_table("plan_items")
