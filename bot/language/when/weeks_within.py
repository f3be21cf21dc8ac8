"""Weeks of a month or a term: the last week of term, week 3 of the autumn term, the first week back."""

from datetime import date, timedelta

from bot.language.when.anchored import ORDINAL
from bot.language.when.counted import DAY
from bot.language.when.near import next_weekday
from bot.language.when.parts import A_WEEK, SPAN, in_span
from bot.language.when.terms import half_terms
from bot.language.when.values import Asked, Days, No, Reading, Sure, Value, one_of, spread, values_of, which
from bot.language.when.vocabulary import MONTH_NAMES
from bot.language.when.weeks import SATURDAY, week_of
from bot.language.when.written import Form, Match, form

MOST_WEEKS = 20


def _week_in(match: Match, asked: Asked) -> Reading | None:
    """The nth or the last week of a month or a term; a week that is only partly in it is asked about."""
    of_school = match["span"].split()[-1] not in (*MONTH_NAMES, "month") and not match["span"][-4:].isdigit()

    def found(value: Value) -> Reading | None:
        if not isinstance(value, Days):
            return None
        found = (
            _last_week(value, of_school=of_school)
            if match["nth"] == "last"
            else _numbered_week(value, int(match["nth"][:-2]), asked, of_school=of_school)
        )
        return _full(found, asked) if match["full"] else found

    return in_span(match, asked, found)


def _numbered_month_week(match: Match, asked: Asked) -> Reading | None:
    """ "Week 1 of December", which may be the week of the 1st too."""
    days = asked.read(match["span"])
    found = spread(days, lambda value: _whole_weeks(value, int(match["number"]), asked))
    return which(values_of(found)) if found else None


def _whole_weeks(value: Value, number: int, asked: Asked) -> Reading | None:
    return _numbered_week(value, number, asked, of_school=False) if isinstance(value, Days) else None


def _full(found: Reading, asked: Asked) -> Reading:
    """A whole week; one in which school is closed for a day may not be meant."""
    week = values_of(found)[-1]
    if not isinstance(week, Days):
        return found
    if all(asked.calendar.is_school_day(week.first + day * DAY) for day in range(5)):
        return Sure(week)
    return which((week_of(week.first + A_WEEK), week))


def _last_week(days: Days, *, of_school: bool) -> Reading:
    ends = week_of(days.last)
    if ends.last <= days.last:
        return Sure(ends)
    return which(
        (Days(ends.first, days.last) if of_school else ends, week_of(ends.first - timedelta(days=7)))
    )


def _numbered_week(days: Days, number: int, asked: Asked, *, of_school: bool) -> Reading:
    first = days.first if days.first.weekday() < SATURDAY else next_weekday(0, days.first)
    begins = week_of(first + timedelta(days=7 * (number - 1)))
    if begins.first > days.last:
        return No("There is no such week then.", True)
    # Where it begins in mid-week, some count from the first whole week; and some leave out a half term.
    rests = of_school and any(days.first < rest.first <= begins.last for rest in half_terms(asked.calendar))
    others = [week_of(begins.first + A_WEEK)] if first.weekday() or rests else []
    return one_of([Days(max(first, begins.first), begins.last) if of_school else begins, *others])


def _numbered_term_week(match: Match, asked: Asked) -> Reading | None:
    number = int(match["number"])

    def found(value: Value) -> Reading | None:
        possible = isinstance(value, Days) and 1 <= number <= MOST_WEEKS
        return (
            _numbered_week(value, number, asked, of_school=True)
            if possible and isinstance(value, Days)
            else None
        )

    return in_span(match, asked, found)


def _week_back(match: Match, asked: Asked) -> Reading | None:
    """ "The first week back": where it begins in mid-week, the first whole one may be meant."""
    return spread(
        asked.read("goback"),
        lambda day: (
            _numbered_week(Days(day, day + A_WEEK), 1, asked, of_school=True)
            if isinstance(day, date)
            else None
        ),
    )


FORMS: tuple[Form, ...] = (
    form("1st (?:full )?week (?:back|goback)", _week_back),
    form(rf"{ORDINAL} (?P<full>full |whole )?week (?:in )?{SPAN}", _week_in),
    form(r"week (?P<number>[0-9]{1,2}) (?:in )?(?P<span>.*term)", _numbered_term_week),
    form(rf"week (?P<number>[1-5]) (?:in )?(?P<span>{'|'.join(MONTH_NAMES)})", _numbered_month_week),
)
