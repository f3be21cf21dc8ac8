"""Where the answer to an act belongs in Teams: in place of the card that was pressed, or in a message.

Nothing here asks Teams anything. A channel is read by others: a form that somebody asked for in one stands
and is answered there; everything else that they are told goes to their own chat.
"""

from dataclasses import dataclass
from typing import Any

from bot.cards import common
from bot.cards.model import Card
from bot.cards.teams import adaptive_card
from bot.cards.words import Json
from bot.platforms.teams.activities import FOR, Act

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"


@dataclass(frozen=True, slots=True)
class Reply:
    """`answer`: to whoever pressed, at once. `told`: in their own chat. `thread`: in the channel, for all.

    `changed`: what the pressed message becomes for everyone who reads it.
    """

    answer: Json | None = None
    told: tuple[Card, ...] = ()
    thread: Json | None = None
    changed: Json | None = None


def reply(act: Act, card: Card) -> Reply:
    match act.kind:
        case "arrived":
            return Reply(told=(common.welcome(), card))
        case "words":
            return to_words(act, card)
        case "click":
            return to_click(act, card)


def to_words(act: Act, card: Card) -> Reply:
    if not act.channel:
        return Reply(told=(card,))
    if card.is_form:
        return Reply(thread=posted_for(act.user, card))
    return Reply(told=(card,), thread=adaptive_card(common.in_your_chat()))


def to_click(act: Act, card: Card) -> Reply:
    """What others see as well is never written over; what says no leaves the form with what was typed."""
    if act.channel and act.posted_for != act.user:
        return Reply(said(common.IN_YOUR_CHAT), told=(card,))
    if act.aside or card.beside:
        return Reply(said(common.IN_YOUR_CHAT if act.channel else common.BELOW), told=(card,))
    if not act.channel:
        return Reply(shown(adaptive_card(card)))
    drawn = posted_for(act.user, card)
    # The answer itself changes the card for whoever pressed, and only until they look again.
    return Reply(shown(drawn), changed=drawn)


def posted_for(user: str, card: Card) -> Json:
    """The card with the mark of whom it is for in all of its buttons."""
    drawn = adaptive_card(card)
    mark(drawn, user)
    return drawn


def mark(drawn: Any, user: str) -> None:  # noqa: ANN401 (any part of a card)
    match drawn:
        case {"type": "Action.Execute"}:
            drawn["data"] = {**drawn.get("data", {}), FOR: user}
        case dict():
            for part in drawn.values():
                mark(part, user)
        case list():
            for part in drawn:
                mark(part, user)


def shown(drawn: Json) -> Json:
    return {"statusCode": 200, "type": CARD, "value": drawn}


def said(sentence: str) -> Json:
    return {"statusCode": 200, "type": MESSAGE, "value": sentence}
