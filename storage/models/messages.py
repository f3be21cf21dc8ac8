"""What is to be said to whom, and where it was said."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.rules.hours import Urgency
from storage.models.base import Base


class Outgoing(Base):
    """A message to send, written with the change it reports and rendered when it is sent.

    It goes to a person, else to a group's channel, else (neither) to the Management Group's. `key` names the
    change, so that the same news is never sent twice. With a `slot` the message can be found again: a later
    row with `does` update or retire changes it in place. With mail it goes to an e-mail address; with file it
    brings a person a file, which is made as it goes.
    """

    __tablename__ = "outgoing"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    does: Mapped[str] = mapped_column(default="post")
    template: Mapped[str]
    args: Mapped[dict[str, Any]]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    slot: Mapped[str] = mapped_column(default="")
    urgency: Mapped[Urgency]
    made_at: Mapped[datetime]
    due: Mapped[datetime]
    # Sent, or found to be no longer needed (`withdrawn`): either way there is nothing left to do.
    finished_at: Mapped[datetime | None]
    withdrawn: Mapped[bool] = mapped_column(default=False)
    attempts: Mapped[int] = mapped_column(default=0)
    # It was sent once, and nobody knows whether it arrived.
    doubtful: Mapped[bool] = mapped_column(default=False, server_default=false())
    # Why it has not gone, in words for the person who can mend it.
    problem: Mapped[str] = mapped_column(default="")
    __table_args__ = (
        Index(
            "ix_outgoing_waiting",
            "due",
            sqlite_where=text("finished_at IS NULL"),
            postgresql_where=text("finished_at IS NULL"),
        ),
    )


class Post(Base):
    """A message as the platform has it, so that it can be updated or marked as out of date."""

    __tablename__ = "posts"
    id: Mapped[int] = mapped_column(primary_key=True)
    outgoing_id: Mapped[int] = mapped_column(ForeignKey("outgoing.id"), unique=True)
    slot: Mapped[str] = mapped_column(index=True)
    template: Mapped[str]
    args: Mapped[dict[str, Any]]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    platform: Mapped[str]
    workspace: Mapped[str]
    conversation: Mapped[str]
    ref: Mapped[str]
    sent_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class Pause(Base):
    """A conversation that takes nothing for now; with no `conversation`, the whole workspace.

    `until` is when it is tried again. `problem` says what somebody has to mend; it is "" where the platform
    only asked us to wait. The row goes once something has arrived there.
    """

    __tablename__ = "pauses"
    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    workspace: Mapped[str]
    conversation: Mapped[str]
    until: Mapped[datetime]
    problem: Mapped[str] = mapped_column(default="")
    __table_args__ = (UniqueConstraint("platform", "workspace", "conversation"),)


class Received(Base):
    """What has come in and was acted on: platforms send the same event again."""

    __tablename__ = "received"
    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    event: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
    __table_args__ = (UniqueConstraint("platform", "event"),)
