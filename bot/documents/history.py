"""The history of a review as a table for a spreadsheet (CSV)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.documents.table import as_csv
from bot.rules.hours import london

HEADERS = ("When", "Who", "What was done", "It was", "It is now")


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change. `at` is in UTC; `was` and `now` in words, "" where the reader may not know."""

    at: datetime
    who: str
    what: str
    was: str
    now: str


def history_csv(lines: Iterable[HistoryLine]) -> bytes:
    """With London's times, written so that a spreadsheet can sort them."""
    rows = ((f"{london(one.at):%Y-%m-%d %H:%M}", one.who, one.what, one.was, one.now) for one in lines)
    return as_csv(HEADERS, rows)
