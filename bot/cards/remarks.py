"""Why a review can't be booked as proposed, and what the Lead should know and may book all the same."""

from collections.abc import Sequence
from typing import assert_never

from bot.cards.milestones import WHAT
from bot.language.say import closed_on, full, short
from bot.rules.checks import (
    BookedElsewhere,
    ChampionCount,
    ClosedDay,
    DeadlineMoved,
    FarDay,
    NamedTwice,
    OwnSchool,
    PastDay,
    Refusal,
    Remark,
    SameFederation,
    SameWeek,
    ShortNotice,
    TeamSize,
)
from storage.models import Review


def refusal(reason: Refusal) -> str:
    """A sentence that says what is wrong and what to do."""
    match reason:
        case ClosedDay(day, why, before, after):
            nearest = " or ".join(full(near) for near in (before, after) if near)
            way_on = f" The nearest school days are {nearest}." if nearest else " Please choose another day."
            return f"Schools are closed on {closed_on(day, why)}.{way_on}"
        case PastDay(day, today):
            return f"{full(day)} is past. Please choose {full(today)} or later."
        case FarDay(day, latest):
            return f"{full(day)} is too far ahead. Please choose a day up to {full(latest)}."
        case OwnSchool(member):
            return f"{member.name} works at this school, so can’t review it. Please choose someone else."
        case BookedElsewhere(member, day):
            elsewhere = f"{member.name} takes part in another review on {full(day)}."
            return f"{elsewhere} Please choose someone else or another day."
        case NamedTwice(member):
            return f"{member.name} is named twice. Please give each person one part in this review."
        case _:
            assert_never(reason)


def remark(known: Remark) -> str:
    """A sentence for the Lead to weigh up; it stops nothing."""
    match known:
        case TeamSize(members, least, most):
            people = "1 person" if members == 1 else f"{members} people"
            return f"The review team would be {people}; the schedule says {least} or {most}."
        case ChampionCount(champions, expected):
            named = {0: "no Improvement Champion", 1: "1 Improvement Champion"}
            return (
                f"There would be {named.get(champions, f'{champions} Improvement Champions')} "
                f"instead of {expected}."
            )
        case ShortNotice(days, expected):
            left = "today" if days == 0 else "tomorrow" if days == 1 else f"{days} days away"
            return f"The review is {left}; the schedule allows {expected} days for the paperwork."
        case SameFederation(member, federation):
            return f"{member.name} comes from the same federation as the school ({federation})."
        case SameWeek(member, days):
            others = " and ".join(short(day) for day in days)
            return f"{member.name} has another review that week ({others})."
        case DeadlineMoved(kind, unmoved, due, why):
            return f"The date for “{WHAT[kind]}” moves from {short(unmoved)} to {full(due)}: {why}."
        case _:
            assert_never(known)


def has_a_review(review: Review, reader: int) -> str:
    """When the school is already booked; `reader` is the id of whoever reads this."""
    if review.postponed_at:
        return f"{review.school.name} has a review that is postponed. Give that one its new date instead."
    by = "You have" if review.booked_by_id == reader else f"{review.booked_by.name} has"
    return f"{by} booked {review.school.name} for {full(review.day)}. To change that, open it and move it."


def booked_again(other: Review) -> str:
    """When a cancelled review can't come back."""
    return f"{other.school.name} has been booked again, for {full(other.day)}. Move that review instead."


def sentences(remarks: Sequence[Remark]) -> list[str]:
    """One sentence each; several dates moved by holidays share one, for the timetable shows them."""
    moved = [known for known in remarks if isinstance(known, DeadlineMoved)]
    others = [remark(known) for known in remarks if not isinstance(known, DeadlineMoved)]
    if len(moved) > 1:
        return [*others, f"Holidays move {len(moved)} of the dates; the timetable below says which and why."]
    return [*others, *(remark(known) for known in moved)]
