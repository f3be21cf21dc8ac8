"""The rules of a card on a page: well formed, every input labelled, no id twice, nothing that runs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"input"}
LABELLED = {"input", "select", "textarea"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """The elements of a page in order, with their text, and what is wrong with their nesting."""

    source: str
    elements: list[Element] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[Element] = []
        self.feed(self.source)
        self.problems += [f"<{element.tag}> is never closed" for element in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop().tag != tag:
            self.problems.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]


def check(source: str) -> None:
    found = list(problems(Page(source)))
    assert not found, "\n".join(found)


def problems(page: Page) -> Iterator[str]:
    yield from page.problems
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    yield from (f"id {name} twice" for name, times in Counter(ids).items() if times > 1)
    labels = {element.attributes["for"] for element in page.all("label")}
    for element in page.all(*LABELLED):
        if element.attributes.get("id") not in labels:
            yield f"{element.attributes.get('name')} has no label"
    for element in page.elements:
        yield from element_problems(element, set(ids))


def element_problems(element: Element, ids: set[str]) -> Iterator[str]:
    for told in ("aria-describedby", "aria-labelledby"):
        wanted = element.attributes.get(told, "").split()
        yield from (f"{told} names {name}, which is not there" for name in wanted if name not in ids)
    if element.tag in {"script", "style"} or any(name.startswith("on") for name in element.attributes):
        yield f"<{element.tag}> runs something"
    if "style" in element.attributes:
        yield f"<{element.tag}> has a style of its own"
    if element.tag == "a" and not element.attributes["href"].startswith(
        ("https://", "http://", "mailto:", "/")
    ):
        yield f"a link to {element.attributes['href']}"


def everything(source: str) -> str:
    """All that a page says, in its text and in its attributes."""
    page = Page(source)
    attributes = (value for element in page.elements for value in element.attributes.values())
    return page.elements[0].text + "".join(attributes)
