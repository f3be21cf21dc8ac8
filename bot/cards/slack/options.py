"""Options as Slack's selects take them: nothing to choose is ever lost to a limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.cards import words
from bot.cards.model import Option, OptionGroup
from bot.cards.slack import text
from bot.cards.words import Json, TooLongError

LABEL = 75
A_GROUP = 100
GROUPS = 100


@dataclass(frozen=True)
class Offer:
    """The options of a field, drawn: those chosen are the very same objects, as Slack demands.

    `legend` has the labels in full that Slack's 75 characters cannot hold.
    """

    groups: tuple[tuple[str, tuple[Json, ...]], ...]
    legend: tuple[str, ...]

    @cached_property
    def options(self) -> list[Json]:
        return [option for _, options in self.groups for option in options]

    @cached_property
    def choices(self) -> Json:
        """A select's `options`, or its `option_groups` where they are grouped or too many for one list."""
        if len(self.groups) == 1 and not self.groups[0][0]:
            return {"options": self.options}
        if len(self.groups) > GROUPS:
            raise TooLongError(f"Slack takes {GROUPS} groups of options, not {len(self.groups)}")
        return {
            "option_groups": [
                {"label": text.plain(label or "More"), "options": list(options)}
                for label, options in self.groups
            ]
        }

    def chosen(self, values: Sequence[str]) -> list[Json]:
        if not any(values):
            return []
        known = {option["value"]: option for option in reversed(self.options)}
        return [known[value] for value in dict.fromkeys(values) if value in known]


# The same people stand in several fields, and in every form until the roster changes.
@lru_cache(maxsize=64)
def offer(groups: tuple[OptionGroup, ...]) -> Offer:
    """What is drawn is shared by all who ask for the same: it is read and never changed."""
    parts = [part for group in groups for part in parted(group)]
    drawn = tuple((words.shortened(part.label, LABEL), tuple(map(option, part.options))) for part in parts)
    shown = {label for label, _ in drawn}
    names = [
        group.label for group in groups if group.options and not any(group.label in one for one in shown)
    ]
    labels = [one.label for part in parts for one in part.options if len(one.label) > LABEL]
    return Offer(drawn, tuple(dict.fromkeys([*names, *labels])))


def emptiable(groups: tuple[OptionGroup, ...]) -> tuple[OptionGroup, ...]:
    """The groups with an option to choose nothing: what is chosen in Slack's select cannot be taken back."""
    nothing = (Option(words.NO_CHOICE, "None"),)
    if not any(group.options for group in groups):
        return groups
    if len(groups) == 1 and not groups[0].label and len(groups[0].options) < A_GROUP:
        return (OptionGroup("", (*nothing, *groups[0].options)),)
    return (OptionGroup("No choice", nothing), *groups)


def parted(group: OptionGroup) -> list[OptionGroup]:
    """A group in parts of at most a hundred, each named by its first and last option: `Ab … Be`."""
    if len(group.options) <= A_GROUP:
        return [group] if group.options else []
    parts = [group.options[at : at + A_GROUP] for at in range(0, len(group.options), A_GROUP)]
    return [OptionGroup(part_label(group.label, part), part) for part in parts]


def part_label(label: str, part: tuple[Option, ...]) -> str:
    ends = f"{words.shortened(part[0].label, 20)} … {words.shortened(part[-1].label, 20)}"
    return f"{words.shortened(label, LABEL - len(ends) - 2)}: {ends}" if label else ends


def option(one: Option) -> Json:
    return {"text": text.plain(words.shortened(one.label, LABEL)), "value": one.value}
