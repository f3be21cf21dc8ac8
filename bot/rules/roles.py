"""The roles that a roster gives people."""

from enum import StrEnum


class Role(StrEnum):
    HEAD = "headteacher"
    REVIEWER = "reviewer"
    CHAMPION = "improvement champion"
    LEAD = "peer review lead"
    MANAGEMENT = "management group"
    OFFICE = "consortium office"
    GOVERNOR = "governor"
    STAFF = "school staff"
    """A school's staff without another part, such as its business manager."""


class TeamPart(StrEnum):
    """What someone is asked to be in one review."""

    LEAD_REVIEWER = "lead reviewer"
    REVIEWER = "reviewer"
    CHAMPION = "improvement champion"


# Those who review, the lead reviewer among them: they read what is prepared for the review.
REVIEW_TEAM = frozenset({TeamPart.LEAD_REVIEWER, TeamPart.REVIEWER})


class Answer(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
