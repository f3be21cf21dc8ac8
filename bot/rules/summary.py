"""What a summary has no word of yet."""

from collections.abc import Sequence
from enum import StrEnum

from bot.rules.papers import SummaryPaper


class Missing(StrEnum):
    """What a summary has no word of yet, in the order of the form. Nothing of it keeps it from being sent."""

    IMPACT = "impact"
    STRENGTHS = "strengths"
    AREAS = "areas"


def missing(paper: SummaryPaper) -> Sequence[Missing]:
    """Without an earlier plan there is no impact to write of: the school's first review."""
    said = paper.impact or any(one.comment for one in paper.previous)
    each = (
        (Missing.IMPACT, bool(paper.previous) and not said),
        (Missing.STRENGTHS, not paper.strengths),
        (Missing.AREAS, not paper.areas),
    )
    return [part for part, lacks in each if lacks]
