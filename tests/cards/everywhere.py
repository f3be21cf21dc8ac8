"""One card through every renderer and every checker."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from bot.cards import figures, plain, slack, teams, web
from bot.cards.model import (
    Ask,
    Block,
    Button,
    Card,
    Chart,
    Clock,
    Day,
    Facts,
    Field,
    Heading,
    Line,
    Link,
    Listing,
    OneOf,
    People,
    Progress,
    Prose,
    SomeOf,
    Table,
    Text,
    YesNo,
)
from bot.cards.typed_names import as_line
from bot.cards.words import flat
from tests.cards import limits_slack, limits_teams, page


def hold(card: Card) -> None:
    """Fails where a surface would refuse the card, or leave out a word of it."""
    message = slack.message(card)
    limits_slack.check(message, "message")
    complete(as_lines(card, message), slack_text(message["blocks"]))
    home = slack.blocks(card, "home")
    limits_slack.check({"type": "home", "blocks": home}, "home")
    complete(as_lines(card, home), slack_text(home))
    hold_in_a_window(card)
    assert_plain(card)


def hold_in_a_window(card: Card) -> None:
    """Everything but a Slack message, which has the least room: for forms, which Slack shows in a window."""
    if not card.is_form or any(isinstance(button, Button) for button in card.buttons):
        modal = slack.modal(card)
        limits_slack.check(modal, "modal")
        complete(as_lines(card, modal), slack_text(modal))
    adaptive = teams.adaptive_card(card)
    limits_teams.check(adaptive)
    # Where Teams reads markdown, text is escaped with backslashes.
    complete(as_lines(card, adaptive), teams_text(adaptive), leaving_out="\\")
    source = str(web.html(card, uid="card"))
    page.check(source)
    complete(card, page.everything(source))


def as_lines(card: Card, drawn: object) -> Card:
    """The card as its renderer had room for it: with a line where a field's people are named in one."""
    wire = json.dumps(drawn)
    blocks = (
        as_line(part) if isinstance(part, People) and f'"{part.name}.names"' in wire else part
        for part in card.blocks
    )
    return replace(card, blocks=tuple(blocks))


def assert_plain(card: Card) -> None:
    said = plain.plain(card)
    assert card.title in said
    for part in card.blocks:
        if isinstance(part, Text):
            assert flat(part.body) in said
        if isinstance(part, Chart):
            assert all(line in said for line in (part.title, *figures.lines(part)))


def complete(card: Card, shown: str, leaving_out: str = "") -> None:
    """Fails where something of the card is missing in what a surface shows."""
    shown = shown.replace(leaving_out, "")
    missing = [text for text in said(card) if text.strip() and text.replace(leaving_out, "") not in shown]
    assert not missing, f"{missing[0][:200]!r} and {len(missing) - 1} more are not in {shown[:2_000]!r}"


def said(card: Card) -> Iterator[str]:
    """Everything that the card says, but the steps of a progress line: only now and next are told."""
    yield card.title
    for part in card.blocks:
        yield from block(part)
    for button in card.buttons:
        yield from choice(button)


def choice(button: Button | Link) -> Iterator[str]:
    yield button.label
    if isinstance(button, Link):
        yield button.url
    elif button.confirm:
        yield from (button.confirm.title, button.confirm.text, button.confirm.yes, button.confirm.no)


def block(part: Block) -> Iterator[str]:
    match part:
        case Heading(text):
            yield text
        case Text(body):
            yield flat(body)
        case Facts(rows):
            yield from (text for name, value in rows for text in (name, flat(value)))
        case Listing(rows):
            for row in rows:
                yield from (row.title, flat(row.detail))
                yield from (text for button in row.buttons for text in choice(button))
        case Table(caption, headers, rows):
            yield from (caption, *(headers if rows else ()), *(cell for row in rows for cell in row))
        case Progress(label):
            yield label
        case Chart(title):
            yield from (title, *(text for row in figures.rows(part) for text in row))
        case Ask():
            yield from (part.label, part.hint, part.error, *answers(part))
        case _:
            assert_never(part)


def answers(asked: Field) -> Iterator[str]:
    match asked:
        case Line() | Prose() | Day() | Clock():
            yield asked.value
        case OneOf() | People():
            yield from (text for group in asked.groups if group.options for text in (group.label,))
            yield from (option.label for group in asked.groups for option in group.options)
        case SomeOf():
            yield from (option.label for option in asked.options)
        case YesNo():
            yield from ("Yes", "No")
        case _:
            assert_never(asked)


def slack_text(node: object) -> str:
    return texts(node, {"text", "initial_value", "initial_date", "initial_time", "url"})


def teams_text(card: dict[str, object]) -> str:
    return texts(card["body"], {"text", "label", "title", "value", "placeholder", "url"})


def texts(node: object, keys: set[str]) -> str:
    """The texts at those keys, in order, as one: a text that was split for its length is whole again."""
    if isinstance(node, dict):
        return "".join(
            value if isinstance(value, str) else texts(value, keys)
            for key, value in node.items()
            if key in keys or not isinstance(value, str)
        )
    return "".join(texts(child, keys) for child in node) if isinstance(node, list) else ""
