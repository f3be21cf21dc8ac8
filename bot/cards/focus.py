"""The form of the self-review note."""

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Block, Button, Card, Line, Link, Listing, Prose, Row, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, error
from bot.cards.review import title
from storage.models import FocusNote, Review

SAVED = "Saved: the self-review note."
EMPTIED = "The note is empty now."
NOTHING_TYPED = "Nothing was typed, so there is no note. It is optional."
AS_IT_WAS = "The note is as it was."


def ask(
    review: Review,
    note: FocusNote | None,
    *,
    areas: str = "",
    link: str = "",
    problems: Problems = NO_PROBLEMS,
    beaten: str = "",
    opens: str = "",
) -> Card:
    """`beaten`: who has changed the note since the form was opened, "You have" for the same person.

    What they left is shown; `opens` is our own link to it.
    """
    return Card(
        f"Self-review note: {title(review)}",
        (
            *(_left(note, beaten, opens) if beaten and note else ()),
            *_fields(areas, link, problems),
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


def _fields(areas: str, link: str, problems: Problems) -> tuple[Prose, Line]:
    return (
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
    )


def _left(note: FocusNote, who: str, opens: str) -> tuple[Block, ...]:
    said = f"{who} just changed the note. Yours is not saved yet; save again to replace it."
    link = (Link("Open", opens),) if note.link else ()
    return (Text(said, "warning"), Listing((Row("The note now", note.areas or "No areas of focus", link),)))
