"""What is said while a review is being scheduled."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from bot.cards import milestones
from bot.cards.common import SAFEGUARDING
from bot.cards.model import (
    Block,
    Button,
    Card,
    Day,
    Facts,
    Line,
    OneOf,
    OptionGroup,
    People,
    Prose,
    Text,
    go,
)
from bot.language.say import full, listed
from bot.rules.milestones import Timetable
from bot.rules.policy import Policy
from storage.models import Review

MOST_REVIEWERS = 6
MOST_CHAMPIONS = 4


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form, as it was typed or chosen."""

    school: str = ""
    day: str = ""
    lead_reviewer: str = ""
    reviewers: tuple[str, ...] = ()
    champions: tuple[str, ...] = ()
    note: str = ""

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Typed":
        several = {name: tuple(data[name]) for name in ("reviewers", "champions")}
        return cls(**{**data, **several})


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in the form."""

    schools: tuple[OptionGroup, ...]
    reviewers: tuple[OptionGroup, ...]
    champions: tuple[OptionGroup, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence for a field, and the dates that may have been meant."""

    sentence: str
    dates: tuple[date, ...] = ()


Problems = Mapping[str, Problem]
NO_PROBLEMS: Problems = {}


def ask(
    choices: Choices,
    typed: Typed,
    problems: Problems = NO_PROBLEMS,
    draft: int | None = None,
    ways_on: tuple[Button, ...] = (),
) -> Card:
    """The form. Where a date could be read in several ways, each way is a button."""
    kept = {"draft": draft} if draft else {}
    errors = {name: problem.sentence for name, problem in problems.items()}
    meant = problems["day"].dates if "day" in problems else ()
    other_days = tuple(Button(full(day), go("schedule.check", day=day, **kept)) for day in meant)
    intro = "You will see the whole timetable before anything is booked."
    return Card(
        "Schedule a review",
        (Text(intro, "muted"), *_fields(choices, typed, errors)),
        (Button("See the timetable", go("schedule.check", **kept), "primary"), *other_days, *ways_on),
    )


def _fields(choices: Choices, typed: Typed, errors: Mapping[str, str]) -> tuple[Block, ...]:
    return (
        OneOf(
            name="school",
            label="School",
            groups=choices.schools,
            value=typed.school,
            error=errors.get("school", ""),
        ),
        Day(
            name="day",
            label="Date of the review",
            hint="Type it, for example Tues 14 Nov, or pick it.",
            value=typed.day,
            error=errors.get("day", ""),
        ),
        *_team(choices, typed, errors),
        Prose(
            name="note",
            label="A note to the headteacher and the team",
            hint=SAFEGUARDING,
            value=typed.note,
            required=False,
            error=errors.get("note", ""),
        ),
    )


def _team(choices: Choices, typed: Typed, errors: Mapping[str, str]) -> tuple[People, ...]:
    return (
        People(
            name="lead_reviewer",
            label="Lead reviewer",
            groups=choices.reviewers,
            values=(typed.lead_reviewer,) if typed.lead_reviewer else (),
            error=errors.get("lead_reviewer", ""),
        ),
        People(
            name="reviewers",
            label="Other reviewers",
            hint="With the lead reviewer, 3 or 4 people take part.",
            groups=choices.reviewers,
            values=typed.reviewers,
            most=MOST_REVIEWERS,
            required=False,
            error=errors.get("reviewers", ""),
        ),
        People(
            name="champions",
            label="Improvement Champions",
            hint="Two, who run the workshop after the review.",
            groups=choices.champions,
            values=typed.champions,
            most=MOST_CHAMPIONS,
            required=False,
            error=errors.get("champions", ""),
        ),
    )


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


def no_schools() -> Card:
    return Card(
        "There is no school to schedule",
        (Text("Your group has no schools in the roster. Please ask the Consortium Office to add them."),),
        (Button("What is mine to do", go("home.show")),),
    )
