"""What a review has led to: what is recorded of it, beside the actions that were agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.common import told
from bot.cards.model import Block, Button, Card, Confirm, Go, Heading, Listing, Row, Text, go
from bot.cards.paging import pages_of
from bot.cards.plan_words import deadline
from bot.cards.review import title
from bot.language.action_words import how_far
from bot.language.say import full, moment
from bot.rules.actions import is_overdue
from storage.actions import Sent
from storage.models import Impact, Review

LED_TO, AGREED = "What the review has led to", "What was agreed"
NO_PLAN = "No action plan has been sent."


@dataclass(frozen=True, slots=True)
class View:
    """`kept`: what is recorded, or was taken back. `agreed`: the actions of the plan as it was sent last.

    `writes`: the reader may record it now. `again`: they have the updated proforma to return with it.
    """

    review: Review
    due: date
    today: date
    kept: Impact | None = None
    agreed: Sequence[Sent] = ()
    writes: bool = False
    again: bool = False

    @property
    def stands(self) -> Impact | None:
        return self.kept if self.kept and self.kept.recorded_at else None


def show(view: View, page: int = 0, *, said: str = "", warning: str = "") -> Card:
    """To those who may read the action plan."""
    review = view.review

    def to(wanted: int) -> Go:
        return go("impact.show", review=review.id, page=wanted)

    rows = tuple(Row(one.entry.action, progress(one, view.today)) for one in view.agreed)
    shown, pages = pages_of(rows, page, to)
    first = rows[:1] == shown[:1]
    return Card(
        f"Impact: {title(review)}",
        (
            *told(said, warning),
            *(_state(view) if first else ()),
            Heading(AGREED),
            Text(counted(view.agreed, view.today) or NO_PLAN, "muted"),
            *((Listing(shown),) if shown else ()),
        ),
        (*_buttons(view), *pages, *_doors(view)),
    )


def _state(view: View) -> tuple[Block, ...]:
    off = (Text("The review is cancelled.", "warning"),) if view.review.cancelled_at else ()
    stands = view.stands
    if stands is None:
        kept = "What you had written is kept, and stands in the form." if view.writes and view.kept else ""
        words = f"Nothing is recorded yet. It is asked for from {full(view.due)} on. {kept}".strip()
        return (*off, *(() if off else (Text(words),)))
    again = Text(
        "It stands in the audit proforma as the school improvement achieved. Return the updated form to the "
        "Consortium Office when you are ready."
    )
    return (
        *off,
        Text(recorded(stands), "muted"),
        Heading(LED_TO),
        Text(stands.words),
        *((again,) if view.again else ()),
    )


def recorded(impact: Impact) -> str:
    """By whom it was written as it stands."""
    return f"Recorded by {impact.by.name}, {moment(impact.at)}."


def progress(one: Sent, today: date) -> str:
    """How far an action has come, and by when it is to be done where it is not."""
    if one.item.done_at:
        return f"{how_far(one.item.done_at, None)}."
    due = deadline(one.entry)
    by = f"By {due}" if due else "Not done yet"
    late = " Overdue." if is_overdue(one.entry.due, today, done=False) else ""
    asked = f" {how_far(None, one.item.help_at)}." if one.item.help_at else ""
    return f"{by}.{late}{asked}"


def counted(agreed: Sequence[Sent], today: date) -> str:
    """Such as “3 of 5 actions are done, 1 is overdue.”; "" where there are none."""
    if not agreed:
        return ""
    many, done = len(agreed), sum(one.item.done_at is not None for one in agreed)
    if many == 1:
        return "The one action is done." if done else "The one action is not done yet."
    if done == many:
        return f"All {many} actions are done."
    late = sum(is_overdue(one.entry.due, today, done=one.item.done_at is not None) for one in agreed)
    overdue = f", {late} {'is' if late == 1 else 'are'} overdue" if late else ""
    return f"{done} of {many} actions {'is' if done == 1 else 'are'} done{overdue}."


def _buttons(view: View) -> tuple[Button, ...]:
    if not view.writes:
        return ()
    ask = go("impact.ask", review=view.review.id)
    if view.stands is None:
        return (Button("Record impact", ask, "primary"),)
    sure = Confirm("Take it back?", "What you have written is kept.", "Yes, take it back", "Keep it")
    back = go("impact.take_back", review=view.review.id, version=view.stands.version)
    return (Button("Correct it", ask), Button("Take it back", back, confirm=sure))


def _doors(view: View) -> tuple[Button, ...]:
    to = {"review": view.review.id}
    return (
        *((Button("Audit proforma", go("audit.show", **to), aside=True),) if view.again else ()),
        *((Button("Action plan", go("plan.show", **to), aside=True),) if view.agreed else ()),
        Button("See the review", go("review.show", **to), aside=True),
    )


def status(review: Review, due: date, stands: Impact | None, *, waits: bool = False) -> Card:
    """To those who see that it is recorded, and not what it says.

    `waits`: they read it once the action plan is released to them.
    """
    words = recorded(stands) if stands else f"Nothing is recorded yet. It is asked for from {full(due)} on."
    off = (Text("The review is cancelled.", "warning"),) if review.cancelled_at else ()
    held = Text("You can read it once the Consortium Office has released the action plan to you.", "muted")
    return Card(
        f"Impact: {title(review)}",
        (*off, *(() if off and not stands else (Text(words),)), *((held,) if stands and waits else ())),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def to_do(review: Review, due: date) -> Row:
    """To the headteacher, once it is asked for."""
    return Row(
        f"Look at what the review has led to: {title(review)}",
        f"Its impact is to be recorded from {full(due)} on.",
        (
            Button("Record impact", go("impact.ask", review=review.id), aside=True),
            Button("Open the review", go("review.show", review=review.id), aside=True),
        ),
    )
