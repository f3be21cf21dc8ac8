"""What reading a date can come to."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Found:
    """A day that two people would read alike."""

    day: date


@dataclass(frozen=True, slots=True)
class Unsure:
    """One to three days to choose from, likeliest first, and the question to ask."""

    choices: tuple[date, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """No day, and a sentence that says what to do about it."""

    reason: str


Reading = Found | Unsure | Unreadable
