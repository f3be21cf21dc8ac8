"""What the review team and whoever helps are told about the pack: never what is in it."""

from datetime import date

from bot.cards.model import Button, Card, Text, go
from bot.cards.review import title
from bot.language.say import full
from storage.models import Review


def complete(review: Review, by: str) -> Card:
    return Card(
        f"The paperwork is complete: {title(review)}",
        (Text(f"{by} has added what was still needed. Everything that was asked for is there to read."),),
        (_open(review, "Open the list"),),
    )


def needs_longer(review: Review, by: str, until: date, why: str) -> Card:
    said = (Text(("The reason given: ", f"“{why}”")),) if why else ()
    return Card(
        f"The paperwork needs longer: {title(review)}",
        (Text(f"{by} needs until {full(until)}. You hear when everything is in."), *said),
        (_open(review, "Open the list"),),
    )


def handed_over(review: Review, by: str, due: date) -> Card:
    return Card(
        f"Can you see to the paperwork? {title(review)}",
        (
            Text(f"{by} asks you to gather the papers for the review team, by {full(due)}."),
            Text("For each paper you add a link, or say why it does not apply.", "muted"),
        ),
        (_open(review, "Open the paperwork"),),
    )


def taken_care_of(review: Review) -> Card:
    """In place of the question to see to it, when it is with somebody else again."""
    return Card(
        f"The paperwork is no longer with you: {title(review)}",
        (Text("Thank you for your help. There is nothing for you to do.", "good"),),
    )


def _open(review: Review, label: str) -> Button:
    return Button(label, go("pack.show", review=review.id), "primary", aside=True)
