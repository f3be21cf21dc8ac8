"""The links to a paper’s files, to all of a review’s, and to the action items as a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.cards.model import Button, Card, Link, Text, go
from bot.cards.review import title
from bot.rules.permissions import Paper
from storage.models import Review

NAMES: Mapping[Paper, str] = {
    Paper.SUMMARY: "Summary",
    Paper.PLAN: "Action plan",
    Paper.AUDIT: "Audit proforma",
}
YOURS = "The links are yours alone and work for an hour; ask again here for fresh ones."
YOUR_LINK = "The link is yours alone and works for an hour; ask again here for a fresh one."
CONFIDENTIAL = "What a file says is confidential to those whom the paper is meant for."
ALL_ACTIONS = "All action items"


@dataclass(frozen=True, slots=True)
class Address:
    """Of what a link opens. `only_at`: the bot's own computer, where nobody else can open it, else ""."""

    url: str
    only_at: str = ""


def of_paper(
    review: Review, paper: Paper, number: int, sent_id: int, as_word: Address, as_page: Address
) -> Card:
    again = f", version {number}" if number > 1 else ""
    return Card(
        f"{NAMES[paper]}{again}: {title(review)}",
        (
            Text("As a Word file in the consortium’s form, or as a page that prints well."),
            *about(as_word, YOURS),
        ),
        (
            Link("Word file", as_word.url),
            Link("Page to print", as_page.url),
            Button("Send the Word file to my chat", go("files.send", sent=sent_id), aside=True),
            _papers(review),
        ),
    )


def of_review(review: Review, found: Mapping[Paper, int], bundle: Address, actions: Address | None) -> Card:
    """`found`: the newest version of each paper that this person may read, by its id.

    `actions` None: the action plan is not among them.
    """
    table = (Link("Its actions as a table (CSV)", actions.url),) if actions else ()
    each = tuple(
        Button(NAMES[paper], go("files.show", sent=sent), aside=True) for paper, sent in found.items()
    )
    return Card(
        f"Files: {title(review)}",
        (
            Text("Everything of this review that you can read, as one file to download (zip)."),
            *about(bundle, YOURS),
        ),
        (Link("All papers (zip)", bundle.url), *table, *each),
    )


def actions(count: int, plans: int, address: Address) -> Card:
    items = "1 action" if count == 1 else f"{count:,} actions"
    of = "1 action plan" if plans == 1 else f"{plans:,} action plans"
    return Card(
        ALL_ACTIONS,
        (
            Text(f"{items} from {of}, as a table for a spreadsheet (CSV)."),
            *about(address, YOUR_LINK),
        ),
        (Link("Action items (CSV)", address.url),),
    )


def about(address: Address, lasting: str, confidential: str = CONFIDENTIAL) -> tuple[Text, ...]:
    """What is to be known of a link, and where it opens."""
    here = (
        Text(
            f"The bot can be reached at {address.only_at} alone, on the computer that it runs on. The "
            "Consortium Office can open this there, and print it or pass it on.",
            "warning",
        ),
    )
    return (*(here if address.only_at else ()), Text(f"{lasting} {confidential}", "muted"))


def _papers(review: Review) -> Button:
    return Button("All files of this review", go("files.review", review=review.id), aside=True)
