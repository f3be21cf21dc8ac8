"""A paper as a page of the web: for reading by eye or by ear, and for printing on A4."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import jinja2
from markupsafe import Markup

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


@dataclass(frozen=True, slots=True)
class Around:
    """What stands about the paper where it can be answered on the page; none of it is printed."""

    before: Markup | str = ""
    after: Markup | str = ""
    style: str = ""


@cache
def style() -> str:
    return files("bot").joinpath("templates", "papers", "paper.css").read_text("utf-8")


def web_page(
    content: Content, signatures: Sequence[SignatureLine], *, to_follow: bool, around: Around | None = None
) -> str:
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
        style=style() + (around.style if around else ""),
        around=around or Around(),
    )
