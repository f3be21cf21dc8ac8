"""What the review team is told about the pack: never what is in it."""

from dataclasses import replace
from datetime import date

from bot.cards import history
from bot.cards.model import Button, Card, Link, Listing, Text, go
from bot.cards.pack import Pack, Sees, show
from bot.cards.review import title
from bot.language.say import full
from storage.models import Change, Review


def complete(review: Review, by: str) -> Card:
    return Card(
        f"The paperwork is complete: {title(review)}",
        (Text(f"{by} has added what was still needed. Everything that was asked for is there to read."),),
        (_open(review),),
    )


def completed(review: Review, by: str) -> Card:
    """To the headteacher who left it to somebody."""
    return Card(
        f"The paperwork is complete: {title(review)}",
        (Text(f"{by} has completed the paperwork; the review team has been told.", "good"),),
        (_open(review),),
    )


def asked(pack: Pack, sees: Sees, latest: Change | None) -> Card:
    """To the headteacher: the whole pack, which stays in the chat; `latest` is what was done to it last."""
    shown = show(pack, sees)
    asks = (Text("For each paper the review team needs a link, or a word why it does not apply."),)
    done = (Text(f"{latest.by.name} {history.done(latest)}.", "muted"),) if latest else ()
    return _standing(replace(shown, blocks=(*(() if pack.is_complete else asks), *shown.blocks, *done)))


def _standing(card: Card) -> Card:
    """Every answer stands beside it: in its place a form would be written over by the next change."""
    blocks = (
        Listing(tuple(replace(row, buttons=_aside(row.buttons)) for row in block.rows))
        if isinstance(block, Listing)
        else block
        for block in card.blocks
    )
    return replace(card, blocks=tuple(blocks), buttons=_aside(card.buttons))


def _aside(buttons: tuple[Button | Link, ...]) -> tuple[Button | Link, ...]:
    return tuple(replace(one, aside=True) if isinstance(one, Button) else one for one in buttons)


def needs_longer(review: Review, by: str, until: date, why: str) -> Card:
    said = (Text(("The reason given: ", f"“{why}”")),) if why else ()
    return Card(
        f"The paperwork needs longer: {title(review)}",
        (Text(f"{by} needs until {full(until)}. You hear when everything is in."), *said),
        (_open(review),),
    )


def no_longer(review: Review, due: date) -> Card:
    """In place of the word that it needs longer, when it does not after all."""
    return Card(
        f"The paperwork needs no longer: {title(review)}",
        (Text(f"It is to be with you by {full(due)}. You hear when everything is in."),),
        (_open(review),),
    )


def _open(review: Review) -> Button:
    return Button("Open the list", go("pack.show", review=review.id), "primary", aside=True)
