"""Days told from other days: the Monday after half term, two weeks before 14 Nov, the week after Easter."""

import re
from datetime import date, timedelta

from bot.language.when.counted import ANCHOR, BESIDE, DAY, SIDE, after, beside, counted
from bot.language.when.near import (
    COUNT,
    away,
    count_of,
    last_weekday,
    moved,
    next_weekday,
)
from bot.language.when.terms import working
from bot.language.when.values import (
    Asked,
    Days,
    No,
    Reading,
    Sure,
    Value,
    first_of,
    last_of,
    one_of,
    spread,
    values_of,
    which,
)
from bot.language.when.vocabulary import DAY_NAMES
from bot.language.when.written import WEEKDAY, Form, Match, form
from bot.rules.calendar import NoSchoolDay

SEPTEMBER = 9
OF_SCHOOL = re.compile(r"term|goback|breakup|back")
ORDINAL = "(?P<nth>[0-9]{1,2}(?:st|nd|rd|th)|last)"
NTH = "(?P<nth>[0-9]{1,2}(?:st|nd|rd|th)|last|penultimate)"


def _weekday_beside(match: Match, asked: Asked) -> Reading | None:
    """ "The Monday after half term", "the second Friday before Easter Sunday"."""
    weekday, count = DAY_NAMES.index(match["weekday"]), _nth(match)

    def found(value: Value) -> Reading | None:
        first, last = first_of(value), last_of(value)
        if first is None or last is None:
            return None
        if after(match):
            # "From the 15th" has the 15th in it.
            begins = first - DAY if match["side"] == "from" else last
            return Sure(next_weekday(weekday, begins) + timedelta(days=7 * (count - 1)))
        return Sure(last_weekday(weekday, first) - timedelta(days=7 * (count - 1)))

    return beside(match, asked, found)


def _weekday_back(match: Match, asked: Asked) -> Reading | None:
    """ "The second Friday back after Christmas": of school, and not of the year."""
    weekday, more = DAY_NAMES.index(match["weekday"]), timedelta(days=7 * (_nth(match) - 1))
    return spread(
        asked.read(f"goback after {match['anchor']}"),
        lambda day: Sure(next_weekday(weekday, day - DAY) + more) if isinstance(day, date) else None,
    )


def _nth(match: Match) -> int:
    nth = match.groupdict().get("nth") or "1st"
    return {"last": 1, "penultimate": 2}.get(nth) or int(nth.rstrip("stndrh"))


def _away_from(match: Match, asked: Asked) -> Reading | None:
    """ "Two weeks before 14 Nov"; before or after a holiday it is asked whether the school day is meant."""
    count = count_of(match) * (1 if after(match) else -1)

    def found(value: Value) -> Reading | None:
        start = last_of(value) if after(match) else first_of(value)
        if start is None:
            return None
        if not isinstance(value, Days):
            return _open_too(away(start, count, match["unit"]), match, start, asked)
        beside = (
            asked.calendar.next_school_day(start)
            if after(match)
            else asked.calendar.previous_school_day(start)
        )
        days = (moved(beside, count, match["unit"]), moved(start, count, match["unit"]))
        return which([day for day in days if day])

    return spread(asked.read(_counted_from(match)), found)


def _open_too(found: Reading, match: Match, start: date, asked: Asked) -> Reading:
    """Days counted from the end of term may be days at school, where they would end at a weekend."""
    days = [value for value in values_of(found) if isinstance(value, date)]
    if match["unit"] != "day" or not OF_SCHOOL.search(match["anchor"]) or not days:
        return found
    step = 1 if after(match) else -1
    at_school = counted(start, count_of(match), step, asked.calendar.is_school_day)
    return which([*days, *values_of(at_school)])


def _counted_from(match: Match) -> str:
    """Days are counted to Christmas itself; the holidays may be meant by "a week after Christmas"."""
    to_the_day = match["anchor"] == "christmas" and (match["unit"] == "day" or not after(match))
    return "christmas day" if to_the_day else match["anchor"]


