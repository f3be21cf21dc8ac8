"""Samples of who still owes which paper."""

from bot.cards import owed as say
from bot.cards.owed import ROOMS, Owed, Unanswered
from bot.rules.milestones import Kind
from tests.samples import made
from tests.samples.registry import Three, samples


@samples(say.show)
def show() -> Three:
    usual = made.usual()
    papers = [
        Owed(usual, Kind.PACK, made.TODAY, ("Priya Nair",), how_far="2 of 6 papers are there."),
        Owed(usual, Kind.PLAN, made.DAY, yours=True),
    ]
    longest, names = made.longest(), tuple(one.name for one in (*made.LONG_TEAM, *made.LONG_CHAMPIONS))
    many = [Owed(longest, kind, made.TODAY, names, True, "0 of 7 papers are there.") for kind in ROOMS] * 8
    waiting = [Unanswered(longest, names, confirmed=False)] * 10
    return Three(
        say.show((), (), made.TODAY),
        say.show(papers, [Unanswered(usual, ("Ben Hartley",), confirmed=True)], made.OTHER_DAY),
        say.show(many, waiting, made.LONG_DAY, 2, longest.school.name),
    )


@samples(say.answers)
def answers() -> Three:
    usual, longest = made.usual(), made.longest()
    names = tuple(one.name for one in (*made.LONG_TEAM, *made.LONG_CHAMPIONS))
    return Three(
        say.answers(()),
        say.answers([Unanswered(usual, ("Ben Hartley",), confirmed=True)]),
        say.answers([Unanswered(longest, names, confirmed=False)] * 10, 1),
    )
