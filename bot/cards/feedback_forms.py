"""What is asked about the feedback: when it was given and who was there; whom the headteacher invites."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Button, Card, Prose, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, day_field, days_meant, error, present_field
from bot.cards.review import title
from bot.language.say import full, listed
from storage.models import Feedback, Review

INVITED_HINT = "One name a line. They need no account."


@dataclass(frozen=True, slots=True)
class Typed:
    """`present`: the ids of people as the form has them."""

    day: str = ""
    present: tuple[str, ...] = ()
    others: str = ""
    governors: str = ""


def ask(
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
        f"The feedback was given: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            day_field("Day", "7 Dec", typed.day, problems),
            present_field(typed.present, people, problems),
            _names("others", "Others whom the headteacher invited", INVITED_HINT, typed.others, problems),
            _names(
                "governors",
                "Governors involved",
                f"One name a line. {SAFEGUARDING}",
                typed.governors,
                problems,
            ),
        ),
        (
            Button("Record it", go("feedback.record", **to), "primary"),
            *days_meant(problems, lambda day: go("feedback.record", day=day, **to)),
            Button("Go back", go("feedback.show", review=review.id)),
        ),
        private=True,
    )


def ask_invited(
    review: Review, *, value: str, version: int, problems: Problems = NO_PROBLEMS, said: str = ""
) -> Card:
    return Card(
        f"Others invited to the feedback: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            _names("others", "Others whom the headteacher invites", INVITED_HINT, value, problems),
        ),
        (
            Button("Save it", go("feedback.invited", review=review.id, version=version), "primary"),
            Button("Go back", go("feedback.show", review=review.id)),
        ),
        private=True,
    )


def _names(name: str, label: str, hint: str, value: str, problems: Problems) -> Prose:
    wrong = error(problems, name)
    return Prose(name=name, label=label, hint=hint, value=value, error=wrong, required=False)


def changed_meanwhile(by: str, feedback: Feedback) -> str:
    """The second of two savers sees what the first left, and keeps their own words."""
    people = [one.person.name for one in feedback.present]
    each = (
        f"given on {full(feedback.given_on)}" if feedback.given_on else "not given",
        f"present: {listed(people)}" if people else "",
        f"others: {', '.join(feedback.others.splitlines())}" if feedback.others else "",
        f"governors: {', '.join(feedback.governors.splitlines())}" if feedback.governors else "",
    )
    return (
        f"{by} has changed this while you were here, so nothing is saved yet. It now says: "
        f"{'; '.join(filter(None, each))}. Save again to replace it."
    )
