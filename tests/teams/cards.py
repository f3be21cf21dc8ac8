"""The words, buttons and inputs of an Adaptive Card, as a person finds them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Fields = dict[str, Any]
# What a person reads of these is said elsewhere, or not at all.
SILENT = {"ActionSet", "Image", "Media"}


@dataclass(frozen=True)
class Pressable:
    """`row` is what the container round it says; `within` is the card in which it stands.

    `under` is the button that opens that card, where it is not open from the beginning.
    """

    label: str
    action: Fields
    row: str
    within: Fields
    under: str = ""


def buttons(card: Fields, under: str = "") -> Iterator[Pressable]:
    """Those that are seen first, then those behind others."""
    hidden: list[Pressable] = []
    for action, row in actions(card):
        yield Pressable(action.get("title", ""), action, row, card, under)
        if action["type"] == "Action.ShowCard":
            hidden += buttons(action["card"], action.get("title", ""))
    yield from hidden


def actions(node: object, row: str = "") -> Iterator[tuple[Fields, str]]:
    if isinstance(node, list):
        for one in node:
            yield from actions(one, row)
    elif isinstance(node, Mapping):
        if node.get("type") == "Container":
            row = " ".join(words(node["items"]))
        for key in ("body", "items", "columns"):
            yield from actions(node.get(key), row)
        yield from ((action, row) for action in node.get("actions", ()))


def inputs(card: Fields) -> list[Fields]:
    """Not those in cards that a button opens."""
    return [node for node in elements(card.get("body")) if str(node.get("type")).startswith("Input.")]


def elements(node: object) -> Iterator[Fields]:
    if isinstance(node, list):
        for one in node:
            yield from elements(one)
    elif isinstance(node, dict):
        yield node
        for key in ("items", "columns"):
            yield from elements(node.get(key))


def words(node: object) -> Iterator[str]:
    """A text for each paragraph, cell, fact, label and option."""
    if isinstance(node, list):
        for one in node:
            yield from words(one)
    elif isinstance(node, Mapping) and node.get("type") not in SILENT:
        if "inlines" in node:
            yield "".join(run if isinstance(run, str) else run["text"] for run in node["inlines"])
        yield from (str(node[key]) for key in ("text", "label") if node.get(key))
        yield from (choice["title"] for choice in node.get("choices", ()))
        yield from (f"{fact['title']}: {fact['value']}" for fact in node.get("facts", ()))
        for key in ("body", "items", "columns", "rows", "cells"):
            # The columns of a table say only how wide they are.
            yield from words(node.get(key) if key != "columns" or node.get("type") != "Table" else None)


def title(card: Fields) -> str:
    """What is said first: every card of this bot begins with its heading."""
    return next(words(card.get("body")), "")


def complaints(card: Fields) -> list[str]:
    """What is said in the colour of warning to whoever fills in the card."""
    found = []
    for node in elements(card.get("body")):
        runs = [run for run in node.get("inlines", ()) if isinstance(run, dict)]
        if node.get("color") == "Attention" or any(run.get("color") == "Attention" for run in runs):
            found.append(" ".join(words(node)))
    return found
