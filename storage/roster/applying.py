"""Bringing the tables in line with a roster."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.policy import Policy
from storage.models import Consortium
from storage.roster.changes import Changes, Days
from storage.roster.people import apply_people
from storage.roster.places import apply_channels, apply_groups, apply_schools
from storage.roster.shape import Roster
from storage.roster.years import apply_year

# One deployment serves one consortium; the fixed number keeps two first imports at once from making two.
ONLY = 1


def apply(session: Session, roster: Roster, today: date) -> Changes:
    """Idempotent: run again on the same day or later, it changes nothing. `today` is London's."""
    changes = Changes()
    consortium, first = the_consortium(session, roster, changes)
    apply_settings(consortium, roster, changes)
    days = Days(today, first_day(roster, today, first), first)
    groups = apply_groups(session, roster, changes)
    schools = apply_schools(session, roster, groups, days, changes)
    apply_year(session, roster, schools, changes)
    apply_channels(session, roster, groups, changes)
    apply_people(session, roster, schools, groups, days, changes)
    consortium.roster_version += bool(changes.sentences())
    session.flush()
    return changes


def first_day(roster: Roster, today: date, first: bool) -> date:
    """When a Lead or a group begins that has no date of its own.

    The first roster holds from the beginning of its year; after that a new year's roster from that year on.
    """
    return min(today, roster.year.starts) if first else max(today, roster.year.starts)


def the_consortium(session: Session, roster: Roster, changes: Changes) -> tuple[Consortium, bool]:
    if consortium := session.scalar(select(Consortium).with_for_update()):
        if consortium.name != roster.consortium:
            changes.changed.append(f"{consortium.name} is now called {roster.consortium}.")
            consortium.name = roster.consortium
        return consortium, False
    consortium = Consortium(id=ONLY, name=roster.consortium, policy={}, roster_version=0)
    session.add(consortium)
    changes.added.append(f"Added the {roster.consortium}.")
    return consortium, True


def apply_settings(consortium: Consortium, roster: Roster, changes: Changes) -> None:
    before, after = Policy.from_settings(consortium.policy), Policy.from_settings(roster.settings)
    for name in Policy.__dataclass_fields__:
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            changes.changed.append(f"The setting {name} is now {plain(now)}; it was {plain(was)}.")
    if before != after:
        consortium.policy = dict(roster.settings)


def plain(value: Any) -> str:  # noqa: ANN401 (any kind of setting)
    if isinstance(value, tuple):
        return ", ".join(value) or "empty"
    if isinstance(value, str):
        return f"“{value}”"
    return f"{value:%H:%M}" if hasattr(value, "hour") else str(value).lower()
