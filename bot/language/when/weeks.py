"""Weeks and weekends, and days in them: w/b 13 Nov, Weds next week, the week after next."""

from datetime import date, timedelta

from bot.language.when.near import away, monday_of, next_weekday
from bot.language.when.stated import month_from, whole_month
from bot.language.when.values import Asked, Days, Reading, Sure, Value, spread, values_of, which
from bot.language.when.vocabulary import DAY_NAMES
from bot.language.when.written import WEEKDAY, Form, Match, form

DAY_STEP = timedelta(days=1)
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
# From this week; the last four may be said of either.
WEEKS = {
    "this week": 0,
    "next week": 1,
    "last week": -1,
    "week after next": 2,
    "2 weeks after next": 3,
    "week before last": -2,
    "following week": 1,
    "week after this": 1,
    "coming week": 1,
}
NAMED = "|".join(DAY_NAMES)
GONE = frozenset({"last week", "week before last"})
A_WEEK = timedelta(days=7)
WEEK = rf"(?P<week>{'|'.join(WEEKS)})"


def week_of(day: date) -> Days:
    """The school week, Monday to Friday; of a weekend, the week that has just ended."""
    monday = monday_of(day)
    return Days(monday, monday + timedelta(days=FRIDAY))


def _monday(match: Match, asked: Asked) -> date:
    return monday_of(asked.today) + timedelta(days=7 * WEEKS[match["week"]])


def _week(match: Match, asked: Asked) -> Reading:
    """At a weekend "this week" is the coming one to some, and "last week" the one that has just ended.

    "Next week" then is the one that begins.
    """
    found = week_of(_monday(match, asked))
    if asked.today.weekday() >= SATURDAY and match["week"] in {"this week", "coming week"}:
        return which((week_of(asked.today + timedelta(days=7)), week_of(asked.today)))
    if asked.today.weekday() >= SATURDAY and match["week"] in GONE:
        return which((week_of(found.first + A_WEEK), found))
    if match["week"] == "following week":
        return which((found,))
    return Sure(found)


def _weekday_of(match: Match, asked: Asked) -> Reading:
    day = _monday(match, asked) + timedelta(days=DAY_NAMES.index(match["weekday"]))
    if match[0].startswith("week after next "):
        # "The week after next Tuesday" may be the week that follows that day.
        return which((day, week_of(day)))
    if asked.today.weekday() >= SATURDAY and match["week"] in {"this week", *GONE}:
        return which((day + A_WEEK, day))
    return Sure(day)


def _part_of(match: Match, asked: Asked) -> Reading:
    """The start and the end of a week are days that somebody should name."""
    week = week_of(_monday(match, asked))
    days = {
        "start": (week.first, week.first + timedelta(days=1)),
        "beginning": (week.first, week.first + timedelta(days=1)),
        "end": (week.last, week.last - timedelta(days=1)),
    }
    middle = (week.first + timedelta(days=2), week.first + timedelta(days=1), week.first + timedelta(days=3))
    return which(days.get(match["part"], middle))


def _weekfrom(match: Match, asked: Asked) -> Reading | None:
    """A week that begins on a date, which should be a Monday."""
    return spread(asked.read(match["day"]), _beginning)


def _beginning(day: Value) -> Reading | None:
    if isinstance(day, Days):
        return Sure(day) if day == week_of(day.first) else None
    if not isinstance(day, date):
        return None
    week = week_of(day)
    if day == week.first:
        return Sure(week)
    return which((week, week_of(day + timedelta(days=7))), "A school week begins on a Monday. ")


def _weekto(match: Match, asked: Asked) -> Reading | None:
    return spread(asked.read(match["day"]), _ending)


def _ending(day: Value) -> Reading | None:
    if not isinstance(day, date):
        return None
    week = week_of(day)
    if day.weekday() in (FRIDAY, SUNDAY):
        return Sure(week)
    return which((week, week_of(day - timedelta(days=7))), "A school week ends on a Friday. ")


def _week_with(match: Match, asked: Asked) -> Reading | None:
    return spread(asked.read(match["day"]), _containing)


def _containing(day: Value) -> Reading | None:
    if not isinstance(day, date):
        return None
    if day.weekday() == SUNDAY:
        return which((week_of(day + timedelta(days=1)), week_of(day)))
    return Sure(week_of(day))


def _gone_weekend(asked: Asked) -> Reading:
    saturday = monday_of(asked.today) - timedelta(days=2)
    return Sure(Days(saturday, saturday + timedelta(days=1)))


