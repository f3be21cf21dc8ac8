"""What is asked when the pre-review meeting has been held, and about the focus agreed in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Button, Card, Prose, SomeOf, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, day_field, days_meant, error, present_field
from bot.cards.review import title
from storage.models import Review

FOCUS_HINT = f"The Improvement Champions see it too. {SAFEGUARDING}"


@dataclass(frozen=True, slots=True)
class Typed:
    """`present`: the ids of people as the form has them."""

    day: str = ""
    present: tuple[str, ...] = ()
    others: str = ""
    focus: str = ""


def ask_record(
    review: Review,
    typed: Typed,
    people: Sequence[tuple[int, str]],
    *,
    version: int,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
) -> Card:
    """`people`: who may have been there, by id and name; `said`: what somebody else has changed meanwhile."""
    to = {"review": review.id, "version": version}
    return Card(
        f"The meeting was held: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            day_field("Day", "Tues 21 Nov", typed.day, problems),
            *_there(typed, people, problems),
            _focus(typed.focus, problems),
        ),
        (
            Button("Record it", go("meeting.recorded", **to), "primary"),
            *days_meant(problems, lambda day: go("meeting.recorded", day=day, **to)),
            Button("Go back", go("meeting.show", review=review.id)),
        ),
    )


def _there(typed: Typed, people: Sequence[tuple[int, str]], problems: Problems) -> tuple[SomeOf, Prose]:
    return (
        present_field(typed.present, people, problems),
        Prose(
            name="others",
            label="Others who were there",
            hint="One name a line. They need no account.",
            value=typed.others,
            error=error(problems, "others"),
            required=False,
        ),
    )


def ask_focus(
    review: Review, *, value: str, version: int, problems: Problems = NO_PROBLEMS, said: str = ""
) -> Card:
    to = go("meeting.keep_focus", review=review.id, version=version)
    return Card(
        f"Focus and process: {title(review)}",
        (*((Text(said, "warning"),) if said else ()), _focus(value, problems)),
        (Button("Save it", to, "primary"), Button("Go back", go("meeting.show", review=review.id))),
    )


def _focus(value: str, problems: Problems) -> Prose:
    return Prose(
        name="focus",
        label="Focus and process agreed",
        hint=FOCUS_HINT,
        value=value,
        error=error(problems, "focus"),
        required=False,
    )


def changed_meanwhile(by: str, focus: str) -> str:
    """The second of two savers sees what the first left, and keeps their own words."""
    now = f" The focus says: “{focus}”." if focus else ""
    return (
        f"{by} has changed this while you were here, so nothing is saved yet.{now} Save again to replace it."
    )
