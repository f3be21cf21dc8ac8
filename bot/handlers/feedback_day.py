"""The day on which the feedback was given: as it was typed in the form, or said before it was opened."""

from dataclasses import replace
from datetime import date

from bot.cards.problems import Problem
from bot.handlers import part_said
from bot.handlers.proposals import day_typed
from bot.language.say import full
from bot.router import Turn
from storage.models import Review


def day_told(turn: Turn, review: Review) -> tuple[str, dict[str, Problem]]:
    """What was said of the day before the form was opened, read as if it had been typed there."""
    said = part_said.told(turn)
    if said is None:
        return "", {}
    day, problem = day_given(replace(turn, fields={"day": (said.day,)}), review) if said.day else (None, None)
    if day and (why := not_then(turn, review, day)):
        problem = Problem(why)
    # There is no place for an hour.
    problem = part_said.with_unread(problem, " ".join(filter(None, (said.clock, said.unread))))
    return day.isoformat() if day else said.day, {"day": problem} if problem else {}


def day_given(turn: Turn, review: Review) -> tuple[date | None, Problem | None]:
    """A date that could be of this year or the next is the one on which it can have been given."""
    day, unread = day_typed(turn, record=True)
    past = [one for one in unread.dates if not not_then(turn, review, one)] if unread else []
    return (past[0], None) if len(past) == 1 else (day, unread)


def not_then(turn: Turn, review: Review, day: date) -> str:
    """Why it can't have been given on that day, "" where it can."""
    if day > turn.today:
        return f"{full(day)} is still to come. Please record the feedback once it has been given."
    if day < review.day:
        return f"The review was on {full(review.day)}, and the feedback comes at its end."
    return ""
