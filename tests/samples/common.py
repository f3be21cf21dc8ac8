"""Samples of what is said when something can't be done."""

from collections.abc import Sequence

from bot.cards import common as say
from bot.cards import remarks
from bot.cards.model import Button, go
from bot.rules.checks import BookedElsewhere, Member
from storage.models import Person
from tests.samples import made
from tests.samples.registry import Three, samples


def booked_elsewhere(people: Sequence[Person]) -> str:
    members = [Member(one.id, one.name) for one in people]
    return " ".join(remarks.refusal(BookedElsewhere(member, made.LONG_DAY)) for member in members)


def all_booked_elsewhere() -> str:
    return booked_elsewhere((*made.LONG_TEAM, *made.LONG_CHAMPIONS))


@samples(say.refused)
def refused() -> Three:
    accept = go("answer.accept", review=made.BIG, day=made.DAY)
    ways_on = (Button("Accept", accept, "primary"), Button("See the review", go("review.show", review=7)))
    return Three(
        say.refused(say.DAMAGED),
        say.refused("That message was about another date. Does the new one suit you?", ways_on),
        say.refused(f"It can’t come back as it was: {all_booked_elsewhere()}", ways_on),
    )


@samples(say.unknown_person)
def unknown_person() -> Three:
    many = [one.name for one in made.LONG_TEAM]
    return Three(say.unknown_person(()), say.unknown_person(["Janet Pryke"]), say.unknown_person(many))


@samples(say.out_of_date)
def out_of_date() -> Three:
    return Three(say.out_of_date(), say.out_of_date(), say.out_of_date())


@samples(say.superseded)
def superseded() -> Three:
    return Three(say.superseded(), say.superseded(), say.superseded())


@samples(say.went_wrong)
def went_wrong() -> Three:
    return Three(say.went_wrong(), say.went_wrong(), say.went_wrong())


@samples(say.opener)
def opener() -> Three:
    typed = go("schedule.ask", said="Oak Primary, Tues 14 Nov")
    long = go("schedule.ask", said="ŵ" * 30)
    return Three(
        say.opener("Schedule a review", go("schedule.ask")),
        say.opener("Schedule a review", typed),
        say.opener("Schedule a review", long),
    )


@samples(say.welcome)
def welcome() -> Three:
    return Three(say.welcome(), say.welcome(), say.welcome())


@samples(say.in_your_chat)
def in_your_chat() -> Three:
    return Three(say.in_your_chat(), say.in_your_chat(), say.in_your_chat())


@samples(say.cannot_write)
def cannot_write() -> Three:
    return Three(say.cannot_write(), say.cannot_write(), say.cannot_write())


@samples(say.one_moment)
def one_moment() -> Three:
    return Three(say.one_moment(), say.one_moment(), say.one_moment())


@samples(say.received)
def received() -> Three:
    return Three(say.received(), say.received(), say.received())


@samples(say.no_room)
def no_room() -> Three:
    return Three(say.no_room(), say.no_room(), say.no_room())
