"""Days to ask about, from a phrase that was understood in part."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from bot.language.when import chatter, clock, grammar, spans
from bot.language.when.near import last_weekday, next_weekday
from bot.language.when.stated import EXAMPLES
from bot.language.when.values import (
    MOST_CHOICES,
    Asked,
    No,
    Reading,
    Sure,
    Value,
    values_of,
    which,
)
from bot.language.when.vocabulary import DAY_NAMES, MONTH_NAMES
from bot.language.when.words import Phrase

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

# The longest run of words that names a day within others: "first Monday after half term".
LONGEST_RUN = 7


# Of a long text only the beginning is looked through.
MOST_SEARCHED = 24


# Without one of these dateparser would make a day of "Year 6".
TOLD = frozenset({*MONTH_NAMES, *DAY_NAMES, "day", "week", "month", "ago", "tomorrow", "yesterday", "today"})


FURTHEST = timedelta(days=731)


@cache
def ready() -> None:
    """Have dateparser loaded, which takes a tenth of a second and more; once."""
    _parser(date.min, record=False).get_date_data("1 May")


def offered(text: str, phrase: Phrase, asked: Asked) -> Reading | None:
    """Days to ask about, from a phrase that was understood in part."""
    within = list(_days_within(phrase.words[:MOST_SEARCHED], asked))
    values: list[Value] = [value for each in within if isinstance(each, Sure) for value in values_of(each)]
    values = values or [value for each in within for value in values_of(each)]
    if within and not values:
        return within[0]
    values = values or list(_weekdays_within(phrase, asked))
    values = values or (
        list(_parsed(text, asked)) if TOLD & {word.rstrip("s") for word in phrase.words} else []
    )
    values = list(dict.fromkeys(values))
    if not values:
        return None
    if (len(values) == 1 or not within) and chatter.denies(phrase.text):
        return No(f"Which day would suit, then? {EXAMPLES}")
    return which(values, f"I'm not sure I read “{text.strip()}” rightly. ")


def _days_within(spoken: Sequence[str], asked: Asked) -> Iterator[Reading]:
    """The longest runs of words that name a day, from left to right."""
    start = 0
    while start < len(spoken):
        for size in range(min(LONGEST_RUN, len(spoken) - start), 0, -1):
            run = " ".join(spoken[start : start + size])
            reading = _named(run, asked)
            if reading:
                yield reading
                start += size - 1
                break
        start += 1


def _named(run: str, asked: Asked) -> Reading | None:
    if run in DAY_NAMES or run in MONTH_NAMES or run.isdigit():
        return None
    figures = any(character.isdigit() for character in run)
    reading = grammar.day(run, asked) or (spans.read(run, asked) if figures else None)
    if isinstance(reading, No) and not _dated(run):
        if clock.read(run):
            return None
        return No(reading.reason) if figures else None
    return reading


def _dated(run: str) -> bool:
    """Whether a run of words is a date beyond doubt: "9.30" and "45th" may be something else."""
    return any(word in MONTH_NAMES or (len(word) == 4 and word.isdigit()) for word in run.split())


def _weekdays_within(phrase: Phrase, asked: Asked) -> tuple[date, ...]:
    """The next of each weekday named with words that are not understood; of one alone, the next three.

    Of a record the last of each, and of one alone the last two.
    """
    if {"ago", "yesterday", "last"} & set(phrase.words):
        return ()
    named = dict.fromkeys(DAY_NAMES.index(word) for word in phrase.words if word in DAY_NAMES)
    likely = tuple((last_weekday if asked.record else next_weekday)(day, asked.today) for day in named)
    if len(likely) != 1:
        return likely
    weeks = (0, -1) if asked.record else range(MOST_CHOICES)
    return tuple(likely[0] + timedelta(days=7 * n) for n in weeks)


def _parsed(text: str, asked: Asked) -> tuple[date, ...]:
    """What dateparser makes of it: never more than a suggestion, since it passes over what it cannot read."""
    data = _parser(asked.today, record=asked.record).get_date_data(text)
    if data.date_obj is None or data.period in {"month", "year"}:
        return ()
    day = data.date_obj.date()
    earliest = asked.today - FURTHEST if asked.record else asked.today
    return (day,) if earliest <= day <= asked.today + FURTHEST else ()


def _parser(today: date, *, record: bool) -> "DateDataParser":
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "past" if record else "future",
            "RELATIVE_BASE": datetime.combine(today, time.min),
        },
    )
