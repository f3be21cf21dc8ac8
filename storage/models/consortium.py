"""The consortium: its years, groups, schools and people."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.rules.roles import Role
from storage.models.base import Base


class Consortium(Base):
    """One row: a deployment serves one consortium. `policy` holds what its roster sets differently."""

    __tablename__ = "consortium"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    policy: Mapped[dict[str, Any]]
    roster_version: Mapped[int] = mapped_column(default=0)


class AcademicYear(Base):
    __tablename__ = "academic_years"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    starts: Mapped[date]
    ends: Mapped[date]


class CalendarSpan(Base):
    """A term, a holiday within one, or INSET, both ends included; of one school where `school_id` is set.

    A school's own terms or holidays take the place of the consortium's; its INSET days are added.
    """

    __tablename__ = "calendar_spans"
    id: Mapped[int] = mapped_column(primary_key=True)
    year_id: Mapped[int] = mapped_column(ForeignKey("academic_years.id"), index=True)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"))
    kind: Mapped[str]
    name: Mapped[str]
    starts: Mapped[date]
    ends: Mapped[date]


class Group(Base):
    __tablename__ = "groups"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class School(Base):
    __tablename__ = "schools"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    church_school: Mapped[bool] = mapped_column(default=False)
    federation: Mapped[str] = mapped_column(default="")
    memberships: Mapped[list["Membership"]] = relationship(back_populates="school")


class Membership(Base):
    """A school's time in a group; `ends` is its last day there."""

    __tablename__ = "memberships"
    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"), index=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    starts: Mapped[date]
    ends: Mapped[date | None]
    school: Mapped[School] = relationship(back_populates="memberships")
    group: Mapped[Group] = relationship()


class Person(Base):
    """Someone in the roster; `left` is the day from which they have no access. Their records stay."""

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    left: Mapped[date | None]
    home_platform: Mapped[str] = mapped_column(default="")
    roles: Mapped[list["RoleAssignment"]] = relationship(back_populates="person")


class RoleAssignment(Base):
    """A role held from `starts` to the end of `ends`: at a school, for a group, or for the consortium."""

    __tablename__ = "role_assignments"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[Role]
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    deputy: Mapped[bool] = mapped_column(default=False)
    starts: Mapped[date]
    ends: Mapped[date | None]
    person: Mapped[Person] = relationship(back_populates="roles")
    school: Mapped[School | None] = relationship()
    group: Mapped[Group | None] = relationship()


class ChatIdentity(Base):
    __tablename__ = "chat_identities"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    platform: Mapped[str]
    workspace: Mapped[str]
    user: Mapped[str]
    person: Mapped[Person] = relationship()
    __table_args__ = (UniqueConstraint("platform", "workspace", "user"),)


class ChatReference(Base):
    """How a platform itself reaches a conversation, in its own terms, where an id is not enough.

    `conversation` is as in an address: a channel's id or, where it is personal, the user's.
    """

    __tablename__ = "chat_references"
    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    workspace: Mapped[str]
    conversation: Mapped[str]
    personal: Mapped[bool]
    data: Mapped[dict[str, Any]]
    __table_args__ = (UniqueConstraint("platform", "workspace", "conversation"),)


class Channel(Base):
    """A chat channel by its id, never its name; without a group it is the Management Group's.

    A group's messages go to its `home`. `linked`: somebody said so in the channel, and not the roster.
    """

    __tablename__ = "channels"
    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    workspace: Mapped[str]
    conversation: Mapped[str]
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    home: Mapped[bool] = mapped_column(default=True)
    linked: Mapped[bool] = mapped_column(default=False)
    group: Mapped[Group | None] = relationship()
    __table_args__ = (
        UniqueConstraint("platform", "workspace", "conversation"),
        Index("ix_channels_group", "group_id"),
    )


class ChannelChange(Base):
    """Who said in a channel whose it is, or took that back; without a group, the Management Group's.

    `was` has what stood before: of the channel, if it was known, and which channel was the group's home.
    """

    __tablename__ = "channel_changes"
    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    workspace: Mapped[str]
    conversation: Mapped[str]
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    what: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    was: Mapped[dict[str, Any]]
    group: Mapped[Group | None] = relationship()
    by: Mapped[Person] = relationship()
    __table_args__ = (Index("ix_channel_changes_place", "platform", "workspace", "conversation"),)
