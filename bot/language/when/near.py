"""Days told from today: tomorrow, next Friday, Tuesday last, three weeks ago."""

from datetime import date, timedelta

from bot.language.when.stated import month_from, whole_month
from bot.language.when.values import Asked, No, Reading, Sure, one_of, spread, which
from bot.language.when.vocabulary import DAY_NAMES
from bot.language.when.written import WEEKDAY, Form, Match, form

UNITS = {"day": 1, "week": 7, "fortnight": 14}
COUNT = r"(?P<count>[0-9]{1,3}|an?) (?P<unit>day|week|fortnight|month|year)s?"
FURTHEST = 3660
TOO_FAR = No("That is too far away. Please give the date, for example 14 November 2017.")


def next_weekday(weekday: int, today: date) -> date:
    """The first such day after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def last_weekday(weekday: int, today: date) -> date:
    """The last such day before today."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _from(days: int) -> Form:
    words = {
        0: "today|now",
        1: "tomorrow",
        2: "day after tomorrow",
        -1: "yesterday",
        -2: "day before yesterday",
    }
    return form(words[days], lambda _match, asked: Sure(asked.today + timedelta(days=days)))


def _this_time(match: Match, asked: Asked) -> Reading:
    return which((asked.today + timedelta(days=7 if match["which"] == "next" else -7),))


def _weekday(match: Match, asked: Asked) -> Reading:
    """The next such day, or of a record the last; on a Wednesday, "Wednesday" may be today."""
    weekday = DAY_NAMES.index(match["weekday"])
    day = (last_weekday if asked.record else next_weekday)(weekday, asked.today)
    return which((asked.today, day)) if day.weekday() == asked.today.weekday() else Sure(day)


def _this(match: Match, asked: Asked) -> Reading:
    """ "This Friday" is of this week; where that is over, the coming one may be meant."""
    weekday = DAY_NAMES.index(match["weekday"])
    here = monday_of(asked.today) + timedelta(days=weekday)
    if here == asked.today:
        return which((here, here + timedelta(days=-7 if asked.record else 7)))
    if here > asked.today or asked.record:
        return Sure(here)
    return which((next_weekday(weekday, asked.today), here))


def _coming(match: Match, asked: Asked) -> Reading:
    weekday = DAY_NAMES.index(match["weekday"])
    day = next_weekday(weekday, asked.today)
    return which((asked.today, day)) if weekday == asked.today.weekday() else Sure(day)


def _next(match: Match, asked: Asked) -> Reading:
    """ "Next Friday" is the coming one to some, and the one after it to others."""
    first = next_weekday(DAY_NAMES.index(match["weekday"]), asked.today)
    return which((first, first + timedelta(days=7)))


def _after_next(match: Match, asked: Asked) -> Reading:
    first = next_weekday(DAY_NAMES.index(match["weekday"]), asked.today)
    return which((first + timedelta(days=7), first + timedelta(days=14)))


def _last(match: Match, asked: Asked) -> Reading:
    """The last one, which to some is of last week whatever the day."""
    weekday = DAY_NAMES.index(match["weekday"])
    of_last_week = monday_of(asked.today) + timedelta(days=weekday - 7)
    return one_of((last_weekday(weekday, asked.today), of_last_week))


def _just_gone(match: Match, asked: Asked) -> Reading:
    return Sure(last_weekday(DAY_NAMES.index(match["weekday"]), asked.today))


def _before_last(match: Match, asked: Asked) -> Reading | None:
    return spread(
        _last(match, asked), lambda day: Sure(day - timedelta(days=7)) if isinstance(day, date) else None
    )


def _agreeing(match: Match, asked: Asked) -> Reading | None:
    """ "Tomorrow, Thursday": a day and its name, which should agree."""
    weekday = DAY_NAMES.index(match["weekday"])
    named = next_weekday(weekday, asked.today - timedelta(days=2))
    return spread(asked.read(match["start"]), lambda day: one_of((day, named)))


def count_of(match: Match) -> int:
    count = match["count"]
    return int(count) if count.isdigit() else 1


def moved(day: date, count: int, unit: str) -> date | None:
    """So many days, weeks, fortnights, months or years later; a month without such a day gives its last."""
    if unit in UNITS:
        days = count * UNITS[unit]
        return day + timedelta(days=days) if abs(days) <= FURTHEST else None
    months = count * (12 if unit == "year" else 1)
    if abs(months) > 120:
        return None
    month = whole_month(month_from(day, months))
    return min(month.first + timedelta(days=day.day - 1), month.last)


def _in(match: Match, asked: Asked) -> Reading:
    return away(asked.today, count_of(match), match["unit"])


def _ago(match: Match, asked: Asked) -> Reading:
    return away(asked.today, -count_of(match), match["unit"])


def _next_few(match: Match, asked: Asked) -> Reading:
    """ "The next 3 days", "within a fortnight": the last of them, for somebody to name one."""
    day = moved(asked.today, count_of(match), match["unit"])
    return which((day,)) if day else told(day)


def told(day: date | None) -> Reading:
    return Sure(day) if day else TOO_FAR


def away(day: date, count: int, unit: str) -> Reading:
    """As `moved`; where the month has no such day, its last is asked about."""
    found = moved(day, count, unit)
    by_months = unit not in UNITS
    return which((found,)) if found and by_months and found.day != day.day else told(found)


def _few(match: Match, asked: Asked) -> Reading:
    return No("How many exactly? Please give the date, for example Tues 14 Nov.")


def _couple(match: Match, asked: Asked) -> Reading:
    day = moved(asked.today, 2, match["unit"])
    return which((day,)) if day else told(day)


FORMS: tuple[Form, ...] = (
    *(_from(days) for days in (0, 1, 2, -1, -2)),
    form("(?:this|same) time (?P<which>last|next) week", _this_time),
    form(WEEKDAY, _weekday),
    form(rf"this {WEEKDAY}", _this),
    form(rf"(?:this |next )?coming {WEEKDAY}", _coming),
    form(rf"next {WEEKDAY}", _next),
    form(rf"{WEEKDAY} after next", _after_next),
    form(rf"{WEEKDAY} before last", _before_last),
    form(rf"last {WEEKDAY}", _last),
    form(rf"{WEEKDAY} last", _last),
    form(rf"(?:this )?{WEEKDAY} coming", _coming),
    form(rf"(?P<start>today|tomorrow|yesterday) (?:its |a )?{WEEKDAY}", _agreeing),
    form(rf"{WEEKDAY} (?:just )?(?:gone|past|been)", _just_gone),
    form(rf"(?:this |just )?past {WEEKDAY}", _just_gone),
    form(rf"in {COUNT}(?: time)?(?: from now)?", _in),
    form(rf"{COUNT}(?: time| hence| (?:from|after) (?:today|now))", _in),
    form(rf"{COUNT} (?:ago|back|earlier|before (?:today|now))", _ago),
    form(r"(?:in )?(?:a |next )?(?:few|several) (?:day|week|month)s?(?: time)?", _few),
    form(
        r"(?:in |for |over |during |within )?(?:next|coming|within) (?P<count>[0-9]{1,3}) "
        r"(?P<unit>day|week|month)s?",
        _next_few,
    ),
    form(rf"within {COUNT}(?: time)?", _next_few),
    form(r"(?:in )?(?:a )?couple (?P<unit>day|week|month)s?(?: time)?", _couple),
)
