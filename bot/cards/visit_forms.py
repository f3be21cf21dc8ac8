"""What is asked about the development visit: its day, and that it was held."""

from typing import assert_never

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Button, Card, Clock, Prose, Text, go
from bot.cards.problems import NO_PROBLEMS, Problem, Problems, day_field, days_meant, error
from bot.cards.review import title
from bot.cards.visit import when
from bot.language.say import closed_on, full
from bot.rules.visit import Closed, Past, Refusal, ToCome, TooEarly
from storage.models import DevelopmentVisit, Review


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
            return Problem(f"{school} is closed on {closed_on(day, why)}. {way_on}", nearest)
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
