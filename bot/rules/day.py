"""The rows of a review day's timetable: which of them clash, and how two timetables differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

MOST_ROWS = 40
LONGEST_ROW = 200
# A time without a.m. or p.m. is read as one of these hours, and no row lies outside them.
FIRST_HOUR, LAST_HOUR = 7, 18
# How long before the review it comes up among what is to do.
ASKED_FROM = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class DayRow:
    """London times; a row without an end lasts until the next one."""

    starts: time
    ends: time | None
    activity: str
    place: str = ""
    with_whom: str = ""


class Clash(StrEnum):
    SAME_START = "same_start"
    OUT_OF_ORDER = "out_of_order"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class Clashing:
    """Two rows by their numbers, the later in the list first."""

    row: int
    other: int
    how: Clash


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is new (`was` is None), gone (`now` is None) or different."""

    was: DayRow | None
    now: DayRow | None


def clashes(rows: Iterable[tuple[int, DayRow]]) -> Iterator[Clashing]:
    """For each row the first reason why it can't stand where it does; `rows` are numbered as typed."""
    before: list[tuple[int, DayRow]] = []
    for number, row in rows:
        found = next((c for other, known in before if (c := _clash(number, row, other, known))), None)
        if found:
            yield found
        before.append((number, row))


def _clash(number: int, row: DayRow, other: int, known: DayRow) -> Clashing | None:
    if row.starts == known.starts:
        return Clashing(number, other, Clash.SAME_START)
    if row.starts < known.starts:
        return Clashing(number, other, Clash.OUT_OF_ORDER)
    if known.ends and row.starts < known.ends:
        return Clashing(number, other, Clash.OVERLAP)
    return None


def changes(was: Sequence[DayRow], now: Sequence[DayRow]) -> tuple[RowChange, ...]:
    """What became of each row that is not as it was, by time."""
    gone = [row for row in was if row not in now]
    found = [_partner(row, gone) for row in now if row not in was]
    found += [RowChange(row, None) for row in gone]
    return tuple(sorted(found, key=_when))


def _partner(row: DayRow, gone: list[DayRow]) -> RowChange:
    """What the row was before: at its time, or else elsewhere in the day; taken out of what is gone."""
    same_time = [one for one in gone if one.starts == row.starts]
    same_thing = [one for one in gone if one.activity == row.activity]
    was = next(iter(same_time or same_thing), None)
    if was:
        gone.remove(was)
    return RowChange(was, row)


def _when(change: RowChange) -> time:
    row = change.now or change.was
    return row.starts if row else time.min
