"""An action of a plan in words: by when it is to be done, and how far it has come."""

from datetime import date, datetime

from bot.language.say import full
from bot.rules.hours import today


def deadline(due: date | None, timing: str) -> str:
    """`timing`: what was typed where that is no date."""
    return full(due) if due else timing


def how_far(done_at: datetime | None, help_at: datetime | None) -> str:
    """What has come of it, "" where nothing was said; both in UTC."""
    if done_at:
        return f"Done on {full(today(done_at))}"
    return "Help is wanted" if help_at else ""
