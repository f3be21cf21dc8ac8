"""Samples of one review as people see it."""

from bot.cards import review as say
from bot.rules import timetable as rules
from bot.rules.permissions import Part
from bot.rules.policy import Policy
from storage.models import Change
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
    return Three(
        say.in_full(made.tiny(cancelled_at=made.NOW, reason="Snow"), made.TODAY, frozenset(), 0),
        say.in_full(made.usual(), made.TODAY, frozenset({Part.HOST_HEAD}), 2),
        say.in_full(made.longest(), made.TODAY, everyone, made.BIG),
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


@samples(say.history)
def history() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    now = {"day": "2017-12-07", "reason": "Nativity play"}
    usual_changes = [
        made.change(usual, "moved", was={"day": "2017-12-12"}, now=now),
        made.change(usual, "booked", now={"day": "2017-12-12"}),
    ]
    return Three(
        say.history(tiny, [made.change(tiny, "booked", now={"day": "2017-12-07"})], 0, leads=True),
        say.history(usual, usual_changes, 0, leads=True),
        say.history(longest, [long_change(n) for n in range(made.CHANGES)], 5, leads=True),
    )


def long_change(number: int) -> Change:
    """Each kind in turn with all that it can say, then one long note after another."""
    kinds = list(say.CHANGES)
    names = {"person": made.LONG_PERSON.name}
    was, now = {"day": "2017-12-12"}, {"day": "2017-12-13", "reason": made.REASON}
    if number >= len(kinds):
        return made.change(made.longest(), "note", made.LONG_PERSON, was={"note": made.NOTE}, now={})
    return made.change(
        made.longest(),
        kinds[number],
        made.LONG_PERSON,
        was={**was, **names, "note": made.NOTE},
        now={**now, **names},
    )


@samples(say.changed)
def changed() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    note = made.change(longest, "note", made.LONG_PERSON, was={"note": made.NOTE}, now={"note": "Short"})
    took_back = made.change(usual, "unconfirmed", made.PRIYA, was={}, now={})
    return Three(
        say.changed(tiny, made.change(tiny, "booked", tiny.booked_by, was={}, now={})),
        say.changed(usual, took_back),
        say.changed(longest, note),
    )
