"""Weeks told from a day or a holiday: the week before Christmas, the second week after half term."""

from datetime import date, timedelta

from bot.language.when.counted import ANCHOR, BESIDE, DAY, after, beside
from bot.language.when.near import monday_of
from bot.language.when.terms import NO_TERMS, is_known
from bot.language.when.values import Asked, Days, Reading, Sure, Value, first_of, last_of, spread, which
from bot.language.when.vocabulary import DAY_NAMES
from bot.language.when.weeks import FRIDAY, SATURDAY, week_of
from bot.language.when.written import Form, Match, form

LONGEST_HOLIDAY = 9  # weeks


def _week_beside(match: Match, asked: Asked) -> Reading | None:
    """The week after or before a day or a holiday; before a day in mid-week it may be that day's own."""

    if " back " in match[0]:
        return spread(asked.read(f"goback after {match['anchor']}"), _week_back)

    def found(value: Value) -> Reading | None:
        first, last = first_of(value), last_of(value)
        if first is None or last is None:
            return None
        if match["full"]:
            return _full_week(match, value, asked)
        if after(match):
            return Sure(week_of(monday_of(last) + timedelta(days=7)))
        before = week_of(monday_of(first) - timedelta(days=7))
        if match["anchor"].startswith("breakup") or 0 < first.weekday() <= FRIDAY:
            return which((week_of(first), before))
        return Sure(week_of(first) if first.weekday() >= SATURDAY else before)

    anchor = match["anchor"]
    *before, weekday = anchor.split()
    if before and weekday in DAY_NAMES:
        # "The week after half term, Monday".
        week = asked.read(f"week {match['side']} {' '.join(before)}")
        return spread(week, lambda value: _day_of(value, weekday))
    if anchor == "christmas" and not after(match):
        return spread(asked.read("christmas day"), found)
    return beside(match, asked, found)


def _week_back(day: Value) -> Reading | None:
    """The week in which school is back; where that is in mid-week, the first whole one may be meant."""
    if not isinstance(day, date):
        return None
    week = week_of(day)
    return Sure(week) if day == week.first else which((week, week_of(week.first + timedelta(days=7))))


def _day_of(week: Value, weekday: str) -> Reading | None:
    return which((week.first + DAY * DAY_NAMES.index(weekday),)) if isinstance(week, Days) else None


def _nth_week_beside(match: Match, asked: Asked) -> Reading | None:
    """ "The second week after half term"."""
    count = int(match["nth"][0])

    def found(value: Value) -> Reading | None:
        first, last = first_of(value), last_of(value)
        if first is None or last is None:
            return None
        weeks = timedelta(days=7 * count)
        return Sure(week_of(monday_of(last) + weeks if after(match) else monday_of(first) - weeks))

    return beside(match, asked, found)


def _full_week(match: Match, value: Value, asked: Asked) -> Reading | None:
    """The nearest week with school on all of its days."""
    first, last = first_of(value), last_of(value)
    if first is None or last is None:
        return None
    step = timedelta(days=7 if after(match) else -7)
    week = week_of(monday_of(last if after(match) else first) + step)
    for _ in range(LONGEST_HOLIDAY):
        if all(asked.calendar.is_school_day(week.first + day * DAY) for day in range(5)):
            return Sure(week) if is_known(week.first, asked.calendar) else NO_TERMS
        week = week_of(week.first + step)
    return NO_TERMS


FORMS: tuple[Form, ...] = (
    form(rf"(?:1st |last )?(?P<full>full )?week (?:back )?{BESIDE} {ANCHOR}", _week_beside),
    form(rf"(?P<nth>[2-9](?:nd|rd|th)) week {BESIDE} {ANCHOR}", _nth_week_beside),
)
