"""The post-review workshop in words: how it stands, and why a day won’t do."""

from datetime import date
from typing import assert_never

from bot.cards.problems import Problem
from bot.language.say import closed_on, full, span
from bot.rules.workshop import Closed, NotAfter, PastDay, Refusal, State
from storage.models import Workshop


def when(workshop: Workshop) -> str:
    """The day that was chosen, and the hour where one was."""
    day = full(workshop.day) if workshop.day else ""
    return f"{day}, {workshop.at:%H:%M}" if workshop.at else day


def days_offered(window: tuple[date, date]) -> str:
    return full(window[0]) if window[0] == window[1] else span(*window)


def offer(window: tuple[date, date], today: date) -> str:
    """What the schedule offers, in a sentence without its full stop; it may be over by now."""
    days = days_offered(window)
    return f"the schedule offered {days}" if window[1] < today else f"the schedule offers {days}"


def how_it_stands(workshop: Workshop | None, state: State, window: tuple[date, date], today: date) -> str:
    """One line, to stand after “When”."""
    if workshop is None or state is State.OPEN:
        return f"No day is chosen yet; {offer(window, today)}"
    match state:
        case State.LAPSED:
            return f"To be chosen again: the review has moved, and {when(workshop)} no longer fits"
        case State.AGREED:
            over = workshop.day is not None and workshop.day < today
            return f"{when(workshop)}; not recorded yet" if over else when(workshop)
        case State.HELD:
            return f"Held on {full(workshop.held_on)}" if workshop.held_on else "Held"
        case _:
            assert_never(state)


def refused(reason: Refusal, school: str) -> Problem:
    """What is wrong with the day, and what to do about it."""
    match reason:
        case Closed(day, why, following):
            way_on = (
                f"The next school day is {full(following)}." if following else "Please choose another day."
            )
            days = (following,) if following else ()
            return Problem(f"{school} is closed on {closed_on(day, why)}. {way_on}", days)
        case NotAfter(_, review_day):
            return Problem(
                f"The review is on {full(review_day)}, and the workshop comes after it. "
                "Please choose a later day."
            )
        case PastDay(day):
            return Problem(
                f"{full(day)} is past. Please choose a day to come; "
                "if the workshop was held then, record it instead."
            )
        case _:
            assert_never(reason)


def not_then(day: date, review_day: date, today: date) -> str:
    """Why it can’t have been held on that day."""
    if day > today:
        return f"{full(day)} is still to come. Please record the workshop when it has been held."
    return f"The review was on {full(review_day)}, and the workshop comes after it. Please check the day."
