"""What came of the previous action plan: in prose, and action by action, without typing them again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.cards.common import SAFEGUARDING
from bot.cards.long_text import boxes
from bot.cards.model import Button, Card, Field, Prose, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, error
from bot.cards.review import title
from bot.cards.summary import IMPACT
from bot.cards.words import shortened
from bot.rules.papers import PreviousAction
from storage.models import Review

# Of an action, where it names a field; it stands in full on the card to read.
A_LABEL = 300


@dataclass(frozen=True, slots=True)
class Impact:
    """What was typed of the previous plan. `actions`: this page's, by their ids; `pages`: how many."""

    prose: str
    actions: Sequence[tuple[int, PreviousAction]] = ()
    comments: Mapping[int, str] = field(default_factory=dict)
    page: int = 0
    pages: int = 1


def ask_impact(
    review: Review,
    typed: Impact,
    *,
    versions: str,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
    saved: bool = False,
) -> Card:
    """The actions stand there with their progress, each with a box for what is to be said of it.

    `said`: what somebody else has changed meanwhile. `saved`: the page before has been.
    """
    page, to = typed.page, {"review": review.id}
    save = "Save and go on" if page + 1 < typed.pages else "Save it"
    return Card(
        f"{IMPACT}: {title(review)}",
        (
            *((Text("Saved. Here are the next actions.", "good"),) if saved else ()),
            *((Text(said, "warning"),) if said else ()),
            *(_prose(typed.prose, problems) if page == 0 else ()),
            *(_comment(number, one, typed, problems) for number, one in typed.actions),
        ),
        (
            Button(save, go("summary.save_impact", page=page, versions=versions, **to), "primary"),
            Button("Read it all", go("summary.read", **to), aside=True),
            Button("Go back", go("summary.show", **to)),
        ),
        private=True,
    )


def _prose(value: str, problems: Problems) -> tuple[Prose, ...]:
    hint = f"What came of it, in a few sentences. {SAFEGUARDING}"
    return boxes(
        Prose(
            name="impact",
            label=IMPACT,
            hint=hint,
            value=value,
            error=error(problems, "impact"),
            required=False,
        )
    )


def _comment(number: int, one: PreviousAction, typed: Impact, problems: Problems) -> Field:
    return Prose(
        name=f"comment{number}",
        label=shortened(one.action, A_LABEL),
        hint=f"{one.progress}. What came of it?",
        value=typed.comments.get(number, one.comment),
        error=error(problems, f"comment{number}"),
        required=False,
    )


def changed_meanwhile(by: str, now: Sequence[tuple[str, str]]) -> str:
    """`now`: what was changed, and what it says now. Whoever saves second keeps their own words."""
    each = "; ".join(f"{what}: “{said}”" if said else f"{what}: nothing" for what, said in now)
    return (
        f"{by} has changed this while you were here, so nothing is saved yet. It now says: {each}. "
        "Save again to replace it."
    )
