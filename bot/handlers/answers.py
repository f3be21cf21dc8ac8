"""The headteacher confirms the date; the team and the champions accept or decline."""

from bot.cards import answers as say
from bot.cards.model import Button, Card, go
from bot.handlers import news
from bot.handlers.access import going_ahead, parts, review_in, see, to_come
from bot.handlers.pack_asked import ask_heads
from bot.handlers.proposals import LONGEST_LINE, too_long
from bot.router import Refused, Turn, on
from bot.rules.permissions import Part
from bot.rules.roles import Answer
from storage import booking, reviews, teams
from storage.booking import By
from storage.models import Change, Review, TeamMember


@on("date.confirm")
def confirm(turn: Turn) -> Card:
    review = to_answer(turn)
    if Part.HOST_HEAD not in parts(turn, review):
        raise Refused("Only the headteacher of the reviewed school can confirm its date.")
    same_date(turn, review, "date.confirm", "Confirm")
    if review.confirmed_at is None:
        change = booking.confirm(turn.session, review, By(turn.person, turn.now))
        show_heads(turn, review, change)
        news.tell_lead(turn, review, "lead.confirmed", change)
        ask_heads(turn, review)
    return say.confirmed(review)


@on("date.unconfirm")
def take_back(turn: Turn) -> Card:
    """The headteacher confirmed too soon."""
    review = to_answer(turn)
    if Part.HOST_HEAD not in parts(turn, review):
        raise Refused("Only the headteacher of the reviewed school can do that.")
    same_date(turn, review, "date.unconfirm", "It doesn’t suit after all")
    if review.confirmed_at is not None:
        change = booking.unconfirm(turn.session, review, By(turn.person, turn.now))
        show_heads(turn, review, change)
        news.tell_lead(turn, review, "lead.changed", change)
    return say.please_confirm(review)


def show_heads(turn: Turn, review: Review, change: Change) -> None:
    """Joint headteachers are asked alike, and one answers for all."""
    for head in news.heads(turn, review):
        news.refresh_question(turn, review, head, change)
    news.show_in_channel(turn, review, change)


@on("answer.accept")
def accept(turn: Turn) -> Card:
    review = to_answer(turn)
    place = own_place(turn, review)
    same_date(turn, review, "answer.accept", "Accept")
    if place.answer is not Answer.ACCEPTED:
        free_that_day(turn, review)
        give(turn, review, place, Answer.ACCEPTED)
    return say.accepted(review, place)


def free_that_day(turn: Turn, review: Review) -> None:
    """Whoever said no may have been asked elsewhere since."""
    booked = reviews.days_booked(turn.session, [turn.asker.id], review.day, review.day, but=review.id)
    if review.day in booked.get(turn.asker.id, ()):
        raise Refused(say.busy_that_day(review), see(review))


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
    was = place.answer
    change = booking.answer(turn.session, review, place, given, reason, By(turn.person, turn.now))
    news.show_answer(turn, review, turn.person, change)
    news.refresh_gap(turn, review, place, change)
    if given is Answer.DECLINED:
        slot = news.gap_slot(place)
        news.tell_lead(turn, review, "lead.declined", change, slot=slot, member=place.id)
    elif all(member.answer is Answer.ACCEPTED for member in teams.present(review)):
        news.tell_lead(turn, review, "lead.accepted", change)
    elif was is Answer.DECLINED:
        news.tell_lead(turn, review, "lead.changed", change)


def to_answer(turn: Turn) -> Review:
    # The last two answers may come together, and one of them has to see that it is the last.
    return to_come(turn, going_ahead(review_in(turn, reviews.get_to_change)))


def own_place(turn: Turn, review: Review) -> TeamMember:
    place = teams.member(review, turn.asker.id)
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
