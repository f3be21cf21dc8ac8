"""Days on which school begins, ends or is closed: the last day of term, when we go back, INSET."""

from dataclasses import replace
from datetime import date, timedelta

from bot.language.when.near import next_weekday
from bot.language.when.terms import (
    DAY,
    LAST,
    NO_TERMS,
    SEASONS,
    chosen,
    halves,
    is_known,
    known_terms,
    working,
)
from bot.language.when.values import (
    MOST_CHOICES,
    Asked,
    Days,
    No,
    Reading,
    Sure,
    Value,
    Which,
    one_of,
    spread,
    values_of,
    which,
)
from bot.language.when.vocabulary import DAY_NAMES, MONTH_NAMES
from bot.language.when.written import WEEKDAY, Form, Match, form

A_WEEK = timedelta(days=7)


def _edge(match: Match, asked: Asked) -> Reading | None:
    """The first or last day of a term."""
    term = _of_terms(asked.read(match["term"]), asked)
    if not isinstance(term, Sure) or not isinstance(term.value, Days):
        return term
    last = match["edge"] in {"end", "last day", "last school day"}
    # "The start of term" on a day in the middle of one is that of the next, unless it is for a record.
    if not last and not asked.record and term.value.first < asked.today and match["term"] == "term":
        term = chosen(known_terms(asked.calendar), "next", asked)
    if not isinstance(term, Sure) or not isinstance(term.value, Days):
        return term
    return last_day(term.value, asked) if last else first_day(term.value, asked)


def _of_terms(found: Reading | None, asked: Asked) -> Reading | None:
    """A school year from its first day at school to its last."""
    years = [value for value in values_of(found) if isinstance(value, Days)] if found else []
    if not years:
        return found
    terms = [term for term in known_terms(asked.calendar) if term.first in years[-1]]
    return Sure(Days(terms[0].first, terms[-1].last)) if terms else found


def first_day(days: Days, asked: Asked) -> Reading:
    """Where it begins with INSET, the children come later."""
    return one_of((days.first, asked.calendar.on_or_after(days.first)))


def last_day(days: Days, asked: Asked) -> Reading:
    return one_of((days.last, asked.calendar.on_or_before(days.last)))


def _break_up(match: Match, asked: Asked) -> Reading:
    """The last day before the next holiday, half terms included where they are named."""
    found = [days for days in known_terms(asked.calendar) if days.last >= asked.today]
    if asked.record:
        found = [days for days in reversed(known_terms(asked.calendar)) if days.last <= asked.today]
    parts = [part for _, _, part in halves(asked.calendar) if part.last >= asked.today]
    if not found:
        return NO_TERMS
    ends = [found[0]]
    # Where a half term comes first, that may be meant.
    if not asked.record and parts and parts[0].last < found[0].last:
        ends = [parts[0], found[0]]
    return one_of(tuple(asked.calendar.on_or_before(days.last) for days in ends))


def _break_up_for(match: Match, asked: Asked) -> Reading | None:
    """ "When we break up for Christmas"."""
    rest = asked.read(match["rest"] if match["rest"].endswith("halfterm") else f"{match['rest']} holidays")
    # When it begins is known even where nobody knows when it ends.
    holidays = [value for value in values_of(rest) if isinstance(value, Days)] if rest else []
    if len(holidays) != 1:
        return rest if isinstance(rest, No) else None
    return Sure(asked.calendar.previous_school_day(holidays[0].first))


def _told_of(match: Match, asked: Asked) -> Reading | None:
    """ "The day we broke up", "when we went back after half term": gone by, whatever it is asked for."""
    gone = replace(asked, record=True)
    if match["what"]:
        said = {"brokeup": "breakup", "wentback": "goback"}[match["told"]]
        found = gone.read(f"{said}{match['what']}")
    else:
        rests = [Days(each.starts, each.ends) for each in asked.calendar.holidays]
        days = [_day_beside(rest, match["told"], asked) for rest in rests]
        # The last one, and the last one that was no half term.
        long = [day for day, rest in zip(days, rests, strict=True) if rest.last - rest.first > A_WEEK]
        latest = [max((day for day in some if day < asked.today), default=None) for some in (days, long)]
        found = which([day for day in latest if day])
    if asked.record or not found or not values_of(found):
        return found
    return which(values_of(found))


def _day_beside(rest: Days, told: str, asked: Asked) -> date:
    if told == "brokeup":
        return asked.calendar.previous_school_day(rest.first)
    return working(asked.calendar, rest.last + DAY, 1)


