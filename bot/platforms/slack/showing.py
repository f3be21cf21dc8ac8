"""Where the answer to an act belongs in Slack: the acknowledgement, a modal, a message or the home tab.

Nothing here asks Slack anything. A form opens as a modal, since Slack has forms nowhere else; the answer to a
modal takes its place, or lies on top of it where it stands beside it or says no, so that what was typed is
kept underneath. A card that others see as well is never written over.
"""

from dataclasses import dataclass, field
from typing import Any

from bot.cards import common, slack
from bot.cards.model import Card
from bot.cards.slack import pictures
from bot.cards.words import Json
from bot.platforms.slack import at_fields, kept
from bot.platforms.slack.payloads import NO_PLACE, Act, View

# In place of a method of Slack's: the address that came with the act.
ANSWER_AT = "answer"


@dataclass(frozen=True, slots=True)
class Call:
    """Something to ask of Slack. `method` is one of its Web API's, or ANSWER_AT."""

    method: str
    asked: Json


@dataclass(frozen=True, slots=True)
class Reply:
    """What the acknowledgement says, and what is asked of Slack after it."""

    ack: Json = field(default_factory=dict)
    call: Call | None = None


def reply(act: Act, card: Card) -> Reply:
    """To an act that was answered in time to be acknowledged with its answer."""
    match act.kind:
        case "submit":
            return Reply(ack=response(act, card))
        case "command" if not card.is_form:
            message = slack.message(card)
            # Of what is acknowledged nobody learns whether Slack took it, and not every Slack takes pictures.
            if pictures.without(message):
                return Reply(call=answered(card))
            return Reply(ack={"response_type": "ephemeral", **message})
        case _:
            return Reply(call=call(act, card))


def call(act: Act, card: Card) -> Call:
    """The same after the acknowledgement, which then said nothing."""
    match act.kind:
        case "home":
            return home(act, card)
        case "words":
            return written(act, card)
        case "command":
            return opened(act, card) if card.is_form else answered(card)
        case "submit":
            return changed(act, act.view, card) if act.view else told(act, card)
        case "click" if act.view is not None:
            return in_home(act, card) if act.view.is_home else in_modal(act, act.view, card)
        case "click":
            return opened(act, card) if card.is_form else beside_message(act, card)


def response(act: Act, card: Card) -> Json:
    """The answer to a submitted form: errors at its fields, a view on top of it, or one in its place."""
    view = act.view
    if view is not None and (wrong := at_fields.errors(view, card)):
        return {"response_action": "errors", "errors": wrong}
    if view is not None and card.beside and not view.is_full:
        return {"response_action": "push", "view": modal(act, card)}
    return {"response_action": "update", "view": in_place(act, view, card)}


def in_modal(act: Act, view: View, card: Card) -> Call:
    if (act.aside or card.beside) and not view.is_full:
        return Call("views.push", {"trigger_id": act.trigger, "view": modal(act, card)})
    return changed(act, view, card)


def changed(act: Act, view: View, card: Card) -> Call:
    """After a click with the hash that the person saw: an answer to a later one is not written over.

    A form that was submitted has said "one moment" since.
    """
    known = {"hash": view.hash} if act.kind == "click" else {}
    return Call("views.update", {"view_id": view.id, **known, "view": in_place(act, view, card)})


def in_place(act: Act, view: View | None, card: Card) -> Json:
    """What takes the place of a modal; a form about which something is only said keeps what was typed."""
    if view is not None and view.inputs and card.beside:
        return kept.again(view.drawn, view.submits, card)
    return modal(act, card)


def in_home(act: Act, card: Card) -> Call:
    return opened(act, card) if card.is_form or act.aside or card.beside else home(act, card)


def home(act: Act, card: Card) -> Call:
    view = {"type": "home", "blocks": slack.blocks(card, "home")}
    return Call("views.publish", {"user_id": act.user, "view": view})


def opened(act: Act, card: Card) -> Call:
    return Call("views.open", {"trigger_id": act.trigger, "view": modal(act, card)})


def written(act: Act, card: Card) -> Call:
    """An answer to words. They open no modal, so a form is one click away."""
    shown = common.opener(card.title, act.go) if card.is_form else card
    return told(act, shown)


def told(act: Act, card: Card) -> Call:
    """A message: lasting in the personal chat, and elsewhere for this person's eyes alone."""
    if act.is_personal or not act.channel:
        return Call("chat.postMessage", {**posted(act.channel or act.user, card), **thread(act)})
    return Call("chat.postEphemeral", {**posted(act.channel, card), "user": act.user, **thread(act)})


def thread(act: Act) -> Json:
    return {"thread_ts": act.thread} if act.thread else {}


def posted(channel: str, card: Card) -> Json:
    return {"channel": channel, "unfurl_links": False, "unfurl_media": False, **slack.message(card)}


def beside_message(act: Act, card: Card) -> Call:
    own = act.alone or act.is_personal
    stays = act.aside or card.beside or not own
    if act.alone or not act.is_personal:
        return answered(card, replaces=not stays, **thread(act))
    if stays:
        return told(act, card)
    return Call("chat.update", {"channel": act.channel, "ts": act.message, **slack.message(card)})


def answered(card: Card, *, replaces: bool = False, **more: Any) -> Call:  # noqa: ANN401 (fields of a message)
    shown = {"response_type": "ephemeral", "replace_original": replaces, **more}
    return Call(ANSWER_AT, {**shown, **slack.message(card)})


def instead(act: Act, card: Card, refused: Call, error: str) -> Call | None:
    """The next best place for an answer that Slack refused where it belongs; None: it is not needed."""
    match refused.method:
        case "views.push" if act.view:
            return changed(act, act.view, card)
        case "views.open":
            # The three seconds are over, or somebody has opened something else with them.
            return afterwards(act, common.opener(card.title, act.go) if card.is_form else card)
        case "views.update":
            # A newer answer stands there, or the form was closed; only what was done is worth a message.
            return None if card.is_form or error == "hash_conflict" else told(act, card)
        case "views.publish":
            return None
        case "chat.postEphemeral":
            return Call("chat.postMessage", posted(act.user, card))
        case _:
            return told(act, card) if refused.method != "chat.postMessage" else None


def afterwards(act: Act, card: Card) -> Call:
    """At the address that came with the act, if one did: it leads to where the bot itself may not write."""
    return answered(card, **thread(act)) if act.answer_at else told(act, card)


def modal(act: Act, card: Card) -> Json:
    """The view, which carries the channel that it was opened in: later clicks in it do not tell."""
    place = "" if act.is_personal else act.channel
    return {**slack.modal(card), "callback_id": place or NO_PLACE}


def late(act: Act) -> Json:
    """The acknowledgement of an act whose answer takes longer than Slack waits."""
    if act.kind != "submit":
        return {}
    return {"response_action": "update", "view": modal(act, common.one_moment())}
