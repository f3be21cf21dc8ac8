"""Action items as a table for a spreadsheet (CSV)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.documents.table import as_csv
from bot.language.say import listed
from bot.rules.papers import ActionRow

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


@dataclass(frozen=True, slots=True)
class ActionLine:
    """`progress` in words, "" while there is none."""

    school: str
    day: date
    number: int
    row: ActionRow
    progress: str = ""


def actions_csv(lines: Iterable[ActionLine]) -> bytes:
    return as_csv(HEADERS, map(cells, lines))


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
