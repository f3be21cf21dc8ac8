"""Which function that returns a card has which samples."""

from collections.abc import Callable
from typing import NamedTuple

from bot.cards.model import Card
from storage.models import Review
from tests.samples import made


class Three(NamedTuple):
    smallest: Card
    typical: Card
    longest: Card


Says = Callable[..., Card]
Samples = Callable[[], Three]

SAMPLES: dict[Says, Samples] = {}


def samples(says: Says) -> Callable[[Samples], Samples]:
    """Register the three cards that a function makes; they are made when they are looked at."""

    def register(three: Samples) -> Samples:
        if says in SAMPLES:
            raise ValueError(f"two sets of samples for {says.__name__}")
        SAMPLES[says] = three
        return three

    return register


def of_a_review(says: Callable[[Review], Card]) -> None:
    """Register what a function says that needs nothing but a review."""
    samples(says)(lambda: Three(says(made.tiny()), says(made.usual()), says(made.longest())))
