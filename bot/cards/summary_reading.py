"""What of the summary has no room on its card, read whole; and what those hear who do not write it."""

from collections.abc import Sequence

from bot.cards.model import Button, Card, Go, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.review import title
from bot.cards.summary import A_PAGE, HEADINGS, IMPACT, SHOWN, Draft, Due, how_it_stands, see
from bot.cards.words import shortened
from bot.rules.papers import PreviousAction
from storage.models import Review, SummaryPoint

# Of the actions of the previous plan; the prose stands above them.
A_READING = 4


def read(review: Review, heading: str, text: str) -> Card:
    """One point, or what is said of one action, whole."""
    return Card(
        f"{heading}: {title(review)}",
        (Text(text),),
        (Button("Open the summary", go("summary.show", review=review.id)),),
    )


def read_impact(draft: Draft, page: int = 0) -> Card:
    """All that is written of the previous plan; the prose on the first page, each action where it stands."""
    review = draft.review

    def to(wanted: int) -> Go:
        return go("summary.read", review=review.id, page=wanted)

    shown, pages = page_of(tuple(_action(review, *one) for one in draft.previous), page, to, A_READING)
    first = page <= 0 or not shown
    return Card(
        f"{IMPACT}: {title(review)}",
        (
            *((Text(draft.impact or "Nothing is written yet."),) if first else ()),
            *((Listing(shown),) if shown else ()),
        ),
        (Button("Open the summary", go("summary.show", review=review.id)), *pages),
    )


def _action(review: Review, item: int, one: PreviousAction) -> Row:
    to = go("summary.read", review=review.id, item=item)
    long = (Button("Read it all", to, aside=True),) if len(one.action) > SHOWN else ()
    said = f"{one.progress}. {one.comment or 'Nothing is said of it yet.'}"
    return Row(shortened(one.action, SHOWN), said, long)


def removed(review: Review, points: Sequence[SummaryPoint], page: int = 0) -> Card:
    """What was taken out, with the way back."""

    def to(wanted: int) -> Go:
        return go("summary.removed", review=review.id, page=wanted)

    shown, pages = page_of(tuple(_removed(review, one) for one in points), page, to, A_PAGE)
    return Card(
        f"Taken out of the summary: {title(review)}",
        (Listing(shown) if shown else Text("Nothing is taken out.", "muted"),),
        (Button("Open the summary", go("summary.show", review=review.id)), *pages),
    )


def _removed(review: Review, one: SummaryPoint) -> Row:
    to = {"review": review.id, "point": one.id}
    read = Button("Read it all", go("summary.read", **to), aside=True)
    return Row(
        shortened(one.text, SHOWN),
        HEADINGS[one.strand],
        (
            Button("Put it back", go("summary.put_back", **to)),
            *((read,) if len(one.text) > SHOWN else ()),
        ),
    )


def not_for_them(review: Review, due: Due, sent: int | None = None, *, released: bool = True) -> Card:
    """To whoever does not write it: how it stands; `sent` is the version that they may read."""
    opens = Button("Open the summary", go("paper.show", sent=sent or 0), "primary", aside=True)
    held = Text("The Consortium Office has still to release it to the Management Group.", "muted")
    off = "The review is cancelled." if review.cancelled_at else "The review has no date at the moment."
    return Card(
        f"Summary: {title(review)}",
        (
            *((Text(off, "warning"),) if review.cancelled_at or review.postponed_at else ()),
            *(() if review.cancelled_at else (Text(how_it_stands(due)),)),
            *((held,) if due.sent_on and not released else ()),
        ),
        (*((opens,) if sent else ()), see(review)),
    )
