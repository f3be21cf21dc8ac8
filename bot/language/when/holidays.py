"""Half terms and holidays: October half term, the Easter holidays, the end of half term."""

from datetime import timedelta

from bot.language.when.terms import (
    DAY,
    NO_TERMS,
    SEASON,
    WHICH,
    chosen,
    days_of,
    half_terms,
    halves,
    is_known,
    name_of,
    working,
)
from bot.language.when.values import Asked, Days, Reading, Sure, merged, values_of, which
from bot.language.when.written import Form, Match, form
from bot.rules.calendar import CHRISTMAS, EASTER, SUMMER

A_WEEK = timedelta(days=7)
MONTHS_OF_HALF_TERMS = {
    "october": "autumn",
    "november": "autumn",
    "february": "spring",
    "may": "summer",
    "whit": "summer",
}
IN = "(?:in |during |at |over )?"
BREAK = "(?: holidays?| break| week)?"


def _half_term(match: Match, asked: Asked) -> Reading:
    """The holiday, the one that is on or the next."""
    season = match["season"] or MONTHS_OF_HALF_TERMS.get(match["month"] or "", "")
    every = [
        days_of(span)
        for year in asked.calendar.years
        for span in year.holidays
        if not season or name_of(span) == season
    ]
    return chosen(every, "", asked)


def _whit_week(_match: Match, asked: Asked) -> Reading | None:
    """The week of Whit Sunday, in which the half term of summer often is."""
    found = asked.read("whit halfterm")
    return which(values_of(found)) if found and values_of(found) else found


def _either_half_term(match: Match, asked: Asked) -> Reading | None:
    """ "This half term" is half of a term to some, and the holiday to others."""
    parts = [days for _, _, days in halves(asked.calendar)]
    readings = [chosen(every, match["which"], asked) for every in (parts, half_terms(asked.calendar))]
    return merged(readings)


def _half_terms_end(match: Match, asked: Asked) -> Reading | None:
    parts = [days for _, _, days in halves(asked.calendar)]
    now = next((days for days in parts if asked.today in days), None)
    rest = [days for days in half_terms(asked.calendar) if days.last >= asked.today][:1]
    if match["edge"] in {"end", "last day"}:
        found = [days.last for days in (*([now] if now else []), *rest)]
        found += [working(asked.calendar, rest[0].first - DAY, -1)] if rest else []
    else:
        found = [days.first for days in (*rest, *[days for days in parts if days.first > asked.today][:1])]
    return which(found) if found else NO_TERMS


def _holidays(match: Match, asked: Asked) -> Reading:
    # Terms that are called otherwise have the longer names.
    called = {
        "christmas": (CHRISTMAS, "between the autumn"),
        "easter": (EASTER, "between the spring"),
        "summer": (SUMMER,),
    }
    kinds = called[match["kind"]]
    every = [days_of(span) for span in asked.calendar.holidays if any(kind in span.name for kind in kinds)]
    return _asked_if_open(chosen(every, "", asked), asked)


def _asked_if_open(found: Reading, asked: Asked) -> Reading:
    """When a summer ends nobody knows before the terms after it are in the roster."""
    if not isinstance(found, Sure) or not isinstance(found.value, Days):
        return found
    beside = (found.value.first - DAY, found.value.last + DAY)
    return found if all(is_known(day, asked.calendar) for day in beside) else which((found.value,))


def _next_holidays(match: Match, asked: Asked) -> Reading | None:
    """Those that are on or come next; before a half term the long ones after it may be meant."""
    every = [days_of(span) for span in asked.calendar.holidays]
    long = [days for days in every if days.last - days.first > A_WEEK]
    return merged(
        [_asked_if_open(chosen(some, match["which"] or "", asked), asked) for some in (every, long)]
    )


FORMS: tuple[Form, ...] = (
    form(
        rf"{IN}(?:next )?(?:(?P<month>{'|'.join(MONTHS_OF_HALF_TERMS)})|{SEASON}) (?:term )?halfterm{BREAK}",
        _half_term,
    ),
    form(rf"{IN}(?P<season>)(?P<month>)halfterm{BREAK}", _half_term),
    form(r"(?:in )?whit week", _whit_week),
    form(r"(?P<which>this|next|last) halfterm(?: holidays?)?", _either_half_term),
    form(r"(?P<edge>end|start|beginning|1st day|last day) (?:this |next )?halfterm", _half_terms_end),
    form(
        r"(?:in |during |over )?(?P<kind>christmas|easter|summer) (?:school )?(?:holidays?|break)", _holidays
    ),
    form(rf"(?:in |during )?{WHICH}(?:school )?holidays", _next_holidays),
)
