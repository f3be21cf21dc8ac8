"""Samples of what is said to plain sentences that ask for nothing, or are not understood."""

from bot.cards import requests as say
from bot.language.nearest import nearest
from bot.language.things import things
from tests.samples import made
from tests.samples.registry import Three, samples


@samples(say.not_understood)
def not_understood() -> Three:
    longest = sorted(things(), key=lambda one: len(one.does) + len(one.command))[-2:]
    return Three(
        say.not_understood("?", nearest("?", leads=False), in_teams=True),
        say.not_understood("Oak papres", nearest("Oak papres", leads=True), "Oak Primary School"),
        say.not_understood(made.TYPED, longest, made.school(made.BIG).name),
    )


@samples(say.did_you_mean)
def did_you_mean() -> Three:
    return Three(
        say.did_you_mean(made.tiny(), "o"),
        say.did_you_mean(made.usual(), "oka"),
        say.did_you_mean(made.longest(), made.TYPED),
    )


@samples(say.none_to_come)
def none_to_come() -> Three:
    return Three(say.none_to_come(), say.none_to_come(), say.none_to_come())


@samples(say.hello)
def hello() -> Three:
    return Three(say.hello("Jo", 0), say.hello("Kate Moore", 1), say.hello(made.LONG_PERSON.name, 2_000))


@samples(say.you_are_welcome)
def you_are_welcome() -> Three:
    return Three(say.you_are_welcome(), say.you_are_welcome(), say.you_are_welcome())


@samples(say.goodbye)
def goodbye() -> Three:
    return Three(say.goodbye(), say.goodbye(), say.goodbye())


@samples(say.about_reminders)
def about_reminders() -> Three:
    return Three(say.about_reminders(), say.about_reminders(), say.about_reminders())
