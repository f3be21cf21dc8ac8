"""What is asked about the post-review workshop: its day, who attends, when it was held."""

from dataclasses import dataclass

from bot.cards.model import Button, Card, Clock, Prose, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, day_field, days_meant, error
from bot.cards.review import title
from bot.cards.workshop import View, day_buttons
from bot.cards.workshop_words import days_offered
from storage.models import Review


@dataclass(frozen=True, slots=True)
class Typed:
    day: str = ""
    time: str = ""


def ask_day(view: View, typed: Typed, *, problems: Problems = NO_PROBLEMS, said: str = "") -> Card:
    """A day of the window with a click, or any other. `said`: what somebody else has done meanwhile."""
    review = view.review
    to = {"review": review.id, "since": view.since}
    meant = days_meant(problems, lambda day: go("workshop.choose", day=day, **to))
    known = {button.label for button in meant}
    offered = tuple(button for button in day_buttons(view) if button.label not in known)
    return Card(
        f"The day of the workshop: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            Text(_offered(view)),
            day_field("Day", "Tues 19 Dec", typed.day, problems),
            Clock(
                name="time",
                label="Time",
                hint="Type it, for example 3.45pm, or pick it.",
                value=typed.time,
                error=error(problems, "time"),
                required=False,
            ),
        ),
        (
            Button("Choose this day", go("workshop.choose", **to), "primary"),
            *meant,
            *offered,
            Button("Go back", go("workshop.show", review=review.id)),
        ),
    )


def _offered(view: View) -> str:
    if view.window[1] < view.today:
        return (
            f"The days that the schedule offers are over: they were {days_offered(view.window)}. "
            "Choose or type a day still to come."
        )
    return f"The schedule offers {days_offered(view.window)}. Choose one of them, or type another day."


def ask_staff(
    review: Review, *, value: str, since: int, problems: Problems = NO_PROBLEMS, said: str = ""
) -> Card:
    """`since`: the change that the form has seen; `said`: what another headteacher has written meanwhile."""
    return Card(
        f"Staff at the workshop: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            Prose(
                name="staff",
                label="Who attends",
                hint="One name a line. They need no account. The Improvement Champions see this.",
                value=value,
                error=error(problems, "staff"),
                required=False,
            ),
        ),
        (
            Button("Save it", go("workshop.keep_staff", review=review.id, since=since), "primary"),
            Button("Go back", go("workshop.show", review=review.id)),
        ),
    )


def ask_held(review: Review, *, value: str, problems: Problems = NO_PROBLEMS) -> Card:
    to = {"review": review.id}
    return Card(
        f"The workshop was held: {title(review)}",
        (
            Text("The working days for the action plan count from this day."),
            day_field("Day", "Tues 19 Dec", value, problems),
        ),
        (
            Button("Record it", go("workshop.recorded", **to), "primary"),
            *days_meant(problems, lambda day: go("workshop.recorded", day=day, **to)),
            Button("Go back", go("workshop.show", review=review.id)),
        ),
    )


def chosen_meanwhile(by: str, when: str) -> str:
    return f"{by} has chosen {when} while you were here. Send it again if you would rather have yours."


def staff_meanwhile(by: str, names: str) -> str:
    now = f"It says now: “{names}”." if names else "Nobody is named now."
    return (
        f"{by} has changed this while you were here, so nothing is saved yet. {now} Save again to replace it."
    )
