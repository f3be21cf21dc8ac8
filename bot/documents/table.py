"""A table for a spreadsheet (CSV) in which whatever was typed comes out as typed."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from bot.language.legible import legible

MEDIA_TYPE = "text/csv"
# With one of these at its beginning a spreadsheet would take what was typed for a formula.
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Without it Excel reads UTF-8 as something else.
BOM = "\ufeff"


def as_csv(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headers)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return f"{BOM}{text.getvalue()}".encode()


def harmless(cell: str) -> str:
    """With an apostrophe before it, as people keep a formula from being one; the rest as it was typed."""
    text = legible(cell)
    return f"'{text}" if text.startswith(FORMULAS) else text
