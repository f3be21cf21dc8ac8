"""What is asked about the actions of a plan: several at once, a line each, or one with its columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Button, Card, Day, Go, Line, Option, Prose, SomeOf, Text, go
from bot.cards.plan_words import SUPPORT
from bot.cards.problems import NO_PROBLEMS, Problems, days_meant, error
from bot.cards.review import title
from storage.models import PlanItem, Review

PROBLEMS_SHOWN = 5
NOT_YET = "Nothing has been added yet. What you typed is still here."
EXAMPLE = "Pair reading in Year 3; 23 March; Tom Garrod; a; Holly Lane can show how"


@dataclass(frozen=True, slots=True)
class Typed:
    """`day`: the deadline, a date or words; `support`: letters of the form."""

    action: str = ""
    day: str = ""
    owner: str = ""
    support: tuple[str, ...] = ()
    comments: str = ""


def ask_lines(
    review: Review, *, value: str = "", problems: Sequence[str] = (), asked: str = "", sure: bool = False
) -> Card:
    """`asked`: the marks of deadlines that are asked about now; `sure`: nothing else is wrong."""
    more = len(problems) - PROBLEMS_SHOWN
    rest = (f"{more} more remarks follow once these are seen to.",) if more > 0 else ()
    add = go("plan.add", review=review.id, **({"asked": asked} if asked else {}))
    return Card(
        f"Actions for {title(review)}",
        (
            *(Text(one, "warning") for one in (*problems[:PROBLEMS_SHOWN], *rest)),
            Text("One action a line: action; deadline; who delivers it; support; comments."),
            Text("Instead of “;” you can type “|”, or paste rows from a spreadsheet.", "muted"),
            Prose(
                name="actions",
                label="Actions",
                hint=(
                    f"An action alone will do. For example: {EXAMPLE}. Support comes from a (within the "
                    f"reviewed school), b (within the partnership) or c (outside of it). {SAFEGUARDING}"
                ),
                value=value,
                error=NOT_YET if problems else "",
            ),
        ),
        (
            Button("Add them as they are" if sure else "Add them", add, "primary"),
            Button("Go back", go("plan.show", review=review.id)),
        ),
    )


def ask_one(review: Review, typed: Typed, *, problems: Problems = NO_PROBLEMS, asked: str = "") -> Card:
    to = go("plan.add_one", review=review.id, **({"asked": asked} if asked else {}))
    return Card(
        f"An action for {title(review)}",
        _fields(typed, problems),
        (
            *_send("Add it", to, problems),
            Button("Add several at once", go("plan.ask", review=review.id)),
            Button("Go back", go("plan.show", review=review.id)),
        ),
    )


def ask_change(
    review: Review,
    item: PlanItem,
    typed: Typed,
    *,
    since: int,
    problems: Problems = NO_PROBLEMS,
    asked: str = "",
    said: Sequence[str] = (),
) -> Card:
    """`since`: the last change of it that the form has seen; `said`: what was done with it meanwhile."""
    to = {"review": review.id, "item": item.id, "since": since, **({"asked": asked} if asked else {})}
    return Card(
        f"An action for {title(review)}",
        (*(Text(one, "warning") for one in said), *_fields(typed, problems)),
        (
            *_send("Save it", go("plan.save", **to), problems),
            Button("Go back", go("plan.show", review=review.id)),
        ),
    )


def _send(label: str, to: Go, problems: Problems) -> tuple[Button, ...]:
    return (
        Button(label, to, "primary"),
        *days_meant(problems, lambda day: Go(to.route, {**to.args, "day": day.isoformat()})),
    )


def _fields(typed: Typed, problems: Problems) -> tuple[Prose, Day, Line, SomeOf, Prose]:
    return (
        Prose(
            name="action",
            label="Action required",
            hint=SAFEGUARDING,
            value=typed.action,
            error=error(problems, "action"),
        ),
        Day(
            name="day",
            label="Timing and deadline",
            hint="Be specific where possible, for example Fri 23 March.",
            value=typed.day,
            error=error(problems, "day"),
            required=False,
        ),
        Line(
            name="owner",
            label="Who will deliver this action?",
            hint="A name is enough. Somebody of the school whom the roster knows is reminded when it is due.",
            value=typed.owner,
            error=error(problems, "owner"),
            required=False,
        ),
        _support(typed, problems),
        Prose(
            name="comments",
            label="Comments / further support",
            value=typed.comments,
            error=error(problems, "comments"),
            required=False,
        ),
    )


def _support(typed: Typed, problems: Problems) -> SomeOf:
    return SomeOf(
        name="support",
        label="Where could support come from?",
        options=tuple(Option(one.value, f"{one.value}. {words}") for one, words in SUPPORT.items()),
        values=typed.support,
        error=error(problems, "support"),
        required=False,
    )


def changed_meanwhile(by: str, columns: str) -> Sequence[str]:
    return (
        f"{by} has changed this action while you were here, so nothing is saved yet. "
        "Save again to replace it.",
        f"It says now: {columns}",
    )
