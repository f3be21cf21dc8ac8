"""Who makes, sees and puts right the notes of the day: asked again at every click."""

from collections.abc import Sequence
from datetime import timedelta

from bot.cards.model import Button, go
from bot.handlers import finding
from bot.handlers.access import GONE as REVIEW_GONE
from bot.handlers.access import parts, see
from bot.router import Refused, Turn
from bot.rules.findings import may_be_noted
from bot.rules.permissions import Paper, Part, Right, rights
from storage import reviews, team_notes
from storage.models import Review, TeamNote

TEAM = frozenset({Right.DRAFT, Right.WRITE})
NOT_YOURS = "Only the review team makes and sees the notes of the day."
NOT_YOUR_NOTE = "Whoever made a note, and the lead reviewer, can change it."
GONE = "That note has been taken out already, so nothing was changed."
CANCELLED = "That review has been cancelled, so there is nothing to note."
TOO_SOON = "Notes of the day can be made from the day of the review on."
NONE = "Notes of the day open on the morning of a review, to its review team. Yours has not come yet."


def why_not(turn: Turn, review: Review, mine: frozenset[Part]) -> str | None:
    """Why this person makes and sees no notes of this review; None: they do."""
    if not rights(mine, Paper.SUMMARY) & TEAM:
        return NOT_YOURS
    if review.cancelled_at:
        return CANCELLED
    postponed = review.postponed_at is not None
    return None if may_be_noted(review.day, turn.today, postponed=postponed) else TOO_SOON


def may_note(turn: Turn, review: Review, mine: frozenset[Part]) -> bool:
    return why_not(turn, review, mine) is None


def leads(turn: Turn, review: Review) -> bool:
    return Right.WRITE in rights(parts(turn, review), Paper.SUMMARY)


def noted(turn: Turn, back: timedelta) -> Sequence[Review]:
    """Their reviews with notes, or whose notes can be made, from the last `back`."""
    found = finding.own_reviews(turn, back)
    return [one for one in found if may_note(turn, one, parts(turn, one))]


def to_read(turn: Turn, review: Review) -> Review:
    if refusal := why_not(turn, review, parts(turn, review)):
        raise Refused(refusal, see(review))
    return review


def noting(turn: Turn, review_id: int) -> Review:
    """The review, for its team, from its day on, once nobody else is changing it."""
    review = reviews.get_to_change(turn.session, review_id)
    if review is None:
        raise Refused(REVIEW_GONE)
    return to_read(turn, review)


def own(turn: Turn, *, removed_too: bool = False) -> tuple[Review, TeamNote]:
    """A note that this person may change."""
    review = noting(turn, turn.id("review"))
    back = Button("See the notes", go("team_notes.show", review=review.id))
    one = team_notes.get(turn.session, turn.id("note"))
    if one is None or one.review_id != review.id or (one.removed_at and not removed_too):
        raise Refused(GONE, back)
    if not leads(turn, review) and one.by_id != turn.asker.id:
        raise Refused(NOT_YOUR_NOTE, back)
    return review, one
