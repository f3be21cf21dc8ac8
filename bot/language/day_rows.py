"""The timetable of a day as people type it, a row a line: when, what, where, with whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.day_times import Unread, When, read_when, said
from bot.rules.day import LONGEST_ROW, MOST_ROWS, Clash, Clashing, DayRow, clashes

EXAMPLE = "9.15 Phonics, Year 1, with KM"
QUOTED = 60
BULLET = re.compile(r"^(?:[\s•·*–—-]+|[0-9]{1,2}[.)]\s+(?=[0-9]{1,2}[.:][0-9]))")
# What may stand between the time and the activity.
AFTER_TIME = re.compile(r"^[\s:;,.|)–—-]+")
COLUMNS = re.compile(r"\s*[|\t]\s*")
COMMAS = re.compile(r"\s*,\s*")
WITH = re.compile(r"(?:^|\s)(?:with\b|w/)\s*(?P<whom>\S.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """The rows that could be read, and a sentence for each that can't stand as it is."""

    rows: tuple[DayRow, ...]
    problems: tuple[str, ...]


def read(text: str) -> Typed:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return Typed((), (f"Please type the day’s rows, one a line, for example: {EXAMPLE}.",))
    if len(lines) > MOST_ROWS:
        return Typed((), (f"A timetable can have {MOST_ROWS} rows; this has {len(lines):,}.",))
    good: list[tuple[int, DayRow]] = []
    problems: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        row = _row(line)
        if isinstance(row, DayRow):
            good.append((number, row))
        else:
            problems.append((number, f"{_named(number, line)}: {row}"))
    problems += [(clash.row, _clash(clash, lines, dict(good))) for clash in clashes(good)]
    return Typed(tuple(row for _, row in good), tuple(sentence for _, sentence in sorted(problems)))


def as_text(rows: Sequence[DayRow]) -> str:
    """The rows as they can be typed to be read as the same again."""
    return "\n".join(_line(row) for row in rows)


def _line(row: DayRow) -> str:
    whom = f"with {row.with_whom}" if row.with_whom else ""
    cells = " | ".join(filter(None, (said(row.starts, row.ends), row.activity, row.place, whom)))
    # A comma would divide an activity that stands alone.
    return cells if row.place or whom or "," not in row.activity else f"{cells} |"


def _row(line: str) -> DayRow | str:
    """The row, or the rest of the sentence that says why it can't be read."""
    if len(line) > LONGEST_ROW:
        return f"please keep a row to {LONGEST_ROW} characters; this has {len(line):,}."
    bare = BULLET.sub("", line)
    found = read_when(bare)
    if isinstance(found, Unread):
        return found.reason
    return _rest(found, AFTER_TIME.sub("", bare[found.length :]))


def _rest(when: When, rest: str) -> DayRow | str:
    """Activity, place and with whom: in that order, but for who is named after "with"."""
    split = COLUMNS if COLUMNS.search(rest) else COMMAS
    cells: list[str] = []
    people: list[str] = []
    for cell in filter(None, split.split(rest.strip())):
        named = WITH.search(cell)
        before = cell[: named.start()].strip() if named else cell
        # A stroke alone says nothing, and at the beginning of a row it would be passed over.
        if any(map(str.isalnum, before)):
            (cells if len(cells) < 2 else people).append(before)
        if named:
            people.append(named["whom"].strip())
    if not cells:
        return "it says when, but not what happens then."
    activity, place = (*cells, "")[:2]
    return DayRow(when.starts, when.ends, activity, place, ", ".join(people))


def _named(number: int, line: str) -> str:
    short = line if len(line) <= QUOTED else line[: QUOTED - 1].rstrip() + "…"
    return f"Row {number} (“{short}”)"


def _clash(clash: Clashing, lines: Sequence[str], rows: dict[int, DayRow]) -> str:
    row, other = _named(clash.row, lines[clash.row - 1]), rows[clash.other]
    match clash.how:
        case Clash.SAME_START:
            return (
                f"{row}: row {clash.other} starts at {said(other.starts)} as well. "
                "Please put what happens at one time into one row."
            )
        case Clash.OUT_OF_ORDER:
            return (
                f"{row}: it starts before row {clash.other}, which is at {said(other.starts)}. "
                "Please put the rows in the order of the day."
            )
        case Clash.OVERLAP:
            return (
                f"{row}: row {clash.other} goes on until {said(other.ends or other.starts)}. "
                "Please let one end before the next starts."
            )
