"""From one time to another: 9 to 12, 2-4pm, noon until 3."""

import re
from datetime import time

from bot.language.when.moments import MOMENTS, PLAIN, one_time
from bot.language.when.values import Hours, No, Reading, Sure, Value, merged, values_of, which

JOIN = re.compile(r" ?- ?| (?:to|until|and) ")


def hours(phrase: str) -> Reading | None:
    found = (_between(phrase, join) for join in JOIN.finditer(phrase))
    return next((each for each in found if each), None)


def _between(phrase: str, join: re.Match[str]) -> Reading | None:
    said = phrase[: join.start()], phrase[join.end() :]
    starts, ends = (_moment(words) for words in said)
    if starts is None or ends is None:
        return None
    found = [_hours(first, last, said) for first in values_of(starts) for last in values_of(ends)]
    fitting = [each for each in found if each and not isinstance(each, No)]
    # Of "8am until 6" only one end comes after the start.
    return merged(fitting) if fitting else next((each for each in found if each), None)


def _moment(words: str) -> Reading | None:
    # "Ten to eleven" keeps its ten, as it may be minutes.
    return Sure(MOMENTS[words]) if words in MOMENTS else one_time("10" if words == "ten" else words)


def _hours(first: Value, last: Value, said: tuple[str, str]) -> Reading | None:
    if not isinstance(first, time) or not isinstance(last, time):
        return None
    bare = not PLAIN.match(said[0])
    if bare and said[1].endswith("pm") and first.hour < 12 and first.hour < last.hour - 12:
        # "8-9pm" is an hour in the evening.
        first = first.replace(hour=first.hour + 12)
    if first >= last and said[0].endswith("pm") and last.hour < 12 and not PLAIN.match(said[1]):
        # "6.30pm to 8".
        last = _later(last)
    if first >= last:
        return No(f"That ends at {last:%H:%M}, which is not after {first:%H:%M}.")
    if first.hour in (6, 7) and bare and last.hour < 12:
        # "7 to 8" is before school to some and after it to others.
        return which((Hours(first, last), Hours(_later(first), _later(last))))
    return Sure(Hours(first, last))


def _later(at: time) -> time:
    return at.replace(hour=at.hour + 12)
