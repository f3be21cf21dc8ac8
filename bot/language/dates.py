"""A day as people type it: read, asked about, or said to be unreadable; never settled in silence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from bot.language import forms
from bot.language.choosing import EXAMPLES, asked, next_weekday
from bot.language.readings import Found, Reading, Unreadable, Unsure
from bot.language.spelling import DAY_NAMES, MONTH_NAMES, Phrase, phrases

__all__ = ["Found", "Reading", "Unreadable", "Unsure", "plain", "read"]

LONGEST = 200
MOST_CHOICES = 3
# The longest run of words that names a day: "14 or 15 November 2017".
LONGEST_RUN = 5
FURTHEST = timedelta(days=731)
# What a run of words needs to be a date beyond doubt: "9.30" and "45th" may be something else.
DATED = re.compile(rf"\b(?:{'|'.join(MONTH_NAMES)}|[0-9]{{4}})\b")
BACKWARD = re.compile(r"\b(?:ago|yesterday|last)\b")


def read(text: str, *, today: date) -> Reading:
    """The day that `text` means to someone in London whose date is `today`."""
    if not text.strip():
        return Unreadable("Please give a date, for example Tues 14 Nov.")
    if len(text) > LONGEST:
        return Unreadable("That is too long for a date. Please give the date alone, for example Tues 14 Nov.")
    return plain(text, today=today) or _offered(text, today) or _unread(text)


def plain(text: str, *, today: date) -> Reading | None:
    """As `read`, for text that is a date and nothing else; None when any of it is not understood."""
    if not text.strip() or len(text) > LONGEST:
        return None
    spelt = phrases(text)
    readings = [(phrase, forms.read(phrase.text, today)) for phrase in spelt]
    known = [(phrase, reading) for phrase, reading in readings if reading]
    if not known:
        return None
    if len(known) == 1:
        return _settled(*known[0])
    # Of several spellings those that agree with the calendar come before those that do not.
    agreeing = [reading for _, reading in known if isinstance(reading, Found)]
    days = _days(agreeing or [reading for _, reading in known])
    return _question(days) if days else known[0][1]


def _settled(phrase: Phrase, reading: Reading) -> Reading:
    return asked((reading.day,)) if isinstance(reading, Found) and not phrase.sure else reading


def _offered(text: str, today: date) -> Reading | None:
    """Days to ask about, from a phrase that was understood in part."""
    phrase = phrases(text)[0]
    within = list(_dates_within(phrase, today))
    # "14 Nov at 9.10" has one day in it that is sure, and a time that could be another.
    days = _days(each for each in within if isinstance(each, Found)) or _days(within)
    if within and not days:
        return within[0]
    days = days or _weekdays_within(phrase, today) or _parsed(text, today)
    return _question(days, f"I'm not sure I read “{text.strip()}” rightly. ") if days else None


def _question(days: Sequence[date], opening: str = "") -> Reading:
    if len(days) > MOST_CHOICES:
        return Unreadable("I can see more than one date there. Please give one, for example Tues 14 Nov.")
    question = asked(days)
    return Unsure(question.choices, opening + question.reason)


def _dates_within(phrase: Phrase, today: date) -> Iterator[Reading]:
    """The longest runs of words that name a day of a month, from left to right."""
    start, words = 0, phrase.words
    while start < len(words):
        for size in range(LONGEST_RUN, 0, -1):
            run = " ".join(words[start : start + size])
            reading = forms.written(run, today)
            if reading:
                if isinstance(reading, Unreadable) and not DATED.search(run):
                    reading = Unreadable(reading.reason)
                yield reading
                start += size - 1
                break
        start += 1


def _weekdays_within(phrase: Phrase, today: date) -> tuple[date, ...]:
    """The next of each weekday named with words that are not understood; of one alone, the next three."""
    if BACKWARD.search(phrase.text):
        return ()
    named = dict.fromkeys(DAY_NAMES.index(word) for word in phrase.words if word in DAY_NAMES)
    coming = tuple(next_weekday(weekday, today) for weekday in named)
    if len(coming) != 1:
        return coming
    return tuple(coming[0] + timedelta(days=7 * n) for n in range(MOST_CHOICES))


def _parsed(text: str, today: date) -> tuple[date, ...]:
    """What dateparser makes of it: never more than a suggestion, since it passes over what it cannot read."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": datetime.combine(today, time.min),
        },
    )
    data = parser.get_date_data(text)
    if data.date_obj is None or data.period in {"month", "year"}:
        return ()
    day = data.date_obj.date()
    earliest = date.min if BACKWARD.search(text.casefold()) else today
    return (day,) if earliest <= day <= today + FURTHEST else ()


def _days(readings: Iterable[Reading]) -> tuple[date, ...]:
    days: dict[date, None] = {}
    for reading in readings:
        if isinstance(reading, Found):
            days[reading.day] = None
        elif isinstance(reading, Unsure):
            days |= dict.fromkeys(reading.choices)
    return tuple(days)


def _unread(text: str) -> Unreadable:
    return Unreadable(f"I couldn't read “{text.strip()}” as a date. {EXAMPLES}")
