"""Card to e-mail: its text as plain words and as HTML. Nothing can be pressed there, so buttons stay out."""

from dataclasses import replace

from bot.cards import figures, web
from bot.cards.model import Ask, Block, Button, Card, Chart, Facts, Heading, Link, Listing, Row
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
    blocks = tuple(read for block in card.blocks if not isinstance(block, Ask) for read in _readable(block))
    return replace(card, blocks=blocks, buttons=_links(card.buttons))


def _readable(block: Block) -> tuple[Block, ...]:
    match block:
        case Chart(title):
            # Most mail programmes leave pictures of this kind out, and say nothing in their place.
            return (Heading(title), Facts(figures.rows(block)))
        case Listing(rows):
            return (Listing(tuple(Row(row.title, row.detail, _links(row.buttons)) for row in rows)),)
        case _:
            return (block,)


def _links(buttons: tuple[Button | Link, ...]) -> tuple[Link, ...]:
    return tuple(one for one in buttons if isinstance(one, Link))
