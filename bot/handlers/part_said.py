"""The day that was said of a part of a review, such as its meeting: it stands in the form that opens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers.not_understood import every_school
from bot.handlers.proposals import day_in
from bot.handlers.schedule_said import not_read
from bot.language import part_day
from bot.language.commands import On
from bot.language.part_day import When
from bot.router import Refused, Turn
from storage.models import Review

Wrong = Callable[[date], Problem | None]


@dataclass(frozen=True, slots=True)
class Said:
    """`turn`: with what names the school alone; `day`: what was said of the day, "" where nothing was."""

    turn: Turn
    day: str

    @property
    def kept(self) -> Mapping[str, str]:
        return {"said": self.day} if self.day else {}


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form, and what there is to ask about it."""

    day: str
    time: str
    problems: dict[str, Problem]


def apart(turn: Turn) -> Said:
    on = On(turn.today, turn.calendar)
    school, day = part_day.apart(turn.args.get("said", ""), every_school(turn), on)
    return Said(replace(turn, args={**turn.args, "said": school}), day)


def with_a_day(said: Said) -> Said:
    """Where an hour alone was said, it is as if nothing was."""
    when = part_day.when(said.day, On(said.turn.today, said.turn.calendar))
    return said if when and when.day else replace(said, day="")


def opened(
    said: Said, review: Review, ask: Callable[[Turn], Card], card: Callable[[Turn, Review], Card]
) -> Card:
    """The form with the day that was said, for whoever may send it; the others see how it stands, and why."""
    if not said.day:
        return card(said.turn, review)
    try:
        return ask(replace(said.turn, args={"review": str(review.id), **said.kept}))
    except Refused as refusal:
        shown = card(said.turn, review)
        return replace(shown, blocks=(*refusal.card.blocks, *shown.blocks))


def told(turn: Turn) -> When | None:
    """What was said before the form was opened."""
    said = turn.args.get("said", "").strip()
    return part_day.when(said, On(turn.today, turn.calendar)) if said else None


def filled(turn: Turn, day: str, time: str, stands: date | None, wrong: Wrong) -> Filled:
    """`day` and `time` as they would be; `stands`: the day from which “a week later” is reckoned.

    What is `wrong` with the day that was said is told at once.
    """
    said = told(turn)
    if said is None:
        return Filled(day, time, {})
    problem = None
    if said.day:
        day, problem = day_in(turn, said.day, stands)
        problem = problem or wrong(date.fromisoformat(day))
    problem = with_unread(problem, said.unread)
    return Filled(day, f"{said.at:%H:%M}" if said.at else time, {"day": problem} if problem else {})


def with_unread(problem: Problem | None, unread: str) -> Problem | None:
    if not unread:
        return problem
    left = not_read(unread)
    return Problem(f"{problem.sentence} {left.sentence}", problem.dates) if problem else left
