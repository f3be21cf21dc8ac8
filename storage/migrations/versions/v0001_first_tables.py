"""All tables of the first release."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    create_academic_years()
    create_consortium()
    create_groups()
    create_people()
    create_received()
    create_schools()
    create_calendar_spans()
    create_channels()
    create_chat_identities()
    create_memberships()
    create_outgoing()
    create_reviews()
    create_role_assignments()
    create_changes()
    create_drafts()
    create_milestones()
    create_posts()
    create_suggestions()
    create_team_members()


def downgrade() -> None:
    # The reverse of the order above: a table goes before the ones it points to.
    for table in (
        "team_members",
        "suggestions",
        "posts",
        "milestones",
        "drafts",
        "changes",
        "role_assignments",
        "reviews",
        "outgoing",
        "memberships",
        "chat_identities",
        "channels",
        "calendar_spans",
        "schools",
        "received",
        "people",
        "groups",
        "consortium",
        "academic_years",
    ):
        op.drop_table(table)


def create_academic_years() -> None:
    op.create_table(
        "academic_years",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False, unique=True),
        sa.Column("starts", sa.Date, nullable=False),
        sa.Column("ends", sa.Date, nullable=False),
    )


def create_consortium() -> None:
    op.create_table(
        "consortium",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("policy", sa.JSON, nullable=False),
        sa.Column("roster_version", sa.Integer, nullable=False),
    )


def create_groups() -> None:
    op.create_table(
        "groups",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
    )


def create_people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("email", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("left", sa.Date, nullable=True),
        sa.Column("home_platform", sa.String, nullable=False),
    )


def create_received() -> None:
    op.create_table(
        "received",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("at", INSTANT, nullable=False, index=True),
        sa.UniqueConstraint("platform", "event"),
    )


def create_schools() -> None:
    op.create_table(
        "schools",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("church_school", sa.Boolean, nullable=False),
        sa.Column("federation", sa.String, nullable=False),
    )


def create_calendar_spans() -> None:
    op.create_table(
        "calendar_spans",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("year_id", sa.Integer, sa.ForeignKey("academic_years.id"), nullable=False, index=True),
        sa.Column("school_id", sa.Integer, sa.ForeignKey("schools.id"), nullable=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("starts", sa.Date, nullable=False),
        sa.Column("ends", sa.Date, nullable=False),
    )


def create_channels() -> None:
    op.create_table(
        "channels",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("workspace", sa.String, nullable=False),
        sa.Column("conversation", sa.String, nullable=False),
        sa.Column("group_id", sa.Integer, sa.ForeignKey("groups.id"), nullable=True),
        sa.Column("home", sa.Boolean, nullable=False),
        sa.UniqueConstraint("platform", "workspace", "conversation"),
    )
    op.create_index("ix_channels_group", "channels", ["group_id"])


def create_chat_identities() -> None:
    op.create_table(
        "chat_identities",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False, index=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("workspace", sa.String, nullable=False),
        sa.Column("user", sa.String, nullable=False),
        sa.UniqueConstraint("platform", "workspace", "user"),
    )


def create_memberships() -> None:
    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("school_id", sa.Integer, sa.ForeignKey("schools.id"), nullable=False, index=True),
        sa.Column("group_id", sa.Integer, sa.ForeignKey("groups.id"), nullable=False, index=True),
        sa.Column("starts", sa.Date, nullable=False),
        sa.Column("ends", sa.Date, nullable=True),
    )


def create_outgoing() -> None:
    op.create_table(
        "outgoing",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("does", sa.String, nullable=False),
        sa.Column("template", sa.String, nullable=False),
        sa.Column("args", sa.JSON, nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("group_id", sa.Integer, sa.ForeignKey("groups.id"), nullable=True),
        sa.Column("slot", sa.String, nullable=False),
        sa.Column("urgency", sa.String(40), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("due", INSTANT, nullable=False),
        sa.Column("finished_at", INSTANT, nullable=True),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("problem", sa.String, nullable=False),
    )
    op.create_index(
        "ix_outgoing_waiting",
        "outgoing",
        ["due"],
        sqlite_where=sa.text("finished_at IS NULL"),
        postgresql_where=sa.text("finished_at IS NULL"),
    )


def create_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("school_id", sa.Integer, sa.ForeignKey("schools.id"), nullable=False),
        sa.Column("group_id", sa.Integer, sa.ForeignKey("groups.id"), nullable=False),
        sa.Column("year_id", sa.Integer, sa.ForeignKey("academic_years.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False, index=True),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("champions_reason", sa.String, nullable=False),
        sa.Column("booked_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("booked_at", INSTANT, nullable=False),
        sa.Column("confirmed_at", INSTANT, nullable=True),
        sa.Column("confirmed_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("postponed_at", INSTANT, nullable=True),
        sa.Column("cancelled_at", INSTANT, nullable=True),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("team_changes", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_reviews_group_year", "reviews", ["group_id", "year_id"])
    op.create_index(
        "uq_reviews_school_year_number",
        "reviews",
        ["school_id", "year_id", "number"],
        unique=True,
        sqlite_where=sa.text("cancelled_at IS NULL"),
        postgresql_where=sa.text("cancelled_at IS NULL"),
    )


def create_role_assignments() -> None:
    op.create_table(
        "role_assignments",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False, index=True),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("school_id", sa.Integer, sa.ForeignKey("schools.id"), nullable=True, index=True),
        sa.Column("group_id", sa.Integer, sa.ForeignKey("groups.id"), nullable=True, index=True),
        sa.Column("deputy", sa.Boolean, nullable=False),
        sa.Column("starts", sa.Date, nullable=False),
        sa.Column("ends", sa.Date, nullable=True),
    )


def create_changes() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False, index=True),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("was", sa.JSON, nullable=False),
        sa.Column("now", sa.JSON, nullable=False),
    )


def create_drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )


def create_milestones() -> None:
    op.create_table(
        "milestones",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("opens", sa.Date, nullable=True),
        sa.Column("due", sa.Date, nullable=False, index=True),
        sa.Column("due_time", sa.Time, nullable=True),
        sa.Column("unmoved", sa.Date, nullable=False),
        sa.Column("because", sa.String, nullable=False),
        sa.Column("short_notice", sa.Boolean, nullable=False),
        sa.Column("agreed", sa.Date, nullable=True),
        sa.Column("done_at", INSTANT, nullable=True),
        sa.Column("done_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.UniqueConstraint("review_id", "kind"),
    )


def create_posts() -> None:
    op.create_table(
        "posts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("outgoing_id", sa.Integer, sa.ForeignKey("outgoing.id"), nullable=False, unique=True),
        sa.Column("slot", sa.String, nullable=False, index=True),
        sa.Column("template", sa.String, nullable=False),
        sa.Column("args", sa.JSON, nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("workspace", sa.String, nullable=False),
        sa.Column("conversation", sa.String, nullable=False),
        sa.Column("ref", sa.String, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
        sa.Column("retired_at", INSTANT, nullable=True),
    )


def create_suggestions() -> None:
    op.create_table(
        "suggestions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False, index=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("decided_by_id", sa.Integer, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("used", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )


def create_team_members() -> None:
    op.create_table(
        "team_members",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.Integer, sa.ForeignKey("reviews.id"), nullable=False, index=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False, index=True),
        sa.Column("part", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("answer", sa.String(40), nullable=False),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index(
        "uq_team_members_review_person",
        "team_members",
        ["review_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
