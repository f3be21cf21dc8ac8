"""Samples of one review as people see it."""

from bot.cards import review as say
from bot.cards.rooms import Room
from bot.rules import timetable as rules
from bot.rules.permissions import Part
from bot.rules.policy import Policy
from tests.rules.school_years import SAMPLE
from tests.samples import made
from tests.samples.registry import Three, samples

LINK = "https://review.example/calendar/" + "x" * 300


@samples(say.in_channel)
def in_channel() -> Three:
    return Three(
        say.in_channel(made.tiny(postponed_at=made.NOW), made.TODAY),
        say.in_channel(made.usual(), made.TODAY),
        say.in_channel(made.longest(cancelled_at=made.NOW), made.TODAY),
    )


@samples(say.in_full)
def in_full() -> Three:
    everyone = frozenset(Part)
    rooms = tuple(Room)
    return Three(
        say.in_full(made.tiny(cancelled_at=made.NOW, reason="Snow"), made.TODAY, frozenset(), 0),
        say.in_full(made.usual(), made.TODAY, frozenset({Part.HOST_HEAD}), 2, rooms),
        say.in_full(made.longest(), made.TODAY, everyone, made.BIG, rooms),
    )


@samples(say.more)
def more() -> Three:
    everyone = frozenset(Part)
    return Three(
        say.more(made.tiny(), made.TODAY, frozenset(), 0),
        say.more(
            made.usual(), made.DAY, frozenset({Part.HOST_HEAD}), 2, (Room.PACK, Room.SUMMARY, Room.PLAN)
        ),
        say.more(made.longest(), made.TODAY, everyone, made.BIG, tuple(Room)),
    )


@samples(say.timetable)
def timetable() -> Three:
    policy = Policy()
    plans = [
        rules.plan(day, calendar, made.NOW, policy)
        for day, calendar in (
            (made.DAY, SAMPLE),
            (made.DAY, SAMPLE),
            (made.LATE_DAY, made.LONG_CALENDAR),
        )
    ]
    reviews = (made.tiny(), made.usual(), made.longest())
    return Three(*(say.timetable(one, plan, policy) for one, plan in zip(reviews, plans, strict=True)))


@samples(say.calendar)
def calendar() -> Three:
    return Three(
        say.calendar(made.tiny(), "https://review.example/c/1"),
        say.calendar(made.usual(), "https://review.example/c/1"),
        say.calendar(made.longest(), LINK),
    )
