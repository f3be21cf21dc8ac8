"""The audit proforma as people see it: all of it, their own part, or how it stands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cards.common import told
from bot.cards.model import Block, Button, Card, Go, Listing, Row, Text, go
from bot.cards.paging import pages_of
from bot.cards.review import title
from bot.language.audit import HEADINGS
from bot.language.say import full, listed, moment
from bot.rules.audit import LATER, Line, Said
from bot.rules.papers import AuditLine
from storage.models import Review

NOTHING_YET = "Nothing yet."
TO_FOLLOW = "To follow at a later date, on an updated form."


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who has been asked for their part and has not answered."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Returned:
    """`sent`: the version's id, 0 where the reader may not open it. `changed`: since it was returned."""

    sent: int
    by: str
    at: datetime
    number: int
    changed: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """All of the proforma. `own`: the lines at which the reader has written. `open`: it can be changed."""

    review: Review
    lines: Sequence[Line]
    due: date
    asked: Sequence[Asked] = ()
    returned: Returned | None = None
    to_ask: bool = False
    open: bool = True
    own: Collection[AuditLine] = ()

    @property
    def missing(self) -> Sequence[AuditLine]:
        return [one.line for one in self.lines if one.is_empty and one.line not in LATER]


def show(view: View, page: int = 0, *, said: str = "", warning: str = "") -> Card:
    """To the headteacher of the reviewed school."""

    def to(wanted: int) -> Go:
        return go("audit.show", review=view.review.id, page=wanted)

    rows = tuple(row for line in view.lines for row in _rows(view, line))
    shown, pages = pages_of(rows, page, to)
    return Card(
        f"Audit proforma: {title(view.review)}",
        (
            *told(said, warning),
            *(() if page and shown else _state(view)),
            Listing(shown),
        ),
        (
            *_buttons(view),
            *pages,
            Button("See the review", go("review.show", review=view.review.id), aside=True),
        ),
    )


def _rows(view: View, line: Line) -> tuple[Row, ...]:
    """The line with its two columns, then each of the words that stand there."""
    detail = "; ".join(filter(None, (full(line.dated) if line.dated else "", line.present)))
    empty = TO_FOLLOW if line.line in LATER else NOTHING_YET
    to = {"review": view.review.id, "line": line.line}
    label = "Correct" if not line.is_empty else "Fill in"
    button = (Button(label, go("audit.line", **to)),) if view.open else ()
    return (
        Row(HEADINGS[line.line], detail or ("" if line.words else empty), button),
        *(Row(_whose(one), one.text) for one in line.words),
    )


def _whose(one: Said) -> str:
    if one.by is None:
        return f"From {one.name}"
    return f"{one.name}, {moment(one.at)}" if one.at else one.name


def _state(view: View) -> tuple[Block, ...]:
    missing = [HEADINGS[line] for line in view.missing]
    still = f"Still missing: {'; '.join(missing)}." if missing else "Every line says something."
    asked = "; ".join(f"{one.name}, {moment(one.at)}" for one in view.asked)
    return (
        *((Text("The review is cancelled.", "warning"),) if view.review.cancelled_at else ()),
        *_returned(view.returned, view.due),
        Text(still, "plain" if missing else "good"),
        *((Text(f"Asked, and not answered yet: {asked}."),) if asked else ()),
    )


def _returned(found: Returned | None, due: date) -> tuple[Block, ...]:
    if found is None:
        return (Text(f"To be returned to the Consortium Office by {full(due)}."),)
    version = f" (version {found.number})" if found.number > 1 else ""
    said = Text(f"Returned by {found.by}, {moment(found.at)}{version}.", "good")
    since = "It has changed since. Return the updated form when you are ready."
    return (said, *((Text(since, "warning"),) if found.changed else ()))


def _buttons(view: View) -> tuple[Button, ...]:
    to, again = {"review": view.review.id}, view.returned is not None
    if not view.open:
        return read(view.returned)
    give = Button(
        "Return the updated form" if again else "Return it to the office",
        go("paper.preview", paper="audit", **to),
        "primary",
    )
    improvement = Button("Add school improvement", go("audit.line", line=AuditLine.IMPROVEMENT, **to))
    asks = view.to_ask and view.missing
    return (
        *((give,) if view.returned is None or view.returned.changed else ()),
        *((Button("Ask them", go("audit.ask", **to)),) if asks else ()),
        *((improvement,) if again else ()),
        *read(view.returned),
    )


def read(found: Returned | None) -> tuple[Button, ...]:
    if found is None or not found.sent:
        return ()
    return (Button("Read it as it was returned", go("paper.show", sent=found.sent), aside=True),)


def who_was_asked(names: Sequence[str]) -> str:
    if not names:
        return "Everyone whose part is missing has been asked today already. You can ask again tomorrow."
    return f"I have asked {listed(names)}, each for their own part."


NOBODY_TO_ASK = "Nothing is missing that the review team or the Improvement Champions could fill in."


def to_return(review: Review, due: date) -> Row:
    return Row(
        f"Return the audit proforma of {title(review)}, by {full(due)}",
        "Most of it is filled in already. You can ask the others for what is missing.",
        (
            Button("Preview and return", go("paper.preview", review=review.id, paper="audit"), aside=True),
            Button("Open it", go("audit.show", review=review.id), aside=True),
        ),
    )


def to_fill_in(review: Review) -> Row:
    return Row(
        f"Fill in your part of the audit proforma: {title(review)}",
        "What the bot knows stands there already.",
        (Button("Fill in my part", go("audit.mine", review=review.id), aside=True),),
    )
