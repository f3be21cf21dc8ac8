"""Who may see and record the feedback, and the card that each of them sees."""

from bot.cards import feedback as say
from bot.cards.feedback import May
from bot.cards.model import Button, Card, go
from bot.handlers.access import parts, review_in, see
from bot.router import Refused, Turn
from bot.rules.findings import may_be_noted
from bot.rules.papers import may_read_draft
from bot.rules.permissions import Paper, Part, Right, rights
from storage import feedbacks, reviews, sent_papers
from storage.models import Review

Parts = frozenset[Part]
NOT_YOURS = "Only those who take part in the review, its Peer Review Lead and the Consortium Office see this."
ONLY_THE_LEAD_REVIEWER = "The lead reviewer records the feedback."
ONLY_THEY = "The headteacher names whom they invite; the lead reviewer can add to it."
CANCELLED = "That review has been cancelled, so there is no feedback to record."
NO_DATE = "That review has no date at the moment. The feedback is recorded once it has been held."
TOO_SOON = "The feedback is recorded from the day of the review on."


def allowed(turn: Turn, review: Review, held: Parts) -> frozenset[Right]:
    """The feedback is seen like the summary."""
    if Part.MANAGEMENT not in held:
        return rights(held, Paper.SUMMARY)
    released = (Paper.SUMMARY, True) in sent_papers.states(turn.session, review.id)
    return rights(held, Paper.SUMMARY, released=released)


def card(turn: Turn, review: Review, held: Parts | None = None, *, said: str = "", warning: str = "") -> Card:
    """As much of it as this person may see."""
    held = parts(turn, review) if held is None else held
    may = allowed(turn, review, held)
    feedback = feedbacks.of_review(turn.session, review.id)
    if Right.READ in may:
        return say.show(review, feedback, may_do(turn, review, held), said=said, warning=warning)
    if Right.STATUS in may:
        return say.in_part(review, feedback)
    raise Refused(NOT_YOURS)


def is_seen(turn: Turn, review: Review, held: Parts) -> bool:
    """Whether the review's card offers it; to the headteacher, who invites others, beforehand as well."""
    if review.cancelled_at or not (Part.HOST_HEAD in held or has_begun(turn, review)):
        return False
    return bool(allowed(turn, review, held))


def may_do(turn: Turn, review: Review, held: Parts) -> May:
    begun = has_begun(turn, review)
    return May(
        record=begun and Part.LEAD_REVIEWER in held,
        invite=review.cancelled_at is None and Part.HOST_HEAD in held,
        workshop=bool(held & {Part.HOST_HEAD, Part.CHAMPION}),
        summary=begun and may_read_draft(held, Paper.SUMMARY),
    )


def has_begun(turn: Turn, review: Review) -> bool:
    """Whether its day has come, and it is on."""
    off = review.cancelled_at is not None or review.postponed_at is not None
    return may_be_noted(review.day, turn.today, postponed=off)


def back(review: Review) -> Button:
    return Button("Open the feedback", go("feedback.show", review=review.id))


def readable(turn: Turn) -> tuple[Review, Parts]:
    """The review, once nobody else is changing it, for someone who may read all of its feedback."""
    review = review_in(turn, reviews.get_to_change)
    held = parts(turn, review)
    if Right.READ not in allowed(turn, review, held):
        raise Refused(NOT_YOURS)
    return review, held


def recording(turn: Turn) -> tuple[Review, Parts]:
    """As `readable`, for the lead reviewer, from the day of the review on."""
    review, held = readable(turn)
    if Part.LEAD_REVIEWER not in held:
        raise Refused(ONLY_THE_LEAD_REVIEWER, back(review))
    if review.cancelled_at:
        raise Refused(CANCELLED, see(review))
    if review.postponed_at:
        raise Refused(NO_DATE, see(review))
    if review.day > turn.today:
        raise Refused(TOO_SOON, see(review))
    return review, held


def inviting(turn: Turn) -> tuple[Review, Parts]:
    """As `readable`, for the headteacher, whether it has been given or not."""
    review, held = readable(turn)
    if Part.HOST_HEAD not in held:
        raise Refused(ONLY_THEY, back(review))
    if review.cancelled_at:
        raise Refused(CANCELLED, see(review))
    return review, held
