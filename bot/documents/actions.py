"""Action items as a table for a spreadsheet (CSV)."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import StringIO

from bot.language.legible import legible
from bot.language.say import listed
from bot.rules.papers import ActionRow

MEDIA_TYPE = "text/csv"
HEADERS = (
    "School",
    "Date of review",
    "Number",
    "Action required",
    "Timings and deadlines",
    "Who will deliver this action?",
    "Where support comes from",
    "Comments / Further Support",
    "Progress",
)
# With one of these at its beginning a spreadsheet would take what was typed for a formula.
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Without it Excel reads UTF-8 as something else.
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class ActionLine:
    """`progress` in words, "" while there is none."""

    school: str
    day: date
    number: int
    row: ActionRow
    progress: str = ""


def actions_csv(lines: Iterable[ActionLine]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADERS)
    writer.writerows([harmless(cell) for cell in cells(line)] for line in lines)
    return f"{BOM}{text.getvalue()}".encode()


def cells(line: ActionLine) -> tuple[str, ...]:
    row = line.row
    return (
        line.school,
        line.day.isoformat(),
        str(line.number),
        row.action,
        row.timing,
        row.owner,
        listed(row.support),
        row.comments,
        line.progress,
    )


def harmless(cell: str) -> str:
    """With an apostrophe before it, as people keep a formula from being one; the rest as it was typed."""
    text = legible(cell)
    return f"'{text}" if text.startswith(FORMULAS) else text
