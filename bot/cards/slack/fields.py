"""Fields as Slack's inputs. The block id is the name on the wire, so that values survive redrawing."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from bot.cards import words
from bot.cards.model import (
    Ask,
    Clock,
    Day,
    Field,
    Line,
    OneOf,
    Option,
    OptionGroup,
    People,
    Prose,
    SomeOf,
    Strong,
    YesNo,
)
from bot.cards.slack import text
from bot.cards.slack.options import Offer, emptiable, offer
from bot.cards.words import PICKED, Json

LABEL = 1900  # of 2000: the picker of a day adds a few words
BRIEF = 150
TYPED = 3000
BOXES = 10
IN_VIEW = {"checkboxes", "radio_buttons"}
SEVERAL_OF = {"checkboxes", "multi_static_select"}
KEPT = "What you typed is kept below."
EITHER = "Type it or pick it: one of the two is enough."
YES_NO = (OptionGroup("", (Option("yes", "Yes"), Option("no", "No"))),)


def field(asked: Field) -> list[Json]:
    """A field with what is wrong with it above it."""
    return [*in_full(asked), *text.rich([[Strong(words.problem(asked))]]), *inputs(brief(asked))]


def inputs(asked: Field) -> list[Json]:
    match asked:
        case Line():
            return [*kept(asked, asked.value), one(asked, typed(asked.value, lines="\n" in asked.value))]
        case Prose():
            return [*kept(asked, asked.value), one(asked, typed(asked.value, lines=True))]
        case Day():
            return either(asked, "date")
        case Clock():
            return either(asked, "time")
        case OneOf():
            return one_of(asked, asked.groups, (asked.value,))
        case SomeOf():
            few = len(asked.options) <= BOXES
            options = offer((OptionGroup("", asked.options),))
            return chosen(asked, options, asked.values, "checkboxes" if few else "multi_static_select")
        case People(most=1):
            return one_of(asked, asked.groups, asked.values[:1])
        case People():
            return chosen(asked, offer(asked.groups), asked.values, "multi_static_select", asked.most)
        case YesNo():
            return chosen(asked, offer(YES_NO), (asked.value,), "radio_buttons")
        case _:
            assert_never(asked)


def one(asked: Ask, element: Json, **other: object) -> Json:
    """An input block; Slack itself writes "(optional)" beside the label of an optional one."""
    drawn: Json = {
        "type": "input",
        "block_id": asked.name,
        "label": text.plain(asked.label),
        "element": element | {"action_id": "value"},
        "optional": not asked.required,
    }
    hint: Json = {"hint": text.plain(asked.hint)} if asked.hint else {}
    return drawn | hint | other


def typed(value: str, *, lines: bool) -> Json:
    """A text box; Slack takes 3000 characters, which for prose is said by the box itself."""
    element: Json = {"type": "plain_text_input", "multiline": lines}
    limit: Json = {"max_length": TYPED} if lines else {}
    return element | limit | ({"initial_value": value} if 0 < len(value) <= TYPED else {})


def kept(asked: Ask, value: str) -> list[Json]:
    """A value that is longer than the box, in full above it."""
    if len(value) <= TYPED:
        return []
    return text.rich([[Strong(f"{asked.label}. {KEPT}")], [value]])


def either(asked: Day | Clock, kind: str) -> list[Json]:
    """A box to type in and Slack's own picker: both optional for Slack, since one of the two is enough."""
    value, picked = asked.value, words.picked(asked)
    initial: Json = {f"initial_{kind}": picked} if picked else {}
    hint = f"{asked.hint} {EITHER if asked.required else ''}".strip()
    return [
        *kept(asked, value),
        one(
            replace(asked, hint=hint),
            typed("" if picked else value, lines="\n" in value),
            optional=True,
        ),
        one(
            replace(asked, hint=""),
            {"type": f"{kind}picker"} | initial,
            block_id=asked.name + PICKED,
            label=text.plain(f"{asked.label}: or pick it"),
            optional=True,
        ),
    ]


def one_of(asked: Ask, groups: tuple[OptionGroup, ...], values: tuple[str, ...]) -> list[Json]:
    return chosen(asked, offer(groups if asked.required else emptiable(groups)), values, "static_select")


def chosen(asked: Ask, on_offer: Offer, values: Sequence[str], kind: str, most: int = 0) -> list[Json]:
    """A choice of one or several; where there is nothing to choose, that is said."""
    if not on_offer.options:
        return text.rich([[Strong(f"{asked.label}: "), f"{words.NO_OPTIONS} {asked.hint}".strip()]])
    ticked = on_offer.chosen(values)
    initial: Json = {}
    if ticked:
        initial = {"initial_options": ticked} if kind in SEVERAL_OF else {"initial_option": ticked[0]}
    choices = {"options": on_offer.options} if kind in IN_VIEW else on_offer.choices
    at_most: Json = {"max_selected_items": max(most, len(ticked))} if most else {}
    element = {"type": kind} | choices | initial | at_most
    return [*text.rich([[label] for label in on_offer.legend]), one(asked, element)]


def in_full(asked: Ask) -> list[Json]:
    """A label or a hint that is longer than Slack takes, in full above the field."""
    return text.rich([[long] for long in (asked.label, asked.hint) if len(long) > LABEL])


def brief(asked: Field) -> Field:
    """The field as Slack can hold it, once its label and hint stand in full above it."""
    if len(asked.label) <= LABEL and len(asked.hint) <= LABEL:
        return asked
    return replace(asked, label=in_brief(asked.label), hint=in_brief(asked.hint))


def in_brief(said: str) -> str:
    return said if len(said) <= LABEL else words.shortened(said, BRIEF)
