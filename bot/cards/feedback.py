"""The feedback at the end of a review: that it was given, who was there, and who hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.common import SAFEGUARDING
from bot.cards.model import (
    Block,
    Button,
    Card,
    Confirm,
    Facts,
    Option,
    Prose,
    SomeOf,
    Text,
    go,
)
from bot.cards.problems import NO_PROBLEMS, Problems, day_field, days_meant, error
from bot.cards.review import title
from bot.language.say import full, listed, moment, span
from bot.rules.milestones import Kind
from storage import milestones
from storage.models import Feedback, Review

INVITED_HINT = "One name a line. They need no account."
OFF = "The review has no date at the moment."
CANCELLED = "The review is cancelled."


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do now. `summary`: they work on it."""

    record: bool = False
    invite: bool = False
    workshop: bool = False
    summary: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """`present`: the ids of people as the form has them."""

    day: str = ""
    present: tuple[str, ...] = ()
    others: str = ""
    governors: str = ""


def show(review: Review, feedback: Feedback | None, may: May, *, said: str = "", warning: str = "") -> Card:
    """All of it: no findings, for those stand in the summary."""
    return Card(
        f"Feedback: {title(review)}",
        (
            *((Text(said, "good"),) if said else ()),
            *((Text(warning, "warning"),) if warning else ()),
            *_off(review),
            Facts((*_when(review, feedback), *_who(feedback))),
        ),
        (*_buttons(review, feedback, may), _see(review)),
    )


def in_part(review: Review, feedback: Feedback | None) -> Card:
    """To the Lead: how it stands, and nobody's name."""
    return Card(
        f"Feedback: {title(review)}", (*_off(review), Facts(_when(review, feedback))), (_see(review),)
    )


def _see(review: Review) -> Button:
    return Button("See the review", go("review.show", review=review.id), aside=True)


def _off(review: Review) -> tuple[Block, ...]:
    if review.cancelled_at:
        return (Text(CANCELLED, "warning"),)
    return (Text(OFF, "warning"),) if review.postponed_at else ()


def _when(review: Review, feedback: Feedback | None) -> tuple[tuple[str, str], ...]:
    if feedback and feedback.given_on:
        return (("When", f"Given on {full(feedback.given_on)}"),)
    if review.cancelled_at or review.postponed_at:
        return (("When", "Not given"),)
    due = milestones.of(review, Kind.FEEDBACK).due
    return (("When", f"Not recorded yet; it belongs at the end of the review, on {full(due)}"),)


def _who(feedback: Feedback | None) -> tuple[tuple[str, str], ...]:
    if feedback is None:
        return ()
    given = feedback.given_on is not None
    people = listed([one.person.name for one in feedback.present])
    each = (
        ("Present", (people or "nobody named") if given else ""),
        ("Others invited", ", ".join(feedback.others.splitlines())),
        ("Governors involved", (", ".join(feedback.governors.splitlines()) or "none") if given else ""),
        ("Recorded by", f"{feedback.by.name}, {moment(feedback.at)}" if given else ""),
    )
    return tuple((label, words) for label, words in each if words)


def _buttons(review: Review, feedback: Feedback | None, may: May) -> tuple[Button, ...]:
    to, given = {"review": review.id}, feedback is not None and feedback.given_on is not None
    named = "Change who is invited" if feedback and feedback.others else "Name others invited"
    sure = Confirm("Was it not given?", "The names are kept for when it is.", "It was not given", "Go back")
    back = Button("It was not given", go("feedback.take_back", **to), confirm=sure)
    ask = go("feedback.ask", **to)
    record = (
        Button("Correct the record", ask) if given else Button("Record that it was given", ask, "primary")
    )
    return (
        *((record,) if may.record else ()),
        *((back,) if may.record and given else ()),
        *((Button(named, go("feedback.invite", **to)),) if may.invite else ()),
        *((Button("Workshop", go("workshop.show", **to), aside=True),) if may.workshop and given else ()),
        *((Button("Summary", go("summary.show", **to), aside=True),) if may.summary else ()),
    )


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
            SomeOf(
                name="present",
                label="Who was present",
                hint="Take out whoever was not there.",
                options=tuple(Option(str(number), name) for number, name in people),
                values=typed.present,
                error=error(problems, "present"),
                required=False,
            ),
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


def given(review: Review, on: date, *, champion: bool) -> Card:
    """To the champions and the headteacher: what comes next, and no findings."""
    row = milestones.of(review, Kind.WORKSHOP)
    if row.agreed:
        following = f"The workshop is on {full(row.agreed)}."
    else:
        days = span(row.opens, row.due) if row.opens else full(row.due)
        following = f"Next is the workshop with the staff. It belongs on a day from {days}."
    yours = (
        "Please choose its date, and have half a day of release booked."
        if champion
        else "The Improvement Champions choose its date; you decide which staff attend."
    )
    chosen = "Open the workshop" if row.agreed else "Choose workshop date"
    return Card(
        f"The feedback was given: {title(review)}",
        (Text(f"It was given on {full(on)}. {following}"), *(() if row.agreed else (Text(yours, "muted"),))),
        (
            Button(chosen, go("workshop.show", review=review.id), "primary", aside=True),
            Button("See the record", go("feedback.show", review=review.id), aside=True),
        ),
    )
