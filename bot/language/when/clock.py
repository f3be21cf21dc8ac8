"""Times of day, alone and with a day: half 2, Tues 14 Nov at 10, tomorrow morning, Thursday 9 to 12."""

import re
from datetime import time

from bot.language import times
from bot.language.when.hours import hours
from bot.language.when.moments import MOMENTS, MORNING, PARTS, one_time
from bot.language.when.values import (
    MOST_CHOICES,
    Hours,
    No,
    Reading,
    Sure,
    Value,
    merged,
    spread,
    values_of,
    which,
)
from bot.rules.day import LAST_HOUR

PART = rf"(?:{'|'.join(PARTS)})"
JOINS = re.compile(
    r"^(?:at|from|between|(?:for|by|around) (?=noon|half|quarter|[0-9]{1,2}[.:ap])) ?"
    r"|^(?:in|during|at) (?=morning|afternoon|am|pm|lunch|dayend|evening)"
)
IN_PART = re.compile(
    r"^(?P<clock>.+?) (?:(?:in |at )?(?P<part>morning|afternoon|evening|night|tonight)|in (?P<half>am|pm))$"
)
PART_AT = re.compile(
    r"^(?P<half>)(?:in )?(?P<part>morning|afternoon|evening|tonight|night) (?:at |from )?(?P<clock>.+)$"
)
NO_SUCH_HALF = f"The time and the part of the day don’t agree. {times.EXAMPLES}"
# "10 to 11" is an hour to some and a time to others.
TO_HOUR = re.compile(r"^(?:(?:5|10|15|20|25) to (?P<hour>[0-9]{1,2})|ten to 1[12])$")
FIFTEEN = re.compile(r"^15 to(?= (?:[1-9]|1[0-2])$)")
LATE = re.compile(r"5 to (?:[6-9]|10)$")
ROUGHLY = re.compile(
    r"^(?:(?:around|about|roughly|approx|approximately|circa) (?P<clock>.+)|(?P<before>.+) ish)$"
)
SHARP = re.compile(
    r" (?:sharp|prompt|promptly|exactly|start)$|^(?:all|whole) (?=morning|afternoon)|^(?:promptly|exactly) "
)
# "A quarter after 3", "20 to noon".
AFTER = re.compile(r"^((?:a )?(?:quarter|5|10|20|25)(?: minutes)?) after (?=[0-9])")
TO_NOON = re.compile(
    r"(?<=quarter to )(?:noon|midday)$|(?<=[0-9] past )(?:noon|midday)$|(?<=quarter past )(?:noon|midday)$"
)
BARE = re.compile(r"[0-9]{1,2}")
EITHER = re.compile(r" (?:or|/|for) ")
# What a time can begin with: the rest is not looked at.
BEGINS = re.compile(
    r"(?:[0-9]|five\b|ten\b|half\b|quarter\b|a quarter\b|noon|midday|midnight|after (?:lunch|school)"
    rf"|before lunch|dayend|{PART})"
)


def read(phrase: str) -> Reading | None:
    """A time or the two of a range, in the spelling of `Phrase`; nothing else may stand in it."""
    spanned = phrase.startswith(("between ", "from "))
    between = phrase.startswith("between ")
    phrase = TO_NOON.sub("12", AFTER.sub(r"\1 past ", JOINS.sub("", phrase)))
    phrase = SHARP.sub("", phrase)
    rough = ROUGHLY.match(phrase)
    if rough:
        return spread(read(rough["clock"] or rough["before"]), lambda at: which((at,)))
    if phrase in PARTS:
        return Sure(Hours(*PARTS[phrase]))
    if phrase in MOMENTS:
        return Sure(MOMENTS[phrase])
    if not BEGINS.match(phrase):
        return None
    if phrase == "before lunch":
        return which((Hours(*MORNING),))
    if EITHER.search(phrase):
        return _either(phrase)
    if to_hour := TO_HOUR.match(phrase):
        return _to_hour(phrase, spanned=spanned, hour=int(to_hour["hour"] or 12))
    if " and " in phrase and not between:
        return None
    return _with_part(phrase) or one_time(phrase) or hours(phrase)


def _either(phrase: str) -> Reading | None:
    """ "4pm or 5pm", "8.45 for 9"."""
    found = [read(words) for words in EITHER.split(phrase)]
    values = [value for each in found if each for value in values_of(each)]
    return which(values[:MOST_CHOICES]) if all(found) and values else None


def _to_hour(phrase: str, *, spanned: bool, hour: int) -> Reading | None:
    """ "5 to 6": minutes or hours; after "from" hours alone, and minutes to no hour of the afternoon."""
    span, phrase = hours(phrase), FIFTEEN.sub("quarter to", phrase)
    if spanned or hour > 12:
        late = isinstance(span, Sure) and isinstance(span.value, Hours) and span.value.starts.hour > LAST_HOUR
        return span if isinstance(span, Sure) and not late else None
    evening = Sure(Hours(time(17), time(hour + 12))) if LATE.match(phrase) else None
    return merged([each for each in (one_time(phrase), span if isinstance(span, Sure) else evening) if each])


def _with_part(phrase: str) -> Reading | None:
    """ "Half 9 in the morning", "morning at 7"."""
    match = IN_PART.match(phrase) or PART_AT.match(phrase)
    if match is None:
        return None
    part = match["part"] or {"am": "morning", "pm": "afternoon"}[match["half"]]
    found = one_time(match["clock"]) or hours(match["clock"])
    halves = {"am": "morning", "pm": "afternoon"}
    if found and halves.get(match["clock"][-2:], part) == "morning" != part:
        return No(NO_SUCH_HALF)
    if found and part == "morning" and LATE_HOUR.match(match["clock"]):
        return No(NO_SUCH_HALF)
    if BARE.fullmatch(match["clock"]) and " at " not in phrase and IN_PART.match(phrase) is None:
        # "Friday morning 3" may be of the 3rd.
        return None
    return spread(found, lambda value: placed(value, part))


# Of the afternoon beyond doubt.
LATE_HOUR = re.compile(r".*pm$|(?:1[2-9]|2[0-3])(?:[:.][0-9]{2})?$")
FIRST_OF_THE_MORNING = 5
# The hours that belong to a part of the day.
BELONG = {"morning": range(12), "afternoon": range(12, 19), "evening": range(16, 24)}


def placed(value: Value, part: str) -> Reading | None:
    """The time in that part of the day; none where it does not belong there."""
    belongs = BELONG.get(part, range(18, 24))
    if isinstance(value, Hours):
        return Sure(value) if value.starts.hour in belongs else No(NO_SUCH_HALF)
    if not isinstance(value, time):
        return None
    if value.hour in belongs:
        return Sure(value)
    other = value.replace(hour=(value.hour + 12) % 24)
    if other.hour not in belongs:
        return No(NO_SUCH_HALF)
    return Sure(other) if part != "morning" or other.hour >= FIRST_OF_THE_MORNING else which((other,))
