"""The Improvement Champions' development visit: what is asked about it, and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import assert_never

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Block, Button, Card, Clock, Confirm, Facts, Heading, Prose, Text, go
from bot.cards.problems import NO_PROBLEMS, Problem, Problems, day_field, days_meant, error
from bot.cards.review import title
from bot.language.say import full, listed, moment
from bot.rules.visit import Closed, Past, Refusal, ToCome, TooEarly
from storage.models import DevelopmentVisit, Review


@dataclass(frozen=True, slots=True)
class View:
    """`stands`: a day is chosen that still fits. `writes`: the reader is a champion who may change it."""

    review: Review
    visit: DevelopmentVisit | None
    champions: Sequence[str] = ()
    stands: bool = False
    writes: bool = False

    @property
    def held(self) -> date | None:
        return self.visit.held_on if self.visit else None


def when(day: date, at: time | None) -> str:
    return f"{full(day)}, {at:%H:%M}" if at else full(day)


def show(view: View, *, said: str = "", warning: str = "") -> Card:
    words = view.visit.words if view.visit else ""
    return Card(
        f"Development visit: {title(view.review)}",
        (
            *((Text(said, "good"),) if said else ()),
            *((Text(warning, "warning"),) if warning else ()),
            *((Text("The review is cancelled.", "warning"),) if view.review.cancelled_at else ()),
            Facts(_facts(view)),
            *_seen(words),
        ),
        (*_buttons(view), Button("See the review", go("review.show", review=view.review.id), aside=True)),
    )


def _seen(words: str) -> tuple[Block, ...]:
    return (Heading("What was seen"), Text(words)) if words else ()


def _facts(view: View) -> tuple[tuple[str, str], ...]:
    visit = view.visit
    found = [("When", _when(view)), ("Improvement Champions", listed(view.champions) or "none yet")]
    if visit and view.held and visit.held_by and visit.held_at:
        found.append(("Recorded by", f"{visit.held_by.name}, {moment(visit.held_at)}"))
    elif visit and view.stands and visit.arranged_by and visit.arranged_at:
        found.append(("Chosen by", f"{visit.arranged_by.name}, {moment(visit.arranged_at)}"))
    return tuple(found)


def _when(view: View) -> str:
    if view.held:
        return f"Held on {full(view.held)}"
    if view.visit is None or view.visit.day is None:
        return "No day is chosen yet: any school day after the workshop"
    day = when(view.visit.day, view.visit.at)
    return day if view.stands else f"To be chosen again: {day} is not after the workshop any more"


def _buttons(view: View) -> tuple[Button, ...]:
    if not view.writes:
        return ()
    to = {"review": view.review.id, "version": view.visit.version if view.visit else 0}
    record = Button(
        "Correct the record" if view.held else "It was held", go("visit.record", review=view.review.id)
    )
    if view.held:
        return (record, Button("It was not held", go("visit.unrecord", **to), confirm=_sure_not_held()))
    chosen = view.visit is not None and view.visit.day is not None
    choose = Button("Change the day" if chosen else "Choose a day", go("visit.ask", review=view.review.id))
    drop = Button("Take the day back", go("visit.drop", **to), confirm=_sure_to_drop())
    return (choose, record, *((drop,) if chosen else ()))


def _sure_not_held() -> Confirm:
    return Confirm(
        "Was it not held?", "What was written about it is kept.", "Yes, it was not held", "Go back"
    )


def _sure_to_drop() -> Confirm:
    return Confirm("Take the day back?", "The headteacher is told.", "Yes, take it back", "Keep it")


def ask_day(
    review: Review,
    *,
    day: str,
    at: str,
    version: int,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
) -> Card:
    """`said`: what somebody else has chosen meanwhile."""
    to = {"review": review.id, "version": version}
    return Card(
        f"Development visit: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            day_field("Day", "Tues 6 Feb", day, problems),
            Clock(
                name="time",
                label="Time",
                hint="Type it, for example 2.30pm, or pick it.",
                value=at,
                error=error(problems, "time"),
                required=False,
            ),
        ),
        (
            Button("Choose this day", go("visit.arrange", **to), "primary"),
            *days_meant(problems, lambda meant: go("visit.arrange", day=meant, **to)),
            Button("Go back", go("visit.show", review=review.id)),
        ),
    )


def ask_record(
    review: Review,
    *,
    day: str,
    words: str,
    version: int,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
) -> Card:
    to = {"review": review.id, "version": version}
    return Card(
        f"The development visit was held: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            day_field("Day", "Tues 6 Feb", day, problems),
            Prose(
                name="words",
                label="What was seen",
                hint=f"The headteacher sees it, and it goes into the audit proforma. {SAFEGUARDING}",
                value=words,
                error=error(problems, "words"),
                required=False,
            ),
        ),
        (
            Button("Record it", go("visit.recorded", **to), "primary"),
            *days_meant(problems, lambda meant: go("visit.recorded", day=meant, **to)),
            Button("Go back", go("visit.show", review=review.id)),
        ),
    )


def refused(reason: Refusal, school: str) -> Problem:
    """Why a day will not do, and what to do about it."""
    match reason:
        case Past(day):
            return Problem(
                f"{full(day)} is past. If the visit was on that day, press “Go back” and “It was held”."
            )
        case TooEarly(after, soonest):
            offer = f" The first school day after it is {full(soonest)}." if soonest else ""
            said = f"The visit follows the workshop, and so is later than {full(after)}.{offer}"
            return Problem(said, (soonest,) if soonest else ())
        case Closed(day, why, nearest):
            days = " or ".join(full(near) for near in nearest)
            way_on = f"The nearest school day is {days}." if nearest else "Please choose another day."
            return Problem(f"{school} is closed on {full(day)}: {why}. {way_on}", nearest)
        case ToCome(day):
            return Problem(f"{full(day)} is still to come. Please record the visit when it has been held.")
        case _:
            assert_never(reason)


def changed_meanwhile(by: str, visit: DevelopmentVisit) -> str:
    """The second of two savers sees what the first left, and keeps what they typed."""
    now = []
    if visit.held_on:
        now.append(f"It was held on {full(visit.held_on)}.")
    elif visit.day:
        now.append(f"The day is {when(visit.day, visit.at)}.")
    if visit.words:
        now.append(f"What was seen: “{visit.words}”.")
    said = " ".join((f"{by} has changed this while you were here, so nothing is saved yet.", *now))
    return f"{said} Send it again if you would rather have yours."


def chosen(review: Review, by: str, visit: DevelopmentVisit, was: str = "") -> Card:
    """To the headteacher and the other champions. `was`: the day that had been chosen before."""
    day = when(visit.day, visit.at) if visit.day else ""
    before = (Text(f"It had been {was}."),) if was else ()
    return Card(
        f"Development visit on {day}: {review.school.name}",
        (Text(f"{by} has chosen that day for the Improvement Champions’ follow-up visit."), *before),
        (Button("Open the visit", go("visit.show", review=review.id), aside=True),),
    )


def called_off(review: Review, by: str, was: str) -> Card:
    """To the same, when no day is chosen any more."""
    return Card(
        f"The development visit has no day any more: {review.school.name}",
        (Text(f"{by} has taken back {was}. You will hear when another day is chosen."),),
        (Button("Open the visit", go("visit.show", review=review.id), aside=True),),
    )


def held(review: Review, by: str, on: date) -> Card:
    """To the headteacher, without a word of what was seen: that is a click away."""
    return Card(
        f"The development visit was held on {full(on)}: {review.school.name}",
        (Text(f"{by} has written down what was seen; its line in the audit proforma is filled in."),),
        (
            Button("Open the visit", go("visit.show", review=review.id), "primary", aside=True),
            Button("Open the audit proforma", go("audit.show", review=review.id), aside=True),
        ),
    )


def not_held(review: Review, by: str) -> Card:
    """To the headteacher, when what was recorded is taken back."""
    return Card(
        f"The development visit was not held after all: {review.school.name}",
        (Text(f"{by} has taken the record back."),),
        (Button("Open the visit", go("visit.show", review=review.id), aside=True),),
    )
