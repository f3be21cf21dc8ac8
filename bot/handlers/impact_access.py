"""Who may see and do what with the impact of a review, and the card that each of them sees."""

from collections.abc import Sequence

from bot.cards import impact as say
from bot.cards.impact import View
from bot.cards.model import Button, Card, go
from bot.handlers.access import parts, review_in, see
from bot.router import Refused, Turn
from bot.rules.findings import may_be_noted
from bot.rules.impact import may_know, may_read, may_record
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper, Part
from storage import actions, impacts, milestones, reviews, sent_papers
from storage.actions import Sent
from storage.models import Impact, Review, SentPaper

Parts = frozenset[Part]
NOT_YOURS = "The impact of a review is open to those who may read its action plan."
ONLY_THE_HEAD = "Only the headteacher of the reviewed school records the impact of the review."
CANCELLED = "That review has been cancelled, so there is no impact to record."
TOO_SOON = "There is an impact to record once the review has been held."


def is_seen(turn: Turn, review: Review, mine: Parts) -> bool:
    """Whether the review's card offers it: once it is asked for, or recorded."""
    if not may_know(mine):
        return False
    row = milestones.of(review, Kind.IMPACT)
    asked_for = may_record(mine) and row.due <= turn.today and can_be_recorded(turn, review)
    return row.done_at is not None or asked_for


def can_be_recorded(turn: Turn, review: Review) -> bool:
    return review.cancelled_at is None and begun(turn, review)


def begun(turn: Turn, review: Review) -> bool:
    return may_be_noted(review.day, turn.today, postponed=review.postponed_at is not None)


def shown(
    turn: Turn, review: Review, mine: Parts, page: int = 0, *, said: str = "", warning: str = ""
) -> Card:
    """The impact as far as this person may see it."""
    if not may_know(mine):
        raise Refused(NOT_YOURS, see(review))
    due, kept = milestones.of(review, Kind.IMPACT).due, impacts.get(turn.session, review.id)
    plan = sent_papers.latest(turn.session, review.id, Paper.PLAN)
    if not reads(mine, plan):
        return say.status(review, due, impacts.stands(kept), waits=may_read(mine, released=True))
    found = View(
        review,
        due,
        turn.today,
        kept,
        agreed(turn, plan),
        writes=may_record(mine) and can_be_recorded(turn, review),
        again=may_record(mine) and sent_papers.latest(turn.session, review.id, Paper.AUDIT) is not None,
    )
    return say.show(found, page, said=said, warning=warning)


def reads(mine: Parts, plan: SentPaper | None) -> bool:
    """Of a plan that was not sent nothing is released."""
    return may_read(mine, released=plan is not None and plan.released_at is not None)


def agreed(turn: Turn, plan: SentPaper | None) -> Sequence[Sent]:
    return actions.sent(turn.session, plan) if plan else ()


def recording(turn: Turn) -> tuple[Review, Parts, Impact | None]:
    """The review, once nobody else is changing it, for whoever records its impact; and what is kept of it."""
    review = review_in(turn, reviews.get_to_change)
    mine = parts(turn, review)
    if not may_know(mine):
        raise Refused(NOT_YOURS, see(review))
    if not may_record(mine):
        raise Refused(ONLY_THE_HEAD, back(review))
    if review.cancelled_at:
        raise Refused(CANCELLED, see(review))
    if not begun(turn, review):
        raise Refused(TOO_SOON, see(review))
    return review, mine, impacts.get(turn.session, review.id)


def back(review: Review) -> Button:
    return Button("See the impact", go("impact.show", review=review.id))
