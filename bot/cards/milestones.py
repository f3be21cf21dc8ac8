"""The five stages in words: what each milestone is, who owes it, and the rule it follows."""

from collections.abc import Mapping
from datetime import date

from bot.cards.model import Progress, Table
from bot.language.say import full, short, span
from bot.rules.milestones import STAGE_OF, Kind, Milestone, Timetable
from bot.rules.policy import Policy
from bot.rules.roles import TeamPart
from bot.rules.stage import NUMBER, Stage

# What happens on its day; everything else is owed by its day.
ON_THE_DAY = frozenset({Kind.REVIEW, Kind.FEEDBACK})
NO_DATES: Mapping[Kind, date] = {}

STAGES = ("Plan the review", "The review", "Feedback and workshop", "Support and learning", "Impact")

WHAT: Mapping[Kind, str] = {
    Kind.PACK: "Paperwork to the review team",
    Kind.MEETING: "Pre-review meeting",
    Kind.TIMETABLE: "Timetable for the day",
    Kind.REVIEW: "The review",
    Kind.FEEDBACK: "Immediate feedback",
    Kind.SUMMARY: "Peer review summary sent",
    Kind.WORKSHOP: "Post-review workshop",
    Kind.PLAN: "Action plan sent",
    Kind.AUDIT: "Audit proforma returned",
    Kind.IMPACT: "Impact recorded",
}

WHO: Mapping[Kind, str] = {
    Kind.PACK: "Headteacher",
    Kind.MEETING: "Review team and headteacher",
    Kind.TIMETABLE: "Headteacher",
    Kind.REVIEW: "Review team",
    Kind.FEEDBACK: "Lead reviewer",
    Kind.SUMMARY: "Lead reviewer",
    Kind.WORKSHOP: "Improvement Champions",
    Kind.PLAN: "Improvement Champions",
    Kind.AUDIT: "Headteacher",
    Kind.IMPACT: "Headteacher",
}

PART: Mapping[TeamPart, str] = {
    TeamPart.LEAD_REVIEWER: "lead reviewer",
    TeamPart.REVIEWER: "reviewer",
    TeamPart.CHAMPION: "Improvement Champion",
}

# As it stands after "be": "can you be a reviewer?"
A_PART: Mapping[TeamPart, str] = {
    TeamPart.LEAD_REVIEWER: "lead reviewer",
    TeamPart.REVIEWER: "a reviewer",
    TeamPart.CHAMPION: "an Improvement Champion",
}

STAGE: Mapping[Stage, str] = {
    Stage.DRAFT: "not booked yet",
    Stage.SCHEDULED: "waiting for answers",
    Stage.PREPARING: "preparing",
    Stage.READY: "ready for the day",
    Stage.HELD: "held",
    Stage.FEEDBACK_GIVEN: "feedback given",
    Stage.WORKSHOP_BOOKED: "workshop booked",
    Stage.WORKSHOP_HELD: "workshop held",
    Stage.PLAN_SENT: "action plan sent",
    Stage.AUDIT_RETURNED: "audit proforma returned",
    Stage.IN_SUPPORT: "support under way",
    Stage.IMPACT_RECORDED: "impact recorded",
    Stage.CLOSED: "complete",
    Stage.POSTPONED: "postponed",
    Stage.CANCELLED: "cancelled",
}


def progress(stage: Stage) -> Progress:
    """Where a review stands on the five stages; the stage it is in is under way, not done."""
    done = len(STAGES) if stage is Stage.CLOSED else max(0, NUMBER[stage] - 1)
    return Progress("Stage", STAGES, done)


def table(timetable: Timetable, policy: Policy, was: Mapping[Kind, date] = NO_DATES) -> Table:
    """Every milestone with its date, who owes it and the rule; `was` holds the dates before a move."""
    rows = tuple(
        (
            f"{when(milestone)}{before(milestone, was)}",
            WHAT[milestone.kind],
            WHO[milestone.kind],
            why_then(milestone, policy),
        )
        for milestone in timetable.milestones
    )
    return Table("The five stages", ("When", "What", "Who", "Why then"), rows)


def when(milestone: Milestone) -> str:
    """The day itself, the days offered, or the day by which it is owed."""
    if milestone.opens and milestone.opens != milestone.due:
        return span(milestone.opens, milestone.due)
    if milestone.kind in ON_THE_DAY or milestone.opens:
        return full(milestone.due)
    at = f", {milestone.due_time:%H:%M}" if milestone.due_time else ""
    return f"By {full(milestone.due)}{at}"


def before(milestone: Milestone, was: Mapping[Kind, date]) -> str:
    old = was.get(milestone.kind)
    return f" (was {short(old)})" if old and old != milestone.due else ""


def why_then(milestone: Milestone, policy: Policy) -> str:
    """The rule, and what moved the date away from it."""
    words = f"Stage {STAGE_OF[milestone.kind]}: {rule(milestone.kind, policy)}"
    if milestone.short_notice:
        return f"{words}. Short notice: that was {short(milestone.unmoved)}."
    if milestone.because:
        return f"{words}. Moved from {short(milestone.unmoved)}: {milestone.because}."
    return f"{words}."


def rule(kind: Kind, policy: Policy) -> str:
    days = "school days" if policy.count_school_days else "working days"
    rules: Mapping[Kind, str] = {
        Kind.PACK: f"{weeks(policy.pack_days_before)} before the review",
        Kind.MEETING: f"{weeks(policy.meeting_days_before)} before the review",
        Kind.TIMETABLE: "the school day before",
        Kind.REVIEW: "one day",
        Kind.FEEDBACK: "at the end of the review",
        Kind.SUMMARY: f"within {policy.summary_working_days} {days} of the review",
        Kind.WORKSHOP: f"{policy.workshop_from} to {policy.workshop_to} days after the review",
        Kind.PLAN: f"within {policy.plan_working_days} {days} of the workshop",
        Kind.AUDIT: f"within {policy.audit_school_days} school days of the plan",
        Kind.IMPACT: f"{policy.impact_months} months after the review",
    }
    return rules[kind]


def weeks(days: int) -> str:
    count, rest = divmod(days, 7)
    if rest or not count:
        return f"{days} {'day' if days == 1 else 'days'}"
    return f"{count} {'week' if count == 1 else 'weeks'}"
