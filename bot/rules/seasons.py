"""The seasons in which it is asked who leads the groups."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Season:
    """When it is asked who leads the groups: `ahead`, of the coming year; else of the one that begins."""

    day: date
    ahead: bool


def lead_season(today: date) -> Season | None:
    """Message table: "June; 1 September"; a question that was missed is put while its month lasts."""
    match today.month:
        case 6 | 7:
            return Season(date(today.year, 6, 1), ahead=True)
        case 9:
            return Season(date(today.year, 9, 1), ahead=False)
        case _:
            return None


def newest_season(today: date) -> date:
    """The day on which it was asked last."""
    days = (date(year, month, 1) for year in (today.year - 1, today.year) for month in (6, 9))
    return max(day for day in days if day <= today)
