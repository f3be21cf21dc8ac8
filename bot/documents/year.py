"""The year at a glance, as plain values, and as a table for a spreadsheet (CSV)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.documents.table import as_csv
from bot.rules.calendar import SchoolCalendar
from bot.rules.year import Step, Year

HEADERS = (
    "Group",
    "School",
    "Date of the review",
    "Where the review stands",
    "Milestone",
    "Date of the milestone",
    "Days offered from",
    "Done",
    "Whose it is",
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A step of a review, with what it is called and whose it is."""

    step: Step
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class ReviewOf:
    """`day` None: it is postponed, and has no date. `stands`: in words."""

    day: date | None
    stands: str
    steps: Sequence[Dated] = ()


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """`remark`: what is to be said where there is no review."""

    name: str
    calendar: SchoolCalendar
    reviews: Sequence[ReviewOf] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class GroupRows:
    """`remark`: why not all of its schools are here."""

    name: str
    schools: Sequence[SchoolRow]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """Of a group that is not shown: how many schools, and how many of them have a review this year."""

    name: str
    schools: int
    booked: int
    held: int


@dataclass(frozen=True, slots=True)
class Glance:
    """`calendar`: the consortium's own, from which a school's may differ."""

    consortium: str
    year: Year
    today: date
    reader: str
    calendar: SchoolCalendar
    groups: Sequence[GroupRows]
    counts: Sequence[Count] = ()


def year_csv(glance: Glance) -> bytes:
    return as_csv(HEADERS, lines(glance))


def lines(glance: Glance) -> Iterator[Sequence[str]]:
    """A line for each milestone; one that says so for a school without any."""
    for group in glance.groups:
        for school in group.schools:
            for review in school.reviews:
                yield from lines_of(group.name, school.name, review)
            if not school.reviews:
                yield (group.name, school.name, "", school.remark, *[""] * 5)


def lines_of(group: str, school: str, review: ReviewOf) -> Iterator[Sequence[str]]:
    day = review.day.isoformat() if review.day else ""
    for each in review.steps:
        step, opens = each.step, each.step.opens
        offered = opens.isoformat() if opens and opens != step.on else ""
        done = "yes" if step.done else "no"
        yield group, school, day, review.stands, each.what, step.on.isoformat(), offered, done, each.who
    if not review.steps:
        yield (group, school, day, review.stands, *[""] * 5)
