"""What somebody may have meant who says that a day suits them, or does not."""

from collections.abc import Sequence

from bot.cards.common import HOME
from bot.cards.milestones import A_PART
from bot.cards.model import Block, Button, Card, Heading, Listing, Row, Text, go
from bot.cards.paging import pages_of
from bot.cards.review import title
from storage.models import Review, TeamMember

PRESS = "I take no answer from a message alone, so that none is taken wrongly. Please press the one you mean."


def show(waiting: Sequence[Row], answered: Sequence[Row], page: int = 0) -> Card:
    rows = (*waiting, *answered)
    if not rows:
        nothing = Text("No date is waiting for you, and you take part in no review to come.")
        return Card("There is nothing for you to answer", (nothing,), (HOME,))
    shown, pages = pages_of(rows, page, lambda wanted: go("answer.open", page=wanted))
    open_still = tuple(row for row in shown if row in waiting)
    given = tuple(row for row in shown if row not in waiting)
    alone = waiting[0].title if len(rows) == len(waiting) == 1 else ""
    return Card(
        alone or "Which date do you mean?",
        (Text(PRESS), *_part("Waiting for your answer", open_still), *_part("Answered already", given)),
        (*pages, HOME),
    )


def _part(heading: str, rows: tuple[Row, ...]) -> tuple[Block, ...]:
    return (Heading(heading), Listing(rows)) if rows else ()


def confirmed(review: Review) -> Row:
    by = review.confirmed_by.name if review.confirmed_by else "The headteacher"
    no_longer = go("date.unconfirm", review=review.id, day=review.day)
    return Row(
        title(review),
        f"{by} has confirmed the date.",
        (Button("It doesn’t suit after all", no_longer, aside=True), _other_date(review)),
    )


def accepted(review: Review, place: TeamMember) -> Row:
    no = go("answer.decline", review=review.id, day=review.day)
    return Row(
        title(review),
        f"You have said yes, to be {A_PART[place.part]}.",
        (Button("Can’t do it after all", no, aside=True), _other_date(review)),
    )


def declined(review: Review, place: TeamMember) -> Row:
    yes = go("answer.accept", review=review.id, day=review.day)
    return Row(
        title(review),
        f"You have said that you can’t be {A_PART[place.part]}.",
        (Button("Accept after all", yes, aside=True), _other_date(review)),
    )


def _other_date(review: Review) -> Button:
    return Button("Suggest another date", go("suggest.ask", review=review.id), aside=True)
