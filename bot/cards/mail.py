"""Card to e-mail: its text as plain words and as HTML. Nothing can be pressed there, so buttons stay out."""

from dataclasses import replace

from bot.cards import web
from bot.cards.model import Ask, Block, Button, Card, Link, Listing, Row
from bot.cards.plain import plain


def subject(card: Card) -> str:
    """On one line, whatever was typed."""
    return " ".join(card.title.split())


def words(card: Card) -> str:
    return f"{plain(replace(readable(card), title=''))}\n"


def html(card: Card) -> str:
    shown = readable(card)
    body = [web.block(block, f"b{number}") for number, block in enumerate(shown.blocks)]
    return web.templates().get_template("mail.html").render(card=shown, body=body)


def readable(card: Card) -> Card:
    """What of a card can be read and opened."""
    blocks = tuple(_block(block) for block in card.blocks if not isinstance(block, Ask))
    return replace(card, blocks=blocks, buttons=_links(card.buttons))


def _block(block: Block) -> Block:
    if not isinstance(block, Listing):
        return block
    return Listing(tuple(Row(row.title, row.detail, _links(row.buttons)) for row in block.rows))


def _links(buttons: tuple[Button | Link, ...]) -> tuple[Link, ...]:
    return tuple(one for one in buttons if isinstance(one, Link))
