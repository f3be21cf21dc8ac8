"""School days: which days are open, why the others are closed, and counting in them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

SEARCHED_DAYS = 400
DAY = timedelta(days=1)
SATURDAY = 5
SUMMER = "summer holiday"
CHRISTMAS, EASTER = "Christmas holiday", "Easter holiday"
# The terms round the holidays that have a name of their own.
BETWEEN = {("autumn", "spring"): CHRISTMAS, ("spring", "summer"): EASTER}


class NoSchoolDay(Exception):
    """The calendar has no day to offer; the message is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `starts` to `ends`, both inside.

    The name is said after "the": a term is "autumn", a half term "autumn half term".
    """

    starts: date
    ends: date
    name: str

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends


@dataclass(frozen=True)
class SchoolYear:
    """One academic year, usually 1 September to 31 August; without terms it is not yet known in detail."""

    starts: date
    ends: date
    terms: tuple[Span, ...] = ()
    holidays: tuple[Span, ...] = ()
    """Half terms: they lie inside terms. The holidays between terms are worked out."""
    inset: tuple[Span, ...] = ()

    def all_holidays(self) -> Iterator[Span]:
        """Half terms, the holidays between terms, and the parts of the summer that lie in this year."""
        yield from self.holidays
        terms = sorted(self.terms, key=lambda term: term.starts)
        if not terms:
            return
        yield Span(self.starts, terms[0].starts - DAY, SUMMER)
        for one, other in pairwise(terms):
            yield Span(one.ends + DAY, other.starts - DAY, _between(one, other))
        yield Span(terms[-1].ends + DAY, self.ends, SUMMER)


@dataclass(frozen=True)
class SchoolCalendar:
    """One school's days. `bank_holidays` are England's, by date, with their names."""

    years: tuple[SchoolYear, ...]
    bank_holidays: Mapping[date, str]

    @cached_property
    def holidays(self) -> tuple[Span, ...]:
        """All holidays with a working day in them, in order; a summer across two years is one."""
        spans = sorted((span for year in self.years for span in year.all_holidays()), key=lambda s: s.starts)
        joined: list[Span] = []
        for span in spans:
            last = joined[-1] if joined else None
            if last and last.name == span.name and last.ends + DAY == span.starts:
                joined[-1] = Span(last.starts, span.ends, span.name)
            else:
                joined.append(span)
        return tuple(span for span in joined if self._has_working_day(span))

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday, less bank holidays."""
        return day.weekday() < SATURDAY and day not in self.bank_holidays

    def is_school_day(self, day: date) -> bool:
        """Open to staff and pupils; where no terms are known, any working day."""
        return not self.why_closed(day)

    def why_closed(self, day: date) -> str:
        """What the day is, in words for a sentence ("the autumn half term"), or "" when it is open."""
        if day.weekday() >= SATURDAY:
            return f"a {day:%A}"
        if day in self.bank_holidays:
            return f"{self.bank_holidays[day]} (bank holiday)"
        if any(day in span for year in self.years for span in year.inset):
            return "an INSET day"
        return next((f"the {span.name}" for span in self.holidays if day in span), "")

    def on_or_before(self, day: date) -> date:
        return self._nearest(day, -1, self.is_school_day)

    def on_or_after(self, day: date) -> date:
        return self._nearest(day, 1, self.is_school_day)

    def next_school_day(self, day: date) -> date:
        """The first school day after `day`, never `day` itself."""
        return self.on_or_after(day + DAY)

    def previous_school_day(self, day: date) -> date:
        """The last school day before `day`, never `day` itself."""
        return self.on_or_before(day - DAY)

    def add_working_days(self, start: date, days: int) -> date:
        """The date `days` working days after `start`; the start itself is day zero."""
        day = start
        for _ in range(days):
            day = self._nearest(day + DAY, 1, self.is_working_day)
        return day

    def add_school_days(self, start: date, days: int) -> date:
        """The date `days` school days after `start`; the start itself is day zero."""
        day = start
        for _ in range(days):
            day = self.next_school_day(day)
        return day

    def next_holiday(self, day: date) -> Span | None:
        """The holiday that is going on, or the next one to begin, as far as terms are known."""
        return next((span for span in self.holidays if day <= span.ends), None)

    def _nearest(self, start: date, step: int, is_open: Callable[[date], bool]) -> date:
        for days in range(SEARCHED_DAYS):
            day = start + timedelta(days=step * days)
            if is_open(day):
                return day
        side = "after" if step > 0 else "before"
        said = f"{start:%A} {start.day} {start:%B %Y}"
        raise NoSchoolDay(f"There is no school day in the {SEARCHED_DAYS} days {side} {said}.")

    def _has_working_day(self, span: Span) -> bool:
        days = (span.ends - span.starts).days + 1
        return any(self.is_working_day(span.starts + timedelta(days=n)) for n in range(days))


def _between(one: Span, other: Span) -> str:
    first, second = (term.name.lower().removesuffix(" term") for term in (one, other))
    return BETWEEN.get((first, second), f"holiday between the {first} and the {second} term")
