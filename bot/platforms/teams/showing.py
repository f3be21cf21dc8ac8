"""Where the answer to an act belongs in Teams: in place of the card that was pressed, or in a message.

Nothing here asks Teams anything. A channel is read by others: a form that somebody asked for in one stands
and is answered there, unless it is private; everything else that they are told goes to their own chat.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson

from bot.cards import common, plain
from bot.cards.model import Card, Go
from bot.cards.teams import adaptive_card
from bot.cards.words import Json
from bot.platforms.teams.activities import ASKED_IN, FOR, Act

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"


@dataclass(frozen=True)
class Drawn:
    """A card, and the same in words, which notifications read out."""

    card: Json
    said: str

    @cached_property
    def written(self) -> orjson.Fragment:
        """For whoever pressed and for the message alike, once nothing more is drawn on it."""
        return orjson.Fragment(orjson.dumps(self.card))


@dataclass(frozen=True, slots=True)
class Reply:
    """`answer`: to whoever pressed, at once. `told`: in their own chat. `thread`: in the channel, for all.

    `changed`: what the pressed message becomes for everyone who reads it. `otherwise`: in the channel, where
    their own chat can't be written to.
    """

    answer: Json | None = None
    told: tuple[Drawn, ...] = ()
    thread: Drawn | None = None
    changed: Drawn | None = None
    otherwise: Drawn | None = None


def reply(act: Act, card: Card) -> Reply:
    match act.kind:
        case "arrived":
            return Reply(told=(told(act, common.welcome()), told(act, card)))
        case "consent":
            return Reply(told=(told(act, card),))
        case "words":
            return to_words(act, card)
        case "click":
            return to_click(act, card)


def to_words(act: Act, card: Card) -> Reply:
    if not act.channel:
        return Reply(told=(told(act, card),))
    otherwise = drawn(common.cannot_write())
    if act.alone:
        return Reply(told=(told(act, card),), otherwise=otherwise)
    if card.is_form and not card.private:
        return Reply(thread=posted(act, card))
    return Reply(told=(told(act, card),), thread=drawn(common.in_your_chat()), otherwise=otherwise)


def to_click(act: Act, card: Card) -> Reply:
    """What others see as well is never written over; what says no leaves the form with what was typed."""
    if act.channel and (act.posted_for != act.user or card.private):
        return Reply(said(common.IN_YOUR_CHAT), told=(told(act, card),))
    if act.aside or card.beside:
        return Reply(said(common.IN_YOUR_CHAT if act.channel else common.BELOW), told=(told(act, card),))
    changed = posted(act, card) if act.channel else told(act, card)
    # The answer itself changes the card for whoever pressed, on that device, and only until they look again.
    return Reply(shown(changed.written), changed=changed)


def told(act: Act, card: Card) -> Drawn:
    """For their own chat; it stays known in which channel they asked."""
    found = drawn(card)
    if act.place:
        mark(found.card, {ASKED_IN: act.place})
    return found


def posted(act: Act, card: Card) -> Drawn:
    """For the channel: the buttons with which the form goes on have the mark of whose it is.

    All others lead elsewhere, such as to what is theirs to do, which is nobody else's business.
    """
    found = drawn(card)
    mark(found.card, {FOR: act.user}, only=topic(act.go))
    return found


def topic(to: Go) -> str:
    """What comes before the dot of a route; a route without one fits every conversation."""
    before, dot, _ = to.route.partition(".")
    return before if dot else ""


def mark(part: Any, data: Json, *, only: str = "") -> None:  # noqa: ANN401 (any part of a card)
    """Put this into the data of the card's buttons; `only` into those that stay with this topic."""
    match part:
        case {"type": "Action.Execute"}:
            if not only or topic(Go.parse(part["verb"])) in ("", only):
                part["data"] = {**part.get("data", {}), **data}
        case dict():
            for inner in part.values():
                mark(inner, data, only=only)
        case list():
            for inner in part:
                mark(inner, data, only=only)


def drawn(card: Card) -> Drawn:
    return Drawn(adaptive_card(card), plain.plain(card))


def shown(drawn: orjson.Fragment) -> Json:
    return {"statusCode": 200, "type": CARD, "value": drawn}


def said(sentence: str) -> Json:
    return {"statusCode": 200, "type": MESSAGE, "value": sentence}
