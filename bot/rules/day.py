"""The rows of a review day's timetable: whether order and times agree, and how two timetables differ."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta

MOST_ROWS = 40
LONGEST_ROW = 200
# A time without a.m. or p.m. is read as one of these hours, and no row lies outside them.
FIRST_HOUR, LAST_HOUR = 7, 18
# "7" and "6.30" are read as these; whoever types them may mean the other half of the day, which is no longer
# a school's.
EDGES = (FIRST_HOUR, LAST_HOUR)
# How long before the review it comes up among what is to do.
ASKED_FROM = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class DayRow:
    """London times. Rows may be at one time; a row without an end lasts until the next later start."""

    starts: time
    ends: time | None
    activity: str
    place: str = ""
    with_whom: str = ""


FEEDBACK = re.compile(r"\bfeed[\s-]?back\b", re.IGNORECASE)


def feedback(rows: Iterable[DayRow]) -> Sequence[DayRow]:
    """The rows at which feedback is given."""
    return [row for row in rows if FEEDBACK.search(row.activity)]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is new (`was` is None), gone (`now` is None) or different."""

    was: DayRow | None
    now: DayRow | None


def misplaced(starts: Sequence[time], unsure: Collection[int]) -> Iterator[tuple[int, int]]:
    """The `unsure` rows that would stand in order half a day away, each with a row that they pass; by index.

    Only at the edges of the day: one that stands before the morning's rows and is read as of the evening, and
    one that stands after the afternoon's and is read as of the morning.
    """
    sure = [row for row in range(len(starts)) if row not in unsure]
    for row in sorted(unsure):
        late = starts[row].hour == LAST_HOUR
        beside = range(row + 1, len(starts)) if late else range(row)
        passed = [
            other
            for other in beside
            if (starts[other] < starts[row]) is late and starts[other] != starts[row]
        ]
        beyond = [other for other in sure if (other < row) is late]
        if passed and not beyond:
            yield row, passed[0]


def changes(was: Sequence[DayRow], now: Sequence[DayRow]) -> tuple[RowChange, ...]:
    """What became of each row that is not as it was, by time."""
    gone, new = [row for row in was if row not in now], [row for row in now if row not in was]
    found: list[RowChange] = []
    for alike in ALIKE:
        for row in tuple(new):
            if before := next((one for one in gone if alike(one, row)), None):
                gone.remove(before)
                new.remove(row)
                found.append(RowChange(before, row))
    found += [RowChange(None, row) for row in new] + [RowChange(row, None) for row in gone]
    return tuple(sorted(found, key=_when))


def _same_group(was: DayRow, now: DayRow) -> bool:
    """Whether it is at the same time for the same people, or else in the same place."""
    people = was.with_whom != "" and was.with_whom == now.with_whom
    return was.starts == now.starts and (people or (was.place != "" and was.place == now.place))


# What makes a row the one that another was, the surest sign first: of rows at one time, each has its own.
ALIKE: tuple[Callable[[DayRow, DayRow], bool], ...] = (
    lambda a, b: (a.starts, a.activity, a.with_whom) == (b.starts, b.activity, b.with_whom),
    lambda a, b: (a.starts, a.activity) == (b.starts, b.activity),
    _same_group,
    lambda a, b: (a.activity, a.with_whom) == (b.activity, b.with_whom),
    lambda a, b: a.activity == b.activity,
    lambda a, b: a.starts == b.starts,
)


def _when(change: RowChange) -> time:
    row = change.now or change.was
    return row.starts if row else time.min
