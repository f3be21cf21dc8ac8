"""Who has received a paper, what they asked, and the governors' links."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "distributions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sent_id", sa.Integer, sa.ForeignKey("sent_papers.id"), nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("part", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("sent_id", "person_id"),
    )
    op.create_table(
        "paper_queries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sent_id", sa.Integer, sa.ForeignKey("sent_papers.id"), nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String, nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_paper_queries_sent_id", "paper_queries", ["sent_id"])
    op.create_table(
        "governor_links",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sent_id", sa.Integer, sa.ForeignKey("sent_papers.id"), nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("made_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_governor_links_sent_id", "governor_links", ["sent_id"])


def downgrade() -> None:
    op.drop_table("governor_links")
    op.drop_table("paper_queries")
    op.drop_table("distributions")
