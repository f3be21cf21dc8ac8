"""Which review's paperwork is meant, where several fit."""

from collections.abc import Sequence

from bot.cards.common import ECHOED
from bot.cards.model import Button, Card, Go, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.review import title
from bot.cards.words import shortened
from storage.models import Review

NONE = "There is no review whose paperwork concerns you at the moment."


def ask_which(reviews: Sequence[Review], page: int = 0, said: str = "") -> Card:
    """`said` is what was typed and meant none of them for certain."""

    def to(wanted: int) -> Go:
        return go("pack.which", page=wanted)

    rows = tuple(
        Row(
            f"Postponed: {review.school.name}" if review.postponed_at else title(review),
            "",
            (Button("Open", go("pack.show", review=review.id)),),
        )
        for review in reviews
    )
    shown, pages = page_of(rows, page, to)
    typed = shortened(said, ECHOED)
    sorry = (Text(("I am not sure which school you mean by “", typed, "”."), "warning"),) if said else ()
    return Card("Whose paperwork?", (*sorry, Listing(shown)), pages)