def _day_beside(match: Match, asked: Asked) -> Reading | None:
    """The day after or before another; beside a holiday, the school day."""

    def found(value: Value) -> Reading | None:
        first, last = first_of(value), last_of(value)
        if first is None or last is None:
            return None
        if not isinstance(value, Days) and not match["school"]:
            return Sure(last + DAY if after(match) else first - DAY)
        if match["school"] == "working ":
            start, step = (last, 1) if after(match) else (first, -1)
            return counted(start, 1, step, asked.calendar.is_working_day)
        try:
            if after(match):
                day = asked.calendar.next_school_day(last)
                return one_of((day if match["school"] else working(asked.calendar, last + DAY, 1), day))
            return Sure(asked.calendar.previous_school_day(first))
        except NoSchoolDay as none:
            return No(str(none))

    return spread(asked.read(match["anchor"]), found)


def _beside(match: Match, asked: Asked) -> Reading | None:
    """ "After half term", "before Easter", "by Friday": which day is for whoever wrote it to say."""

    def found(value: Value) -> Reading | None:
        first, last = first_of(value), last_of(value)
        if first is None or last is None:
            return None
        try:
            if match["side"] in {"after", "from", "since"}:
                return which((asked.calendar.next_school_day(last) if match["side"] == "after" else first,))
            if match["side"] == "by":
                return which((first, asked.calendar.previous_school_day(first)))
            return which((asked.calendar.previous_school_day(first),))
        except NoSchoolDay as none:
            return No(str(none))

    return spread(asked.read(match["anchor"]), found)


def _near(match: Match, asked: Asked) -> Reading | None:
    def found(value: Value) -> Reading | None:
        return which((value,)) if isinstance(value, date | Days) else None

    return spread(asked.read(match["anchor"]), found)


def _of_year(match: Match, asked: Asked) -> Reading | None:
    """ "14 Nov next year": of the calendar's, and of the school's where that is another."""
    step, today = 1 if match["which"] == "next" else -1, asked.today
    begins = date(today.year - (today.month < SEPTEMBER) + step, SEPTEMBER, 1)
    found = [asked.read(f"{match['what']} {begins.year + more}") for more in (0, 1)]
    days = [each.value for each in found if isinstance(each, Sure)]
    if len(days) < len(found):
        return None
    of_school = [
        day for day in days if begins <= (first_of(day) or today) < begins.replace(year=begins.year + 1)
    ]
    plain = asked.read(f"{match['what']} {today.year + step}")
    return one_of([*(values_of(plain) if plain else ()), *of_school])


FORMS: tuple[Form, ...] = (
    form(rf"{WEEKDAY} (?:immediately |straight )?{SIDE} {ANCHOR}", _weekday_beside),
    form(rf"{NTH} {WEEKDAY} (?:back|goback) after {ANCHOR}", _weekday_back),
    form(rf"{NTH} {WEEKDAY} {SIDE} {ANCHOR}", _weekday_beside),
    form(rf"(?P<nth>[2-9]) (?P<weekday>{'|'.join(DAY_NAMES)})s {BESIDE} {ANCHOR}", _weekday_beside),
    form(rf"(?:1st |last |next |very )?(?P<school>school |working )?day {BESIDE} {ANCHOR}", _day_beside),
    form(rf"{COUNT} {SIDE} {ANCHOR}", _away_from),
    form(rf"(?:some ?time |any ?time )?(?P<side>after|before|by|until|since|from) {ANCHOR}", _beside),
    form(rf"(?:around|about|roughly|approximately|approx|circa|near) {ANCHOR}", _near),
    form(rf"{ANCHOR} ?-? ?ish", _near),
    form(r"(?P<what>.*[a-z].*) (?:in )?(?P<which>last|next) year", _of_year),
)
