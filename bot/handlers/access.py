"""The review that a button is about, and whether this person may do what it says."""

from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from bot.cards import common as say
from bot.cards.model import Button, go
from bot.router import Refused, Turn
from bot.rules.permissions import Paper, Part, Right, keeps_links, may_manage, rights
from bot.rules.policy import Policy
from storage import reviews, standing, teams
from storage.meetings import Rules
from storage.models import Review

Find = Callable[[Session, int], Review | None]

GONE = "That review isn’t here any more, so nothing was changed."
NOT_YOURS = (
    "Only the group’s headteachers, the review team, the Management Group and the Consortium Office see this."
)
NOT_LEAD = "Only the group’s Peer Review Lead, the deputy or the Consortium Office can do that."


def review_in(turn: Turn, find: Find = reviews.get) -> Review:
    """The review named in the button, whoever asks; each route goes on to check what this person is to it."""
    review = find(turn.session, turn.id("review"))
    if review is None:
        raise Refused(GONE)
    return review


def parts(turn: Turn, review: Review) -> frozenset[Part]:
    return standing.parts(turn.session, turn.asker, review, turn.today)


def seen(turn: Turn) -> Review:
    """The review, for someone who may see where it stands."""
    review = review_in(turn)
    if not rights(parts(turn, review), Paper.STATUS) & {Right.READ, Right.WRITE}:
        raise Refused(NOT_YOURS)
    return review


def papers_open(review: Review, today: date, policy: Policy) -> bool:
    """Whether reviewers still see what was prepared for a review; of one without a date nothing is over."""
    return review.postponed_at is not None or keeps_links(review.day, today, policy)


def managed(turn: Turn) -> Review:
    """The review, for the Lead or the office, once nobody else is changing it.

    The review is always held before its people, so that no two changes wait for each other.
    """
    review = review_in(turn, reviews.get_to_change)
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


def to_come(turn: Turn, review: Review) -> Review:
    """What is over needs no answer and no other team."""
    if review.day < turn.today and not review.postponed_at and not review.cancelled_at:
        raise Refused("The day of that review is over, so there is nothing to change or answer.", see(review))
    return review


def not_held(review: Review) -> Review:
    """Once something has come of the review it was held; until then the Lead may say that it was not."""
    if teams.is_held(review):
        raise Refused("That review has been held, so its date stays as it was.", see(review))
    return review


def see(review: Review) -> Button:
    return Button("See the review", go("review.show", review=review.id))


def damaged() -> Refused:
    return Refused(say.DAMAGED)


def rules_for(turn: Turn, review: Review) -> Rules:
    """By which the days of a review are reckoned: of its school, of the consortium."""
    return Rules(turn.directory.calendar(review.school_id), turn.policy)
