"""What is wrong in a form, by field; and the date field, which offers the dates that may have been meant."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.cards.model import Button, Day, Go, Option, SomeOf
from bot.language.say import full, short

FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence for a field, and the dates that may have been meant."""

    sentence: str
    dates: tuple[date, ...] = ()


Problems = Mapping[str, Problem]
NO_PROBLEMS: Problems = {}


def error(problems: Problems, name: str) -> str:
    """What is to stand at the field, "" when nothing is wrong with it."""
    return problems[name].sentence if name in problems else ""


def another_day(day: date) -> str:
    """An example of a day that may be typed instead of this one."""
    return short(day + timedelta(days=7))


def day_before(day: date) -> str:
    """An example of a day by which something may be there that is wanted on this one."""
    before = day - timedelta(days=1)
    return short(before - timedelta(days=max(before.weekday() - FRIDAY, 0)))


def day_field(label: str, example: str, value: str, problems: Problems) -> Day:
    hint = f"Type it, for example {example}, or pick it."
    return Day(name="day", label=label, hint=hint, value=value, error=error(problems, "day"))


def present_field(values: Sequence[str], people: Sequence[tuple[int, str]], problems: Problems) -> SomeOf:
    """`people`: who may have been there, by id and name."""
    return SomeOf(
        name="present",
        label="Who was present",
        hint="Untick anyone who was not there.",
        options=tuple(Option(str(number), name) for number, name in people),
        values=tuple(values),
        error=error(problems, "present"),
        required=False,
    )


def days_meant(problems: Problems, to: Callable[[date], Go]) -> tuple[Button, ...]:
    """A button for each date that may have been meant; it sends the form with that one."""
    meant = problems["day"].dates if "day" in problems else ()
    return tuple(Button(full(day), to(day)) for day in meant)
