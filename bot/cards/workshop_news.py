"""What is said to others about the post-review workshop."""

from datetime import date

from bot.cards.model import Button, Card, Text, go
from bot.cards.review import title
from bot.cards.workshop_words import when
from bot.language.say import full
from storage.models import Review, Workshop


def chosen(review: Review, workshop: Workshop, by: str, *, was: str = "", plays: bool) -> Card:
    """`was`: the day that it had been chosen for; `plays`: the reader prepares it, and does not only know."""
    moved = f" It had been chosen for {was}." if was else ""
    again = " If your release was booked for the other day, please check it." if was and plays else ""
    return Card(
        f"The workshop {'moves to' if was else 'is on'} {when(workshop)}",
        (Text(f"{by} has chosen that day for {title(review)}.{moved}{again}"),),
        (
            Button("Open the workshop", go("workshop.show", review=review.id), "primary", aside=True),
            Button("Calendar file", go("review.calendar", review=review.id), aside=True),
        ),
    )


def held(review: Review, by: str, on: date, plan_due: date, *, writes: bool) -> Card:
    """To the headteacher, and to the champion who did not record it."""
    plan = Button("Open the action plan", go("plan.show", review=review.id), "primary", aside=True)
    return Card(
        f"The workshop was held: {title(review)}",
        (
            Text(f"{by} has recorded it, on {full(on)}."),
            Text(f"The action plan is due by {full(plan_due)}."),
        ),
        (
            *((plan,) if writes else ()),
            Button("Open the workshop", go("workshop.show", review=review.id), aside=True),
        ),
    )


def staff(review: Review, by: str) -> Card:
    """To the champions: the names stand in the card of the workshop."""
    return Card(
        f"Who attends the workshop: {title(review)}",
        (Text(f"{by} has written down which staff attend."),),
        (Button("Open the workshop", go("workshop.show", review=review.id), "primary", aside=True),),
    )
