"""The form in which a review is scheduled."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Block, Button, Card, OneOf, OptionGroup, People, Prose, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, day_field, days_meant, error

LEAVE = Button("Leave it", go("leave"))
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


def ask(
    choices: Choices,
    typed: Typed,
    problems: Problems = NO_PROBLEMS,
    draft: int | None = None,
    ways_on: tuple[Button, ...] = (),
    about_channel: str = "",
) -> Card:
    """The form. Where a date could be read in several ways, each way is a button."""
    kept = {"draft": draft} if draft else {}
    other_days = days_meant(problems, lambda day: go("schedule.check", day=day, **kept))
    intro = f"You will see the whole timetable before anything is booked. {about_channel}".rstrip()
    return Card(
        "Schedule a review",
        (Text(intro, "muted"), *_fields(choices, typed, problems)),
        (Button("See the timetable", go("schedule.check", **kept), "primary"), *other_days, *ways_on, LEAVE),
    )


def _fields(choices: Choices, typed: Typed, problems: Problems) -> tuple[Block, ...]:
    return (
        OneOf(
            name="school",
            label="School",
            groups=choices.schools,
            value=typed.school,
            error=error(problems, "school"),
        ),
        day_field("Date of the review", "Tues 14 Nov", typed.day, problems),
        *_team(choices, typed, problems),
        Prose(
            name="note",
            label="A note to the headteacher and the team",
            hint=SAFEGUARDING,
            value=typed.note,
            required=False,
            error=error(problems, "note"),
        ),
    )


def _team(choices: Choices, typed: Typed, problems: Problems) -> tuple[People, ...]:
    return (
        People(
            name="lead_reviewer",
            label="Lead reviewer",
            groups=choices.reviewers,
            values=(typed.lead_reviewer,) if typed.lead_reviewer else (),
            error=error(problems, "lead_reviewer"),
        ),
        People(
            name="reviewers",
            label="Other reviewers",
            hint="With the lead reviewer, 3 or 4 people take part.",
            groups=choices.reviewers,
            values=typed.reviewers,
            most=MOST_REVIEWERS,
            required=False,
            error=error(problems, "reviewers"),
        ),
        People(
            name="champions",
            label="Improvement Champions",
            hint="Two, who run the workshop after the review. For another number I ask you why.",
            groups=choices.champions,
            values=typed.champions,
            most=MOST_CHAMPIONS,
            required=False,
            error=error(problems, "champions"),
        ),
    )


def no_schools() -> Card:
    return Card(
        "There is no school to schedule",
        (Text("Your group has no schools in the roster. Please ask the Consortium Office to add them."),),
        (Button("What is mine to do", go("home.show")),),
    )
