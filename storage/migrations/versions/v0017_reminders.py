"""Of what people have been reminded."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=True),
        sa.Column("matter", sa.String, nullable=False),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("until", sa.Date, nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("why", sa.String, nullable=False),
        sa.UniqueConstraint("person_id", "matter", "step"),
    )
    op.create_index("ix_reminders_matter", "reminders", ["matter"])
    op.create_index("ix_reminders_person_day", "reminders", ["person_id", "day"])
    op.create_table(
        "rounds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("at", sa.Time, nullable=False),
        sa.UniqueConstraint("day", "at"),
    )
    make_lead_checks()
    index_what_is_open()


def make_lead_checks() -> None:
    op.create_table(
        "lead_checks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("group_id", sa.Integer, sa.ForeignKey("groups.id"), nullable=False),
        sa.Column("season", sa.Date, nullable=False),
        sa.Column("wanted", sa.String, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index(
        "uq_lead_checks_group_season",
        "lead_checks",
        ["group_id", "season"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def index_what_is_open() -> None:
    op.create_index(
        "ix_team_members_waiting",
        "team_members",
        ["review_id"],
        sqlite_where=sa.text("ended_at IS NULL AND answer = 'waiting'"),
        postgresql_where=sa.text("ended_at IS NULL AND answer = 'waiting'"),
    )
    op.create_index(
        "ix_plan_items_open",
        "plan_items",
        ["due"],
        sqlite_where=sa.text("done_at IS NULL AND removed_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL AND removed_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_plan_items_open", "plan_items")
    op.drop_index("ix_team_members_waiting", "team_members")
    op.drop_table("lead_checks")
    op.drop_table("rounds")
    op.drop_table("reminders")
