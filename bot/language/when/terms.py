"""Terms and school years, their halves, and which days are known at all: the autumn term, summer 2."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.language.when.values import Asked, Days, No, Reading, Sure, merged, which
from bot.language.when.written import Form, Match, form
from bot.rules.calendar import SchoolCalendar, SchoolYear, Span

DAY = timedelta(days=1)
NO_TERMS = No("I don’t know the term dates for that. Please give the date, for example 14 November 2017.")
SEASONS = "autumn|spring|summer"
WHICH = "(?:(?P<which>this|next|last|current|coming|following|previous) )?"
NEXT = frozenset({"next", "coming", "following"})
LAST = frozenset({"last", "previous"})


def known_terms(calendar: SchoolCalendar) -> Sequence[Days]:
    return sorted((days_of(term) for _, term in _terms(calendar)), key=lambda days: days.first)


def _terms(calendar: SchoolCalendar) -> Iterator[tuple[SchoolYear, Span]]:
    for year in calendar.years:
        for term in year.terms:
            yield year, term


def days_of(span: Span) -> Days:
    return Days(span.starts, span.ends)


def name_of(span: Span) -> str:
    return span.name.casefold().removesuffix(" half term").removesuffix(" term").strip()


def is_known(day: date, calendar: SchoolCalendar) -> bool:
    """Whether the roster says of this day if it is one at school."""
    terms = known_terms(calendar)
    return any(year.terms and day in Days(year.starts, year.ends) for year in calendar.years) and (
        terms[0].first <= day <= max(term.last for term in terms)
    )


def half_terms(calendar: SchoolCalendar) -> Sequence[Days]:
    """The holidays."""
    return sorted(
        (days_of(span) for year in calendar.years for span in year.holidays), key=lambda days: days.first
    )


def halves(calendar: SchoolCalendar) -> Sequence[tuple[str, int, Days]]:
    """The two parts of each term with its name and their number; in order."""
    found = []
    for year, term in _terms(calendar):
        rest = next((span for span in year.holidays if span.starts in term), None)
        if rest:
            before = Days(term.starts, working(calendar, rest.starts - DAY, -1))
            after = Days(working(calendar, rest.ends + DAY, 1), term.ends)
            found += [(name_of(term), 1, before), (name_of(term), 2, after)]
    return sorted(found, key=lambda each: each[2].first)


def working(calendar: SchoolCalendar, day: date, step: int) -> date:
    while not calendar.is_working_day(day):
        day += step * DAY
    return day


def chosen(every: Sequence[Days], which_one: str, asked: Asked) -> Reading:
    """Without a word the one that is on or the next; of a record, the one that is on or the last."""
    today = asked.today
    now = next((days for days in every if today in days), None)
    coming = [days for days in every if days.first > today]
    gone = [days for days in every if days.last < today]
    if which_one in NEXT:
        return _first(coming)
    if which_one in LAST:
        return _first(gone[-1:])
    if which_one in {"this", "current"} and now is None:
        found = coming[:1] + gone[-1:]
        return which(found) if found else NO_TERMS
    if now or asked.record or coming:
        return _first([now] if now else gone[-1:] if asked.record else coming)
    # The roster has no later one: better the last than nothing.
    return which(gone[-1:]) if gone else NO_TERMS


def _first(found: Sequence[Days]) -> Reading:
    return Sure(found[0]) if found else NO_TERMS


def _term(match: Match, asked: Asked) -> Reading:
    return chosen(known_terms(asked.calendar), match["which"] or "", asked)


def _named_term(match: Match, asked: Asked) -> Reading:
    every = [days_of(term) for _, term in _terms(asked.calendar) if name_of(term) == match["season"]]
    return chosen(_of_year(every, match["year"]), match["which"] or "", asked)


def _of_year(every: Sequence[Days], year: str | None) -> Sequence[Days]:
    return [days for days in every if not year or days.first.year == int(year)]


def _half(match: Match, asked: Asked) -> Reading:
    """ "Autumn 2", "the second half of the spring term"."""
    number = 2 if match["half"].startswith("2") or match["half"] == "last" else 1
    season = match["season"]
    every = [days for name, count, days in halves(asked.calendar) if (name, count) == (season, number)]
    return chosen(every, "", asked)


def _half_of_this(match: Match, asked: Asked) -> Reading | None:
    """ "The second half of term": of the term that is on or comes next."""
    number = 2 if match["half"].startswith("2") else 1
    term = chosen(known_terms(asked.calendar), match["which"] or "", asked)
    if not isinstance(term, Sure) or not isinstance(term.value, Days):
        return term
    return _first(
        [days for _, count, days in halves(asked.calendar) if count == number and days.first in term.value]
    )


def _school_year(match: Match, asked: Asked) -> Reading:
    years = sorted(
        (Days(year.starts, year.ends) for year in asked.calendar.years), key=lambda days: days.first
    )
    found = chosen(years, match["which"] or "", asked)
    if not isinstance(found, Sure) or not isinstance(found.value, Days):
        return found
    # From September to August, or from the first day at school to the last.
    terms = [term for term in known_terms(asked.calendar) if term.first in found.value]
    return which([*([Days(terms[0].first, terms[-1].last)] if terms else []), found.value])


def _year(match: Match, asked: Asked) -> Reading | None:
    """The calendar's and the school's."""
    year = asked.today.year + {"this": 0, "next": 1, "last": -1}[match["which"]]
    found: list[Reading] = [Sure(Days(date(year, 1, 1), date(year, 12, 31))), _school_year(match, asked)]
    return merged(found)


SEASON = rf"(?P<season>{SEASONS})"

FORMS: tuple[Form, ...] = (
    form(rf"(?:in |during )?{WHICH}(?:school )?term", _term),
    form(rf"(?:in |during )?{WHICH}{SEASON} term(?: (?P<year>[0-9]{{4}}))?", _named_term),
    form(rf"{SEASON} (?:term )?(?P<half>[12])", _half),
    form(rf"{SEASON} (?:term )?(?P<half>1st|2nd|last) half(?:term)?", _half),
    form(rf"(?P<half>1st|2nd|last) (?:halfof|halfterm|half)(?: in)? {SEASON}(?: term)?", _half),
    form(rf"(?P<half>1st|2nd) (?:halfof|half) {WHICH}term", _half_of_this),
    form(rf"(?:in )?{WHICH}(?:school|academic) year", _school_year),
    form("(?:in )?(?P<which>this|next|last) year", _year),
)
