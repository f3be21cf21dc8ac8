"""Times of day, alone and with a day: half 2, Tues 14 Nov at 10, tomorrow morning, Thursday 9 to 12."""

import re
from datetime import time

from bot.language import times
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
from bot.rules.day import EDGES, LAST_HOUR

MORNING = (time(9), time(12))
AFTERNOON = (time(13), time(16))
PARTS = {
    "morning": MORNING,
    "am": MORNING,
    "afternoon": AFTERNOON,
    "pm": AFTERNOON,
    "lunchtime": (time(12), time(13)),
    "lunch time": (time(12), time(13)),
    "lunch": (time(12), time(13)),
}
MOMENTS = {
    "after lunch": time(13),
    "dayend": time(15, 30),
    "after school": time(15, 30),
    "noon": time(12),
    "midday": time(12),
}
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
JOIN = re.compile(r" ?- ?| (?:to|until|and) ")
RANGE = re.compile(r"^(?P<starts>.+) to (?P<ends>.+)$")
# "10 to 11" is an hour to some and a time to others.
TO_HOUR = re.compile(r"^(?:(?:5|10|20|25) to (?P<hour>[0-9]{1,2})|ten to 1[12])$")
LATE = re.compile(r"5 to (?:[6-9]|10)$")
ROUGHLY = re.compile(
    r"^(?:(?:around|about|roughly|approx|approximately|circa) (?P<clock>.+)|(?P<before>.+) ish)$"
)
SHARP = re.compile(
    r" (?:sharp|prompt|promptly|exactly|start)$|^(?:all|whole) (?=morning|afternoon)|^(?:promptly|exactly) "
)
TWO_FIGURES = re.compile(
    r"^(?P<hour>[0-9]{1,2}) (?P<minute>[0-5][05]|[0-5][0-9](?= ?[ap]m)) ?(?P<half>am|pm)?$"
)
RUN_TOGETHER = re.compile(r"^(?P<hour>[0-9]{1,2}?)(?P<minute>[0-5][0-9])(?P<half>am|pm)$")
# "A quarter after 3", "20 to noon".
AFTER = re.compile(r"^((?:a )?(?:quarter|5|10|20|25)(?: minutes)?) after (?=[0-9])")
TO_NOON = re.compile(
    r"(?<=quarter to )(?:noon|midday)$|(?<=[0-9] past )(?:noon|midday)$|(?<=quarter past )(?:noon|midday)$"
)
PLAIN = re.compile(r"0[0-9]|.*[ap]\.?m\b|1[0-9]:?[0-5][0-9]$")
PAST_TWELVE = re.compile(
    r"(?:half(?: past)?|(?:a )?quarter (?:past|to)|ten to|[0-9]{1,2}(?: minutes)? past) (?:1[3-9]|2[0-9])$"
)
BARE = re.compile(r"[0-9]{1,2}")
YEAR = re.compile(r"[0-9]{4}")
ZERO = re.compile(r"0+ ?[ap]m")
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
    return _with_part(phrase) or _clock(phrase) or _range(phrase)


def _either(phrase: str) -> Reading | None:
    """ "4pm or 5pm", "8.45 for 9"."""
    found = [read(words) for words in EITHER.split(phrase)]
    values = [value for each in found if each for value in values_of(each)]
    return which(values[:MOST_CHOICES]) if all(found) and values else None


def _to_hour(phrase: str, *, spanned: bool, hour: int) -> Reading | None:
    """ "5 to 6": minutes or hours; after "from" hours alone, and minutes to no hour of the afternoon."""
    hours = _range(phrase)
    if spanned or hour > 12:
        late = (
            isinstance(hours, Sure) and isinstance(hours.value, Hours) and hours.value.starts.hour > LAST_HOUR
        )
        return hours if isinstance(hours, Sure) and not late else None
    evening = Sure(Hours(time(17), time(hour + 12))) if LATE.match(phrase) else None
    return merged([each for each in (_clock(phrase), hours if isinstance(hours, Sure) else evening) if each])


def _clock(phrase: str) -> Reading | None:
    two = TWO_FIGURES.match(phrase) or RUN_TOGETHER.match(phrase)
    text = f"{two['hour']}.{two['minute']}{two.groupdict().get('half') or ''}" if two else phrase
    part = PAST_TWELVE.match(text)
    if part:
        return No(f"There is no time {text}. {times.EXAMPLES}", True)
    if text == "midnight":
        return Sure(time(0))
    found = times.begins(text, 0)
    if isinstance(found, times.Impossible):
        return No(f"There is no time {found.typed}. {times.EXAMPLES}", True) if found.typed == text else None
    if found is None or found.end != len(text) or text == "0" or ZERO.match(text):
        return None
    if YEAR.fullmatch(text) and (found.at.hour > LAST_HOUR or found.at.minute % 5):
        # A year, or a day and a month run together.
        return None
    return _in_either_half(found.at, text)


def _in_either_half(at: time, text: str) -> Reading:
    """ "7" and "6.30" could be half a day away, outside the school day as they are."""
    if at.hour in EDGES and not PLAIN.match(text):
        other = at.replace(hour=(at.hour + 12) % 24)
        return which((at, other))
    return Sure(at)


def _with_part(phrase: str) -> Reading | None:
    """ "Half 9 in the morning", "morning at 7"."""
    match = IN_PART.match(phrase) or PART_AT.match(phrase)
    if match is None:
        return None
    part = match["part"] or {"am": "morning", "pm": "afternoon"}[match["half"]]
    found = _clock(match["clock"]) or _range(match["clock"])
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


def _range(phrase: str) -> Reading | None:
    found = (_between(phrase, join) for join in JOIN.finditer(phrase))
    return next((each for each in found if each), None)


def _between(phrase: str, join: re.Match[str]) -> Reading | None:
    match = RANGE.match(f"{phrase[: join.start()]} to {phrase[join.end() :]}")
    if match is None:
        return None
    starts, ends = _moment(match["starts"]), _moment(match["ends"])
    if starts is None or ends is None:
        return None
    found = [_hours(first, last, match) for first in values_of(starts) for last in values_of(ends)]
    fitting = [each for each in found if each and not isinstance(each, No)]
    # Of "8am until 6" only one end comes after the start.
    return merged(fitting) if fitting else next((each for each in found if each), None)


def _moment(words: str) -> Reading | None:
    return Sure(MOMENTS[words]) if words in MOMENTS else _clock(words)


def _hours(first: Value, last: Value, match: re.Match[str]) -> Reading | None:
    if not isinstance(first, time) or not isinstance(last, time):
        return None
    bare = not PLAIN.match(match["starts"])
    if bare and re.search(r"pm$", match["ends"]) and first.hour < 12 and first.hour < last.hour - 12:
        # "8-9pm" is an hour in the evening.
        first = first.replace(hour=first.hour + 12)
    if first >= last:
        return No(f"That ends at {last:%H:%M}, which is not after {first:%H:%M}.")
    if first.hour in (6, 7) and bare and last.hour < 12:
        # "7 to 8" is before school to some and after it to others.
        return which((Hours(first, last), Hours(_later(first), _later(last))))
    return Sure(Hours(first, last))


def _later(at: time) -> time:
    return at.replace(hour=at.hour + 12)
