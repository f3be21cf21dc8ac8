"""The conversations. Importing this package registers every route and every template."""

from bot.handlers import (
    answers,
    calling_off,
    channels,
    held,
    home,
    letters,
    meeting,
    meeting_news,
    meeting_record,
    moving,
    notes,
    questions,
    reviews,
    schedule,
    suggestions,
    team,
)

__all__ = [
    "answers",
    "calling_off",
    "channels",
    "held",
    "home",
    "letters",
    "meeting",
    "meeting_news",
    "meeting_record",
    "moving",
    "notes",
    "questions",
    "reviews",
    "schedule",
    "suggestions",
    "team",
]
