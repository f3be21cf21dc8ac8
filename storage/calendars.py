"""A school's calendar, from the stored terms and England's bank holidays."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from bot.rules.calendar import SchoolCalendar, SchoolYear, Span
from storage.models import AcademicYear, CalendarSpan

TERM, HALF_TERM, INSET = "term", "half term", "inset"

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class YearEntry:
    id: int
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class SpanEntry:
    """A term, a holiday within one, or INSET; of one school where `school_id` is set."""

    year_id: int
    school_id: int | None
    kind: str
    name: str
    starts: date
    ends: date


def school_calendar(session: Session, school_id: int | None) -> SchoolCalendar:
    """The days of one school; without a school, those of the consortium. Two queries, whatever is stored."""
    own = or_(CalendarSpan.school_id.is_(None), CalendarSpan.school_id == school_id)
    return of_spans(years(session), spans(session, own))


def years(session: Session) -> Sequence[YearEntry]:
    query = select(AcademicYear.id, AcademicYear.starts, AcademicYear.ends).order_by(AcademicYear.starts)
    return [YearEntry(*row) for row in session.execute(query)]


def spans(session: Session, *which: ColumnElement[bool]) -> Sequence[SpanEntry]:
    query = select(
        CalendarSpan.year_id,
        CalendarSpan.school_id,
        CalendarSpan.kind,
        CalendarSpan.name,
        CalendarSpan.starts,
        CalendarSpan.ends,
    )
    return [SpanEntry(*row) for row in session.execute(query.where(*which).order_by(CalendarSpan.starts))]


def of_spans(years: Sequence[YearEntry], spans: Iterable[SpanEntry]) -> SchoolCalendar:
    """The calendar of the consortium's spans and those of one school.

    Bank holidays are known from the year before the first academic year to two years after the last:
    deadlines look that far.
    """
    by_year: dict[int, list[SpanEntry]] = defaultdict(list)
    for span in spans:
        by_year[span.year_id].append(span)
    return SchoolCalendar(
        years=tuple(school_year(year, by_year[year.id]) for year in years), bank_holidays=around(years)
    )


def school_year(year: YearEntry, spans: Iterable[SpanEntry]) -> SchoolYear:
    spans = list(spans)
    common, own = ([span for span in spans if (span.school_id is None) is shared] for shared in (True, False))
    return SchoolYear(
        starts=year.starts,
        ends=year.ends,
        terms=of_kind(TERM, own) or of_kind(TERM, common),
        holidays=of_kind(HALF_TERM, own) or of_kind(HALF_TERM, common),
        inset=of_kind(INSET, spans),
    )


def of_kind(kind: str, spans: Iterable[SpanEntry]) -> Spans:
    return tuple(Span(span.starts, span.ends, span.name) for span in spans if span.kind == kind)


def around(years: Iterable[YearEntry]) -> Mapping[date, str]:
    known = [day.year for year in years for day in (year.starts, year.ends)]
    if not known:
        return {}
    return bank_holidays(min(known) - 1, max(known) + 2)


@cache
def bank_holidays(first: int, last: int) -> Mapping[date, str]:
    """England's, by their official names, for the years from `first` to `last`."""
    # Loading the library takes longer than answering a click should.
    from holidays import country_holidays

    found = country_holidays("GB", subdiv="ENG", years=range(first, last + 1))
    return {day: name.removesuffix(" (observed)") for day, name in sorted(found.items())}
