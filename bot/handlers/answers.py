"""The headteacher confirms the date; the team and the champions accept or decline."""

from bot.cards import answers as say
from bot.cards.model import Button, Card, go
from bot.handlers import news
from bot.handlers.access import going_ahead, not_held, parts, review_in
from bot.handlers.proposals import LONGEST_LINE, too_long
from bot.router import Refused, Turn, on
from bot.rules.permissions import Part
from bot.rules.roles import Answer
from storage import booking, reviews, teams
from storage.booking import By
from storage.models import Review, TeamMember


@on("date.confirm")
def confirm(turn: Turn) -> Card:
    review = to_answer(turn)
    if Part.HOST_HEAD not in parts(turn, review):
        raise Refused("Only the headteacher of the reviewed school can confirm its date.")
    same_date(turn, review, "date.confirm", "Confirm")
    if review.confirmed_at is None:
        change = booking.confirm(turn.session, review, By(turn.person, turn.now))
        news.show_answer(turn, review, turn.person, change)
        lead = news.lead_of(turn, review)
        if lead is not None and lead.id != turn.person.id:
            news.tell(turn, lead, "lead.confirmed", change, review=review.id)
    return say.confirmed(review)


@on("answer.accept")
def accept(turn: Turn) -> Card:
    review = to_answer(turn)
    place = own_place(turn, review)
    same_date(turn, review, "answer.accept", "Accept")
    if place.answer is not Answer.ACCEPTED:
        give(turn, review, place, Answer.ACCEPTED)
    return say.accepted(review, place)


@on("answer.decline")
def decline(turn: Turn) -> Card:
    """Asks for a word of reason; nothing is changed yet."""
    review = to_answer(turn)
    own_place(turn, review)
    same_date(turn, review, "answer.decline", "Can’t do it")
    return say.why_not(review)


@on("answer.declined")
def declined(turn: Turn) -> Card:
    review = to_answer(turn)
    place = own_place(turn, review)
    same_date(turn, review, "answer.decline", "Can’t do it")
    reason = turn.text("reason")
    if error := too_long(reason, LONGEST_LINE):
        return say.why_not(review, value=reason, error=error)
    if place.answer is not Answer.DECLINED:
        give(turn, review, place, Answer.DECLINED, reason)
    return say.declined(review)


def give(turn: Turn, review: Review, place: TeamMember, given: Answer, reason: str = "") -> None:
    """Record the answer, show it wherever the question stands, and tell the Lead what needs them."""
    change = booking.answer(turn.session, review, place, given, reason, By(turn.person, turn.now))
    news.show_answer(turn, review, turn.person, change)
    lead = news.lead_of(turn, review)
    if lead is None:
        return
    if given is Answer.DECLINED:
        news.tell(turn, lead, "lead.declined", change, review=review.id, member=place.id)
    elif all(member.answer is Answer.ACCEPTED for member in teams.present(review)):
        news.tell(turn, lead, "lead.accepted", change, review=review.id)


def to_answer(turn: Turn) -> Review:
    # The last two answers may come together, and one of them has to see that it is the last.
    return not_held(turn, going_ahead(review_in(turn, reviews.get_to_change)))


def own_place(turn: Turn, review: Review) -> TeamMember:
    place = teams.member(review, turn.person.id)
    if place is None:
        raise Refused("You are not in the team of this review, so there is nothing for you to answer.")
    return place


def same_date(turn: Turn, review: Review, route: str, label: str) -> None:
    """An answer is to the date that stood on the card: the review may have moved since."""
    shown = turn.day("day")
    if shown != review.day:
        again = Button(label, go(route, review=review.id, day=review.day), "primary")
        see = Button("See the review", go("review.show", review=review.id))
        raise Refused(say.date_has_changed(review, shown), again, see)
