"""The whole table of domain.md: for each row of people what is theirs at each moment."""

from collections.abc import Collection, Mapping

from tests.permissions import canaries
from tests.permissions.moments import BEFOREHAND, ONCE_SENT, When
from tests.permissions.paths.model import ANSWERABLE, Column, Does, Path
from tests.permissions.people import UNKNOWN
from tests.permissions.tables import beforehand, since

Cells = Mapping[Column, frozenset[str]]


def read(table: str) -> Mapping[str, Cells]:
    """What stands in each cell; nothing where there is a dash."""
    heading, *lines = (line.split("|") for line in table.strip("\n").splitlines())
    columns = [Column(name.strip()) for name in heading[1:]]
    return {row.strip(): dict(zip(columns, map(words, found), strict=True)) for row, *found in lines}


def words(cell: str) -> frozenset[str]:
    return frozenset(word for word in map(str.strip, cell.split(",")) if word != "–")


TABLES = [read(one) for one in (beforehand.TABLE, since.NOTES_AND_DRAFTS, since.PAPERS)]
CELLS: Mapping[str, Cells] = {
    row: {column: cell for table in TABLES for column, cell in table[row].items()} for row in TABLES[0]
}
OF_PAPERS = frozenset(TABLES[2]["head"])


def theirs(row: str) -> bool:
    """Whether anything of the review is theirs, at any moment."""
    return any(CELLS[row].values())


def held(row: str, column: Column, when: When) -> frozenset[str]:
    """What the cell comes to at that moment."""
    found = CELLS[row].get(column, frozenset())
    if column in OF_PAPERS and when not in ONCE_SENT:
        return frozenset()
    if "sent" in found:
        return frozenset({"S"}) if when in ONCE_SENT else frozenset()
    return found if when is When.RELEASED else found - {"released"}


def may(row: str, path: Path, when: When, cell: frozenset[str] | None = None) -> bool:
    """Whether the table lets those in this row go this way at that moment."""
    if path.column is Column.ANYBODY:
        return row not in UNKNOWN
    if path.column in {Column.OWN, Column.LED, Column.DIGEST}:
        return row in path.only
    found = held(row, path.column, when) if cell is None else cell
    if path.only and row not in path.only:
        return False
    return bool(found & path.to) if path.to else bool(found) and path.does is Does.SHOWS


def sees(row: str, when: When) -> Collection[str]:
    """Those of the canaries that the table shows to them."""
    cells = {column: held(row, column, when) for column in Column}
    found = set(seen(cells, when))
    if row in ANSWERABLE:
        # The history has what was prepared as long as there is a review.
        found |= of_the_preparation(cells) - canaries.NOT_YET[when]
    return found


def seen(cells: Cells, when: When) -> Collection[str]:
    found: set[str] = set()
    if when in BEFOREHAND or when is When.DAY:
        found |= of_the_preparation(cells)
    if when not in BEFOREHAND:
        found |= canaries.of_the_day(cells)
    if when not in BEFOREHAND and when is not When.DAY:
        found |= canaries.of_the_drafts(cells, when)
    if when in ONCE_SENT:
        found |= canaries.of_the_papers(cells)
    return found - canaries.NOT_YET[when]


def of_the_preparation(cells: Cells) -> set[str]:
    shown = {
        "links": cells[Column.PAPERS] & {"W", "R"},
        "areas": cells[Column.PAPERS] & {"W", "R", "focus"},
        "meeting": cells[Column.MEETING] & {"W", "R"},
        "focus": cells[Column.MEETING] & {"W", "R", "focus"},
        "questions": cells[Column.QUESTIONS] & {"W", "R", "own"},
        "rows": cells[Column.DAY] & {"W", "R"},
        "draft": cells[Column.DAY] & {"W"},
    }
    return {word for kind, held in shown.items() if held for word in canaries.PREPARED[kind]}
