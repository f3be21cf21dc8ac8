"""The feedback at the end of a review: that it was given, who was there, and who hears of it."""

from dataclasses import dataclass
from datetime import date

from bot.cards.common import told
from bot.cards.model import Block, Button, Card, Confirm, Facts, Row, Text, go
from bot.cards.review import title
from bot.language.say import full, listed, moment, span
from bot.rules.milestones import Kind
from storage import milestones
from storage.models import Feedback, Review

OFF = "The review has no date at the moment."
CANCELLED = "The review is cancelled."


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do now. `summary`: they work on it."""

    record: bool = False
    invite: bool = False
    workshop: bool = False
    summary: bool = False


def show(review: Review, feedback: Feedback | None, may: May, *, said: str = "", warning: str = "") -> Card:
    """All of it: no findings, for those stand in the summary."""
    return Card(
        f"Feedback: {title(review)}",
        (
            *told(said, warning),
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


def to_do(review: Review) -> Row:
    return Row(
        f"Record that the feedback was given: {title(review)}",
        "Who was to come stands in it already.",
        (Button("Record it", go("feedback.ask", review=review.id), aside=True),),
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
    chosen = "Choose workshop date" if champion and not row.agreed else "Open the workshop"
    release = Button("Release booked", go("workshop.release", review=review.id), aside=True)
    return Card(
        f"The feedback was given: {title(review)}",
        (Text(f"It was given on {full(on)}. {following}"), *(() if row.agreed else (Text(yours, "muted"),))),
        (
            Button(chosen, go("workshop.show", review=review.id), "primary", aside=True),
            *((release,) if champion else ()),
            Button("See the record", go("feedback.show", review=review.id), aside=True),
        ),
    )
