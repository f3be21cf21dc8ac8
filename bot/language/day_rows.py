"""The timetable of a day as people type it, a row a line: when, what, where, with whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.language.day_cells import Cells, cells, header, in_order
from bot.language.day_lists import without_numbers
from bot.language.day_times import OUTSIDE, TIMES, Unread, When, is_time, read_when, said
from bot.rules.day import LONGEST_ROW, MOST_ROWS, DayRow, misplaced

EXAMPLE = "9.15 Phonics, Year 1, with KM"
NOTHING = f"Please write at least one row, for example: {EXAMPLE}."
HEADING = (
    f"this has no time. If it is a heading, please leave it out; otherwise {TIMES.removeprefix('please ')}"
)
NO_ACTIVITY = "it says when, but not what happens then."
QUOTED = 40
# Nobody types so long a line by hand.
LONGEST_LINE = 3 * LONGEST_ROW
BULLET = re.compile(r"^[\s|•·*–—-]+")
# What may stand between the time and the activity; an empty cell after the bar is one of a table.
AFTER_TIME = re.compile(r"^[\s:;,.)–—-]*\|?[\s:;,.)–—-]*")


@dataclass(frozen=True, slots=True)
class Typed:
    """The rows that could be read, by time, and a sentence for each that can't stand as it is."""

    rows: tuple[DayRow, ...]
    problems: tuple[str, ...]


@dataclass(slots=True)
class Lines:
    """What was typed line by line: each line's number, how it was typed, and how it is to be read."""

    numbers: list[int] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    meant: list[str | Unread] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    row: DayRow
    unsure: bool


def read(text: str) -> Typed:
    lines = _lines(text)
    if not lines.numbers:
        return Typed((), (NOTHING,))
    if len(lines.numbers) > MOST_ROWS:
        return Typed((), (f"A timetable can have {MOST_ROWS} rows; this has {len(lines.numbers):,}.",))
    found = [line if isinstance(line, Unread) else _row(line) for line in lines.meant]
    problems = {at: one.reason for at, one in enumerate(found) if isinstance(one, Unread)}
    good = {at: one for at, one in enumerate(found) if isinstance(one, Row)}
    if good and lines.numbers[0] == 1 and problems.get(0) == TIMES:
        problems[0] = HEADING
    problems |= _misplaced(good, lines.numbers)
    sentences = (f"{_named(lines.numbers[at], lines.typed[at])}: {problems[at]}" for at in sorted(problems))
    rows = sorted(dict.fromkeys(one.row for one in good.values()), key=lambda row: row.starts)
    return Typed(tuple(rows), tuple(sentences))


def as_text(rows: Sequence[DayRow]) -> str:
    """The rows as they can be typed to be read as the same again."""
    return "\n".join(_line(row) for row in rows)


def _line(row: DayRow) -> str:
    whom = f"with {row.with_whom}" if row.with_whom else ""
    line = " | ".join(filter(None, (said(row.starts, row.ends), row.activity, row.place, whom)))
    alone = not (row.place or whom)
    return f"{line} |" if alone and cells(row.activity) != Cells(row.activity) else line


def _lines(text: str) -> Lines:
    """Without the header of a table, which says how its rows are to be read, and without lines of strokes."""
    lines, columns, plain = Lines(), None, list[int]()
    for number, line in enumerate(filter(None, map(str.strip, text.splitlines())), 1):
        if not any(map(str.isalnum, line)):
            continue
        fits = len(line) <= LONGEST_LINE
        if found := header(line) if fits else None:
            columns = found
            continue
        in_table = in_order(line, columns) if columns and fits else None
        if in_table is None and fits:
            plain.append(len(lines.numbers))
        lines.numbers.append(number)
        lines.typed.append(line)
        lines.meant.append(in_table or BULLET.sub("", line))
    if len(lines.numbers) <= MOST_ROWS:
        numbered = without_numbers([str(lines.meant[at]) for at in plain])
        for at, meant in zip(plain, numbered, strict=True):
            lines.meant[at] = meant
    return lines


def _row(line: str) -> Row | Unread:
    """The row, or the rest of the sentence that says why it can't be read."""
    if len(line) > LONGEST_LINE:
        return _too_long(len(line))
    when = read_when(line)
    if isinstance(when, Unread):
        return when
    return _rest(when, cells(AFTER_TIME.sub("", line[when.length :])))


def _rest(when: When, says: Cells) -> Row | Unread:
    activity = AFTER_TIME.sub("", says.activity)
    if not activity or is_time(activity):
        return Unread(NO_ACTIVITY)
    length = len(activity) + len(says.place) + len(says.with_whom)
    if length > LONGEST_ROW:
        return _too_long(length)
    return Row(DayRow(when.starts, when.ends, activity, says.place, says.with_whom), when.unsure)


def _too_long(length: int) -> Unread:
    return Unread(f"please keep a row to {LONGEST_ROW} characters; this has {length:,}.")


def _named(number: int, line: str) -> str:
    short = line if len(line) <= QUOTED else line[: QUOTED - 1].rstrip() + "…"
    return f"Row {number} (“{short}”)"


def _misplaced(good: dict[int, Row], numbers: Sequence[int]) -> dict[int, str]:
    """What to ask about the rows whose order tells of another half of the day."""
    at, rows = list(good), list(good.values())
    found = misplaced([one.row.starts for one in rows], [n for n, one in enumerate(rows) if one.unsure])
    asked = {}
    for row, other in found:
        mine, theirs = said(rows[row].row.starts), said(rows[other].row.starts)
        where = "before" if row < other else "after"
        asked[at[row]] = (
            f"I read that as {mine}, but it stands {where} row {numbers[at[other]]}, which is at {theirs}. "
            f"If that is right, please write it like {mine}; {OUTSIDE}"
        )
    return asked
