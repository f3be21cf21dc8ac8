"""What those hear who share in the impact of a review: that it is recorded, and never what it says."""

from bot.cards.model import Button, Card, Text, go
from bot.cards.review import title
from storage.models import Review


def recorded(review: Review, by: str, *, reads: bool) -> Card:
    """`reads`: it is a click away for them; the others see how the review stands."""
    opened = Button("Open it", go("impact.show", review=review.id), "primary", aside=True)
    return Card(
        f"The impact is recorded: {title(review)}",
        (Text(f"{by} has written down what the review has led to."),),
        (*((opened,) if reads else ()), _see(review)),
    )


def taken_back(review: Review, by: str) -> Card:
    """In place of the same."""
    return Card(
        f"The impact is not recorded after all: {title(review)}",
        (Text(f"{by} has taken it back. You will hear when it is recorded."),),
        (_see(review),),
    )


def _see(review: Review) -> Button:
    return Button("See the review", go("review.show", review=review.id), aside=True)
