"""What is said about the note that goes with a review."""

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Button, Card, Prose, Text, go
from bot.cards.review import title
from storage.models import Review


def ask_note(review: Review, *, value: str, error: str = "") -> Card:
    note = Prose(
        name="note",
        label="A note to the headteacher and the team",
        hint=SAFEGUARDING,
        value=value,
        error=error,
        required=False,
    )
    return Card(
        f"The note for {title(review)}",
        (note,),
        (
            Button("Save the note", go("note.save", review=review.id, version=review.version), "primary"),
            Button("Go back", go("review.show", review=review.id)),
        ),
    )


def note_saved(review: Review) -> Card:
    shown = Text(review.note) if review.note else Text("There is no note now.", "muted")
    return Card(
        f"The note for {title(review)}",
        (Text("Saved. Everyone who takes part sees it with the review.", "good"), shown),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )
