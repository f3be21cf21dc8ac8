"""Weeks told from a day of the week: a week on Tuesday, Tuesday week, Monday in 2 weeks, 2 Thursdays ago."""

from dataclasses import replace
from datetime import date, timedelta

from bot.language.when.near import (
    COUNT,
    TOO_FAR,
    UNITS,
    away,
    count_of,
    last_weekday,
    monday_of,
    moved,
    next_weekday,
)
from bot.language.when.values import (
    MOST_CHOICES,
    Asked,
    Days,
    Reading,
    Sure,
    Value,
    one_of,
    spread,
    values_of,
    which,
)
from bot.language.when.vocabulary import DAY_NAMES
from bot.language.when.written import WEEKDAY, Form, Match, form

ONE = "(?P<count>)(?P<unit>week|fortnight)"
NAMED = "|".join(DAY_NAMES)
START = rf"(?P<start>today|tomorrow|yesterday|(?:this |coming )?(?:{NAMED}))"
A_DAY = rf"today|now|tomorrow|(?:(?:this|next|coming) )?(?:{NAMED})"
SEVERAL = rf"(?P<count>[2-9]) (?P<weekday>{NAMED})s"
A_WEEK = timedelta(days=7)


def _on(match: Match, asked: Asked) -> Reading | None:
    """ "A week on Tuesday": a week after the next Tuesday."""
    start, count, unit = _start(match["start"], asked), count_of(match), match["unit"]
    found = spread(start, lambda day: _later(day, count, unit))
    if unit not in UNITS and match["start"] not in {"today", "tomorrow", "yesterday"}:
        # "A month on Thursday" ends on another day of the week.
        return which(values_of(found)) if found and values_of(found) else found
    if match["start"] == "yesterday":
        gone = spread(start, lambda day: _later(day, -count, unit))
        return which([*(values_of(gone) if gone else ()), *(values_of(found) if found else ())])
    if not match["count"] and " after " in match[0]:
        # "The week after Friday" is not "a week after Friday".
        week = spread(start, _week_following)
        return which(
            [*(values_of(week) if week else ()), *(values_of(found) if found else ())][:MOST_CHOICES]
        )
    return found


def _week_following(day: Value) -> Reading | None:
    if not isinstance(day, date):
        return None
    monday = monday_of(day) + A_WEEK
    return Sure(Days(monday, monday + timedelta(days=4)))


def _in_weeks(match: Match, asked: Asked) -> Reading | None:
    """ "Monday in two weeks" is two weeks from Monday, or the Monday of the week two weeks from now."""
    count, unit = count_of(match), match["unit"]
    then, weekday = moved(asked.today, count, unit), DAY_NAMES.index(match["weekday"])
    if then is None or unit not in UNITS:
        return None if then else TOO_FAR
    of_that_week = Sure(monday_of(then) + timedelta(days=weekday))
    from_the_day = spread(_start(match["weekday"], asked), lambda day: _later(day, count, unit))
    return one_of([*values_of(of_that_week), *(values_of(from_the_day) if from_the_day else ())])


def _last_week(match: Match, asked: Asked) -> Reading:
    """ "Last Friday week" is a week before last Friday to those who still say it."""
    day = last_weekday(DAY_NAMES.index(match["weekday"]), asked.today)
    return which((day - A_WEEK, day))


def _week_last(match: Match, asked: Asked) -> Reading | None:
    return spread(_start(match["start"], asked), lambda day: _later(day, -count_of(match), match["unit"]))


def _ago_on(match: Match, asked: Asked) -> Reading | None:
    """ "A week ago on Friday" is last week's to some, and a week before the last to others."""
    found = _week_last(match, asked)
    if match["start"] in ("today", "yesterday", "tomorrow") or not isinstance(found, Sure):
        return found
    earlier = _later(found.value, -1, "week")
    return which((found.value, *(values_of(earlier) if earlier else ())))


def _start(words: str, asked: Asked) -> Reading | None:
    # "A week on Tuesday" looks ahead even where a record is kept.
    return replace(asked, record=False).read(words)


def _day_week(match: Match, asked: Asked) -> Reading | None:
    """ "Tuesday week", "tomorrow fortnight"."""
    count, unit = int(match["weeks"] or 1), match["unit"]
    return spread(_start(match["start"], asked), lambda day: _later(day, count, unit))


def _later(day: Value, count: int, unit: str) -> Reading | None:
    return away(day, count, unit) if isinstance(day, date) else None


def _several(match: Match, asked: Asked) -> Reading:
    """ "Two Thursdays ago": whether the last one is counted is for whoever wrote it to say."""
    weekday, more = DAY_NAMES.index(match["weekday"]), A_WEEK * (int(match["count"]) - 1)
    back = match.groupdict().get("ago")
    return which(
        (last_weekday(weekday, asked.today) - more if back else next_weekday(weekday, asked.today) + more,)
    )


FORMS: tuple[Form, ...] = (
    form(rf"{WEEKDAY} in {COUNT}(?: time)?", _in_weeks),
    form(rf"in {COUNT}(?: time)? {WEEKDAY}", _in_weeks),
    *(form(rf"(?:in )?{count} (?:from |after )?{START}", _on) for count in (COUNT, ONE)),
    form(rf"(?P<count>)(?P<unit>week)on {START}", _on),
    form(rf"last {WEEKDAY} (?:week|fortnight)", _last_week),
    *(form(rf"{count} (?P<start>last (?:{NAMED}))", _week_last) for count in (COUNT, ONE)),
    form(rf"{COUNT} ago (?P<start>today|yesterday|tomorrow|(?:last )?(?:{NAMED}))", _ago_on),
    form(
        rf"(?P<start>{A_DAY}) (?:in )?(?:an? )?(?:(?P<weeks>[0-9]) )?"
        r"(?P<unit>week|fortnight)s?(?: time)?",
        _day_week,
    ),
    form(rf"{SEVERAL} (?P<ago>ago|back)", _several),
    form(rf"(?:in )?{SEVERAL}(?: time| from now| from today)?", _several),
)
