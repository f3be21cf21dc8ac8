"""What a row of a day says after its time: the activity, the place, with whom; and a table's own columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.language.day_times import Unread, read_when

COLUMN = re.compile(r"[^\S\t]*[|\t][^\S\t]*")
# 1,000 is one word.
COMMA = re.compile(r"\s*(?:(?<![0-9]),|,(?![0-9]))\s*")
EDGES = re.compile(r"^[\s,]+|[\s,]+$")
WITH = re.compile(r"(?:with\b|w/)\s*(?P<whom>\S.*)$", re.IGNORECASE)
WITHIN = re.compile(r"\s(?:with\b|w/)\s*(?P<whom>\S.*)$", re.IGNORECASE)
ANOTHER = re.compile(r"\s+|/|&|\+")
PERSON = r"(?:[A-Z]{2,3}|(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?)\b\.?\s+\S+)"
PERSONS = re.compile(rf"{PERSON}(?:\s*(?:\band\b|[&/+])\s*{PERSON})*")
MORE = re.compile(r"\b(?:and|or)\b|&", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cells:
    activity: str
    place: str = ""
    with_whom: str = ""


def cells(rest: str) -> Cells:
    return _by_column(rest) if COLUMN.search(rest.strip(" ")) else _by_comma(rest.strip())


def _by_column(rest: str) -> Cells:
    """In the order of a table: an empty cell keeps its place, but for who is named after "with"."""
    said = [_said(cell) for cell in COLUMN.split(rest.strip(" "))]
    named = [WITH.match(cell) for cell in said]
    people = [found["whom"] for found in named if found]
    others = [cell for cell, found in zip(said, named, strict=True) if not found]
    activity, place, *more = (*others, "", "")
    return Cells(activity, place, ", ".join(filter(None, (*more, *people))))


def _by_comma(rest: str) -> Cells:
    """As "activity, place, with whom". Where a comma could mean something else, the words stay together."""
    said = [cell for cell in COMMA.split(rest) if _said(cell)]
    first = next((number for number, cell in enumerate(said) if WITH.match(cell)), len(said))
    before, after = said[:first], said[first:]
    whole = Cells(EDGES.sub("", rest))
    if before and (found := WITHIN.search(before[-1])):
        if after or not _are_names(found["whom"]):
            return whole
        last = _said(before[-1][: found.start()])
        before, after = [*before[:-1], *([last] if last else [])], [found["whom"]]
    if not before:
        return Cells("")
    if any(WITHIN.search(cell) for cell in before) or (len(before) == 1 and len(after) > 1):
        return whole
    if len(before) == 3 and not after and PERSONS.fullmatch(before[2]):
        before, after = before[:2], before[2:]
    return _in_order(before, after) if after or len(before) < 3 else whole


def _in_order(before: Sequence[str], after: Sequence[str]) -> Cells:
    whom = ", ".join(found["whom"] if (found := WITH.match(cell)) else cell for cell in after)
    if len(before) > 2 or (len(before) == 2 and _goes_on(before[1])):
        return Cells(", ".join(before), "", whom)
    return Cells(before[0], "".join(before[1:]), whom)


def _said(cell: str) -> str:
    """A stroke alone says nothing."""
    return cell.strip() if any(map(str.isalnum, cell)) else ""


def _are_names(whom: str) -> bool:
    """KM; Mrs O’Neill and SW. "Year 6 about reading" and "KM in the hall" are more than names."""
    words = [word for word in ANOTHER.split(whom) if word and word != "and"]
    return words != [] and all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words)


def _goes_on(cell: str) -> bool:
    """Whether it ends a list, as in "reading, writing and maths", and names no place."""
    plain = cell == cell.lower() and not any(map(str.isdigit, cell))
    return plain and MORE.search(cell) is not None


class Column(StrEnum):
    NUMBER = "number"
    STARTS = "starts"
    ENDS = "ends"
    ACTIVITY = "activity"
    PLACE = "place"
    WHOM = "whom"


NAMES: dict[Column, tuple[str, ...]] = {
    Column.NUMBER: ("no", "number", "#"),
    Column.STARTS: ("time", "times", "when", "start", "starts", "start time", "from"),
    Column.ENDS: ("end", "ends", "end time", "finish", "finishes", "to", "until"),
    Column.ACTIVITY: ("activity", "activities", "what", "session", "event", "lesson"),
    Column.PLACE: ("place", "where", "room", "location", "venue", "class"),
    Column.WHOM: ("with", "with whom", "who", "whom", "staff", "people", "reviewer", "reviewers", "led by"),
}
NAMED = {name: column for column, names in NAMES.items() for name in names}
Header = tuple[Column, ...]
IN_ORDER = (Column.STARTS, Column.ACTIVITY, Column.PLACE, Column.WHOM)


def header(line: str) -> Header | None:
    """The columns that a line names, where it says nothing else; one of another name is of the activity."""
    by_column = COLUMN.search(line.strip(" |\t"))
    names = [name.strip(" *_.:").casefold() for name in _split(line, COLUMN if by_column else COMMA)]
    columns = tuple(NAMED.get(name, Column.ACTIVITY) for name in names)
    known = {NAMED[name] for name in names if name in NAMED}
    if Column.STARTS not in known or len(known) < 2 or any(map(str.isdigit, line)):
        return None
    return columns if by_column or columns == IN_ORDER[: len(columns)] else None


def in_order(line: str, columns: Header) -> str | None:
    """A row of a table as it would stand without a header; None for what is no row of one."""
    if not COLUMN.search(line.strip(" |\t")):
        return None
    said = _split(line, COLUMN)
    columns = (*columns, *(Column.ACTIVITY for _ in said[len(columns) :]))
    kept: dict[Column, list[str]] = {column: [] for column in Column}
    for column, cell in zip(columns, said, strict=False):
        if _said(cell):
            kept[column].append(cell)
    named = [found["whom"] if (found := WITH.match(cell)) else cell for cell in kept[Column.WHOM]]
    when, besides = _times("–".join((*kept[Column.STARTS][:1], *kept[Column.ENDS][:1])))
    what = ", ".join((*kept[Column.ACTIVITY], *besides, *kept[Column.STARTS][1:], *kept[Column.ENDS][1:]))
    return " | ".join(
        (when, what, ", ".join(kept[Column.PLACE]), f"with {', '.join(named)}" if named else "")
    )


def _times(typed: str) -> tuple[str, list[str]]:
    """The times of a cell, and what it says besides."""
    found = read_when(typed)
    if isinstance(found, Unread):
        return typed, []
    besides = typed[found.length :].strip()
    return typed[: found.length], [besides] if _said(besides) else []


def _split(line: str, at: re.Pattern[str]) -> list[str]:
    """The cells of a line, without the bars at its edges."""
    bare = line.strip(" ").removeprefix("|").removesuffix("|")
    return at.split(bare.strip(" "))
