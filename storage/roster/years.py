"""The academic year of a roster: its terms, half terms and INSET days, and those of schools that differ."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.calendars import HALF_TERM, INSET, TERM
from storage.models import AcademicYear, CalendarSpan, School
from storage.roster.changes import Changes, said
from storage.roster.shape import Calendar, Dates, Roster, Term

SpanRow = tuple[int | None, str, str, date, date]


def apply_year(session: Session, roster: Roster, schools: Mapping[str, School], changes: Changes) -> None:
    year = session.scalar(select(AcademicYear).filter_by(name=roster.year.name))
    if year is None:
        year = AcademicYear(name=roster.year.name, starts=roster.year.starts, ends=roster.year.ends)
        session.add(year)
        session.flush()
        changes.added.append(
            f"Added the academic year {year.name}: {said(year.starts)} to {said(year.ends)}."
        )
        apply_spans(session, year, roster, schools)
        return
    dates_differ = (year.starts, year.ends) != (roster.year.starts, roster.year.ends)
    year.starts, year.ends = roster.year.starts, roster.year.ends
    if apply_spans(session, year, roster, schools) or dates_differ:
        changes.changed.append(f"The dates of {year.name} are not what they were.")


def apply_spans(session: Session, year: AcademicYear, roster: Roster, schools: Mapping[str, School]) -> bool:
    """Whether any dates are different now."""
    stored = {row_of(span): span for span in session.scalars(select(CalendarSpan).filter_by(year_id=year.id))}
    wanted = set(all_spans(roster, schools))
    for row in stored.keys() - wanted:
        session.delete(stored[row])
    for school_id, kind, name, starts, ends in sorted(wanted - stored.keys(), key=str):
        session.add(
            CalendarSpan(year_id=year.id, school_id=school_id, kind=kind, name=name, starts=starts, ends=ends)
        )
    return wanted != stored.keys()


def row_of(span: CalendarSpan) -> SpanRow:
    return span.school_id, span.kind, span.name, span.starts, span.ends


def all_spans(roster: Roster, schools: Mapping[str, School]) -> Iterator[SpanRow]:
    yield from spans(None, roster.year, roster.year.terms)
    for school in roster.schools:
        yield from spans(schools[school.key].id, school.calendar, school.calendar.terms or roster.year.terms)


def spans(school_id: int | None, calendar: Calendar, terms: tuple[Term, ...]) -> Iterator[SpanRow]:
    for term in calendar.terms:
        yield school_id, TERM, term_name(term), term.starts, term.ends
    for holiday in calendar.half_terms:
        yield school_id, HALF_TERM, half_term_name(holiday, terms), holiday.starts, holiday.ends
    for day in calendar.inset:
        yield school_id, INSET, "INSET day", day, day


def term_name(term: Term) -> str:
    return term.name.lower().removesuffix("term").strip()


def half_term_name(holiday: Dates, terms: tuple[Term, ...]) -> str:
    within = next((term for term in terms if term.starts <= holiday.starts <= term.ends), None)
    return f"{term_name(within)} half term" if within else "half term"


def other_year(session: Session, roster: Roster) -> AcademicYear | None:
    """A stored year by another name that shares days with the roster's."""
    query = select(AcademicYear).where(
        AcademicYear.name != roster.year.name,
        AcademicYear.starts <= roster.year.ends,
        AcademicYear.ends >= roster.year.starts,
    )
    return session.scalars(query).first()
