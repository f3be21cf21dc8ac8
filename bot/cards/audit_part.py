"""The audit proforma to those who have a part of their own in it, and how it stands to all others."""

from collections.abc import Sequence
from datetime import date

from bot.cards.audit import NOTHING_YET, Returned, read
from bot.cards.common import told
from bot.cards.model import Button, Card, Confirm, Heading, Listing, Row, Text, go
from bot.cards.paging import pages_of
from bot.cards.review import title
from bot.language.audit import HEADINGS
from bot.language.say import full, moment
from bot.rules.audit import Column, Line
from storage.models import Review


def own(line: Line, columns: Sequence[Column], texts: Sequence[str]) -> tuple[Row, ...]:
    """One of the reader's own lines; of words their own alone, each of their notes by itself."""
    dated = full(line.dated) if line.dated and Column.DATED in columns else ""
    present = line.present if Column.PRESENT in columns else ""
    first, *more = (texts if Column.WORDS in columns else ()) or ("",)
    said = "\n".join(filter(None, (dated, present, first)))
    heading = HEADINGS[line.line]
    return (
        Row(heading, said or NOTHING_YET),
        *(Row(f"{heading} ({number})", text) for number, text in enumerate(more, 2)),
    )


def own_part(
    review: Review,
    rows: Sequence[Row],
    returned: Returned | None,
    page: int = 0,
    *,
    wrote: bool = False,
    visits: bool = False,
    open: bool = True,
    said: str = "",
    warning: str = "",
) -> Card:
    """To the review team and the champions: their own lines. `wrote`: something there is to take back."""
    to = {"review": review.id}
    shown, pages = pages_of(rows, page, lambda wanted: go("audit.show", page=wanted, **to))
    sure = Confirm("Take back what you wrote?", "Your notes of the day stay.", "Yes, take it back", "Keep it")
    state = _given(returned) if returned else "The headteacher returns it to the Consortium Office."
    return Card(
        f"Your part of the audit proforma: {title(review)}",
        (
            *told(said, warning),
            Listing(shown),
            Text(state, "muted"),
        ),
        (
            *((Button("Fill in my part", go("audit.mine", **to), "primary"),) if open else ()),
            *(
                (Button("Take back what I wrote", go("audit.withdraw", **to), confirm=sure),)
                if open and wrote
                else ()
            ),
            *((Button("Development visit", go("visit.show", **to), aside=True),) if visits else ()),
            *read(returned),
            *pages,
            Button("See the review", go("review.show", **to), aside=True),
        ),
    )


def _given(found: Returned) -> str:
    return f"It was returned to the Consortium Office by {found.by}, {moment(found.at)}."


def status(review: Review, due: date, returned: Returned | None, *, reads: bool = False) -> Card:
    """To the Lead how it stands; to those who read it once it is returned the way there."""
    waits = f"It is to be returned to the Consortium Office by {full(due)}."
    return Card(
        f"Audit proforma: {title(review)}",
        (Heading("How it stands"), Text(_given(returned) if returned else waits)),
        (
            *(read(returned) if reads else ()),
            Button("See the review", go("review.show", review=review.id), aside=True),
        ),
    )
