"""What the headteacher and the other champions hear of the development visit."""

from datetime import date

from bot.cards.model import Button, Card, Text, go
from bot.cards.visit import when
from bot.language.say import full
from storage.models import DevelopmentVisit, Review


def chosen(review: Review, by: str, visit: DevelopmentVisit, was: str = "") -> Card:
    """To the headteacher and the other champions. `was`: the day that had been chosen before."""
    day = when(visit.day, visit.at) if visit.day else ""
    before = (Text(f"It had been {was}."),) if was else ()
    return Card(
        f"Development visit on {day}: {review.school.name}",
        (Text(f"{by} has chosen that day for the Improvement Champions’ follow-up visit."), *before),
        (Button("Open the visit", go("visit.show", review=review.id), aside=True),),
    )


def called_off(review: Review, by: str, was: str) -> Card:
    """To the same, when no day is chosen any more."""
    return Card(
        f"The development visit has no day any more: {review.school.name}",
        (Text(f"{by} has taken back {was}. You will hear when another day is chosen."),),
        (Button("Open the visit", go("visit.show", review=review.id), aside=True),),
    )


def held(review: Review, by: str, on: date) -> Card:
    """To the headteacher, without a word of what was seen: that is a click away."""
    return Card(
        f"The development visit was held on {full(on)}: {review.school.name}",
        (Text(f"{by} has written down what was seen; its line in the audit proforma is filled in."),),
        (
            Button("Open the visit", go("visit.show", review=review.id), "primary", aside=True),
            Button("Open the audit proforma", go("audit.show", review=review.id), aside=True),
        ),
    )


def not_held(review: Review, by: str) -> Card:
    """To the headteacher, when what was recorded is taken back."""
    return Card(
        f"The development visit was not held after all: {review.school.name}",
        (Text(f"{by} has taken the record back."),),
        (Button("Open the visit", go("visit.show", review=review.id), aside=True),),
    )
