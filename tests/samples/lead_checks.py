"""Samples of what is said about who leads a group in the coming year."""

from datetime import date

from bot.cards import lead_checks as say
from storage.directory import GroupEntry
from storage.models import Group, LeadCheck
from storage.roster.shape import PLACE_LONGEST
from tests.samples import made
from tests.samples.registry import Three, samples

SEASON = date(2018, 6, 1)
LONG = made.filled(made.HOSTILE, PLACE_LONGEST)


def check(name: str, by: object = made.KATE, wanted: str = "", *, taken_back: bool = False) -> LeadCheck:
    group = Group(id=made.BIG, key="g", name=name)
    ended = made.NOW if taken_back else None
    return LeadCheck(
        id=made.BIG,
        group=group,
        group_id=made.BIG,
        season=SEASON,
        by=by,
        at=made.NOW,
        wanted=wanted,
        ended_at=ended,
    )


@samples(say.ask)
def ask() -> Three:
    return Three(
        say.ask(GroupEntry(1, "A"), SEASON.isoformat()),
        say.ask(GroupEntry(2, "Collaborative Group 2"), SEASON.isoformat(), "Daniel Achterberg"),
        say.ask(
            GroupEntry(made.BIG, LONG), SEASON.isoformat(), made.TYPED, "Please keep it to 100 characters."
        ),
    )


@samples(say.answered)
def answered() -> Three:
    return Three(
        say.answered(check("A")),
        say.answered(check("Collaborative Group 2", wanted="Daniel Achterberg"), "Thank you."),
        say.answered(check(LONG, made.LONG_PERSON, made.filled(made.HOSTILE, say.LONGEST)), "Thank you."),
    )


@samples(say.taken_back)
def taken_back() -> Three:
    return Three(*(say.taken_back(check(name)) for name in ("A", "Collaborative Group 2", LONG)))


@samples(say.wanted)
def wanted() -> Three:
    long = made.filled(made.HOSTILE, say.LONGEST)
    return Three(
        say.wanted(check("A", wanted="Jo", taken_back=True)),
        say.wanted(check("Collaborative Group 2", wanted="Daniel Achterberg")),
        say.wanted(check(LONG, made.LONG_PERSON, long)),
    )
