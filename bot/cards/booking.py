"""The timetable before anything is booked, and the answer when it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import milestones
from bot.cards.model import (
    Button,
    Card,
    Facts,
    Line,
    Text,
    go,
)
from bot.language.say import full, listed
from bot.rules.milestones import Timetable
from bot.rules.policy import Policy
from storage.models import Review


@dataclass(frozen=True, slots=True)
class Plan:
    """A review that could be booked, in the words that its preview needs."""

    school: str
    day: date
    heads: Sequence[str]
    lead_reviewer: str
    reviewers: Sequence[str]
    champions: Sequence[str]
    note: str
    timetable: Timetable
    remarks: Sequence[str]
    asks_why_champions: bool = False


def preview(plan: Plan, policy: Policy, draft: int, *, reason: str = "", error: str = "") -> Card:
    """The timetable before anything is booked; another number of champions than usual needs a reason."""
    remarks = tuple(Text(remark, "warning") for remark in plan.remarks)
    why = Line(
        name="champions_reason",
        label=f"Why not {policy.champions} Improvement Champions this time?",
        hint="A few words are enough; the group can see them.",
        value=reason,
        error=error,
    )
    return Card(
        f"{plan.school}: review on {full(plan.day)}?",
        (
            *remarks,
            Facts(_people(plan)),
            milestones.table(plan.timetable, policy),
            *((why,) if plan.asks_why_champions else ()),
            Text(f"Nothing is booked yet. When you book it, {_asked(plan)}", "muted"),
        ),
        (
            Button("Book it", go("schedule.book", draft=draft), "primary"),
            Button("Change something", go("schedule.change", draft=draft)),
        ),
    )


def _people(plan: Plan) -> tuple[tuple[str, str], ...]:
    note = (("Note", plan.note),) if plan.note else ()
    return (
        ("Headteacher", listed(plan.heads) if plan.heads else "nobody in the roster yet"),
        ("Lead reviewer", plan.lead_reviewer),
        ("Other reviewers", listed(plan.reviewers) if plan.reviewers else "none yet"),
        ("Improvement Champions", listed(plan.champions) if plan.champions else "none yet"),
        *note,
    )


def _asked(plan: Plan) -> str:
    team = "everyone in the team is asked to accept, and the group’s channel shows the review."
    return f"{listed(plan.heads)} is asked to confirm the date, {team}" if plan.heads else team


def booked(review: Review, heads: Sequence[str], asked: int) -> Card:
    """The answer to whoever booked it."""
    head = (
        f"{listed(heads)} has been asked to confirm the date" if heads else "There is no headteacher to ask"
    )
    people = "1 person has" if asked == 1 else f"{asked} people have"
    return Card(
        f"Booked: {review.school.name}, {full(review.day)}",
        (
            Text(f"{head}, and {people} been asked to take part.", "good"),
            Text("You will hear at once if somebody can’t. The group’s channel shows who has answered."),
        ),
        (
            Button("See the review", go("review.show", review=review.id), aside=True),
            Button("Schedule another", go("schedule.ask"), aside=True),
        ),
    )


def already_booked(review: Review, by: str) -> Card:
    """Somebody was quicker, or the button was pressed twice."""
    return Card(
        f"{review.school.name} is booked for {full(review.day)}",
        (Text(f"{by} booked it. If the date doesn’t suit, it can be moved."),),
        (
            Button("See the review", go("review.show", review=review.id), "primary", aside=True),
            Button("Move it", go("move.ask", review=review.id), aside=True),
        ),
    )
