"""What reading a date can come to."""

from dataclasses import dataclass, field
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
    """No day, and a sentence that says what to do about it.

    `impossible`: a day was plainly meant, and there is none like it.
    """

    reason: str
    impossible: bool = field(default=False, compare=False)


Reading = Found | Unsure | Unreadable
