"""The actions of a plan: what each says, what is still missing, and which are due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LONGEST = 600
LONGEST_NAME = 100
LONGEST_TIMING = 100
LONGEST_HELP = 250
MOST_AT_ONCE = 40
# Message table: "action due: 7 days before".
NEAR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the action plan as it is written.

    `timing` is what was typed where that is no date. `owner_id`: whom the roster knows by the name. `support`
    holds the letters of the form, in their order.
    """

    action: str
    due: date | None = None
    timing: str = ""
    owner: str = ""
    owner_id: int | None = None
    support: str = ""
    comments: str = ""


class Lacks(StrEnum):
    TIMING = "timing"
    OWNER = "owner"
    SUPPORT = "support"


def lacking(entries: Sequence[Entry]) -> dict[Lacks, int]:
    """How many actions have nothing in a column that the form has; it holds up nothing."""
    counted = {
        Lacks.TIMING: sum(not (one.due or one.timing) for one in entries),
        Lacks.OWNER: sum(not one.owner for one in entries),
        Lacks.SUPPORT: sum(not one.support for one in entries),
    }
    return {what: count for what, count in counted.items() if count}


def is_overdue(due: date | None, today: date, *, done: bool) -> bool:
    return due is not None and due < today and not done


def is_near(due: date | None, today: date, *, done: bool) -> bool:
    """Due within the week, or overdue."""
    return due is not None and due <= today + NEAR and not done
