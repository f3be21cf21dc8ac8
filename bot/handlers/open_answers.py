"""“I can make it”: what waits for somebody's answer, to be pressed; a message alone answers nothing."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.cards import open_answers as say
from bot.cards.home import Mine, to_do
from bot.cards.model import Card, Row
from bot.handlers.finding import own_reviews
from bot.handlers.home import mine
from bot.router import Turn, on
from bot.rules.roles import Answer
from storage import standing, teams


@on("answer.open")
def open_answers(turn: Turn) -> Card:
    """What waits for an answer, then what was answered of the reviews to come: either may have been meant."""
    return say.show(waiting(turn), tuple(answered(turn)), turn.page)


def waiting(turn: Turn) -> Sequence[Row]:
    waits = mine(turn)
    asked = Mine(
        to_confirm=waits.to_confirm,
        to_answer=waits.to_answer,
        to_confirm_meeting=waits.to_confirm_meeting,
    )
    return to_do(asked)


def answered(turn: Turn) -> Iterator[Row]:
    headed = standing.headed_schools(turn.asker, turn.today)
    for review in own_reviews(turn, timedelta(0)):
        if review.postponed_at:
            continue
        place = teams.member(review, turn.asker.id)
        if review.school_id in headed and review.confirmed_at:
            yield say.confirmed(review)
        if place and place.answer is not Answer.WAITING:
            yield (
                say.accepted(review, place)
                if place.answer is Answer.ACCEPTED
                else say.declined(review, place)
            )
