"""How often the dates of reviews have changed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    dates = op.create_table(
        "review_dates",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.bulk_insert(dates, [{"id": 1, "version": 0}])


def downgrade() -> None:
    op.drop_table("review_dates")
