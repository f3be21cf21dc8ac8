"""A Word file and a page as a reader has them: their text, from beginning to end."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from bot.links import File

VOID = {"meta", "br"}
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "caption", "br", "tr"}


def document(word: bytes) -> Opened:
    return Document(BytesIO(word))


def paragraphs(word: bytes) -> Sequence[str]:
    """All of the body, those in tables too; each cell once, however many it spans."""
    opened = document(word)
    return [Paragraph(each, opened).text for each in opened.element.body.iter(qn("w:p"))]


def footers(word: bytes) -> str:
    return "\n".join(each.text for section in document(word).sections for each in section.footer.paragraphs)


class Page(HTMLParser):
    """`tags`: each that opens, with its attributes; `left`: those not closed as they should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.left: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.left.append(tag)
        if tag in BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        assert self.left.pop() == tag
        if tag in BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if "style" not in self.left and "title" not in self.left:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def named(self, tag: str) -> Sequence[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def in_order(labels: Sequence[str], text: str) -> Iterator[str]:
    """The labels that are not found, each looked for after the one before it."""
    whole, at = one_line(text), 0
    for label in labels:
        found = whole.find(label, at)
        if found < 0:
            yield label
        else:
            at = found + len(label)


def text_of(file: File | None) -> str:
    """Whatever a link gives, as a reader has it; of several files the text of each, after its name."""
    if file is None:
        return ""
    if file.media_type == "application/zip":
        with ZipFile(BytesIO(file.body)) as archive:
            return "\n".join(f"{name}\n{_text(name, archive.read(name))}" for name in archive.namelist())
    return _text(file.name, file.body)


def _text(name: str, body: bytes) -> str:
    return "\n".join(paragraphs(body)) if name.endswith(".docx") else body.decode("utf-8-sig")
