"""What is asked about the impact of a review, with what was agreed above it."""

from collections.abc import Sequence
from datetime import date

from bot.cards.common import SAFEGUARDING
from bot.cards.impact import AGREED, LED_TO, counted
from bot.cards.model import Block, Button, Card, Heading, Prose, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, error
from bot.cards.review import title
from bot.cards.words import shortened
from bot.rules.actions import is_overdue
from storage.actions import Sent
from storage.models import Review

# Of the actions and of each: a reminder of what was agreed, above the box on a phone; all is a button away.
SHOWN, A_LINE = 6, 80
HINT = (
    "What is better for the pupils, and how you know. Those who read the action plan read it too, and it "
    f"goes into the audit proforma. {SAFEGUARDING}"
)


def ask(
    review: Review,
    agreed: Sequence[Sent],
    today: date,
    *,
    words: str,
    version: int,
    stands: bool = False,
    brought: bool = False,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
) -> Card:
    """`stands`: it is recorded already. `brought`: the words are those of the audit proforma.

    `said`: what somebody else has recorded meanwhile.
    """
    to = {"review": review.id}
    earlier = Text("What you wrote in the audit proforma stands here already.", "muted")
    plan = Button("Open the action plan", go("plan.show", **to), aside=True)
    return Card(
        f"Impact: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            *_agreed(agreed, today),
            *((earlier,) if brought else ()),
            Prose(name="impact", label=LED_TO, hint=HINT, value=words, error=error(problems, "impact")),
        ),
        (
            Button(
                "Save it" if stands else "Record it", go("impact.record", version=version, **to), "primary"
            ),
            *((plan,) if agreed else ()),
            Button("Go back", go("impact.show", **to)),
        ),
        private=True,
    )


def _agreed(agreed: Sequence[Sent], today: date) -> tuple[Block, ...]:
    if not agreed:
        return ()
    lines = [f"• {shortened(one.entry.action, A_LINE)} ({in_a_word(one, today)})" for one in agreed[:SHOWN]]
    left = len(agreed) - SHOWN
    more = (f"• and {left} more", counted(agreed, today)) if left > 0 else ()
    return (Heading(AGREED), Text("\n".join((*lines, *more))))


def in_a_word(one: Sent, today: date) -> str:
    if one.item.done_at:
        return "done"
    return "overdue" if is_overdue(one.entry.due, today, done=False) else "not done yet"


def changed_meanwhile(by: str, words: str) -> str:
    """`words`: what stands by now, "" where it was taken back. Whoever saves second keeps their own."""
    now = f" It now says: “{words}”." if words else " It counts as not recorded."
    return (
        f"{by} has changed this while you were here, so nothing is saved yet.{now} "
        "Send yours again if you would rather have it."
    )
