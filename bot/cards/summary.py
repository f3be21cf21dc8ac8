"""The summary as its writers have it, point by point."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.common import told
from bot.cards.model import Block, Button, Card, Confirm, Go, Heading, Link, Listing, Row, Text, Tone, go
from bot.cards.paging import page_of
from bot.cards.review import title
from bot.cards.words import shortened
from bot.language.say import full, listed
from bot.rules.findings import SUMMARY, Strand
from bot.rules.papers import PreviousAction
from bot.rules.summary import Missing
from storage.models import Review, SummaryPoint

HEADINGS: Mapping[Strand, str] = {
    Strand.STRENGTH: "Areas of strength",
    Strand.DEVELOPMENT: "Areas for development",
}
IMPACT = "Impact of the previous action plan"
LACKS: Mapping[Missing, str] = {
    Missing.IMPACT: "the impact of the previous action plan",
    Missing.STRENGTHS: "areas of strength",
    Missing.AREAS: "areas for development",
}
# Each may be a page of a book, and Slack takes about 13,000 characters in a message.
A_PAGE, SHOWN = 8, 300
OURS_ALONE = "The review team alone sees this until it is sent."


@dataclass(frozen=True, slots=True)
class Due:
    """How the summary stands: `late` counts working days, or school days where those are counted."""

    by: date
    today: date
    sent_on: date | None = None
    late: int = 0
    school_days: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """The summary as it is written. `notes` and `removed` count what could still be taken or put back.

    `sends`: the reader is the lead reviewer.
    """

    review: Review
    due: Due
    impact: str = ""
    previous: Sequence[tuple[int, PreviousAction]] = ()
    points: Sequence[SummaryPoint] = ()
    lacks: Sequence[Missing] = ()
    notes: int = 0
    removed: int = 0
    sends: bool = False


def show(draft: Draft, page: int = 0, *, said: str = "", warning: str = "", put_back: int = 0) -> Card:
    """`put_back`: a point that was just taken out, by its id."""
    review = draft.review

    def to(wanted: int) -> Go:
        return go("summary.show", review=review.id, page=wanted)

    listed_points = {strand: _points(draft, strand) for strand in SUMMARY}
    every = tuple(row for rows in listed_points.values() for row in rows)
    shown, pages = page_of(every, page, to, A_PAGE)
    here = {strand: tuple(row for row in shown if row in rows) for strand, rows in listed_points.items()}
    first = not every or shown[0] is every[0]
    return Card(
        f"Summary: {title(review)}",
        (
            *told(said, warning),
            *((*_state(draft), Heading(IMPACT), Listing((_impact(draft),))) if first else ()),
            *(block for strand in SUMMARY for block in _under(strand, here[strand], listed_points[strand])),
        ),
        (*_buttons(draft, put_back), *pages, see(review)),
    )


def see(review: Review) -> Button:
    return Button("See the review", go("review.show", review=review.id), aside=True)


def _state(draft: Draft) -> tuple[Block, ...]:
    lacks = listed([LACKS[one] for one in draft.lacks])
    tone: Tone = "warning" if draft.due.late and draft.due.sent_on is None else "plain"
    return (
        Text(how_it_stands(draft.due), tone),
        *((Text(f"There is no word yet of {lacks}."),) if lacks else ()),
        Text(
            "What you change here goes out once it is sent again." if draft.due.sent_on else OURS_ALONE,
            "muted",
        ),
    )


def how_it_stands(due: Due) -> str:
    """Whether it has been sent, until when it is due, and how late it is."""
    days = "school day" if due.school_days else "working day"
    late = f"{due.late} {days}{'' if due.late == 1 else 's'} late" if due.late else ""
    if due.sent_on:
        return f"Sent on {full(due.sent_on)}{f', {late}' if late else ''}."
    if due.today <= due.by:
        return f"Not sent yet. It is due on {full(due.by)}."
    return f"Not sent yet. It was due on {full(due.by)}{f': {late}' if late else ''}."


def _impact(draft: Draft) -> Row:
    to, spoken = {"review": draft.review.id}, sum(bool(one.comment) for _, one in draft.previous)
    many = len(draft.previous)
    none = "There is no earlier action plan here. If the school has had one, write what came of it."
    of_them = f"{spoken} of {many} earlier actions {'is' if spoken == 1 else 'are'} commented on."
    read = (Button("Read it all", go("summary.read", **to), aside=True),)
    write = "Change" if draft.impact or spoken else "Write it"
    return Row(
        shortened(draft.impact, SHOWN) or "Nothing is written yet.",
        of_them if many else "" if draft.impact else none,
        (
            Button(write, go("summary.impact", **to)),
            *(read if many or len(draft.impact) > SHOWN else ()),
        ),
    )


def _points(draft: Draft, strand: Strand) -> tuple[Row, ...]:
    under = [one for one in draft.points if one.strand is strand]
    return tuple(
        Row(
            f"{place}. {shortened(one.text, SHOWN)}",
            "From a note of the day" if one.note_id else "",
            _point_buttons(draft.review, one, place, len(under)),
        )
        for place, one in enumerate(under, 1)
    )


def _point_buttons(review: Review, one: SummaryPoint, place: int, last: int) -> tuple[Button, ...]:
    to = {"review": review.id, "point": one.id}
    sure = Confirm("Take this point out?", "It can be put back.", "Yes, take it out", "Keep it")
    up = Button("Up", go("summary.place", to=place - 1, **to))
    down = Button("Down", go("summary.place", to=place + 1, **to))
    read = Button("Read it all", go("summary.read", **to), aside=True)
    return (
        *((read,) if len(one.text) > SHOWN else ()),
        Button("Change", go("summary.change", **to)),
        *((up,) if place > 1 else ()),
        *((down,) if place < last else ()),
        Button("Remove", go("summary.remove", version=one.version, **to), confirm=sure),
    )


def _under(strand: Strand, here: Sequence[Row], all_of_it: Sequence[Row]) -> tuple[Block, ...]:
    """A heading with its points on this page; on a page that has none of them, nothing."""
    heading = Heading(HEADINGS[strand])
    if not all_of_it:
        return (heading, Text("None yet.", "muted"))
    return (heading, Listing(tuple(here))) if here else ()


def _buttons(draft: Draft, put_back: int) -> tuple[Button | Link, ...]:
    to, begun = {"review": draft.review.id}, bool(draft.points or draft.impact)
    label = "Preview and send" if draft.sends else "Preview"
    preview = go("paper.preview", paper="summary", **to)
    notes = Button(
        f"Take from the notes ({draft.notes})",
        go("summary.notes", **to),
        "plain" if begun else "primary",
    )
    back = Button("Put it back", go("summary.put_back", point=put_back, **to))
    return (
        *((Button(label, preview, "primary", aside=True),) if begun else ()),
        *((notes,) if draft.notes else ()),
        Button("Write points", go("summary.write", **to), "plain" if begun or draft.notes else "primary"),
        *((back,) if put_back else ()),
        *((Button(f"Taken out ({draft.removed})", go("summary.removed", **to)),) if draft.removed else ()),
    )


def to_do(review: Review, due: date, today: date) -> Row:
    late = (
        "It was to be sent by then." if due < today else "The team’s notes of the day are taken with a click."
    )
    return Row(
        f"Write the summary of {title(review)}, by {full(due)}",
        late,
        (Button("Write the summary", go("summary.show", review=review.id), aside=True),),
    )
