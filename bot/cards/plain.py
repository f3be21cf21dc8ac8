"""Card to plain text: notifications, screen readers, clients that show nothing else."""

from typing import assert_never

from bot.cards import figures, words
from bot.cards.model import (
    Ask,
    Block,
    Button,
    Card,
    Chart,
    Facts,
    Field,
    Heading,
    Link,
    Listing,
    Progress,
    Row,
    Table,
    Text,
)


def plain(card: Card) -> str:
    parts = [card.title, *map(block, card.blocks), choices(card.buttons)]
    return "\n\n".join(part for part in parts if part.strip())


def block(part: Block) -> str:
    match part:
        case Heading(text):
            return text
        case Text():
            return words.flat(words.said(part))
        case Facts(rows):
            return "\n".join(f"{name}: {words.flat(words.given(value))}" for name, value in rows)
        case Listing(rows):
            return "\n".join(map(row, rows))
        case Table():
            return table(part)
        case Progress():
            return words.progress(part)
        case Chart():
            return "\n".join((part.title, *figures.lines(part)))
        case Ask():
            return field(part)
        case _:
            assert_never(part)


def row(shown: Row) -> str:
    """One row: its title, its detail, what can be done with it."""
    parts = (shown.title, words.flat(shown.detail), choices(shown.buttons))
    return "\n".join(part for part in parts if part)


def table(shown: Table) -> str:
    return "\n".join(filter(None, (shown.caption, *(line(shown.headers, cells) for cells in shown.rows))))


def line(headers: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """A table's row as a sentence, every cell in which something stands after its header."""
    return "; ".join(f"{header}: {cell}" for header, cell in zip(headers, cells, strict=True) if cell)


def field(asked: Field) -> str:
    lines = (words.problem(asked), f"{words.label(asked)}: {words.answer(asked)}".rstrip())
    return "\n".join(filter(None, lines))


def choices(buttons: tuple[Button | Link, ...]) -> str:
    return " ".join(choice(button) for button in buttons)


def choice(button: Button | Link) -> str:
    return f"[{button.label}]" if isinstance(button, Button) else f"{button.label}: {button.url}"
