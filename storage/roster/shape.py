"""The shape of a roster file: the words that may stand in it, and what may stand beside them."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from storage.roster.reading import LINES

# Longer names do not fit on the buttons and in the lists of the chat platforms.
PERSON_LONGEST = 60
PLACE_LONGEST = 80

EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+")
KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")


def read_day(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"“{value}” is not a date. Write it as 2017-11-14: year, month, day.") from None


def read_email(value: object) -> object:
    if not isinstance(value, str) or not EMAIL.fullmatch(value.strip()):
        raise ValueError(f"“{value}” is not an e-mail address.")
    return value.strip().lower()


def read_key(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not KEY.fullmatch(value):
        raise ValueError(f"“{value}” can't be a key: use small letters, digits and hyphens, 30 at most.")
    return value


def one_or_more(value: object) -> object:
    """`oak`, or `{school: oak, from: …}`, or a list of either."""
    if value is None:
        return None
    return [as_role(item) for item in (value if isinstance(value, list) else [value])]


def without_lines(value: object) -> object:
    return {key: item for key, item in value.items() if key != LINES} if isinstance(value, dict) else value


def as_role(item: object) -> object:
    return item if isinstance(item, dict) else {"school": item}


Day = Annotated[date, BeforeValidator(read_day)]
Email = Annotated[str, BeforeValidator(read_email)]
Key = Annotated[str, BeforeValidator(read_key)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=150)]
PersonName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=PERSON_LONGEST)]
PlaceName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=PLACE_LONGEST)]


class Entry(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
    lines: dict[str, int] = Field(default={}, alias="\0lines")

    def line(self, word: str = "") -> int:
        """Where the word stands in the file, or else the entry; 0 for one that has no line of its own."""
        return self.lines.get(word) or self.lines.get("", 0)


class Channels(Entry):
    """For each chat platform an id: of a channel, or of a workspace."""

    slack: Text | None = None
    teams: Text | None = None
    practice: Text | None = None

    def ids(self) -> dict[str, str]:
        return self.model_dump(include={"slack", "teams", "practice"}, exclude_none=True)


class Dates(Entry):
    """From the first day to the last, both inside."""

    starts: Day
    ends: Day


class Term(Dates):
    name: Text


class Calendar(Entry):
    """The days of the consortium, or those in which one school differs."""

    terms: tuple[Term, ...] = Field(default=(), strict=False)
    half_terms: tuple[Dates, ...] = Field(default=(), strict=False)
    inset: tuple[Day, ...] = Field(default=(), strict=False)


class Year(Calendar):
    name: Text
    starts: Day
    ends: Day


class Group(Entry):
    key: Key
    name: PlaceName
    lead: Email
    deputy: Email | None = None
    channels: Channels = Channels()


class School(Entry):
    key: Key
    name: PlaceName
    group: Key
    church_school: bool = False
    federation: Text | None = None
    from_: Day | None = Field(default=None, alias="from")
    calendar: Calendar = Calendar()


class Dated(Entry):
    """Between two days, both inside; without them, from now on."""

    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None


class RoleAt(Dated):
    """A role at one school; `as` for a head who is not the only one."""

    school: Key
    as_: Literal["acting", "joint", "deputy"] | None = Field(default=None, alias="as")


Settings = Annotated[dict[str, Any], BeforeValidator(without_lines)]
RolesAt = Annotated[tuple[RoleAt, ...], BeforeValidator(one_or_more), Field(strict=False)]


class Person(Dated):
    name: PersonName
    email: Email
    headteacher: RolesAt = ()
    reviewer: RolesAt = ()
    champion: RolesAt = ()
    governor: RolesAt = ()
    staff: RolesAt = ()
    office: bool = False
    management: bool = False


class Roster(Entry):
    consortium: Text
    settings: Settings = {}
    workspaces: Channels = Channels()
    management_channels: Channels = Channels()
    year: Year
    groups: tuple[Group, ...] = Field(strict=False, min_length=1)
    schools: tuple[School, ...] = Field(strict=False, min_length=1)
    people: tuple[Person, ...] = Field(strict=False, min_length=1)
