"""A review as somebody would have it, checked against the rules with what the roster and the diary know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.cards.schedule import Problem
from bot.handlers.choices import Candidate
from bot.language.dates import Found, Unsure, read
from bot.router import Turn
from bot.rules.checks import Member
from storage import reviews
from storage.models import School

A_WEEK = timedelta(days=7)
LONGEST_NOTE = 2000
LONGEST_LINE = 300


def day_typed(turn: Turn) -> tuple[date | None, Problem | None]:
    """The date in the field `day`, or in the button that settled which date was meant."""
    if "day" in turn.args:
        return turn.day("day"), None
    reading = read(turn.text("day"), today=turn.today)
    match reading:
        case Found(day):
            return day, None
        case Unsure(choices, reason):
            return None, Problem(reason, choices)
        case _:
            return None, Problem(reading.reason)


def too_long(text: str, most: int) -> str:
    """A sentence when there is more than a card can carry everywhere, else ""."""
    if len(text) <= most:
        return ""
    return f"Please keep this to {most:,} characters; it has {len(text):,}. What you typed is still here."


@dataclass(frozen=True, slots=True)
class Diary:
    """Who is booked when, in the weeks around a day."""

    days: Mapping[int, frozenset[date]]

    @classmethod
    def around(cls, turn: Turn, day: date, people: Sequence[int], *, but: int | None = None) -> "Diary":
        return cls(reviews.days_booked(turn.session, people, day - A_WEEK, day + A_WEEK, but=but))

    def member(self, candidate: Candidate) -> Member:
        person = candidate.person
        federations = frozenset(s.federation for s in candidate.schools.values() if s.federation)
        schools = frozenset(candidate.schools)
        return Member(person.id, person.name, schools, federations, self.days.get(person.id, frozenset()))


def stranger(person_id: int, name: str) -> Member:
    """Someone in a team whom the roster no longer has at any school."""
    return Member(person_id, name)


def federation(school: School) -> str:
    return school.federation
