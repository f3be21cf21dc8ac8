"""The calendar of a roster file alone: its year, for who does not need the rest."""

from pydantic import ValidationError

from bot.rules.calendar import SchoolCalendar
from storage.calendars import SpanEntry, YearEntry, of_spans
from storage.roster.reading import Mistake, read
from storage.roster.sentences import sentence
from storage.roster.shape import Year
from storage.roster.years import spans

ONE = 1


def calendar_in(raw: bytes) -> SchoolCalendar | tuple[Mistake, ...]:
    """The days of the year in a roster, or in a file with nothing else; or the mistakes in it, by line."""
    page = read(raw)
    if not page.data:
        return tuple(page.mistakes)
    inside = "year" in page.data
    try:
        year = Year.model_validate(page.data["year"] if inside else page.data)
    except ValidationError as found:
        errors = found.errors(include_url=False)
        return tuple(
            Mistake(page.line((*(("year",) if inside else ()), *error["loc"])), sentence(error))
            for error in errors
        )
    own = [
        SpanEntry(ONE, None, kind, name, starts, ends)
        for _, kind, name, starts, ends in spans(None, year, year.terms)
    ]
    return of_spans([YearEntry(ONE, year.starts, year.ends)], own)
