"""What is wrong in a form, at its fields: where that is all there is to say."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape

from bot.cards import slack
from bot.cards.model import Ask, Card
from bot.cards.words import Json
from bot.platforms.slack.payloads import Body, View, several


def errors(view: View, card: Card) -> dict[str, str]:
    """What is wrong in the fields, if the form is otherwise the one that stands there; else nothing.

    Slack shows either errors or a new view, and only a view can have another button, another field, or words
    that stand beside the fields.
    """
    if not card.is_form:
        return {}
    drawn = slack.modal(card)
    same = drawn.get("private_metadata") == view.submits and names(drawn) == (view.inputs, view.tokens)
    return slack.errors(card) if same and said_beside(card) == beside(view.drawn) else {}


def said_beside(card: Card) -> list[str]:
    """What the form says besides its fields and what is wrong in them."""
    right = [replace(block, error="") if isinstance(block, Ask) else block for block in card.blocks]
    return beside(slack.modal(replace(card, blocks=tuple(right))))


def beside(drawn: Body) -> list[str]:
    """The words of each block of a view that is neither an input nor buttons."""
    other = [block for block in several(drawn.get("blocks")) if block.get("type") not in {"input", "actions"}]
    return [unescape("".join(words(block))) for block in other]


def words(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from words(one)
    elif isinstance(node, Mapping):
        found = node.get("text")
        if isinstance(found, str):
            yield found
        else:
            yield from words(list(node.values()))


def names(drawn: Json) -> tuple[frozenset[str], frozenset[str]]:
    """The names of a view's inputs and the tokens of its buttons."""
    blocks = drawn["blocks"]
    inputs = frozenset(block["block_id"] for block in blocks if block["type"] == "input")
    buttons = (
        element["value"]
        for block in blocks
        if block["type"] == "actions"
        for element in block["elements"]
        if "value" in element
    )
    return inputs, frozenset(buttons)
