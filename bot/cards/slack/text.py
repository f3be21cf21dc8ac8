"""Text as Slack shows it: rich text, which takes what people typed letter by letter, without markup."""

from collections.abc import Iterator, Sequence

from bot.cards import words
from bot.cards.model import Emph, Span, Strong
from bot.cards.words import Json

HEADER = 150
CONTEXT = 2000
ROOM = 2900  # of 3000, the room of every text object; rich text's own limit is not published

Spans = Sequence[Span]


def rich(lines: Sequence[Spans]) -> list[Json]:
    """The lines as rich text, in as many blocks as their length needs; empty lines are left out."""
    blocks: list[list[Json]] = []
    used = ROOM
    for section in (part for line in lines for part in sections(line)):
        length = sum(len(element["text"]) for element in section)
        if used + length > ROOM:
            blocks.append([])
            used = 0
        blocks[-1].append({"type": "rich_text_section", "elements": section})
        used += length
    return [{"type": "rich_text", "elements": elements} for elements in blocks]


def sections(line: Spans) -> Iterator[list[Json]]:
    """A line as the text elements of one section, or of several where it is too long for one block."""
    section: list[Json] = []
    used = 0
    for span in line:
        for piece in words.pieces(words.letters(span), ROOM):
            if used + len(piece) > ROOM:
                yield section
                section, used = [], 0
            section.append(element(piece, span))
            used += len(piece)
    if section:
        yield section


def element(text: str, span: Span) -> Json:
    match span:
        case Strong():
            return {"type": "text", "text": text, "style": {"bold": True}}
        case Emph():
            return {"type": "text", "text": text, "style": {"italic": True}}
        case str():
            return {"type": "text", "text": text}


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}


def header(text: str) -> list[Json]:
    """A heading; one that is too long for Slack's header stands in bold."""
    if len(text) > HEADER or "\n" in text:
        return rich([[Strong(text)]])
    return [{"type": "header", "text": plain(text)}] if text.strip() else []


def muted(spans: Spans) -> list[Json]:
    text = "".join(map(words.letters, spans))
    if len(text) > CONTEXT:
        return rich([spans])
    return [{"type": "context", "elements": [plain(text)]}] if text.strip() else []


def escaped(text: str) -> str:
    """For a message's fallback text, which Slack reads as markup: this disarms mentions and links."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
