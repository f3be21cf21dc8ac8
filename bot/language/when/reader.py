"""What a phrase means: a day, a time, both or a span; asked about or refused, never settled in silence."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.language.when import chatter, clock, grammar, spans, timed, words
from bot.language.when.figures import ordinal
from bot.language.when.instead import instead
from bot.language.when.offers import offered, ready
from bot.language.when.stated import EXAMPLES
from bot.language.when.values import (
    MOST_CHOICES,
    Asked,
    Days,
    No,
    Reading,
    Sure,
    Value,
    values_of,
    which,
)
from bot.language.when.vocabulary import DAY_NAMES
from bot.language.when.words import Phrase
from bot.language.when.written import WRITTEN
from bot.rules.calendar import SchoolCalendar

LONGEST = 200
# What says by itself on which side of today a day is.
YEAR = re.compile(r"[0-9]{4}|[0-9][-/.][0-9]{1,2}[-/.][0-9]{2}|in [0-9]{2}\b")
AHEAD = frozenset({"tomorrow", "next", "coming", "time", "today", "now"})
GONE = frozenset({"yesterday", "last", "ago", "gone", "past", "previous", "since", "earlier", "this", "been"})
# "The last week of the first half" is not a week gone by.
LAST_OF = re.compile(
    rf"last (?:full |whole |school |working )?(?:day|week|{'|'.join(DAY_NAMES)}) .*\b(?:term|half|halfof)"
)
# In words: a day that is said in two ways.
LONGEST_TWICE = 10
# "10.12" may be a day of December or a time; "14 to 16" may be days.
CLOCK_LIKE = re.compile(r"(?:0?[7-9]|1[0-8])\.[0-5][0-9]")
# "14 to 16" and "13.11 - 15.11".
EITHER = re.compile(
    r"(?:1[3-9]|2[0-9]) to (?:1[3-9]|2[0-9])|1[3-9]-1[3-9]"
    r"|[0-9]{1,2}(?:\.[0-9]{2})? ?(?:-|to|until) ?[0-9]{1,2}\.[0-9]{2}"
)
# "Tuesday 14-15": hours, or days of which the first is a Tuesday.
OF_A_WEEKDAY = re.compile(
    rf"(?:next week )?(?P<weekday>{'|'.join(DAY_NAMES)})"
    r"(?: |$)(?P<first>[0-9]{1,2}) ?(?:-|to|until) ?(?P<last>[0-9]{1,2})$"
)
DAY_AND_HOUR = re.compile(rf"(?P<weekday>{'|'.join(DAY_NAMES)}) (?P<hour>[1-5]|[89]|1[0-2])")
BARE_NUMBER = re.compile(r"(?<![0-9.])[0-9]{1,2}(?![0-9.])")
# Two figures with a mark between them: a date or a time.
PAIR = re.compile(r"[0-9][ .-][0-9]")
NO_CALENDAR = SchoolCalendar((), {})


def read(text: str, *, today: date, calendar: SchoolCalendar = NO_CALENDAR, record: bool = False) -> Reading:
    """What `text` means to someone in London whose date is `today`; `record`: of what has happened."""
    if not text.strip():
        return No("Please give a date, for example Tues 14 Nov.")
    if len(text) > LONGEST:
        return No("That is too long for a date. Please give the date alone, for example Tues 14 Nov.")
    ready()
    asked = Asked(today, calendar, record, grammar.day)
    spelt = words.phrases(text)

    def plain_part(said: str) -> Reading | None:
        return _plain(words.phrases(said), asked)

    return (
        _sided(spelt, asked) or instead(text, plain_part) or offered(text, spelt[0], asked) or _unread(text)
    )


def plain(
    text: str, *, today: date, calendar: SchoolCalendar = NO_CALENDAR, record: bool = False
) -> Reading | None:
    """As `read`, for text of which every word is understood; None for any other."""
    if not text.strip() or len(text) > LONGEST:
        return None
    return _sided(words.phrases(text), Asked(today, calendar, record, grammar.day))


def _sided(spelt: Sequence[Phrase], asked: Asked) -> Reading | None:
    """A day on the other side of today than was asked for is one to ask about, unless its words say so."""
    reading = _plain(spelt, asked)
    if not isinstance(reading, Sure) or YEAR.search(spelt[0].text):
        return reading
    words_of, value = set(spelt[0].words), reading.value
    first, last = (value.first, value.last) if isinstance(value, Days) else (value, value)
    if not isinstance(first, date) or not isinstance(last, date):
        return reading
    words_of -= {"last"} if LAST_OF.match(spelt[0].text) else set()
    if asked.record:
        astray = first > _like(asked.today, first) and not words_of & AHEAD
    else:
        astray = last < _like(asked.today, last) and not words_of & GONE
    return which((value,)) if astray else reading


def _like(today: date, like: date) -> date:
    """Today, to be compared with a day or with a day and a time."""
    return datetime.combine(today, like.time()) if isinstance(like, datetime) else today


def _plain(spelt: Sequence[Phrase], asked: Asked) -> Reading | None:
    readings = [(phrase, _whole(phrase, asked)) for phrase in spelt]
    known = [(phrase, reading) for phrase, reading in readings if reading]
    if not known:
        return None
    if len(known) == 1:
        return _settled(*known[0])
    # Of several spellings those that agree with the calendar come before those that do not.
    agreeing = [reading for _, reading in known if isinstance(reading, Sure)]
    if len(agreeing) == 1 and any(_agrees(phrase) for phrase, reading in known if reading == agreeing[0]):
        return agreeing[0]
    either: Sequence[Reading] = agreeing or [reading for _, reading in known]
    values = [value for each in either for value in values_of(each)]
    return which(values) if values else known[0][1]


def _settled(phrase: Phrase, reading: Reading) -> Reading:
    """A word mended on thin evidence is asked about, unless the date agrees with the day of the week."""
    if not isinstance(reading, Sure) or phrase.sure or _agrees(phrase):
        return reading
    return which((reading.value,))


def _agrees(phrase: Phrase) -> bool:
    """Whether it is a date with its day of the week."""
    dated = any(pattern.fullmatch(phrase.text) for pattern, _ in WRITTEN)
    return dated and any(word in DAY_NAMES for word in phrase.words)


def _whole(phrase: Phrase, asked: Asked) -> Reading | None:
    """The reading of all the words, with and without what is said around them."""
    found = _words(phrase.text, asked)
    if found:
        return found
    left = chatter.stripped(phrase.text)
    return _words(left, asked) if left != phrase.text else None


def _words(phrase: str, asked: Asked) -> Reading | None:
    day = _day_or_hour(phrase, grammar.day(phrase, asked), asked)
    if isinstance(day, Sure) and not CLOCK_LIKE.fullmatch(phrase):
        return day
    if day and not PAIR.search(phrase):
        return day
    hours = _number(phrase, asked) or clock.read(phrase) or timed.with_day(tuple(phrase.split()), asked)
    if isinstance(hours, Sure) and (dated := _days_of(phrase, asked)):
        return which([hours.value, dated])
    if EITHER.fullmatch(phrase) and hours and (as_days := _as_days(phrase, asked)):
        likely = (as_days, values_of(hours)) if "." in phrase else (values_of(hours), as_days)
        return which([value for values in likely for value in values][:MOST_CHOICES])
    if day and hours and not isinstance(hours, No):
        return _day_or_time(phrase, day, hours)
    days = None if day else _twice(phrase, asked) or timed.stretch(phrase, asked) or spans.read(phrase, asked)
    return days if isinstance(days, Sure) and not isinstance(hours, Sure) else day or hours or days


def _day_or_hour(phrase: str, day: Reading | None, asked: Asked) -> Reading | None:
    """ "Thurs 2" is a date to some and a time to others, even where the 2nd is a Thursday."""
    said = DAY_AND_HOUR.fullmatch(phrase)
    if not said or not isinstance(day, Sure):
        return day
    timed_day = timed.with_day((said["weekday"], "at", said["hour"]), asked)
    return which([day.value, *(values_of(timed_day) if timed_day else ())][:MOST_CHOICES])


def _as_days(phrase: str, asked: Asked) -> Sequence[Value]:
    """Of "14-16" and "13.11-17.11", the days."""
    said = BARE_NUMBER.sub(lambda found: ordinal(int(found[0])), phrase.replace("-", " - "))
    found = spans.read(said, asked)
    return values_of(found) if found else ()


def _days_of(phrase: str, asked: Asked) -> Days | None:
    said = phrase.split()
    found = OF_A_WEEKDAY.match(" ".join((said[-1], *said[:-1])) if said[-1] in DAY_NAMES else phrase)
    first = grammar.day(f"{found['weekday']} {found['first']}", asked) if found else None
    if found is None or not isinstance(first, Sure) or not isinstance(first.value, date):
        return None
    more = int(found["last"]) - int(found["first"])
    return Days(first.value, first.value + timedelta(days=more)) if more > 0 else None


def _twice(phrase: str, asked: Asked) -> Reading | None:
    """ "World Book Day, 1st March": a day said in two ways that agree."""
    said = phrase.split()
    for cut in range(1, len(said) if len(said) <= LONGEST_TWICE else 1):
        before, after = " ".join(said[:cut]), " ".join(said[cut:])
        first = grammar.day(before, asked)
        if isinstance(first, Sure) and before != after and first == grammar.day(after, asked):
            return first
    return None


def _day_or_time(phrase: str, day: Reading, timed: Reading) -> Reading:
    """ "9-12" and "9.10" are a day to some and a time to others; with a weekday that disagrees, a time."""
    if isinstance(day, No) or (phrase.split()[0] in DAY_NAMES and len(values_of(day)) > 1):
        return timed
    return which([*values_of(day), *values_of(timed)][:MOST_CHOICES])


def _number(phrase: str, asked: Asked) -> Reading | None:
    """A bare figure is a day of the month or an hour."""
    if not phrase.isdigit() or not 1 <= int(phrase) <= 31 or not phrase.isascii():
        return None
    found = [grammar.day(ordinal(int(phrase)), asked), clock.read(phrase)]
    return which([value for reading in found if reading for value in values_of(reading)][:MOST_CHOICES])


def _unread(text: str) -> No:
    return No(f"I couldn't read “{text.strip()}” as a date. {EXAMPLES}")
