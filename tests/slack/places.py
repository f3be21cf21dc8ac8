"""What a person has before them at Slack, and what they read there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tests.slack.inputs import Values
from tests.slack.notes import Note

Fields = dict[str, Any]
Kind = Literal["modal", "message", "note", "home"]


@dataclass(frozen=True)
class Place:
    """A modal, a message, a note that only one person sees, or the App Home, as it is now.

    `data` is Slack's own view or message; `values` is what stands in the inputs.
    """

    kind: Kind
    channel: str
    data: Fields
    values: Values
    note: Note | None = None

    @property
    def blocks(self) -> list[Fields]:
        found: list[Fields] = self.data.get("blocks") or []
        return found

    @property
    def title(self) -> str:
        """Its first heading, or a modal's title where there is none."""
        heads = [block["text"]["text"] for block in self.blocks if block["type"] == "header"]
        title: str = (self.data.get("title") or {}).get("text", "")
        return heads[0] if heads else title

    @property
    def labels(self) -> list[str]:
        """Of the buttons; a modal's own for submitting stands first."""
        submit: Fields = self.data.get("submit") or {}
        return [*filter(None, [submit.get("text")]), *(one.label for one in buttons(self.blocks))]

    def __str__(self) -> str:
        """All words but the buttons', a line a block; of a message without blocks its text."""
        lines = [" ".join(words(block)) for block in self.blocks if block["type"] != "actions"]
        return "\n".join(lines) if lines else str(self.data.get("text", ""))

    def __contains__(self, said: str) -> bool:
        return said in str(self)


@dataclass(frozen=True)
class Pressable:
    """`row` is what the block above says."""

    label: str
    row: str
    block: Fields
    element: Fields


def buttons(blocks: Sequence[Fields]) -> Iterator[Pressable]:
    above = ""
    for block in blocks:
        elements = block["elements"] if block["type"] == "actions" else [block.get("accessory", {})]
        if block["type"] != "actions":
            above = " ".join(words(block))
        for element in elements:
            if element.get("type") == "button":
                yield Pressable(element["text"]["text"], above, block, element)


def words(node: object) -> Iterator[str]:
    """The texts in a block in their order, those of one rich text section joined."""
    if isinstance(node, list):
        for one in node:
            yield from words(one)
    elif isinstance(node, Mapping):
        if node.get("type") == "rich_text_section":
            yield "".join(element.get("text", "") for element in node["elements"])
        elif isinstance(text := node.get("text"), str):
            yield text
        else:
            for key in ("label", "hint", "title", "text", "fields", "elements", "rows", "element", "options"):
                yield from words(node.get(key))
