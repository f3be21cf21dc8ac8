"""Who may see and do what with the development visit."""

from bot.cards import visit as say
from bot.cards.model import Card
from bot.cards.visit import View
from bot.handlers.access import parts, review_in, see
from bot.router import Refused, Turn
from bot.rules.permissions import Part
from bot.rules.roles import TeamPart
from storage import reviews, teams, visits
from storage.models import DevelopmentVisit, Review

Parts = frozenset[Part]
READERS: Parts = frozenset({Part.HOST_HEAD, Part.CHAMPION})
NOT_YOURS = (
    "Only the Improvement Champions and the headteacher of the reviewed school see the development visit."
)
ONLY_CHAMPIONS = "Only the Improvement Champions of this review can do that."
CANCELLED = "That review has been cancelled, so there is no visit to plan."


def sees_visit(mine: Parts) -> bool:
    return bool(mine & READERS)


def to_read(turn: Turn) -> tuple[Review, Parts]:
    review = review_in(turn)
    mine = parts(turn, review)
    if not sees_visit(mine):
        raise Refused(NOT_YOURS, see(review))
    return review, mine


def shown(turn: Turn, review: Review, mine: Parts, *, said: str = "", warning: str = "") -> Card:
    visit = visits.get(turn.session, review)
    champions = [one.name for one in teams.coming(review, (TeamPart.CHAMPION,), turn.today)]
    writes = Part.CHAMPION in mine and review.cancelled_at is None
    fits = visits.stands(turn.session, review, visit)
    return say.show(View(review, visit, champions, fits, writes), said=said, warning=warning)


def changing(turn: Turn) -> tuple[Review, Parts, DevelopmentVisit | None]:
    """The review, once nobody else is changing it, for one of its champions; and its visit, if any."""
    review = review_in(turn, reviews.get_to_change)
    mine = parts(turn, review)
    if not sees_visit(mine):
        raise Refused(NOT_YOURS, see(review))
    if Part.CHAMPION not in mine:
        raise Refused(ONLY_CHAMPIONS, see(review))
    if review.cancelled_at:
        raise Refused(CANCELLED, see(review))
    return review, mine, visits.get(turn.session, review)
