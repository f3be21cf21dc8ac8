"""The pre-review meeting, who was there, and the enquiry questions."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    create_meetings()
    create_questions()


def create_meetings() -> None:
    op.create_table(
        "meetings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False, unique=True),
        sa.Column("day", sa.Date),
        sa.Column("at", sa.Time),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("by_lead_reviewer", sa.Boolean, nullable=False),
        sa.Column("proposed_by_id", sa.Integer, sa.ForeignKey("people.id")),
        sa.Column("proposed_at", INSTANT),
        sa.Column("confirmed_by_id", sa.Integer, sa.ForeignKey("people.id")),
        sa.Column("confirmed_at", INSTANT),
        sa.Column("arranged_id", sa.Integer, sa.ForeignKey("changes.id")),
        sa.Column("held_on", sa.Date),
        sa.Column("held_at", INSTANT),
        sa.Column("held_by_id", sa.Integer, sa.ForeignKey("people.id")),
        sa.Column("focus", sa.String, nullable=False),
        sa.Column("others", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_table(
        "meeting_attendance",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("meeting_id", sa.Integer, sa.ForeignKey("meetings.id"), nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.UniqueConstraint("meeting_id", "person_id"),
    )


def create_questions() -> None:
    op.create_table(
        "enquiry_questions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("question", sa.String, nullable=False),
        sa.Column("sources", sa.String, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("removed_at", INSTANT),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_enquiry_questions_review_id", "enquiry_questions", ["review_id"])


def downgrade() -> None:
    op.drop_table("enquiry_questions")
    op.drop_table("meeting_attendance")
    op.drop_table("meetings")
