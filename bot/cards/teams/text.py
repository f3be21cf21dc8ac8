"""Text as Teams shows it.

Rich text runs take what people typed letter by letter, whereas a TextBlock and a FactSet read it as markdown,
and the escaping of markdown differs between Teams on the web and on phones. So whatever could mean something
as markdown goes into runs, and only harmless text into the elements that screen readers know as a heading or
a list of facts.
"""

import re
from collections.abc import Iterator, Sequence

from bot.cards import words
from bot.cards.model import Emph, Span, Strong
from bot.cards.words import Json

MARKDOWN = re.compile(r"[\\`*_~\[\]<>#&|\n]|\{\{|://|^\s*([-+]|\d+[.)])\s*")
# The client turns {{DATE(…)}} and {{TIME(…)}} into dates, in runs too; two runs keep the braces apart.
BRACES = re.compile(r"(?<=\{)(?=\{)")


def is_harmless(text: str) -> bool:
    """Whether markdown would leave it as it is."""
    return not MARKDOWN.search(text)


def rich(spans: Sequence[Span], **style: object) -> list[Json]:
    """One paragraph of runs, letter by letter; none where there is no text."""
    runs = list(inlines(spans, style))
    return [{"type": "RichTextBlock", "inlines": runs}] if runs else []


def inlines(spans: Sequence[Span], style: Json) -> Iterator[Json]:
    for span in spans:
        for text in filter(None, BRACES.split(words.letters(span))):
            yield {"type": "TextRun", "text": text} | style | emphasis(span)


def emphasis(span: Span) -> Json:
    match span:
        case Strong():
            return {"weight": "Bolder"}
        case Emph():
            return {"italic": True}
        case str():
            return {}


def heading(text: str, size: str) -> list[Json]:
    """A heading that screen readers announce as one, unless its text could be read as markdown."""
    if not is_harmless(text):
        return rich([text], size=size, weight="Bolder")
    block: Json = {"type": "TextBlock", "style": "heading", "wrap": True}
    return [block | {"text": text, "size": size, "weight": "Bolder"}] if text.strip() else []


def escaped(text: str) -> str:
    """For the one place with markdown and no runs: the labels of a choice that is shown in full."""
    return re.sub(r"([\\`*_~\[\]<>#|&{])|^(\s*\d+)(?=[.)])|^(\s*)(?=[-+])", r"\2\3\\\1", text)
