"""The pre-review meeting in words: when it is, who has still to say yes, why a time will not do."""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from bot.cards.problems import Problem
from bot.language.say import closed_on, full, listed
from bot.rules.meeting import CLOSES, OPENS, Closed, NotBefore, PastDay, PastTime, Refusal, State, is_late
from bot.rules.roles import TeamPart
from storage import teams
from storage.models import Meeting, Review

A_PLACE = "A room, or the address of an online meeting. Everyone who takes part sees it."


def when(meeting: Meeting) -> str:
    """The day and the hour that stand."""
    day = full(meeting.day) if meeting.day else ""
    return f"{day}, {meeting.at:%H:%M}" if meeting.at else day


def lead_reviewer(review: Review) -> str:
    named = [m.person.name for m in teams.present(review) if m.part is TeamPart.LEAD_REVIEWER]
    return listed(named) if named else "the lead reviewer"


def asked(review: Review, meeting: Meeting, heads: Sequence[str]) -> str:
    """Who has still to confirm what stands: one of them is enough."""
    if not meeting.by_lead_reviewer:
        return lead_reviewer(review)
    return " or ".join(heads) if heads else "the headteacher"


def proposed(review: Review, meeting: Meeting, heads: Sequence[str]) -> str:
    """To whoever has just proposed a time."""
    if meeting.by_lead_reviewer and not heads:
        return "Kept. The roster names no headteacher of the school yet, so nobody has been asked."
    names = listed(heads) if meeting.by_lead_reviewer else lead_reviewer(review)
    return f"Proposed. I have asked {names}, and you will hear."


def how_it_stands(
    review: Review, meeting: Meeting | None, state: State, due: date, heads: Sequence[str]
) -> str:
    """One line: when it is, or what is still missing."""
    by = f"by {full(due)}"
    if meeting is None or state is State.OPEN:
        return f"to be agreed, {by}"
    match state:
        case State.PROPOSED:
            return f"{when(meeting)}: proposed; {asked(review, meeting, heads)} has still to confirm"
        case State.LAPSED:
            return f"to be agreed again, {by}: {when(meeting)} no longer fits"
        case State.AGREED:
            return when(meeting)
        case State.HELD:
            return f"held on {full(meeting.held_on)}" if meeting.held_on else "held"
        case _:
            assert_never(state)


def caution(day: date, due: date) -> str:
    """A word where it is later than the schedule asks, else ""."""
    return f"The schedule asks for the meeting by {full(due)}." if is_late(day, due) else ""


def odd_hour(at: str) -> str:
    return (
        f"{at} is not between {OPENS:%H:%M} and {CLOSES:%H:%M}. "
        "Please check it; if it is what you mean, send it again."
    )


def refused(reason: Refusal, school: str) -> tuple[str, Problem]:
    """The field that is wrong, and what to do about it."""
    match reason:
        case Closed(day, why, nearest):
            days = " or ".join(full(near) for near in nearest)
            way_on = f"The nearest school day is {days}." if nearest else "Please choose another day."
            return "day", Problem(f"{school} is closed on {closed_on(day, why)}. {way_on}", nearest)
        case PastDay(day):
            return "day", Problem(f"{full(day)} is past. Please choose a day to come.")
        case PastTime(at):
            return "time", Problem(f"{at:%H:%M} today is past. Please choose a later time or another day.")
        case NotBefore(_, review_day, latest):
            offer = f"{full(latest)} or earlier" if latest else "an earlier day"
            sentence = f"The review is on {full(review_day)}, and the meeting comes before it."
            return "day", Problem(f"{sentence} Please choose {offer}.", (latest,) if latest else ())
        case _:
            assert_never(reason)
