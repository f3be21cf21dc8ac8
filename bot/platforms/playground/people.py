"""Whom one can be in the practice room, and which channels each of them is in."""

from collections.abc import Mapping
from dataclasses import dataclass

# The memorandum's Lead of group 2: where a first visit begins.
FIRST = "Kate Moore"


@dataclass(frozen=True, slots=True)
class Someone:
    """A person one can be; `user` is their account here. The Consortium Office `sees_all` channels.

    `parts` are the roles in a word or two, without their places.
    """

    user: str
    name: str
    roles: tuple[str, ...]
    parts: tuple[str, ...]
    groups: frozenset[int] = frozenset()
    schools: frozenset[int] = frozenset()
    is_lead: bool = False
    sees_all: bool = False
    in_management: bool = False

    @property
    def schedules(self) -> bool:
        return self.is_lead or self.sees_all

    def is_in(self, group: int | None) -> bool:
        """Whether a group's channel is theirs; None stands for the Management Group's."""
        return self.sees_all or (self.in_management if group is None else group in self.groups)


@dataclass(frozen=True, slots=True)
class SchoolName:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class ChannelName:
    """`group` is None for the Management Group's."""

    id: str
    name: str
    group: int | None


@dataclass(frozen=True, slots=True)
class Circle:
    label: str
    people: tuple[Someone, ...]


VISITOR = Someone("visitor", "A visitor", ("not in the roster",), ("not in the roster",))


@dataclass(frozen=True)
class Cast:
    """Everyone on one day: the circles to choose from, the channels, the schools of each group."""

    circles: tuple[Circle, ...]
    channels: tuple[ChannelName, ...]
    schools: Mapping[int, tuple[SchoolName, ...]]

    def find(self, user: str) -> Someone | None:
        return next((one for circle in self.circles for one in circle.people if one.user == user), None)

    def first(self) -> Someone:
        everyone = [one for circle in self.circles for one in circle.people]
        return next((one for one in everyone if one.name == FIRST), everyone[0])

    def channels_of(self, someone: Someone) -> tuple[ChannelName, ...]:
        return tuple(channel for channel in self.channels if someone.is_in(channel.group))

    def schools_of(self, someone: Someone) -> tuple[SchoolName, ...]:
        """The schools of the person's groups; the office and the Management Group have all of them."""
        wide = someone.sees_all or someone.in_management
        return tuple(
            school
            for group, schools in self.schools.items()
            if wide or group in someone.groups
            for school in schools
        )