def _go_back(match: Match, asked: Asked) -> Reading:
    """The first day after the holiday that is on or comes next."""
    now = asked.calendar.next_holiday(asked.today)
    if now is None or not is_known(now.ends + DAY, asked.calendar):
        return NO_TERMS
    days = now.ends + DAY
    return one_of((working(asked.calendar, days, 1), asked.calendar.on_or_after(days)))


def _go_back_after(match: Match, asked: Asked) -> Reading | None:
    rest = asked.read(match["rest"] if match["rest"].endswith("halfterm") else f"{match['rest']} holidays")
    if not isinstance(rest, Sure) or not isinstance(rest.value, Days):
        return None if isinstance(rest, Sure) else NO_TERMS if isinstance(rest, Which) else rest
    return _first_after(rest.value, asked)


def _new_year(match: Match, asked: Asked) -> Reading | None:
    """ "The first day of the new year": of January, or at school."""
    kind = f"{match['kind']} " if match["kind"] else ""
    found = [asked.read(words) for words in (f"1st {kind}day january", "goback after christmas")]
    return which([value for each in found if each for value in values_of(each)][:MOST_CHOICES])


def _first_after(rest: Days, asked: Asked) -> Reading:
    day = rest.last + DAY
    return one_of((working(asked.calendar, day, 1), asked.calendar.on_or_after(day)))


def _back_in(match: Match, asked: Asked) -> Reading | None:
    """ "The first day back in January"."""

    def found(value: Value) -> Reading | None:
        if not isinstance(value, Days):
            return None
        days = [Days(rest.starts, rest.ends) for rest in asked.calendar.holidays if rest.ends + DAY in value]
        return _first_after(days[0], asked) if len(days) == 1 else None

    return spread(asked.read(match["span"]), found)


def _inset(match: Match, asked: Asked) -> Reading:
    days = sorted(span.starts for year in asked.calendar.years for span in year.inset)
    if (asked.record and match["which"] != "next") or match["which"] in LAST:
        return one_of([day for day in reversed(days) if day <= asked.today][:1])
    coming = [day for day in days if day > asked.today or (day == asked.today and match["which"] != "next")]
    return one_of(coming[:1])


def _inset_in(match: Match, asked: Asked) -> Reading | None:
    span = asked.read(match["span"])
    if not isinstance(span, Sure) or not isinstance(span.value, Days):
        return None
    days = [each.starts for year in asked.calendar.years for each in year.inset if each.starts in span.value]
    return one_of(sorted(days))


def _weekday_back(match: Match, asked: Asked) -> Reading | None:
    """The first such day from the day on which school is back."""
    weekday = DAY_NAMES.index(match["weekday"])
    return spread(
        asked.read("goback"),
        lambda day: Sure(next_weekday(weekday, day - DAY)) if isinstance(day, date) else None,
    )


REST = "(?P<rest>christmas|easter|summer|(?:[a-z]+ )?halfterm)(?: holidays| break)?"
EDGE = "(?P<edge>start|beginning|end|1st day|last day|1st school day|last school day)"
TERM = (
    rf"(?P<term>(?:this |next |last )?(?:(?:{SEASONS}) )?term(?: [0-9]{{4}})?|school year|next school year)"
)


FORMS: tuple[Form, ...] = (
    form(rf"(?:at )?{EDGE} {TERM}", _edge),
    form(r"(?P<edge>last day|end) (?P<term>autumn|spring|summer)", _edge),
    form("(?:last day before )?(?:day )?breakup", _break_up),
    form(rf"(?:day )?breakup for {REST}", _break_up_for),
    form(rf"(?:day )?(?P<told>brokeup|wentback)(?P<what> (?:for|after) {REST})?", _told_of),
    form("(?:day )?goback|1st day back(?: to school| at school)?", _go_back),
    form(
        rf"(?:day |1st day )?(?:goback|back) after {REST}",
        _go_back_after,
    ),
    form("1st (?:(?P<kind>working|school) )?day newyear", _new_year),
    form("(?:(?P<which>next|last|previous) )?inset(?: day)?", _inset),
    form("inset(?: days?)? (?:in )?(?P<span>(?!.*inset).+)", _inset_in),
    form(rf"1st {WEEKDAY} (?:back|goback)", _weekday_back),
    form(rf"1st day (?:back|goback) in (?P<span>{'|'.join(MONTH_NAMES)}(?: [0-9]{{4}})?)", _back_in),
)
