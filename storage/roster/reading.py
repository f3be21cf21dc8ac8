"""From the bytes of a roster file to plain values, with the line that each stands on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

Place = tuple[str | int, ...]
"""The way to a value: ("people", 3, "email")."""

YAML = "tag:yaml.org,2002:"

# Each entry carries the lines of its words under this key, which no file can contain.
LINES = "\0lines"

NOT_TEXT = "There is something here that is not plain text. Save the file as UTF-8 text."
NO_HEADINGS = "A roster is written under headings: consortium:, year:, groups:, schools:, people:."

STARRED = "Text that begins with * or & goes in quotes."
BRACKET = "A bracket is opened here and never closed, or a comma is missing in it."

# What PyYAML says, and what the school office can do about it.
# For these the mistake is where something begins, not where PyYAML noticed that it does not end.
STARTED = re.compile("simple key|quoted scalar|flow")
PLAIN_WORDS = (
    ("mapping values are not allowed", "There is one colon too many here; put text with a colon in quotes."),
    ("could not find expected ':'", "A colon is missing after the word at the beginning of this line."),
    ("expected <block end>", "This line is not indented like the lines it belongs with."),
    ("unexpected end of stream", "A quotation mark is opened here and never closed."),
    ("did not find expected ',' or", BRACKET),
    ("expected ',' or", BRACKET),
    ("expected the node content", BRACKET),
    ("found undefined alias", STARRED),
    ("cannot start any token", "Text that begins with this character goes in quotes."),
    ("but found another document", "There is a line of three dashes; a roster is one piece, without them."),
)


@dataclass(frozen=True, order=True)
class Mistake:
    line: int
    sentence: str


@dataclass
class Page:
    """What the file says. `lines` has a line, counted from 1, for every place in it."""

    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line(self, place: Place) -> int:
        """The line of this place, or of the nearest one round it that is written in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(raw: bytes) -> Page:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return wrong(raw.count(b"\n", 0, error.start) + 1, NOT_TEXT)
    if tabs := list(lines_with_tabs(text)):
        return Page(mistakes=[Mistake(line, "There is a tab here. Use spaces instead.") for line in tabs])
    try:
        return page(next(alias_lines(text), 0), yaml.compose(text, Loader=yaml.SafeLoader))
    except yaml.reader.ReaderError as error:
        return wrong(text.count("\n", 0, error.position) + 1, NOT_TEXT)
    except yaml.MarkedYAMLError as error:
        return wrong(*in_plain_words(error))
    except RecursionError:
        return wrong(1, "This does not look like a roster: too many brackets inside each other.")


def page(alias_line: int, root: yaml.Node | None) -> Page:
    if alias_line:
        # Aliases could make a small file unfold into an endless one.
        return wrong(alias_line, STARRED)
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
        return wrong(1, "The file is empty.")
    if not isinstance(root, yaml.MappingNode):
        return wrong(line_of(root), NO_HEADINGS)
    made = Page()
    made.data = value_of(root, (), made)
    return made


def wrong(line: int, sentence: str) -> Page:
    return Page(mistakes=[Mistake(line, sentence)])


def lines_with_tabs(text: str) -> Iterator[int]:
    for number, line in enumerate(text.splitlines(), start=1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip() and not line.lstrip().startswith("#"):
            yield number


def alias_lines(text: str) -> Iterator[int]:
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            yield line_of(event)


def in_plain_words(error: yaml.MarkedYAMLError) -> tuple[int, str]:
    mark: yaml.Mark | None = error.problem_mark or error.context_mark
    if STARTED.search(error.context or ""):
        mark = error.context_mark or mark
    said = f"{error.context or ''} {error.problem or ''}"
    sentence = next((plain for words, plain in PLAIN_WORDS if words in said), "")
    return (mark.line + 1 if mark else 1), sentence or f"This line can't be read as YAML: {said.strip()}."


def line_of(found: yaml.Node | yaml.Event) -> int:
    return found.start_mark.line + 1 if found.start_mark else 1


def value_of(node: yaml.Node, place: Place, into: Page) -> Any:  # noqa: ANN401 (whatever the file holds)
    into.lines.setdefault(place, line_of(node))
    if isinstance(node, yaml.MappingNode):
        return mapping_of(node, place, into)
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item, (*place, number), into) for number, item in enumerate(node.value)]
    return scalar_of(node)


def mapping_of(node: yaml.MappingNode, place: Place, into: Page) -> dict[str, Any]:
    lines: dict[str, int] = {"": line_of(node)}
    made: dict[str, Any] = {LINES: lines}
    for key_node, value_node in node.value:
        line = line_of(key_node)
        if not isinstance(key_node, yaml.ScalarNode):
            into.mistakes.append(Mistake(line, "A word should stand before the colon here."))
            continue
        key = str(key_node.value)
        if key in made:
            first = into.lines[(*place, key)]
            into.mistakes.append(Mistake(line, f"“{key}” is here twice; the first is in line {first}."))
            continue
        into.lines[(*place, key)] = lines[key] = line
        made[key] = value_of(value_node, (*place, key), into)
    return made


def scalar_of(node: yaml.Node) -> str | int | bool | date | None:
    """YAML's own types, without its surprises: 16:00 and 010 stay as they were written."""
    text = str(node.value)
    match node.tag.removeprefix(YAML):
        case "null":
            return None
        case "bool":
            return text.lower() in {"true", "yes", "on"}
        case "int" if re.fullmatch(r"-?(0|[1-9]\d{0,8})", text):
            return int(text)
        case "timestamp":
            return day_or_text(text)
    return text


def day_or_text(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
