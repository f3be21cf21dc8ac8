"""A review is cancelled, put off without a new date, or brought back."""

from bot.cards import calling_off as say
from bot.cards.model import Card
from bot.cards.moving import ask_day
from bot.handlers import day_asked, news
from bot.handlers.access import going_ahead, managed, not_held
from bot.handlers.moving import only_one
from bot.handlers.pack_asked import ask_heads, keep_current
from bot.handlers.proposals import LONGEST_LINE, check_move, too_long
from bot.router import Turn, on
from storage import booking
from storage.booking import By
from storage.models import Change, Review


@on("cancel.ask")
def ask_cancel(turn: Turn) -> Card:
    review = not_held(managed(turn))
    return say.called_off(review) if review.cancelled_at else say.ask_reason(review, postpone=False)


@on("cancel.do")
def cancel(turn: Turn) -> Card:
    review = not_held(managed(turn))
    if review.cancelled_at:
        return say.called_off(review)
    if again := asked_again(turn, review, postpone=False):
        return again
    change = booking.cancel(turn.session, review, turn.text("reason"), by(turn))
    tell_all(turn, review, "review.off", change)
    return say.called_off(review)


@on("cancel.undo")
def bring_back(turn: Turn) -> Card:
    """On the day it had; where that will not do, the Lead is asked for another."""
    review = not_held(managed(turn))
    if review.cancelled_at is None:
        return say.brought_back(review)
    only_one(turn, review)
    if review.postponed_at:
        return ask_day(review, turn.today)
    if problem := check_move(turn, review, review.day).problem:
        return ask_day(review, turn.today, value=review.day.isoformat(), problems={"day": problem})
    change = booking.reinstate(turn.session, review, by(turn))
    tell_all(turn, review, "review.ahead", change)
    if review.confirmed_at:
        ask_heads(turn, review)
    return say.brought_back(review)


@on("postpone.ask")
def ask_postpone(turn: Turn) -> Card:
    review = not_held(going_ahead(managed(turn)))
    return say.ask_reason(review, postpone=True)


@on("postpone.do")
def postpone(turn: Turn) -> Card:
    review = not_held(managed(turn))
    if review.postponed_at or review.cancelled_at:
        return say.called_off(review)
    if again := asked_again(turn, review, postpone=True):
        return again
    tell_all(
        turn, review, "review.off", booking.postpone(turn.session, review, turn.text("reason"), by(turn))
    )
    return say.called_off(review)


def by(turn: Turn) -> By:
    return By(turn.person, turn.now)


def asked_again(turn: Turn, review: Review, *, postpone: bool) -> Card | None:
    """The form once more: without a reason, or when the review has moved since it was shown."""
    reason = turn.text("reason")
    if turn.day("day") != review.day:
        return say.ask_reason(review, postpone=postpone, value=reason, error=say.moved_since(review))
    if error := no_reason(reason):
        return say.ask_reason(review, postpone=postpone, value=reason, error=error)
    return None


def no_reason(reason: str) -> str:
    if not reason:
        return "Please give the reason in a few words; everyone who takes part will see it."
    return too_long(reason, LONGEST_LINE)


def tell_all(turn: Turn, review: Review, template: str, change: Change) -> None:
    """Everyone who takes part and the Lead, and the channel's card; at once when it is today or tomorrow."""
    day_asked.show_how_it_stands(turn, review, change)
    lead = news.lead_of(turn, review)
    people = {person.id: person for person in (*news.everyone(turn, review), *((lead,) if lead else ()))}
    urgency = news.how_urgent(turn, review.day)
    for person in people.values():
        if change.what == "reinstated" and news.has_to_answer(turn, review, person):
            news.ask(turn, review, person, change, urgency)
            continue
        news.refresh_question(turn, review, person, change)
        if person.id != turn.asker.id:
            news.tell(turn, person, template, change, urgency=urgency, review=review.id)
    keep_current(turn, review, change)
    news.show_in_channel(turn, review, change)
