"""Card to a Teams Adaptive Card, version 1.5."""

import re
from typing import assert_never

import orjson

from bot.cards import figures, plain, words
from bot.cards.model import (
    Ask,
    Block,
    Card,
    Chart,
    Facts,
    Heading,
    Listing,
    Progress,
    Row,
    Span,
    Strong,
    Table,
    Text,
    Words,
)
from bot.cards.teams import fields, pictures, text
from bot.cards.teams.actions import actions
from bot.cards.typed_names import with_room
from bot.cards.words import Json, TooLongError

# Teams takes about 100 KB as UTF-16; the message round the card needs some of it.
MOST_BYTES = 80_000
# About as wide as so many letters.
MARGINS = 3


def adaptive_card(card: Card) -> Json:
    """The card, with its plain text for clients that cannot draw it.

    Where it has no room, pictures give way first, then the plain text, then several lists of the same people
    become one, then people are named in a line. Raises TooLongError where Teams would refuse it all the same.
    """
    return with_room(card, fitted)


def fitted(card: Card) -> Json:
    short = f"{card.title}: please open this card in a newer version of Teams."
    whole = plain.plain(card)
    for one_list in (False, True):
        for said in (whole, short):
            for with_pictures in (True, False):
                drawn = draw(card, said, one_list, with_pictures)
                if has_room(drawn):
                    return drawn
    raise TooLongError(f"Teams takes cards under {MOST_BYTES} bytes, not {utf_16(orjson.dumps(drawn))}")


def draw(card: Card, said: str, one_list: bool, with_pictures: bool) -> Json:
    parts = [drawn for part in card.blocks for drawn in block(part, one_list, with_pictures)]
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "lang": "en-GB",
        "msteams": {"width": "Full"},
        "fallbackText": said,
        "speak": said,
        "body": [*text.heading(card.title, "Large"), *parts, *actions(card.buttons)],
    }


def has_room(drawn: Json) -> bool:
    written = orjson.dumps(drawn)
    # No letter takes more than twice as many bytes there; what is longer is worth counting.
    return 2 * len(written) < MOST_BYTES or utf_16(written) < MOST_BYTES


def utf_16(written: bytes) -> int:
    return len(written.decode().encode("utf-16-le"))


def block(part: Block, one_list: bool, with_pictures: bool) -> list[Json]:
    match part:
        case Heading():
            return text.heading(part.text, "Medium")
        case Text():
            return toned(part)
        case Facts(rows):
            return facts(rows)
        case Listing(rows):
            return [row(shown) for shown in rows]
        case Table():
            return table(part)
        case Progress():
            return text.rich([f"{words.dots(part)} {words.progress(part)}".strip()])
        case Chart():
            return chart(part, with_pictures)
        case Ask():
            return fields.field(part, one_list)
        case _:
            assert_never(part)


def toned(shown: Text) -> list[Json]:
    match shown.tone:
        case "plain" | "good" | "warning":
            # A sign says which it is; in Teams' own colours for them, yellow and green, few could read them.
            return text.rich(words.said(shown))
        case "muted":
            return text.rich(words.said(shown), isSubtle=True, size="Small")
        case _:
            assert_never(shown.tone)


def facts(rows: tuple[tuple[str, Words], ...]) -> list[Json]:
    """A FactSet, or a line a fact where the text could be read as markdown."""
    harmless = [
        {"title": name, "value": value or words.NOTHING}
        for name, value in rows
        if isinstance(value, str) and text.is_harmless(name) and text.is_harmless(value)
    ]
    if len(harmless) == len(rows):
        return [{"type": "FactSet", "facts": harmless}] if rows else []
    lines = [(Strong(f"{name}: "), *words.given(value)) for name, value in rows]
    return [drawn for line in lines for drawn in text.rich(line)]


def chart(shown: Chart, with_pictures: bool) -> list[Json]:
    """The figures in words, and below them the picture, where Teams can draw one."""
    drawn = pictures.picture(shown) if with_pictures else None
    return [*text.rich([Strong(shown.title)]), *facts(figures.rows(shown)), *([drawn] if drawn else [])]


def row(shown: Row) -> Json:
    detail = [drawn | {"spacing": "Small"} for drawn in text.rich(words.spans(shown.detail))]
    items = [*text.rich([Strong(shown.title)]), *detail, *actions(shown.buttons)]
    return {"type": "Container", "separator": True, "items": items}


def table(shown: Table) -> list[Json]:
    rows = [{"type": "TableRow", "cells": [cell(one, Strong(one)) for one in shown.headers]}]
    rows += [{"type": "TableRow", "cells": [cell(one, one) for one in cells]} for cells in shown.rows]
    columns = zip(shown.headers, *shown.rows, strict=True)
    drawn: Json = {
        "type": "Table",
        "columns": [{"width": longest_word(column)} for column in columns],
        "firstRowAsHeader": True,
        "showGridLines": True,
        "rows": rows,
    }
    return [*text.rich([Strong(shown.caption)]), drawn]


def longest_word(column: tuple[str, ...]) -> int:
    """A column's share of the width, with its margins: on a phone, words would be broken in two."""
    return MARGINS + max((len(word) for said in column for word in re.split(r"[\s-]", said)), default=1)


def cell(said: str, span: Span) -> Json:
    return {"type": "TableCell", "items": text.rich([span if said else words.NOTHING])}
