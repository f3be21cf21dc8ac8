"""How far a review has come: derived from what has happened, and a gate to nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.rules.milestones import Kind


class Stage(StrEnum):
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PREPARING = "preparing"
    READY = "ready"
    HELD = "held"
    FEEDBACK_GIVEN = "feedback_given"
    WORKSHOP_BOOKED = "workshop_booked"
    WORKSHOP_HELD = "workshop_held"
    PLAN_SENT = "plan_sent"
    AUDIT_RETURNED = "audit_returned"
    IN_SUPPORT = "in_support"
    IMPACT_RECORDED = "impact_recorded"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


# The five stages of the schedule; a cancelled review stands on none of them.
NUMBER: Mapping[Stage, int] = {
    Stage.DRAFT: 1,
    Stage.SCHEDULED: 1,
    Stage.PREPARING: 1,
    Stage.READY: 1,
    Stage.HELD: 2,
    Stage.FEEDBACK_GIVEN: 3,
    Stage.WORKSHOP_BOOKED: 3,
    Stage.WORKSHOP_HELD: 3,
    Stage.PLAN_SENT: 3,
    Stage.AUDIT_RETURNED: 4,
    Stage.IN_SUPPORT: 4,
    Stage.IMPACT_RECORDED: 5,
    Stage.CLOSED: 5,
    Stage.POSTPONED: 1,
    Stage.CANCELLED: 0,
}

STAGE_1 = frozenset({Kind.PACK, Kind.MEETING, Kind.TIMETABLE})


@dataclass(frozen=True)
class Progress:
    """What has happened to one review. No day means that it is still a draft."""

    day: date | None
    confirmed: bool = False
    everyone_accepted: bool = False
    done: frozenset[Kind] = frozenset()
    agreed: frozenset[Kind] = frozenset()
    cancelled: bool = False
    postponed: bool = False
    closed: bool = False
    in_support: bool = False


def is_held(progress: Progress, today: date) -> bool:
    """Said to be held, or its day is over and nobody has moved it; `today` is London's."""
    return Kind.REVIEW in progress.done or (progress.day is not None and progress.day < today)


def stage(progress: Progress, today: date) -> Stage:
    """The furthest stage that anything which has happened reaches; `today` is London's."""
    if progress.cancelled:
        return Stage.CANCELLED
    if progress.postponed:
        return Stage.POSTPONED
    return _after_review(progress, today) or _before_review(progress)


def _after_review(progress: Progress, today: date) -> Stage | None:
    done, held = progress.done, is_held(progress, today)
    furthest_first = (
        (progress.closed, Stage.CLOSED),
        (Kind.IMPACT in done, Stage.IMPACT_RECORDED),
        (progress.in_support, Stage.IN_SUPPORT),
        (Kind.AUDIT in done, Stage.AUDIT_RETURNED),
        (Kind.PLAN in done, Stage.PLAN_SENT),
        (Kind.WORKSHOP in done, Stage.WORKSHOP_HELD),
        # Champions may agree their day long before the review: that alone does not bring it further.
        (Kind.WORKSHOP in progress.agreed and held, Stage.WORKSHOP_BOOKED),
        (Kind.FEEDBACK in done, Stage.FEEDBACK_GIVEN),
        (held, Stage.HELD),
    )
    return next((reached for happened, reached in furthest_first if happened), None)


def _before_review(progress: Progress) -> Stage:
    if progress.day is None:
        return Stage.DRAFT
    if progress.done >= STAGE_1:
        return Stage.READY
    if progress.confirmed and progress.everyone_accepted:
        return Stage.PREPARING
    return Stage.SCHEDULED
