"""Samples of the pre-review meeting as people see it."""

from bot.cards import meeting as say
from bot.rules.permissions import Right
from tests.samples import made, meetings
from tests.samples.registry import Three, samples


@samples(say.show)
def show() -> Three:
    said = "Proposed. I have asked Priya Nair, and you will hear."
    return Three(
        say.show(meetings.tiny()),
        say.show(meetings.usual(), said=said),
        say.show(meetings.longest(), said=said, warning=made.REASON),
    )


@samples(say.in_part)
def in_part() -> Three:
    everything = frozenset({Right.FOCUS, Right.STATUS})
    return Three(
        say.in_part(meetings.tiny(), frozenset({Right.FOCUS}), 0),
        say.in_part(meetings.usual(), frozenset({Right.STATUS}), 2),
        say.in_part(meetings.longest(), everything, 60),
    )
