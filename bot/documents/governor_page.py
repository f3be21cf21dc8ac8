"""The pages behind a governor’s link: the form for the code, the paper, the question before a signature."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from bot.documents import web_page
from bot.documents.web_page import PAGES, Around
from bot.language.say import full
from bot.rules.papers import Content, SignatureLine


@dataclass(frozen=True, slots=True)
class Page:
    """`style`: all of its style, by whose hash it is allowed."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Ask:
    """`own`: the reader asked it, and nobody has answered."""

    id: int
    version: int
    asked_by: str
    words: str
    answered_by: str = ""
    answer: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A version as a governor has it open. `proof` shows that the code was given; `sent`: the version’s id.

    `the`, `version`, `writers`: what the paper, this version and those who wrote it are called.
    `changed`: what it says otherwise than the version before, each with what it is about.
    """

    proof: str
    sent: int
    number: int
    name: str
    the: str
    version: str
    writers: str
    content: Content
    signatures: Sequence[SignatureLine]
    to_follow: bool
    signed: bool
    may_sign: bool
    changed: Sequence[tuple[str, str]]
    queries: Sequence[Ask]


@cache
def page_style() -> str:
    return files("bot").joinpath("templates", "page.css").read_text("utf-8") + own_style()


@cache
def own_style() -> str:
    return files("bot").joinpath("templates", "governor", "governor.css").read_text("utf-8")


def code(*, typed: str = "", words: str = "", error: str = "", said: str = "") -> Page:
    """It says nothing of what is behind it. `words`: a query that goes on once the code is there."""
    told = {"typed": typed, "words": words, "error": error, "said": said}
    return Page(draw("code", **told, style=page_style()), page_style())


def sure(of: Opened) -> Page:
    told = {"the": of.the, "school": of.content.school, "day": full(of.content.day), "number": of.number}
    text = draw("sure", **told, name=of.name, proof=of.proof, sent=of.sent, style=page_style())
    return Page(text, page_style())


def paper(
    of: Opened,
    *,
    safeguarding: str,
    said: str = "",
    warning: str = "",
    words: str = "",
    error: str = "",
) -> Page:
    """`words`: what was typed as a query and is not sent; `error`: why."""
    told = {"proof": of.proof, "sent": of.sent, "the": of.the, "school": of.content.school, "name": of.name}
    changes = {"changed": of.changed, "number": of.number}
    before = draw("before", **told, **changes, version=of.version, said=said, warning=warning)
    may = {"signed": of.signed, "may_sign": of.may_sign, "queries": of.queries, "writers": of.writers}
    after = draw("after", **told, **may, words=words, error=error, safeguarding=safeguarding)
    around = Around(Markup(before), Markup(after), own_style())  # noqa: S704 (escaped by its template)
    text = web_page.web_page(of.content, of.signatures, to_follow=of.to_follow, around=around)
    return Page(text, web_page.style() + own_style())


def draw(template: str, **told: object) -> str:
    return PAGES.get_template(f"governor/{template}.html").render(told)
