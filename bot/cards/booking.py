"""The timetable before anything is booked, and the answer when it is."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cards import milestones
from bot.cards.model import (
    Button,
    Card,
    Facts,
    Line,
    Text,
    go,
)
from bot.language.say import full, listed, moment
from bot.rules.milestones import Timetable
from bot.rules.policy import Policy
from storage.models import Review

CHANGED = "This is not quite what you saw before, so nothing is booked yet. Please look again."


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

    @property
    def mark(self) -> str:
        """Stands for all that would be booked, so that a preview on the screen is known to be out of date."""
        dates = [(milestone.kind.value, milestone.due) for milestone in self.timetable.milestones]
        shown = (self.school, self.day, self.lead_reviewer, *self.reviewers, "/", *self.champions, self.note)
        return hashlib.sha256(repr((*shown, dates)).encode()).hexdigest()[:12]


def preview(
    plan: Plan, policy: Policy, draft: int, *, reason: str = "", error: str = "", changed: bool = False
) -> Card:
    """The timetable before anything is booked; another number of champions than usual needs a reason.

    `changed`: it is not what stood on the card whose button was pressed.
    """
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
            *((Text(CHANGED, "warning"),) if changed else ()),
            *remarks,
            Facts(_people(plan)),
            milestones.table(plan.timetable, policy),
            *((why,) if plan.asks_why_champions else ()),
            Text(f"Nothing is booked yet. When you book it, {_asked(plan)}", "muted"),
        ),
        (
            Button("Book it", go("schedule.book", draft=draft, shown=plan.mark), "primary"),
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
    asks = "are" if len(plan.heads) > 1 else "is"
    return f"{listed(plan.heads)} {asks} asked to confirm the date, {team}" if plan.heads else team


def booked(review: Review, heads: Sequence[str], asked: int, goes: datetime | None = None) -> Card:
    """The answer to whoever booked it. `goes`: when the messages go out, where that is not now."""
    have = "will be" if goes else "have been" if len(heads) > 1 else "has been"
    head = f"{listed(heads)} {have} asked to confirm the date" if heads else _no_head_asked(review)
    people = "1 person" if asked == 1 else f"{asked} people"
    been = "will be" if goes else "has been" if asked == 1 else "have been"
    later = f"Messages go out in the hours of a school day: these on {moment(goes)}." if goes else ""
    return Card(
        f"Booked: {review.school.name}, {full(review.day)}",
        (
            Text(f"{head}, and {people} {been} asked to take part.", "good"),
            *([Text(later)] if later else []),
            Text("You will hear at once if somebody can’t. The group’s channel shows who has answered."),
        ),
        (
            Button("See the review", go("review.show", review=review.id), aside=True),
            Button("Schedule another", go("schedule.ask"), aside=True),
        ),
    )


def _no_head_asked(review: Review) -> str:
    return "The date is confirmed" if review.confirmed_at else "There is no headteacher to ask"


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
