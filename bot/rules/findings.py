"""What a review finds, under the headings of the summary and of the audit proforma."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

LONGEST = 1000
# Somebody may paste a whole notebook at once; more lines than this are more than one review's.
MOST_AT_ONCE = 40


class Strand(StrEnum):
    """The first two are the summary's, the others the audit proforma's."""

    STRENGTH = "strength"
    DEVELOPMENT = "development"
    EXPLORED = "explored"
    ACTIVITY = "activity"


SUMMARY: Sequence[Strand] = (Strand.STRENGTH, Strand.DEVELOPMENT)


def may_be_noted(review_day: date, today: date, *, postponed: bool) -> bool:
    """From the day of the review on there is something to note; `today` is London's."""
    return review_day <= today and not postponed
