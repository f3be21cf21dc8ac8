"""The picture of a year: what is drawn where, in the units of its viewBox."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.documents.year import Dated, SchoolRow
from bot.language.say import MONTHS, full
from bot.rules.calendar import DAY, SchoolCalendar
from bot.rules.milestones import Kind
from bot.rules.year import Year, holidays, lanes, single_days

# A week is as wide as a mark, so that those a week apart stand side by side.
WIDTH, MARK, LANE = 900, 17, 19

# Each about its middle; they differ in black and white as well, and each has letters of its own.
SHAPES: Mapping[Kind, str] = {
    Kind.PACK: "M-7.5-7.5H7.5V7.5H-7.5Z",
    Kind.MEETING: "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z",
    Kind.TIMETABLE: "M-8.5 7.5V-4.5L0-9L8.5-4.5V7.5Z",
    Kind.REVIEW: "M0-9.5L9.5 0L0 9.5L-9.5 0Z",
    Kind.FEEDBACK: "M-8.5-8H8.5V4H2L-3 9V4H-8.5Z",
    Kind.SUMMARY: "M-6.5-8.5H2.5L6.5-4.5V8.5H-6.5Z",
    Kind.WORKSHOP: "M-8.5 0L-4.3-8H4.3L8.5 0L4.3 8H-4.3Z",
    Kind.PLAN: "M-8.5-7H3.5L8.5 0L3.5 7H-8.5Z",
    Kind.AUDIT: "M-3.5-8.5H3.5L8.5-3.5V3.5L3.5 8.5H-3.5L-8.5 3.5V-3.5Z",
    Kind.IMPACT: (
        "M0-10.4L2.8-6.8L7.4-7.4L6.8-2.8L10.4 0L6.8 2.8L7.4 7.4L2.8 6.8L0 10.4L-2.8 6.8L-"
        "7.4 7.4L-6.8 2.8L-10.4 0L-6.8-2.8L-7.4-7.4L-2.8-6.8Z"
    ),
}
LETTERS: Mapping[Kind, str] = {
    Kind.PACK: "P",
    Kind.MEETING: "M",
    Kind.TIMETABLE: "T",
    Kind.REVIEW: "R",
    Kind.FEEDBACK: "F",
    Kind.SUMMARY: "S",
    Kind.WORKSHOP: "W",
    Kind.PLAN: "A",
    Kind.AUDIT: "AU",
    Kind.IMPACT: "I",
}


@dataclass(frozen=True, slots=True)
class Mark:
    x: float
    y: float
    kind: Kind
    done: bool
    said: str

    @property
    def shape(self) -> str:
        return SHAPES[self.kind]

    @property
    def letters(self) -> str:
        return LETTERS[self.kind]


@dataclass(frozen=True, slots=True)
class Band:
    """Days on which a school is closed. `single`: one in the middle of a term."""

    x: float
    width: float
    said: str
    single: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    x: float
    name: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A school's row."""

    height: int
    bands: Sequence[Band]
    marks: Sequence[Mark]


def place(year: Year, day: date) -> float:
    return round(year.share(day) * WIDTH, 1)


def middle(year: Year, day: date) -> float:
    """A mark stands over the middle of its day."""
    return round((place(year, day) + place(year, day + DAY)) / 2, 1)


def months(year: Year) -> Sequence[Month]:
    return [Month(place(year, day), MONTHS[day.month - 1][:3]) for day in year.months()]


def bands(calendar: SchoolCalendar, year: Year) -> Sequence[Band]:
    spans = [
        Band(place(year, span.starts), place(year, span.ends + DAY) - place(year, span.starts), span.name)
        for span in holidays(calendar, year)
    ]
    days = [
        Band(place(year, day), place(year, day + DAY) - place(year, day), calendar.why_closed(day), True)
        for day in single_days(calendar, year)
    ]
    return [*spans, *days]


def drawing(school: SchoolRow, year: Year) -> Drawing:
    """The review itself has the first line, then whatever has room; what lies outside the year has none."""
    steps = [each for one in school.reviews for each in one.steps if each.step.on in year]
    steps.sort(key=lambda each: (each.step.kind is not Kind.REVIEW, each.step.on))
    places = [middle(year, each.step.on) for each in steps]
    found = lanes(places, MARK)
    marks = [
        Mark(x, lane * LANE + LANE / 2 + 1, each.step.kind, each.step.done, said(each))
        for each, x, lane in zip(steps, places, found, strict=True)
    ]
    return Drawing((max(found, default=0) + 1) * LANE + 2, bands(school.calendar, year), marks)


def said(each: Dated) -> str:
    return f"{each.what}: {full(each.step.on)}, {'done' if each.step.done else 'still to come'}"
