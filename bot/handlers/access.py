"""The review that a button is about, and whether this person may do what it says."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from bot.cards import common as say
from bot.cards.model import Button, go
from bot.router import Refused, Turn
from bot.rules.permissions import Paper, Part, Right, may_manage, rights
from storage import reviews, standing
from storage.models import Review

Find = Callable[[Session, int], Review | None]

GONE = "That review isn’t here any more, so nothing was changed."
NOT_YOURS = (
    "Only the group’s own schools, the review team, the Management Group and the Consortium Office see this."
)
NOT_LEAD = "Only the group’s Peer Review Lead, the deputy or the Consortium Office can do that."


def review_in(turn: Turn, find: Find = reviews.get) -> Review:
    """The review named in the button, whoever asks; each route goes on to check what this person is to it."""
    review = find(turn.session, turn.id("review"))
    if review is None:
        raise Refused(GONE)
    return review


def parts(turn: Turn, review: Review) -> frozenset[Part]:
    return standing.parts(turn.session, turn.person, review, turn.today)


def seen(turn: Turn) -> Review:
    """The review, for someone who may see where it stands."""
    review = review_in(turn)
    if not rights(parts(turn, review), Paper.STATUS) & {Right.READ, Right.WRITE}:
        raise Refused(NOT_YOURS)
    return review


def managed(turn: Turn) -> Review:
    """The review, for the Lead or the office."""
    review = review_in(turn)
    manage(turn, review)
    return review


def manage(turn: Turn, review: Review) -> None:
    if not may_manage(parts(turn, review)):
        raise Refused(NOT_LEAD, see(review))


def going_ahead(review: Review) -> Review:
    """Only a review that is neither cancelled nor postponed nor over can be answered."""
    if review.cancelled_at:
        raise Refused("That review has been cancelled, so there is nothing to answer.", see(review))
    if review.postponed_at:
        raise Refused("That review has no date at the moment. You will hear when it has one.", see(review))
    return review


def not_held(turn: Turn, review: Review) -> Review:
    """What is over can't be moved or called off."""
    if review.day < turn.today and not review.postponed_at and not review.cancelled_at:
        raise Refused("That review has been held, so its date and team stay as they were.", see(review))
    return review


def see(review: Review) -> Button:
    return Button("See the review", go("review.show", review=review.id))


def damaged() -> Refused:
    return Refused(say.DAMAGED)
