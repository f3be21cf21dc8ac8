"""What is said when a review is cancelled, put off without a new date, or brought back."""

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Button, Card, Line, Text, go
from bot.cards.review import title
from bot.language.say import full
from storage.models import Change, Review


def ask_reason(review: Review, *, postpone: bool, value: str = "", error: str = "") -> Card:
    """Why a review is called off, or put off without a new date."""
    verb = "Postpone" if postpone else "Cancel"
    later = "No new date is set; you can give one later." if postpone else "You can bring it back later."
    route = "postpone.do" if postpone else "cancel.do"
    return Card(
        f"{verb} the review at {review.school.name}?",
        (
            Text(f"It is on {full(review.day)}. Everyone who takes part is told why. {later}"),
            Line(name="reason", label="The reason", hint=SAFEGUARDING, value=value, error=error),
        ),
        (
            Button(f"{verb} it", go(route, review=review.id, day=review.day), "danger"),
            Button("Keep it", go("review.show", review=review.id)),
        ),
    )


def moved_since(review: Review) -> str:
    """At the reason, when the form was about another date."""
    return f"The review has moved since, to {full(review.day)}. Is that the one you mean?"


def called_off(review: Review) -> Card:
    """The answer to whoever cancelled or postponed it."""
    what = "Cancelled" if review.cancelled_at else "Postponed"
    back = Button("Bring it back", go("cancel.undo", review=review.id))
    new_date = Button("Give a new date", go("move.ask", review=review.id))
    return Card(
        f"{what}: {title(review)}",
        (
            Text("Everyone who takes part is told.", "good"),
            Text(("The reason given: ", f"“{review.reason}”")),
        ),
        (back if review.cancelled_at else new_date,),
    )


def is_off(review: Review) -> Card:
    """In place of a question that nobody has to answer any more."""
    what = "cancelled" if review.cancelled_at else "postponed"
    return Card(
        f"{review.school.name}: the review is {what}",
        (Text("There is nothing for you to answer."),),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def off(review: Review, change: Change) -> Card:
    """To everyone who takes part."""
    what = "Cancelled" if review.cancelled_at else "Postponed"
    then = (
        "You can take the date out of your diary."
        if review.cancelled_at
        else "You will hear when it has a new date."
    )
    return Card(
        f"{what}: {title(review)}",
        (Text((f"{change.by.name} says: ", f"“{change.now['reason']}”")), Text(then)),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def brought_back(review: Review) -> Card:
    return Card(
        f"Back again: {title(review)}",
        (Text("Everyone who takes part is told; whoever had not answered is asked again.", "good"),),
        (Button("See the review", go("review.show", review=review.id), "primary", aside=True),),
    )


def goes_ahead(review: Review, by: str) -> Card:
    """To everyone who takes part, when a cancelled review is brought back."""
    return Card(
        f"It goes ahead after all: {title(review)}",
        (Text(f"{by} has brought the review back. What you answered before still stands."),),
        (Button("See the review", go("review.show", review=review.id), "primary", aside=True),),
    )
