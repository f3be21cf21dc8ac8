"""What of a review stands in whose calendar."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from bot.rules.milestones import Kind
from bot.rules.permissions import Part

# How long a cancelled review is still told to the calendars that had it.
CANCELLED_FOR = timedelta(days=30)

CONCERNS: Mapping[Part, frozenset[Kind]] = {
    Part.HOST_HEAD: frozenset(
        {
            Kind.PACK,
            Kind.MEETING,
            Kind.TIMETABLE,
            Kind.REVIEW,
            Kind.FEEDBACK,
            Kind.WORKSHOP,
            Kind.AUDIT,
            Kind.IMPACT,
        }
    ),
    Part.LEAD_REVIEWER: frozenset({Kind.MEETING, Kind.REVIEW, Kind.FEEDBACK, Kind.SUMMARY}),
    Part.REVIEWER: frozenset({Kind.MEETING, Kind.REVIEW, Kind.FEEDBACK}),
    Part.CHAMPION: frozenset({Kind.FEEDBACK, Kind.WORKSHOP, Kind.PLAN}),
}
# What people come together for; everything else is owed by its day.
MET_FOR = frozenset({Kind.MEETING, Kind.REVIEW, Kind.FEEDBACK, Kind.WORKSHOP})


def concerning(parts: Collection[Part]) -> frozenset[Kind]:
    """The milestones of a review that concern somebody with these parts in it."""
    return frozenset[Kind]().union(*(CONCERNS.get(part, frozenset()) for part in parts))
