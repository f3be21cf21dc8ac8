"""What the bot says: one card, whatever the chat platform."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qsl, urlencode

Tone = Literal["plain", "muted", "good", "warning"]
Style = Literal["plain", "primary", "danger"]


@dataclass(frozen=True, slots=True)
class Go:
    """Where a button leads: a route name and the ids it needs.

    Written into messages that live for months, so a route name, once sent, is kept.
    """

    route: str
    args: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.route}?{urlencode(self.args)}" if self.args else self.route

    @classmethod
    def parse(cls, token: str) -> "Go":
        route, _, query = token.partition("?")
        return cls(route, dict(parse_qsl(query)))


def go(route: str, **args: object) -> Go:
    return Go(route, {name: str(value) for name, value in args.items()})


@dataclass(frozen=True, slots=True)
class Strong:
    text: str


@dataclass(frozen=True, slots=True)
class Emph:
    text: str


# Emphasis is structure, never markup inside a string: what people typed is shown as they typed it.
Span = str | Strong | Emph
Words = str | tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Confirm:
    """The question asked before a button acts."""

    title: str
    text: str
    yes: str
    no: str = "Go back"


@dataclass(frozen=True, slots=True)
class Button:
    """`aside`: the answer stands beside this card; otherwise it takes the card's place."""

    label: str
    to: Go
    style: Style = "plain"
    confirm: Confirm | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    body: Words
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Facts:
    rows: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    detail: Words = ""
    buttons: tuple[Button | Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows that each have their own buttons; a long list is cut into pages by `paging.page_of`."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far along something is: `done` of the `steps`, in order; the next one is now."""

    label: str
    steps: tuple[str, ...]
    done: int


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of thing that is counted, such as "Done": a whole number for each of a chart's labels."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures that people would rather look at: a bar for each label, whose parts several series are.

    The figures are said in words as well, wherever it is shown, so that a picture may be left out.
    `unit`: what is counted, as one and as several.
    """

    title: str
    unit: tuple[str, str]
    labels: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class OptionGroup:
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What every field has. `error` is shown at the field, with the value that was typed."""

    name: str
    label: str
    hint: str = ""
    error: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Ask):
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Ask):
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Ask):
    """A date, typed as people type dates, or picked. An ISO value is shown as picked, any other as typed."""

    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Ask):
    """A time of day, typed or picked; `HH:MM` is shown as picked."""

    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf(Ask):
    groups: tuple[OptionGroup, ...]
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeOf(Ask):
    options: tuple[Option, ...]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class People(Ask):
    """Up to `most` people from the roster, grouped by school."""

    groups: tuple[OptionGroup, ...]
    values: tuple[str, ...] = ()
    most: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(Ask):
    value: Literal["yes", "no", ""] = ""


Field = Line | Prose | Day | Clock | OneOf | SomeOf | People | YesNo
Block = Heading | Text | Facts | Listing | Table | Progress | Chart | Field


@dataclass(frozen=True, slots=True)
class Card:
    """A title, some blocks, one row of buttons. A card with fields is a form; its first button submits.

    `beside`: nothing was changed, so it never takes the place of what was filled in or pressed.
    `private`: a form that never stands where others read along: it has findings in it, leads to them, or says
    where people meet.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    buttons: tuple[Button | Link, ...] = ()
    beside: bool = False
    private: bool = False

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Ask))

    @property
    def is_form(self) -> bool:
        return bool(self.fields)
