"""The form that takes the links to all papers of a pack at once."""

from collections.abc import Mapping, Sequence

from bot.cards.model import Button, Card, Line, Text, go
from bot.cards.review import title
from bot.rules.pack import Item
from storage.models import PackItem, Review

MISSING = "Please paste at least one link."
FIRST_REVIEW = "If this is the school’s first review, leave it empty and press First review in the list."


def ask(
    review: Review,
    called: Sequence[tuple[Item, str]],
    versions: str,
    *,
    values: Mapping[Item, str],
    errors: Mapping[Item, str],
) -> Card:
    """A field for each paper that is `called`; `versions` are those of the papers as it was made."""
    how = (
        "What you leave empty stays as it is. Please share each paper with the review team where you keep it."
    )
    return Card(
        f"Links to the paperwork: {title(review)}",
        (Text(how), *(_line(item, name, values, errors) for item, name in called)),
        (
            Button("Save the links", go("links.add", review=review.id, versions=versions), "primary"),
            Button("Go back", go("pack.show", review=review.id)),
        ),
    )


def _line(item: Item, name: str, values: Mapping[Item, str], errors: Mapping[Item, str]) -> Line:
    return Line(
        name=item.value,
        label=name,
        hint=FIRST_REVIEW if item is Item.PREVIOUS else "",
        value=values.get(item, ""),
        error=errors.get(item, ""),
        required=False,
    )


def button(review: Review, *, aside: bool = False) -> Button:
    return Button("Add the links", go("links.ask", review=review.id), aside=aside)


def beaten(paper: PackItem | None, who: str) -> str:
    """At the field of a paper that has changed since the form was made; `who` begins the sentence."""
    if paper is None:
        return "That has changed meanwhile. Save again if yours should stand."
    done = "added a link" if paper.link else "given a reason" if paper.reason else "taken it out"
    return f"{who} just {done} here. This is not saved yet: save again if it should stand."
