"""Fields as Adaptive Card inputs."""

from collections.abc import Sequence
from functools import lru_cache
from typing import assert_never

from bot.cards import words
from bot.cards.model import (
    Ask,
    Clock,
    Day,
    Field,
    Line,
    OneOf,
    OptionGroup,
    People,
    Prose,
    SomeOf,
    Strong,
    YesNo,
)
from bot.cards.teams import text
from bot.cards.words import PICKED, SEVERAL, Json

BOXES = 12
GROUP = 60
CHOOSE, SEARCH = "Choose", "Choose, or type to search"
NONE = {"title": "None", "value": ""}


def field(asked: Field, one_list: bool) -> list[Json]:
    """A field under what is wrong with it, and its hint under its label's sentence."""
    # A paragraph a line: a run shows no line break.
    lines = words.problem(asked).splitlines(keepends=True)
    error = [part for line in lines for part in text.rich([Strong(line)], color="Attention")]
    hint = text.rich([asked.hint], isSubtle=True, size="Small")
    return [*legend(asked), *error, *inputs(asked, one_list), *hint]


def inputs(asked: Field, one_list: bool) -> list[Json]:
    match asked:
        case Line():
            return [box(asked, asked.value, lines="\n" in asked.value)]
        case Prose():
            return [box(asked, asked.value, lines=True)]
        case Day():
            return either(asked, "Input.Date")
        case Clock():
            return either(asked, "Input.Time")
        case OneOf():
            return [one_of(asked.name, words.label(asked), choices(asked.groups), asked.value)]
        case SomeOf():
            return [some_of(asked, (OptionGroup("", asked.options),), asked.values)]
        case People():
            return people(asked, one_list)
        case YesNo():
            return [yes_no(asked)]
        case _:
            assert_never(asked)


def entry(kind: str, name: str, label: str, value: str = "") -> Json:
    """An input; what is required is checked by us, so that the sentence about it is ours."""
    drawn: Json = {"type": kind, "id": name, "label": label, "isRequired": False}
    return drawn | ({"value": value} if value else {})


def box(asked: Ask, value: str, *, lines: bool) -> Json:
    return entry("Input.Text", asked.name, words.label(asked), value) | {"isMultiline": lines}


def either(asked: Day | Clock, kind: str) -> list[Json]:
    """A box to type in and the client's own picker; one of the two is enough."""
    picked = words.picked(asked)
    typed = "" if picked else asked.value
    picker = entry(kind, asked.name + PICKED, f"{asked.label}: or pick it", picked)
    return [box(asked, typed, lines="\n" in typed), picker]


def one_of(name: str, label: str, options: Sequence[Json], value: str) -> Json:
    """A list to choose one from; a long one can be searched by typing, an optional one emptied again."""
    offered = list(options)
    if not offered:
        placeholder = words.NO_OPTIONS
    else:
        placeholder = SEARCH if len(offered) > BOXES else CHOOSE
        offered = [*([NONE] if label.endswith(words.OPTIONAL) else []), *offered]
    style = "filtered" if len(offered) > BOXES else "compact"
    drawn = entry("Input.ChoiceSet", name, label, value)
    return drawn | {"style": style, "placeholder": placeholder, "choices": offered}


def some_of(asked: Ask, groups: tuple[OptionGroup, ...], values: Sequence[str]) -> Json:
    """Several of a list: boxes to tick for a few, a list that can be searched for many."""
    drawn = entry("Input.ChoiceSet", asked.name + SEVERAL, words.label(asked), ",".join(values))
    offered = list(choices(groups))
    if len(offered) > BOXES:
        return drawn | {"isMultiSelect": True, "style": "filtered", "choices": offered}
    ticked = [choice | {"title": text.escaped(choice["title"])} for choice in offered]
    return drawn | {"isMultiSelect": True, "style": "expanded", "wrap": True, "choices": ticked}


def people(asked: People, one_list: bool) -> list[Json]:
    """A list for each person, or one list to choose several from: every list repeats the whole roster."""
    most, offered = max(asked.most, len(asked.values)), choices(asked.groups)
    if asked.most == 1:
        return [one_of(asked.name, words.label(asked), offered, "".join(asked.values[:1]))]
    if one_list:
        limit = text.rich([f"Choose up to {asked.most}."], isSubtle=True)
        return [some_of(asked, asked.groups, asked.values), *limit]
    values = [*asked.values, *[""] * most]
    return [
        one_of(f"{asked.name}.{n}", numbered(asked, n), offered, values[n - 1]) for n in range(1, most + 1)
    ]


def numbered(asked: Ask, n: int) -> str:
    """Such as `Other reviewers, 2 (optional)`: after the first, each is optional."""
    return f"{asked.label}, {n}" + (words.OPTIONAL if n > 1 or not asked.required else "")


# The same people stand in several fields, and in every form until the roster changes.
@lru_cache(maxsize=64)
def choices(groups: tuple[OptionGroup, ...]) -> Sequence[Json]:
    """The options; Adaptive Cards has no groups, so that the group stands behind the option's label.

    They are shared by all who ask for the same: they are read and never changed.
    """
    return tuple(
        {"title": option.label + behind(group), "value": option.value}
        for group in groups
        for option in group.options
    )


def behind(group: OptionGroup) -> str:
    return f" ({words.shortened(group.label, GROUP)})" if group.label else ""


def legend(asked: Field) -> list[Json]:
    """The names of groups that are too long to stand behind every option, in full above the field."""
    groups = asked.groups if isinstance(asked, OneOf | People) else ()
    long = [group.label for group in groups if group.options and len(group.label) > GROUP]
    return [drawn for label in long for drawn in text.rich([label])]


def yes_no(asked: YesNo) -> Json:
    drawn = entry("Input.ChoiceSet", asked.name, words.label(asked), asked.value)
    answers = [{"title": "Yes", "value": "yes"}, {"title": "No", "value": "no"}]
    return drawn | {"style": "expanded", "choices": answers}
