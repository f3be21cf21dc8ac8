"""Samples of every card: the smallest, a typical one, the longest."""

from tests.samples import (
    answers,
    booking,
    calling_off,
    channels,
    common,
    day,
    held,
    history,
    home,
    moving,
    notes,
    review,
    schedule,
    suggestions,
    team,
)
from tests.samples.registry import SAMPLES, Three

__all__ = [
    "SAMPLES",
    "Three",
    "answers",
    "booking",
    "calling_off",
    "channels",
    "common",
    "day",
    "held",
    "history",
    "home",
    "moving",
    "notes",
    "review",
    "schedule",
    "suggestions",
    "team",
]
