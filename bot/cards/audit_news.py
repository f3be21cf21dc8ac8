"""What the bot says of its own accord about the audit proforma."""

from collections.abc import Sequence

from bot.cards.model import Button, Card, Text, go
from bot.cards.review import title
from bot.language.audit import HEADINGS
from bot.rules.papers import AuditLine
from storage.models import Review


def asked(review: Review, by: str, lines: Sequence[AuditLine], *, visits: bool = False) -> Card:
    """To one of the review team or the champions: which lines are theirs."""
    to = {"review": review.id}
    return Card(
        f"Please fill in your part of the audit proforma: {title(review)}",
        (
            Text(f"{by} asks you for {'; '.join(HEADINGS[line] for line in lines)}."),
            Text("What the bot knows stands there already. It takes a minute.", "muted"),
        ),
        (
            Button("Fill in my part", go("audit.mine", **to), "primary", aside=True),
            *((Button("Development visit", go("visit.show", **to), aside=True),) if visits else ()),
        ),
    )


def answered(review: Review) -> Card:
    """In place of the request, to whoever has answered it."""
    return Card(
        f"Your part of the audit proforma is filled in: {title(review)}",
        (Text("Thank you. You can still change it.", "good"),),
        (Button("Open my part", go("audit.show", review=review.id), aside=True),),
    )


def returned(review: Review) -> Card:
    """In place of the request, once the headteacher has returned the proforma."""
    return Card(
        f"The audit proforma is returned: {title(review)}",
        (Text("The Consortium Office has it, so you need not add anything.", "good"),),
        (Button("Open my part", go("audit.show", review=review.id), aside=True),),
    )


def has_answered(review: Review, by: str, missing: Sequence[AuditLine], *, added: bool) -> Card:
    """To the headteacher. `added`: they wrote something, else they had nothing to add."""
    did = "has filled in their part of" if added else "has nothing to add to"
    still = f"Still missing: {'; '.join(HEADINGS[line] for line in missing)}."
    to = {"review": review.id}
    give = Button("Return it to the office", go("paper.preview", paper="audit", **to), "primary", aside=True)
    return Card(
        f"{by} {did} the audit proforma: {title(review)}",
        (Text(still) if missing else Text("Every line says something: it can be returned.", "good"),),
        (
            *(() if missing else (give,)),
            Button("Open the audit proforma", go("audit.show", **to), aside=True),
        ),
    )
