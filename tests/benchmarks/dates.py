"""`python -m tests.benchmarks.dates`: how we read the table of phrases, how dateparser alone does, how fast.

dateparser is asked for English, day first, and for days to come (of a record, for days gone by). It can't ask
or give a span: of those it gets none. What it does not know it takes for no date, or for another one.
"""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, time
from statistics import median
from time import perf_counter
from typing import TypedDict

import dateparser

from bot.commands.words import FAILED, say
from bot.language.when import reader
from tests.language.table import CALENDAR, RECORD, TODAY, Line, lines, read

RUNS = 5
MIDNIGHT = time()


class Settings(TypedDict):
    DATE_ORDER: str
    PREFER_DATES_FROM: str
    RELATIVE_BASE: datetime


def main() -> int:
    table = list(lines())
    ours = Counter(outcome(line, read(line)) for line in table)
    theirs = Counter(outcome(line, alone(line)) for line in table)
    say(f"{len(table)} phrases      as expected  asked or refused  another reading, in silence")
    for name, found in (("bot.language", ours), ("dateparser", theirs)):
        say(f"{name:20} {found['right']:9}  {found['asked']:16}  {found['wrong']:9}")
    known = [line for line in table if outcome(line, alone(line)) == "right" and line.reading != "!"]
    costs = {"bot.language": costs_of(ours_of, table), "dateparser": costs_of(parsed, known)}
    for name, cost in costs.items():
        say(f"{name:20} median {cost * 1e6:6.0f} µs a phrase")
    slower = costs["bot.language"] > costs["dateparser"]
    return FAILED if slower or ours["right"] < len(table) else 0


def outcome(line: Line, reading: str) -> str:
    if reading == line.reading:
        return "right"
    return "asked" if reading[0] in "?!" else "wrong"


def settings(line: Line) -> Settings:
    ahead = "past" if line.family == RECORD else "future"
    base = datetime.combine(TODAY, MIDNIGHT)
    return {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": ahead, "RELATIVE_BASE": base}


def parsed(line: Line) -> datetime | None:
    return dateparser.parse(line.phrase, languages=["en"], settings=settings(line))  # type: ignore[arg-type]


def alone(line: Line) -> str:
    found = parsed(line)
    if found is None:
        return "!"
    if found.time() == MIDNIGHT:
        return f"{found:%Y-%m-%d}"
    # It puts a time of day alone on the day of asking.
    return f"{found:T%H:%M}" if line.reading.startswith("T") else f"{found:%Y-%m-%dT%H:%M}"


def ours_of(line: Line) -> object:
    return reader.read(line.phrase, today=TODAY, calendar=CALENDAR, record=line.family == RECORD)


def costs_of(reading: Callable[[Line], object], table: Sequence[Line]) -> float:
    """The median over the phrases of the best of a few runs, in seconds."""
    return median(min(timed(reading, line) for _ in range(RUNS)) for line in table)


def timed(reading: Callable[[Line], object], line: Line) -> float:
    start = perf_counter()
    reading(line)
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
