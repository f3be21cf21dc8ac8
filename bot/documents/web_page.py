"""A paper as a page of the web: for reading by eye or by ear, and for printing on A4."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import jinja2

from bot.documents.forms import paper_of
from bot.documents.placeholders import BULLETS, PLACES, ROWS, signing
from bot.language.say import full, listed
from bot.rules.papers import ActionRow, AuditLine, AuditPaper, Content, SignatureLine

PAGES = jinja2.Environment(
    loader=jinja2.PackageLoader("bot", "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
)
PAGES.filters["listed"] = listed


@cache
def style() -> str:
    return files("bot").joinpath("templates", "papers", "paper.css").read_text("utf-8")


def web_page(content: Content, signatures: Sequence[SignatureLine], *, to_follow: bool) -> str:
    """The whole page, in the words of the form; nothing in it is loaded or runs."""
    paper = paper_of(content)
    return PAGES.get_template(f"papers/{paper}.html").render(
        kind=paper.value,
        paper=content,
        day=full(content.day),
        at={line.value: content.at(line) for line in AuditLine} if isinstance(content, AuditPaper) else {},
        signing={name: signing(signatures, part) for part, (name, _) in PLACES.items()},
        to_follow=to_follow,
        blank_bullets=("",) * BULLETS,
        blank_rows=(ActionRow(""),) * ROWS,
        style=style(),
    )
