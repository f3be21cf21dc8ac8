"""Card to HTML for the practice room and the pages."""

from functools import cache
from types import ModuleType
from typing import assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.cards import web_chart, words
from bot.cards.model import (
    Ask,
    Block,
    Button,
    Card,
    Chart,
    Clock,
    Day,
    Emph,
    Facts,
    Field,
    Heading,
    Line,
    Listing,
    OneOf,
    Option,
    OptionGroup,
    People,
    Progress,
    Prose,
    SomeOf,
    Span,
    Strong,
    Table,
    Text,
    Words,
    YesNo,
)

YES_NO = (Option("yes", "Yes"), Option("no", "No"))


def html(card: Card, *, uid: str) -> Markup:
    """The card as a form; `uid` begins every id in it, and must differ from card to card on one page."""
    body = [block(part, f"{uid}-{n}") for n, part in enumerate(card.blocks)]
    template = templates().get_template("card.html")
    return Markup(template.render(card=card, uid=uid, body=body, default=default(card)))  # noqa: S704


def default(card: Card) -> Button | None:
    """What Enter presses in a form whose rows have buttons, where a browser takes the first of them."""
    has_rows = any(row.buttons for part in card.blocks if isinstance(part, Listing) for row in part.rows)
    submits = (button for button in card.buttons if isinstance(button, Button))
    return next(submits, None) if card.is_form and has_rows else None


def block(part: Block, uid: str) -> Markup:
    match part:
        case Heading(text):
            return Markup("<h3>{}</h3>").format(text)
        case Text():
            return Markup('<p class="text {}">{}</p>').format(part.tone, marked(words.said(part)))
        case Facts():
            return draw("blocks", "facts", part)
        case Listing():
            return draw("blocks", "listing", part, uid)
        case Table():
            return draw("blocks", "table", part)
        case Progress():
            return draw("blocks", "progress", part)
        case Chart():
            return draw("blocks", "chart", web_chart.drawn(part), uid)
        case Ask():
            return field(part, uid)
        case _:
            assert_never(part)


def field(asked: Field, uid: str) -> Markup:
    match asked:
        case Line():
            return draw("fields", "line", asked, uid)
        case Prose():
            return draw("fields", "prose", asked, uid)
        case Day():
            return draw("fields", "either", asked, uid, "date")
        case Clock():
            return draw("fields", "either", asked, uid, "time")
        case OneOf():
            return draw("fields", "one_of", asked, uid, filled(asked.groups), asked.value)
        case SomeOf():
            return draw("fields", "boxes", asked, uid, "checkbox", asked.options, asked.values)
        case People(most=1):
            return draw("fields", "one_of", asked, uid, filled(asked.groups), "".join(asked.values[:1]))
        case People():
            return draw("fields", "people", asked, uid, filled(asked.groups), places(asked))
        case YesNo():
            return draw("fields", "boxes", asked, uid, "radio", YES_NO, (asked.value,))
        case _:
            assert_never(asked)


def places(asked: People) -> list[str]:
    """A value for each of the field's selects, blank where nobody is chosen yet."""
    return [*asked.values, *[""] * (asked.most - len(asked.values))]


def filled(groups: tuple[OptionGroup, ...]) -> list[OptionGroup]:
    return [group for group in groups if group.options]


def marked(text: Words) -> Markup:
    return Markup("").join(map(span, words.spans(text)))


def span(part: Span) -> Markup:
    match part:
        case Strong(text):
            return Markup("<strong>{}</strong>").format(text)
        case Emph(text):
            return Markup("<em>{}</em>").format(text)
        case str():
            return Markup("{}").format(part)


@cache
def templates() -> Environment:
    made = Environment(
        loader=PackageLoader("bot.cards"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["marked"] = marked
    made.globals["words"] = words
    return made


@cache
def macros(name: str) -> ModuleType:
    return templates().get_template(f"card_{name}.html").module  # type: ignore[return-value]


def draw(kind: str, macro: str, *given: object) -> Markup:
    return Markup(getattr(macros(kind), macro)(*given))  # noqa: S704
