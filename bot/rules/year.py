"""The academic year as a picture: where a day stands in it, which days are closed, which marks collide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.calendar import SATURDAY, SchoolCalendar, Span
from bot.rules.milestones import Kind

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Year:
    """An academic year, both ends inside."""

    name: str
    starts: date
    ends: date

    @property
    def days(self) -> int:
        return (self.ends - self.starts).days + 1

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends

    def share(self, day: date) -> float:
        """How much of the year is over as the day begins, from 0 to 1; outside the year, the nearer end."""
        return min(max((day - self.starts).days / self.days, 0.0), 1.0)

    def months(self) -> Iterator[date]:
        """The first day of each month, and the first of the year."""
        day = self.starts
        while day <= self.ends:
            yield day
            day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone as it is drawn: what people agreed stands before what the rules say.

    `opens`: the first of the days that are offered, where none is agreed.
    """

    kind: Kind
    on: date
    done: bool
    opens: date | None = None


def lanes(places: Sequence[float], width: float) -> Sequence[int]:
    """For marks as wide as `width`, in the order of their importance, the line on which each has room."""
    taken: list[list[float]] = []
    found = []
    for place in places:
        free = (n for n, lane in enumerate(taken) if all(abs(place - other) >= width for other in lane))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(place)
        found.append(lane)
    return found


def holidays(calendar: SchoolCalendar, year: Year) -> Sequence[Span]:
    """The holidays in the year, without the days of them that lie outside it."""
    return [
        Span(max(span.starts, year.starts), min(span.ends, year.ends), span.name)
        for span in calendar.holidays
        if span.starts <= year.ends and span.ends >= year.starts
    ]


def single_days(calendar: SchoolCalendar, year: Year) -> Sequence[date]:
    """Bank holidays and INSET days in the middle of a term; weekends are no news to anyone."""
    spans = holidays(calendar, year)
    days = (year.starts + n * DAY for n in range(year.days))
    return [
        day
        for day in days
        if day.weekday() < SATURDAY
        and not calendar.is_school_day(day)
        and not any(day in span for span in spans)
    ]


def terms_known(calendar: SchoolCalendar, year: Year) -> bool:
    return any(each.terms for each in calendar.years if each.starts <= year.ends and each.ends >= year.starts)
