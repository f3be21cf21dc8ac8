"""A school's calendar, from the stored terms and England's bank holidays."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.rules.calendar import SchoolCalendar, SchoolYear, Span
from storage.models import AcademicYear, CalendarSpan

TERM, HALF_TERM, INSET = "term", "half term", "inset"

Spans = tuple[Span, ...]


def school_calendar(session: Session, school_id: int | None) -> SchoolCalendar:
    """The days of one school; without a school, those of the consortium. Two queries, whatever is stored.

    Bank holidays are known from the year before the first academic year to two years after the last:
    deadlines look that far.
    """
    years = session.scalars(select(AcademicYear).order_by(AcademicYear.starts)).all()
    query = select(CalendarSpan).where(
        or_(CalendarSpan.school_id.is_(None), CalendarSpan.school_id == school_id)
    )
    by_year: dict[int, list[CalendarSpan]] = defaultdict(list)
    for span in session.scalars(query.order_by(CalendarSpan.starts)):
        by_year[span.year_id].append(span)
    return SchoolCalendar(
        years=tuple(school_year(year, by_year[year.id]) for year in years), bank_holidays=around(years)
    )


def school_year(year: AcademicYear, spans: Iterable[CalendarSpan]) -> SchoolYear:
    spans = list(spans)
    common, own = ([span for span in spans if (span.school_id is None) is shared] for shared in (True, False))
    return SchoolYear(
        starts=year.starts,
        ends=year.ends,
        terms=of_kind(TERM, own) or of_kind(TERM, common),
        holidays=of_kind(HALF_TERM, own) or of_kind(HALF_TERM, common),
        inset=of_kind(INSET, spans),
    )


def of_kind(kind: str, spans: Iterable[CalendarSpan]) -> Spans:
    return tuple(Span(span.starts, span.ends, span.name) for span in spans if span.kind == kind)


def around(years: Iterable[AcademicYear]) -> Mapping[date, str]:
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
