"""What a phrase can mean: a value, one of several, or none; and what it is read against."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.language.say import full, span
from bot.rules.calendar import SchoolCalendar

MOST_CHOICES = 3
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`, both inside."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Hours:
    """From one time of day to another, London's; `day` where it was said."""

    starts: time
    ends: time
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a time on one day to a time on another."""

    starts: datetime
    ends: datetime


# A datetime has no zone here: it is what London's clocks show.
Value = date | time | Days | Hours | Stretch


@dataclass(frozen=True, slots=True)
class Sure:
    """What two people would read alike."""

    value: Value


@dataclass(frozen=True, slots=True)
class Which:
    """One to three values to choose from, likeliest first, and the question to ask."""

    values: tuple[Value, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class No:
    """Nothing to choose from, and a sentence that says what to do. `impossible`: there is no such day."""

    reason: str
    impossible: bool = False


Reading = Sure | Which | No
Inner = Callable[[str, "Asked"], Reading | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a phrase is read against. `today` is London's; `record`: of something that has happened."""

    today: date
    calendar: SchoolCalendar
    record: bool
    inner: Inner
    depth: int = 0

    def read(self, phrase: str) -> Reading | None:
        """The days that a part of the phrase means; None where it is not understood."""
        if self.depth >= DEEPEST or not phrase:
            return None
        return self.inner(phrase, replace(self, depth=self.depth + 1))


def which(values: Iterable[Value], opening: str = "") -> Reading:
    """A question, even about a single value; a sentence where there are more than one can choose from."""
    found = tuple(dict.fromkeys(values))
    if not found:
        return No("I can’t find such a day in the school calendar.")
    if len(found) > MOST_CHOICES:
        return No("I can see more than one date there. Please give one, for example Tues 14 Nov.")
    return Which(found, f"{opening}Do you mean {either([said(value) for value in found])}?")


def one_of(values: Iterable[Value]) -> Reading:
    """As `which`, but a single value is sure."""
    found = tuple(dict.fromkeys(values))
    return Sure(found[0]) if len(found) == 1 else which(found)


def spread(reading: Reading | None, onwards: Callable[[Value], Reading | None]) -> Reading | None:
    """What follows from a reading, for each value that it may have."""
    if reading is None or isinstance(reading, No):
        return reading
    if isinstance(reading, Sure):
        return onwards(reading.value)
    every = [each for value in reading.values if (each := onwards(value)) is not None]
    # Of "morning at 7" one of the two hours is ruled out.
    found = merged([each for each in every if not isinstance(each, No)] or every)
    # What leans on a single doubtful day is as doubtful.
    return which((found.value,)) if isinstance(found, Sure) and len(reading.values) == 1 else found


def merged(readings: Sequence[Reading]) -> Reading | None:
    """Of several readings of one phrase: one where they agree, else the question which."""
    known = list(dict.fromkeys(readings))
    if len(known) == 1:
        return known[0]
    values = [value for each in known for value in values_of(each)]
    if values:
        return which(values)
    return known[0] if known else None


def last_of(value: Value) -> date | None:
    return value.last if isinstance(value, Days) else _day(value)


def first_of(value: Value) -> date | None:
    return value.first if isinstance(value, Days) else _day(value)


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def values_of(reading: Reading) -> tuple[Value, ...]:
    match reading:
        case Sure(value):
            return (value,)
        case Which(values, _):
            return values
    return ()


def said(value: Value) -> str:
    """In words, for a question."""
    match value:
        case datetime():
            return f"{full(value.date())} at {value:%H:%M}"
        case date():
            return full(value)
        case time():
            return f"{value:%H:%M}"
        case Days(first, last):
            return span(first, last)
        case Stretch(begins, closes):
            return f"{said(begins)} to {said(closes)}"
        case Hours(starts, ends, day):
            hours = f"{starts:%H:%M} to {ends:%H:%M}"
            return f"{full(day)}, {hours}" if day else hours


def either(names: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
