"""What the review team is told about the pack: never what is in it."""

from datetime import date

from bot.cards.model import Button, Card, Text, go
from bot.cards.review import title
from bot.language.say import full
from storage.models import Review


def complete(review: Review, by: str) -> Card:
    return Card(
        f"The paperwork is complete: {title(review)}",
        (Text(f"{by} has added what was still needed. Everything that was asked for is there to read."),),
        (_open(review),),
    )


def needs_longer(review: Review, by: str, until: date, why: str) -> Card:
    said = (Text(("The reason given: ", f"“{why}”")),) if why else ()
    return Card(
        f"The paperwork needs longer: {title(review)}",
        (Text(f"{by} needs until {full(until)}. You hear when everything is in."), *said),
        (_open(review),),
    )


def _open(review: Review) -> Button:
    return Button("Open the list", go("pack.show", review=review.id), "primary", aside=True)
