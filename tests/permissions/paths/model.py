"""A way to something of Oak's review: a button's token, with what is filled in; and a typed line."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.cards.model import Go
from tests.permissions.moments import When

Fields = Mapping[str, str]
Given = str | tuple[str, Fields]
Before = tuple[tuple[str, Fields], ...]


class Column(StrEnum):
    """What of a review a path leads to. The first four are the pack of domain.md: all that is prepared."""

    PAPERS = "papers"
    MEETING = "meeting"
    QUESTIONS = "questions"
    DAY = "the day"
    STATUS = "group status"
    NOTES = "notes"
    """What the review team finds."""
    FEEDBACK = "feedback"
    """When it was given, who was there, whom the head invites: no findings."""
    SUMMARY = "summary draft"
    WORKSHOP = "workshop"
    PLAN = "plan draft"
    PROGRESS = "progress"
    """Of the actions of the plan, once it was sent."""
    AUDIT = "audit draft"
    VISIT = "visit"
    IMPACT = "impact"
    SENT_SUMMARY = "sent summary"
    SENT_PLAN = "sent plan"
    SENT_AUDIT = "sent audit"
    ALL_SENT = "all that was sent"
    OWN = "own answer"
    """Asked of those who take part alone."""
    LED = "what they lead"
    """Of the groups, their schools and channels that somebody leads: not of this review."""
    DIGEST = "digest"
    """Of a group's reviews together, and of all groups: not of this review."""
    ANYBODY = "anybody"


class Does(StrEnum):
    SHOWS = "shows"
    OPENS = "opens"
    """A form, for those alone who may send it."""
    WRITES = "writes"


WRITE = frozenset({"W", "own"})


@dataclass(frozen=True)
class Path:
    """`when` it fits; `ahead`: only before the meeting was held.

    `to`: with one of these in their cell it is open to them; of a card, where nothing is said, with any.
    `only`: of those who may, the rows of the table whose it is.
    `first`: what the same person does before, for a token with the id of what they have begun.
    `idle`: the rows for which there is nothing left to do, so that it changes nothing.
    """

    token: str
    column: Column
    does: Does
    fields: Fields = field(default_factory=dict)
    when: When = When.PREPARING
    ahead: bool = False
    to: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    first: Before = ()
    idle: frozenset[str] = frozenset()

    @property
    def route(self) -> str:
        return Go.parse(self.token).route

    @property
    def is_written(self) -> bool:
        """Whether something is changed on the way."""
        return self.does is Does.WRITES or bool(self.first)


@dataclass(frozen=True)
class Typed:
    """A line that leads where `path` does, with what the answer says to those who may go there."""

    line: str
    path: Path
    says: str = ""


def shows(
    column: Column, *tokens: str, to: frozenset[str] = frozenset(), only: frozenset[str] = frozenset()
) -> tuple[Path, ...]:
    return tuple(Path(token, column, Does.SHOWS, to=to, only=only) for token in tokens)


def opens(
    column: Column,
    *tokens: str,
    to: frozenset[str] = WRITE,
    only: frozenset[str] = frozenset(),
    ahead: bool = False,
    first: Before = (),
) -> tuple[Path, ...]:
    return tuple(
        Path(token, column, Does.OPENS, ahead=ahead, to=to, only=only, first=first) for token in tokens
    )


def writes(
    column: Column,
    *given: Given,
    to: frozenset[str] = WRITE,
    only: frozenset[str] = frozenset(),
    first: Before = (),
    idle: frozenset[str] = frozenset(),
) -> tuple[Path, ...]:
    pairs = ((one, {}) if isinstance(one, str) else one for one in given)
    return tuple(
        Path(token, column, Does.WRITES, fields, to=to, only=only, first=first, idle=idle)
        for token, fields in pairs
    )


def at(when: When, paths: Collection[Path]) -> tuple[Path, ...]:
    return tuple(replace(path, when=when) for path in paths)


def typed(paths: Collection[Path], route: str, *lines: str, says: str = "") -> tuple[Typed, ...]:
    """The lines lead where the first of the paths with that route leads."""
    path = next(one for one in paths if one.route == route)
    return tuple(Typed(line, path, says) for line in lines)


def rows(*names: str) -> frozenset[str]:
    return frozenset(names)


HEAD, JOINT_HEAD, LEADS, CHAMPION = "head", "joint head", "lead reviewer", "champion"
REVIEWER, MANAGEMENT, LEAD = "reviewer", "management", "Lead of that group"
DEPUTY, OFFICE, GOVERNOR = "deputy of the Lead", "Consortium Office", "governor of the school"
DELIVERS = "who delivers an action"
HEADS = rows(HEAD, JOINT_HEAD)
LEADING = HEADS | {LEADS}
CHAMPIONS, TEAM = rows(CHAMPION), rows(LEADS, REVIEWER, CHAMPION)
LEADERS = rows(LEAD, DEPUTY, OFFICE)
ANSWERABLE = HEADS | LEADERS | {MANAGEMENT}
# Whom the bot asks which review is meant: those whose it is, and with what came of it its readers as well.
KNOWING = HEADS | TEAM | LEADERS
READING = KNOWING | {MANAGEMENT, GOVERNOR}
