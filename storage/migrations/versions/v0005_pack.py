"""The pack, the self-review note, what was handed over, and paperwork that needs longer."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    make_the_pack()
    make_handed_over()
    with op.batch_alter_table("milestones") as milestones:
        milestones.add_column(sa.Column("longer_until", sa.Date, nullable=True))
        milestones.add_column(sa.Column("longer_why", sa.String, nullable=False, server_default=""))
        milestones.add_column(sa.Column("longer_by_id", sa.Integer, nullable=True))
        milestones.create_foreign_key("fk_milestones_longer_by_id_people", "people", ["longer_by_id"], ["id"])


def make_the_pack() -> None:
    op.create_table(
        "pack_items",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False),
        sa.Column("item", sa.String(40), nullable=False),
        sa.Column("link", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.UniqueConstraint("review_id", "item"),
    )
    op.create_table(
        "focus_notes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False, unique=True),
        sa.Column("areas", sa.String, nullable=False),
        sa.Column("link", sa.String, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )


def make_handed_over() -> None:
    op.create_table(
        "handed_over",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False),
        sa.Column("part", sa.String, nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index("ix_handed_over_person_id", "handed_over", ["person_id"])
    still_open = sa.text("ended_at IS NULL")
    op.create_index(
        "uq_handed_over_review_part",
        "handed_over",
        ["review_id", "part"],
        unique=True,
        sqlite_where=still_open,
        postgresql_where=still_open,
    )


def downgrade() -> None:
    with op.batch_alter_table("milestones") as milestones:
        milestones.drop_constraint("fk_milestones_longer_by_id_people", type_="foreignkey")
        for column in ("longer_by_id", "longer_why", "longer_until"):
            milestones.drop_column(column)
    for table in ("handed_over", "focus_notes", "pack_items"):
        op.drop_table(table)
