"""A form as somebody has filled it in, shown once more with a few words above it."""

from dataclasses import replace

from bot.cards import slack
from bot.cards.model import Card
from bot.cards.replies import mapping, text
from bot.cards.slack import pictures
from bot.cards.words import Json
from bot.platforms.slack.payloads import Body, several

# What Slack tells of an input, and the name under which it takes the same at first.
INITIAL = {
    "value": "initial_value",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
}
OURS = ("type", "callback_id", "title", "submit", "close")
# What the ids of the blocks above begin with, so that they make room for what is said next.
SAID = "said."


def again(drawn: Body, submits: str, card: Card) -> Json:
    """The modal that Slack sent along, with its values; of the card the words, without its buttons."""
    values = mapping(mapping(drawn.get("state")).get("values"))
    said = pictures.left(slack.blocks(replace(card, buttons=())))
    above = [{**block, "block_id": f"{SAID}{at}"} for at, block in enumerate(said)]
    form = [
        filled(block, mapping(values.get(block.get("block_id"))))
        for block in several(drawn.get("blocks"))
        if not text(block.get("block_id")).startswith(SAID)
    ]
    frame = {name: drawn[name] for name in OURS if drawn.get(name)}
    return {**frame, "private_metadata": submits, "blocks": [*above, *form]}


def filled(block: Body, values: Body) -> Json:
    if block.get("type") != "input":
        return dict(block)
    element = mapping(block.get("element"))
    stands = mapping(values.get(text(element.get("action_id"))))
    empty = {name: value for name, value in element.items() if not name.startswith("initial_")}
    initial = {name: stands[told] for told, name in INITIAL.items() if stands.get(told)}
    return {**block, "element": {**empty, **initial}}
