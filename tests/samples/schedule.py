"""Samples of what is said while a review is being scheduled."""

from bot.cards import common, remarks
from bot.cards import schedule as say
from bot.cards.channels import LINK_YOURS
from bot.cards.model import Button, Card, OptionGroup, go
from bot.cards.problems import Problem
from bot.cards.schedule import Choices, Typed
from bot.handlers import proposals
from bot.rules.checks import (
    ChampionCount,
    DeadlineMoved,
    Member,
    Remark,
    SameFederation,
    SameWeek,
    ShortNotice,
    TeamSize,
)
from bot.rules.milestones import Kind
from tests.samples import made
from tests.samples.common import booked_elsewhere
from tests.samples.registry import Three, samples

FEDERATION = made.filled(made.HOSTILE, 150)


def every_remark() -> list[Remark]:
    """All that the Lead could have to weigh up at once."""
    team = [Member(one.id, one.name) for one in made.LONG_TEAM]
    champions = [Member(one.id, one.name) for one in made.LONG_CHAMPIONS]
    return [
        ShortNotice(13, 366),
        TeamSize(7, 3, 4),
        ChampionCount(4, 2),
        *(SameFederation(member, FEDERATION) for member in team),
        *(SameWeek(member, made.days_of(2)) for member in (*team, *champions)),
        DeadlineMoved(Kind.SUMMARY, made.LONG_DAY, made.LATE_DAY, made.TERMS[0].name),
    ]


@samples(say.ask)
def ask() -> Three:
    small = Choices((OptionGroup("", ()),), (), ())
    school = OptionGroup("No review yet this year", made.small_picker()[0].options)
    usual = Choices((school,), made.small_picker(), made.small_picker())
    typed = Typed("4", "Tues 14 Nov", "3", ("4", "5"), ("6", "7"), "Please park in Mill Lane.")
    which_month = Problem("The 14th of which month?", (made.DAY, made.OTHER_DAY))
    return Three(
        say.ask(small, Typed()),
        say.ask(usual, typed, {"day": which_month}),
        every_field_wrong(),
    )


def every_field_wrong() -> Card:
    """Every field filled in, and something to say about each."""
    ids = [str(number) for number in made.ids_of(12)]
    typed = Typed(ids[0], made.TYPED, ids[1], tuple(ids[2:8]), tuple(ids[8:12]), made.TYPED)
    one, *others = made.LONG_TEAM
    problems = {
        "school": Problem(remarks.has_a_review(made.longest(), 0)),
        "day": Problem(common.SAFEGUARDING, made.days_of(4)),
        "lead_reviewer": Problem(booked_elsewhere([one])),
        "reviewers": Problem(booked_elsewhere(others)),
        "champions": Problem(booked_elsewhere(made.LONG_CHAMPIONS)),
        "note": Problem(proposals.too_long(made.TYPED, proposals.LONGEST_NOTE)),
    }
    see = Button("See that review", go("review.show", review=made.BIG), aside=True)
    choices = Choices(made.school_picker(), made.pickers(), made.pickers())
    return say.ask(choices, typed, problems, made.BIG, (see,), LINK_YOURS.format("@Peer Review link"))


@samples(say.no_schools)
def no_schools() -> Three:
    return Three(say.no_schools(), say.no_schools(), say.no_schools())
