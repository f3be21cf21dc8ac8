"""Times of day, alone and with a day: half 2, Tues 14 Nov at 10, tomorrow morning, Thursday 9 to 12."""

import re
from datetime import time

from bot.language import times
from bot.language.when.values import Hours, No, Reading, Sure, Value, merged, one_of, spread, values_of, which
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
TO_HOUR = re.compile(r"^(?:10 to [0-9]{1,2}|ten to 1[12])$")
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
# "21 and 22" are two days, "14 to 16" may be.
BARE_RANGE = re.compile(r"[0-9]{1,2} and [0-9]{1,2}")
PAST_TWELVE = re.compile(
    r"(?:half(?: past)?|(?:a )?quarter (?:past|to)|ten to|[0-9]{1,2}(?: minutes)? past) (?:1[3-9]|2[0-9])$"
)
BARE = re.compile(r"[0-9]{1,2}")
YEAR = re.compile(r"[0-9]{4}")
# What a time can begin with: the rest is not looked at.
BEGINS = re.compile(
    rf"(?:[0-9]|ten\b|half\b|quarter\b|a quarter\b|noon|midday|midnight|after (?:lunch|school)|dayend|{PART})"
)


def read(phrase: str) -> Reading | None:
    """A time or the two of a range, in the spelling of `Phrase`; nothing else may stand in it."""
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
    if TO_HOUR.match(phrase):
        return merged([each for each in (_clock(phrase), _range(phrase)) if each])
    if BARE_RANGE.fullmatch(phrase) and not between:
        return None
    return _with_part(phrase) or _clock(phrase) or _range(phrase)


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
    if found is None or found.end != len(text) or (YEAR.fullmatch(text) and found.at.hour > LAST_HOUR):
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
    if found and part == "morning" and match["clock"].endswith("pm"):
        return No(NO_SUCH_HALF)
    return spread(found, lambda value: placed(value, part))


def placed(value: Value, part: str) -> Reading | None:
    if isinstance(value, Hours):
        return one_of((value,)) if (value.starts.hour < 12) == (part == "morning") else None
    if not isinstance(value, time):
        return None
    hour = value.hour % 12 + (0 if part == "morning" else 12)
    if hour == 12 and part in {"evening", "night", "tonight"}:
        return Sure(time(0, value.minute)) if part != "evening" else None
    placed = value.replace(hour=12 if part == "morning" and value.hour == 12 else hour)
    return Sure(placed) if value.hour % 12 == placed.hour % 12 else None


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
    fitting = [each for each in found if isinstance(each, Sure)]
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
    return Sure(Hours(first, last))
