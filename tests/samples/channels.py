"""Samples of what is said when a channel is linked to its group."""

from bot.cards import channels as say
from bot.language.commands import linking
from tests.samples import made
from tests.samples.registry import Three, samples

GROUP, OTHER = "Collaborative Group 2", "Collaborative Group 1"
LONG, LONG_OTHER = made.school(made.BIG).name, made.school(made.BIG - 1).name
GROUPS = 30


@samples(say.type_it_there)
def type_it_there() -> Three:
    return Three(*(say.type_it_there(linking(name)) for name in ("practice", "slack", "teams")))


@samples(say.ask_which)
def ask_which() -> Three:
    groups = [(2, GROUP), (1, OTHER), (0, say.MANAGEMENT_GROUP)]
    many = [(made.BIG - n, made.school(n).name) for n in range(GROUPS)]
    return Three(say.ask_which(groups[:1]), say.ask_which(groups), say.ask_which(many, 1, made.TYPED))


@samples(say.ask_move)
def ask_move() -> Three:
    return Three(
        say.ask_move(1, "A", 2, "B"),
        say.ask_move(2, GROUP, 0, say.MANAGEMENT_GROUP),
        say.ask_move(made.BIG, LONG, made.BIG, LONG_OTHER),
    )


@samples(say.already)
def already() -> Three:
    return Three(say.already("A", None), say.already(GROUP, 7), say.already(LONG, made.BIG))


@samples(say.linked)
def linked() -> Three:
    return Three(
        say.linked("A", 1),
        say.linked(GROUP, 7, moved=True),
        say.linked(LONG, made.BIG, moved=True, left=LONG_OTHER),
    )


@samples(say.unlinked)
def unlinked() -> Three:
    return Three(
        say.unlinked("A", has_channel=True),
        say.unlinked(GROUP, has_channel=False),
        say.unlinked(LONG, has_channel=False, now=LONG_OTHER),
    )


@samples(say.announced)
def announced() -> Three:
    return Three(
        say.announced("A", "Jo"),
        say.announced(GROUP, "Kate Moore"),
        say.announced(LONG, made.LONG_PERSON.name),
    )


@samples(say.no_longer)
def no_longer() -> Three:
    return Three(say.no_longer("A"), say.no_longer(GROUP), say.no_longer(LONG))
