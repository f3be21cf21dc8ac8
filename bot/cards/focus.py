"""The form of the self-review note."""

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Block, Button, Card, Line, Link, Listing, Prose, Row, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, error
from bot.cards.review import title
from storage.models import FocusNote, Review


def ask(
    review: Review,
    note: FocusNote | None,
    *,
    areas: str = "",
    link: str = "",
    problems: Problems = NO_PROBLEMS,
    beaten: bool = False,
) -> Card:
    """`beaten`: somebody else has changed the note since the form was opened; what they left is shown."""
    return Card(
        f"Self-review note: {title(review)}",
        (
            *(_left(note) if beaten and note else ()),
            Prose(
                name="areas",
                label="Broad areas of focus",
                hint=f"The review team and the Improvement Champions see these. {SAFEGUARDING}",
                value=areas,
                error=error(problems, "areas"),
                required=False,
            ),
            Line(
                name="link",
                label="Link to the self-review pro forma (Appendix 3a)",
                hint="It begins with https://. The review team alone sees it.",
                value=link,
                error=error(problems, "link"),
                required=False,
            ),
        ),
        (
            Button(
                "Save the note",
                go("focus.save", review=review.id, version=note.version if note else 0),
                "primary",
            ),
            Button("Go back", go("pack.show", review=review.id)),
        ),
    )


def _left(note: FocusNote) -> tuple[Block, ...]:
    said = f"{note.by.name} has just changed the note. Yours is not saved yet; save again to replace it."
    opens = (Link("Open", note.link),) if note.link else ()
    return (Text(said, "warning"), Listing((Row("The note now", note.areas or "No areas of focus", opens),)))
