"""Channels that were linked in the chat, and who linked them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("channels", sa.Column("linked", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "channel_changes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("workspace", sa.String, nullable=False),
        sa.Column("conversation", sa.String, nullable=False),
        sa.Column("group_id", sa.Integer, sa.ForeignKey("groups.id"), nullable=True),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("was", sa.JSON, nullable=False),
    )
    op.create_index("ix_channel_changes_place", "channel_changes", ["platform", "workspace", "conversation"])


def downgrade() -> None:
    op.drop_table("channel_changes")
    op.drop_column("channels", "linked")
