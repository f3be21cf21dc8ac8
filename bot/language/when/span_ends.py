"""One end of a span, told from the other: the 27th to the 1st, 28th to 3rd April."""

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.language.when.figures import ordinal
from bot.language.when.values import Asked, Days, Reading, Sure, Value, spread, which
from bot.language.when.vocabulary import DAY_NAMES

WEEKDAYS = "|".join(DAY_NAMES)
# What a first day leaves out because the last one says it.
DAY = rf"(?:(?:{WEEKDAYS}) )?[0-9]{{1,2}}(?:st|nd|rd|th)?"
DAY_ALONE = re.compile(DAY)
A_DAY = timedelta(days=1)
LONGEST_TURN = 14  # days over the end of a month


def ahead_of(start: Value, words: str, asked: Asked) -> Reading | None:
    if type(start) is not date:
        return None
    found = replace(asked, today=start, record=False).read(words)
    return spread(found, lambda end: between(start, end))


def back_from(end: Value, words: str, asked: Asked) -> Reading | None:
    if type(end) is not date:
        return None
    found = replace(asked, today=end, record=True).read(words)
    return spread(found, lambda start: between(start, end))


def just_before(words: str, end: Value, asked: Asked) -> Reading | None:
    """ "28th to 3rd April": the 28th of the month before."""
    if not DAY_ALONE.fullmatch(words):
        return None
    words = " ".join(ordinal(int(word)) if word.isdigit() else word for word in words.split())
    found = back_from(end, words, asked)
    if isinstance(found, Sure) and isinstance(found.value, Days):
        first, last = found.value.first, found.value.last
        return found if (last - first).days <= LONGEST_TURN else which((first, last))
    return found


def between(start: Value, end: Value) -> Reading | None:
    first = start.first if isinstance(start, Days) else start
    last = end.last if isinstance(end, Days) else end
    if type(first) is not date or type(last) is not date or first >= last:
        return None
    if isinstance(start, Days) and not isinstance(end, Days) and start.last < last:
        # "Between half term and Christmas" may be from the end of half term.
        return which((Days(first, last), Days(start.last + A_DAY, last)))
    if isinstance(end, Days) and not isinstance(start, Days):
        # "Until half term" may be until it begins.
        return which((Days(first, end.first), Days(first, last)))
    return Sure(Days(first, last))
