"""The papers as they would be sent now, from what their writers have so far."""

from sqlalchemy.orm import Session

from bot.language.action_words import deadline, how_far
from bot.language.say import full
from bot.rules.findings import Strand
from bot.rules.papers import ActionRow, PlanPaper, PreviousAction, SummaryPaper, Support
from storage import plans, summaries
from storage.models import PlanItem, Review


def summary(session: Session, review: Review) -> SummaryPaper:
    """The summary as it would be sent now."""
    kept, said = summaries.of_review(session, review.id), summaries.comments(session, review.id)
    before, found = plans.previous(session, review), summaries.points(session, review.id)
    actions = tuple(
        PreviousAction(item.action, progress(item), said[item.id].text if item.id in said else "")
        for item in (plans.items(session, before.id) if before else ())
    )
    return SummaryPaper(
        review.school.name,
        review.day,
        kept.impact if kept else "",
        actions,
        tuple(point.text for point in found if point.strand is Strand.STRENGTH),
        tuple(point.text for point in found if point.strand is Strand.DEVELOPMENT),
    )


def progress(item: PlanItem) -> str:
    """How far an action has come, in words."""
    if said := how_far(item.done_at, item.help_at):
        return said
    return f"Due on {full(item.due)}" if item.due else item.timing or "Not done yet"


def plan(session: Session, review: Review) -> PlanPaper:
    """The plan as it would be sent now."""
    rows = tuple(
        ActionRow(
            item.action,
            deadline(item.due, item.timing),
            item.owner,
            tuple(Support(letter) for letter in item.support),
            item.comments,
            item.id,
        )
        for item in plans.items(session, review.id)
    )
    return PlanPaper(review.school.name, review.day, rows)
