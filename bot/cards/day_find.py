"""Which review's day is meant, asked where several fit."""

from collections.abc import Sequence
from datetime import date

from bot.cards.common import HOME
from bot.cards.model import Button, Card, Go, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.review import title
from storage.models import Review

WHICH = "The timetable of which day?"


def which(found: Sequence[Review], today: date, page: int, sorry: str = "") -> Card:
    """Whose day is meant, where several fit; `sorry` says what was not found."""

    def to(wanted: int) -> Go:
        return go("day.find", page=wanted)

    rows = tuple(_row(review, today) for review in found)
    shown, pages = page_of(rows, page, to)
    why = (Text(sorry, "warning"),) if sorry else ()
    if not rows:
        nothing = Text("There is no review to come whose timetable for the day you could see.")
        return Card(WHICH, (*why, nothing), (HOME,))
    return Card(WHICH, (*why, Listing(shown)), pages)


def _row(review: Review, today: date) -> Row:
    when = "Today." if review.day == today else "It is over." if review.day < today else ""
    return Row(title(review), when, (Button("Open", go("day.show", review=review.id), aside=True),))
