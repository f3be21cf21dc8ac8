"""Card to Slack: a message, a home tab or a modal."""

from typing import Literal, assert_never

from bot.cards import figures, plain, words
from bot.cards.model import (
    Ask,
    Block,
    Button,
    Card,
    Chart,
    Facts,
    Heading,
    Link,
    Listing,
    Progress,
    Row,
    Span,
    Strong,
    Table,
    Text,
)
from bot.cards.slack import fields, pictures, text
from bot.cards.slack.buttons import Numbers, question
from bot.cards.slack.room import Surface, fitted
from bot.cards.typed_names import with_room
from bot.cards.words import Json

FALLBACK = 40_000
SUBMIT = 24
TABLE_ROWS, TABLE_COLUMNS, TABLE_TEXT = 100, 20, 10_000
NAME = "Peer Review"
LEAVE = "leave"


def blocks(card: Card, surface: Literal["message", "home"] = "message") -> list[Json]:
    """The card in a message or a home tab; people are named in a line where their lists have no room.

    Raises TooLongError where Slack would refuse it.
    """

    def drawn(shown: Card) -> list[Json]:
        drawing = Drawing(surface)
        above = [*text.header(card.title), *drawing.body(shown)]
        return fitted([*above, *drawing.numbers.row(card.buttons)], surface)

    return with_room(card, drawn)


def message(card: Card) -> Json:
    """The card as a message, with its plain text for notifications and screen readers."""
    said = text.escaped(plain.plain(card))
    return {"text": said if len(said) <= FALLBACK else text.escaped(card.title), "blocks": blocks(card)}


def modal(card: Card) -> Json:
    """The card as a modal: of a form, the first button submits and the others stand below the fields.

    A modal with inputs must have a button to submit, so a form without one is an error of whoever wrote it.
    """
    return with_room(card, view)


def view(card: Card) -> Json:
    drawing = Drawing("modal")
    above = [*text.header(card.title), *drawing.body(card)]
    drawn: Json = {"type": "modal", "callback_id": "form", "title": text.plain(NAME)}
    buttons = [choice for choice in card.buttons if not leaves(choice)]
    if not card.is_form:
        shown = fitted([*above, *drawing.numbers.row(buttons)], "modal")
        return drawn | {"close": text.plain(way_out(card, "Close")), "blocks": shown}
    submit = next((button for button in buttons if isinstance(button, Button)), None)
    if submit is None:
        raise ValueError(f"The form “{card.title}” has no button to submit it.")
    others = drawing.numbers.row([button for button in buttons if button is not submit])
    return drawn | {
        "private_metadata": str(submit.to),
        "submit": text.plain(submit_label(submit)),
        "close": text.plain(way_out(card, "Cancel")),
        "blocks": fitted([*above, *beside_submit(submit), *others], "modal"),
    }


def leaves(choice: Button | Link) -> bool:
    """Whether it is the way out, which a modal has in its own frame: a button in it could not close it."""
    return isinstance(choice, Button) and choice.to.route == LEAVE and len(choice.label) <= SUBMIT


def way_out(card: Card, otherwise: str) -> str:
    return next((choice.label for choice in card.buttons if leaves(choice)), otherwise)


def submit_label(button: Button) -> str:
    return button.label if len(button.label) <= SUBMIT else "Continue"


def beside_submit(button: Button) -> list[Json]:
    """What Slack's submit button cannot say: a long label, and the question that it cannot ask."""
    long = [f"“Continue” means: {button.label}"] if len(button.label) > SUBMIT else []
    asked = [question(button)] if button.confirm else []
    return text.rich([long, asked])


def errors(card: Card) -> dict[str, str]:
    """For `response_action: errors`: what is wrong, by the id of the block that the field is in the modal."""
    drawn = {block.get("block_id") for block in modal(card)["blocks"]}
    return {
        name: field.error
        for field in card.fields
        for name in (field.name, field.name + words.NAMES)
        if field.error and name in drawn
    }


class Drawing:
    """One surface while it is drawn: it counts the buttons, the tables and the pictures."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        self.numbers = Numbers()
        self.tables = 0
        self.pictures = 0

    def body(self, card: Card) -> list[Json]:
        return [drawn for part in card.blocks for drawn in self.block(part)]

    def block(self, part: Block) -> list[Json]:
        match part:
            case Heading():
                return text.header(part.text)
            case Text(tone="muted"):
                return text.muted(words.said(part))
            case Text():
                return text.rich([words.said(part)])
            case Facts(rows):
                return text.rich([(Strong(f"{name}: "), *words.given(value)) for name, value in rows])
            case Listing(rows):
                return [drawn for row in rows for drawn in self.row(row)]
            case Table():
                return self.table(part)
            case Progress():
                return text.rich([[f"{words.dots(part)} {words.progress(part)}".strip()]])
            case Chart():
                return self.chart(part)
            case Ask():
                return fields.field(part)
            case _:
                assert_never(part)

    def row(self, row: Row) -> list[Json]:
        return [*text.rich([[Strong(row.title)], words.spans(row.detail)]), *self.numbers.row(row.buttons)]

    def chart(self, chart: Chart) -> list[Json]:
        """The figures in words, and below them the picture, where there is room for one."""
        said = text.rich([[Strong(chart.title)], *([line] for line in figures.lines(chart))])
        full = self.surface == "modal" or self.pictures == pictures.MOST
        drawn = None if full else pictures.picture(chart)
        self.pictures += drawn is not None
        return [*said, *([drawn] if drawn else [])]

    def table(self, table: Table) -> list[Json]:
        """Slack's own table, of which a message holds one and a modal none; else a line a row."""
        if self.surface == "modal" or self.tables or not is_native(table):
            rows = [table_line(table.headers, row) for row in table.rows]
            return text.rich([[Strong(table.caption)], *rows])
        self.tables += 1
        cells = [
            [{"type": "raw_text", "text": cell or words.NOTHING} for cell in row] for row in all_rows(table)
        ]
        wrapped = [{"is_wrapped": True} for _ in table.headers]
        drawn: Json = {"type": "table", "rows": cells, "column_settings": wrapped}
        return [*text.rich([[Strong(table.caption)]]), drawn]


def all_rows(table: Table) -> tuple[tuple[str, ...], ...]:
    return (table.headers, *table.rows)


def is_native(table: Table) -> bool:
    """Whether Slack's own table block takes it."""
    rows = all_rows(table)
    small = len(rows) <= TABLE_ROWS and 0 < len(table.headers) <= TABLE_COLUMNS
    return small and sum(len(cell) for row in rows for cell in row) <= TABLE_TEXT


def table_line(headers: tuple[str, ...], cells: tuple[str, ...]) -> list[Span]:
    """A row in words: every cell after its header, the first in bold."""
    rest = plain.line(headers[1:], cells[1:])
    return [f"{headers[0]}: ", Strong(cells[0] or words.NOTHING), f"; {rest}" if rest else ""]
