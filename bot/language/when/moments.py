"""One time of day, as it is said: half 2, 1.30pm, noon."""

import re
from datetime import time

from bot.language import times
from bot.language.when.values import No, Reading, Sure, which
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
TWO_FIGURES = re.compile(
    r"^(?P<hour>[0-9]{1,2}) (?P<minute>[0-5][05]|[0-5][0-9](?= ?[ap]m)) ?(?P<half>am|pm)?$"
)
RUN_TOGETHER = re.compile(r"^(?P<hour>[0-9]{1,2}?)(?P<minute>[0-5][0-9])(?P<half>am|pm)$")
PLAIN = re.compile(r"0[0-9]|.*[ap]\.?m\b|1[0-9]:?[0-5][0-9]$")
PAST_TWELVE = re.compile(
    r"(?:half(?: past)?|(?:a )?quarter (?:past|to)|ten to|[0-9]{1,2}(?: minutes)? past) (?:1[3-9]|2[0-9])$"
)
# "Half past 3pm".
WITH_HALF = re.compile(
    r"(?P<clock>(?:half|(?:half|quarter|five|ten|[0-9]{1,2}) (?:past|to)) [0-9]{1,2})(?P<half>[ap]m)"
)
YEAR = re.compile(r"[0-9]{4}")
ZERO = re.compile(r"0+ ?[ap]m")


def one_time(phrase: str) -> Reading | None:
    two = TWO_FIGURES.match(phrase) or RUN_TOGETHER.match(phrase)
    text = f"{two['hour']}.{two['minute']}{two.groupdict().get('half') or ''}" if two else phrase
    part = PAST_TWELVE.match(text)
    if part:
        return No(f"There is no time {text}. {times.EXAMPLES}", True)
    if text == "midnight":
        return Sure(time(0))
    told = WITH_HALF.fullmatch(text)
    if told:
        return _in_the_half(told["clock"], told["half"])
    found = times.begins(text, 0)
    if isinstance(found, times.Impossible):
        return No(f"There is no time {found.typed}. {times.EXAMPLES}", True) if found.typed == text else None
    if found is None or found.end != len(text) or text == "0" or ZERO.match(text):
        return None
    if YEAR.fullmatch(text) and (found.at.hour > LAST_HOUR or found.at.minute % 5):
        # A year, or a day and a month run together.
        return None
    return _in_either_half(found.at, text)


def _in_the_half(clock: str, half: str) -> Reading | None:
    found = times.begins(clock, 0)
    if not isinstance(found, times.Found) or found.end != len(clock):
        return None
    return Sure(found.at.replace(hour=found.at.hour % 12 + (12 if half == "pm" else 0)))


def _in_either_half(at: time, text: str) -> Reading:
    """ "7" and "6.30" could be half a day away, outside the school day as they are."""
    if at.hour in EDGES and not PLAIN.match(text):
        other = at.replace(hour=(at.hour + 12) % 24)
        return which((at, other))
    return Sure(at)
