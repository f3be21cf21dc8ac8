"""How a chat platform itself reaches a conversation; and messages that may have arrived unseen."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "chat_references",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("workspace", sa.String, nullable=False),
        sa.Column("conversation", sa.String, nullable=False),
        sa.Column("personal", sa.Boolean, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.UniqueConstraint("platform", "workspace", "conversation"),
    )
    op.add_column("outgoing", sa.Column("doubtful", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("outgoing", "doubtful")
    op.drop_table("chat_references")
