"""Mistakes in the dates of a roster's year, and in those of schools that differ."""

from collections.abc import Iterator
from datetime import date

from storage.roster.changes import said
from storage.roster.reading import Mistake
from storage.roster.shape import Calendar, Dates, Roster, Year


def calendar_mistakes(roster: Roster) -> Iterator[Mistake]:
    year = roster.year
    if year.ends <= year.starts:
        yield Mistake(year.line("ends"), f"The year ends on {said(year.ends)}, before it starts.")
        return
    yield from mistakes_in(year, year)
    for school in roster.schools:
        yield from mistakes_in(school.calendar, year)


def mistakes_in(calendar: Calendar, year: Year) -> Iterator[Mistake]:
    for span in (*calendar.terms, *calendar.half_terms):
        yield from ends_wrong(span, year)
    for day in calendar.inset:
        if not year.starts <= day <= year.ends:
            yield outside(day, year, calendar.line("inset"))
    yield from overlapping(calendar)
    yield from half_terms_outside(calendar, year)


def ends_wrong(span: Dates, year: Year) -> Iterator[Mistake]:
    for word, day in (("starts", span.starts), ("ends", span.ends)):
        if not year.starts <= day <= year.ends:
            yield outside(day, year, span.line(word))
    if span.ends < span.starts:
        yield Mistake(span.line("ends"), f"{said(span.ends)} comes before {said(span.starts)}.")


def outside(day: date, year: Year, line: int) -> Mistake:
    return Mistake(
        line, f"{said(day)} is outside the year {year.name} ({said(year.starts)} to {said(year.ends)})."
    )


def overlapping(calendar: Calendar) -> Iterator[Mistake]:
    in_order = sorted(calendar.terms, key=lambda term: term.starts)
    for number, later in enumerate(in_order[1:]):
        if later.starts <= in_order[number].ends:
            yield Mistake(
                later.line("starts"),
                f"The {later.name} term starts on {said(later.starts)},"
                f" before the {in_order[number].name} term has ended.",
            )


def half_terms_outside(calendar: Calendar, year: Year) -> Iterator[Mistake]:
    terms = calendar.terms or year.terms
    for holiday in calendar.half_terms or (year.half_terms if calendar.terms else ()):
        if terms and not any(term.starts <= holiday.starts and holiday.ends <= term.ends for term in terms):
            line = holiday.line("starts") if calendar.half_terms else calendar.line("terms")
            yield Mistake(
                line,
                f"The half term from {said(holiday.starts)} to {said(holiday.ends)} is not inside a term.",
            )