def _weekend(match: Match, asked: Asked) -> Reading:
    saturday = monday_of(asked.today) + timedelta(days=SATURDAY)
    these = [Days(day, day + timedelta(days=1)) for day in (saturday, saturday + timedelta(days=7))]
    gone = Days(saturday - timedelta(days=7), saturday - timedelta(days=6))
    if match["which"] == "last":
        return which((gone, these[0])) if asked.today.weekday() >= SATURDAY else Sure(gone)
    if match["which"] == "next":
        return which(these)
    if asked.record and asked.today.weekday() < SATURDAY:
        return which((gone, these[0]))
    return Sure(these[0])


def _weekend_of(match: Match, asked: Asked) -> Reading | None:
    """ "The weekend of the 11th": the one with that day in it."""

    def found(day: Value) -> Reading | None:
        if not isinstance(day, date) or day.weekday() < SATURDAY:
            return None
        saturday = monday_of(day) + timedelta(days=SATURDAY)
        return Sure(Days(saturday, saturday + timedelta(days=1)))

    return spread(asked.read(match["day"]), found)


def _weekend_after_next(_match: Match, asked: Asked) -> Reading:
    saturday = next_weekday(SATURDAY, asked.today)
    days = [saturday + timedelta(days=7), saturday + timedelta(days=14)]
    return which([Days(day, day + timedelta(days=1)) for day in days])


def _month_near(match: Match, asked: Asked) -> Reading:
    months = {"this": 0, "next": 1, "last": -1, "coming": 1, "following": 1}
    return Sure(whole_month(month_from(asked.today, months[match["which"]])))


def _month_after_next(_match: Match, asked: Asked) -> Reading:
    return Sure(whole_month(month_from(asked.today, 2)))


def _in_the_next(match: Match, asked: Asked) -> Reading:
    """ "In the next week" is from today on to some, and the week that begins on Monday to others."""
    step = -1 if match["which"] == "last" else 1
    end = away(asked.today, step, match["unit"])
    days = [value for value in values_of(end) if isinstance(value, date)]
    from_today = Days(*sorted((asked.today + step * DAY_STEP, days[0]))) if days else None
    named = asked.read(f"{match['which']} {match['unit']}")
    return which([*((from_today,) if from_today else ()), *(values_of(named) if named else ())])


def _weekday_from(match: Match, asked: Asked) -> Reading | None:
    """ "Thursday w/b 13 Nov"."""
    weekday = DAY_NAMES.index(match["weekday"])
    weeks = spread(asked.read(match["day"]), _beginning)
    return spread(
        weeks, lambda week: Sure(week.first + timedelta(days=weekday)) if isinstance(week, Days) else None
    )


DAY = "(?P<day>.+)"

FORMS: tuple[Form, ...] = (
    form(rf"(?:in |during |all )?(?:all week )?{WEEK}", _week),
    form(rf"{WEEKDAY} (?:in )?{WEEK}", _weekday_of),
    form(rf"{WEEK} {WEEKDAY}", _weekday_of),
    form(rf"(?P<part>start|beginning|end|middle|mid|early|late) (?:in )?{WEEK}", _part_of),
    form(rf"weekfrom (?P<day>.*[0-9].*) (?!monday){WEEKDAY}", _weekday_from),
    form(rf"(?:in )?weekfrom {DAY}", _weekfrom),
    form(r"(?:in )?(?:week )?(?:from|starting|beginning) (?P<day>monday .+)", _weekfrom),
    form(rf"{WEEKDAY} (?:in )?weekfrom {DAY}", _weekday_from),
    form(rf"(?:in )?weekto {DAY}", _weekto),
    form(
        rf"(?:in |during )?week (?:with |containing )?"
        rf"(?!before |after |back |following |from |[1-5] |(?:{NAMED}) [0-9]){DAY}",
        _week_with,
    ),
    form("(?:at |over )?(?:(?P<which>this|next|last|coming) )?weekend", _weekend),
    form("weekend after next", _weekend_after_next),
    form("this past weekend", lambda _match, asked: _gone_weekend(asked)),
    form(rf"weekend (?:in )?{DAY}", _weekend_of),
    form("inthe (?P<which>next|last|coming) (?P<unit>week|fortnight|month)", _in_the_next),
    form("(?:in |during )?(?P<which>this|next|last|coming|following) month", _month_near),
    form("(?:in )?month after next", _month_after_next),
)
