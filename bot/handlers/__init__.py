"""The conversations. Importing this package registers every route and every template."""

from bot.handlers import (
    answers,
    calling_off,
    channels,
    day,
    day_find,
    day_news,
    held,
    home,
    letters,
    mornings,
    moving,
    notes,
    reviews,
    schedule,
    suggestions,
    team,
)

__all__ = [
    "answers",
    "calling_off",
    "channels",
    "day",
    "day_find",
    "day_news",
    "held",
    "home",
    "letters",
    "mornings",
    "moving",
    "notes",
    "reviews",
    "schedule",
    "suggestions",
    "team",
]
