"""The milestones of the five-stage schedule: their kinds, their stages, who owes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.rules.hours import london


class Kind(StrEnum):
    """In the order of the schedule."""

    PACK = "pack"
    MEETING = "meeting"
    TIMETABLE = "timetable"
    REVIEW = "review"
    FEEDBACK = "feedback"
    SUMMARY = "summary"
    WORKSHOP = "workshop"
    PLAN = "plan"
    AUDIT = "audit"
    IMPACT = "impact"


class Owes(StrEnum):
    HEAD = "head"
    LEAD_REVIEWER = "lead_reviewer"
    REVIEW_TEAM = "review_team"
    CHAMPIONS = "champions"


STAGE_OF: Mapping[Kind, int] = {
    Kind.PACK: 1,
    Kind.MEETING: 1,
    Kind.TIMETABLE: 1,
    Kind.REVIEW: 2,
    Kind.FEEDBACK: 3,
    # Drafted during the review (stage 2); what has a deadline is its sending.
    Kind.SUMMARY: 3,
    Kind.WORKSHOP: 3,
    Kind.PLAN: 3,
    Kind.AUDIT: 4,
    Kind.IMPACT: 5,
}

OWED_BY: Mapping[Kind, Owes] = {
    Kind.PACK: Owes.HEAD,
    Kind.MEETING: Owes.LEAD_REVIEWER,
    Kind.TIMETABLE: Owes.HEAD,
    Kind.REVIEW: Owes.REVIEW_TEAM,
    Kind.FEEDBACK: Owes.LEAD_REVIEWER,
    Kind.SUMMARY: Owes.LEAD_REVIEWER,
    Kind.WORKSHOP: Owes.CHAMPIONS,
    Kind.PLAN: Owes.CHAMPIONS,
    Kind.AUDIT: Owes.HEAD,
    Kind.IMPACT: Owes.HEAD,
}


@dataclass(frozen=True)
class Milestone:
    """One line of the timetable.

    `due_time` is London's; without one the day lasts to its end. `opens` is the first day offered for
    the workshop. `unmoved` is the day before any holiday moved it, `because` the holiday's name or "".
    """

    kind: Kind
    due: date
    unmoved: date
    due_time: time | None = None
    opens: date | None = None
    because: str = ""
    short_notice: bool = False

    def is_past(self, now: datetime) -> bool:
        here = london(now)
        if self.due_time and here.date() == self.due:
            return here.time() >= self.due_time
        return here.date() > self.due


@dataclass(frozen=True)
class Timetable:
    """Every milestone in the order of the schedule, and the fixed dates that no longer made sense."""

    milestones: tuple[Milestone, ...]
    dropped: tuple[Kind, ...] = ()

    def of(self, kind: Kind) -> Milestone:
        return next(milestone for milestone in self.milestones if milestone.kind is kind)
