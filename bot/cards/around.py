"""What is said of what is round the reviews: who leads a group, when the holidays are, how to take back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.common import HOME
from bot.cards.model import Button, Card, Facts, Text, go
from bot.language.say import full, listed, span
from bot.rules.calendar import Span

MOST_SHOWN = 4
ANSWERS = Button("Answers for a date", go("answer.open"))


@dataclass(frozen=True, slots=True)
class Led:
    """A group with its Peer Review Lead and the deputy, by their names."""

    group: str
    leads: Sequence[str]
    deputies: Sequence[str]


@dataclass(frozen=True, slots=True)
class Holiday:
    """`last`: the last school day before it; `first`: the first after it, where that is known."""

    days: Span
    last: date
    first: date | None


@dataclass(frozen=True, slots=True)
class Holidays:
    """Of schools with the same days: the one that is asked for, and all that are to come."""

    schools: Sequence[str]
    asked: Holiday | None
    ahead: Sequence[Holiday]


def leads(found: Sequence[Led]) -> Card:
    facts = tuple((one.group, _who(one)) for one in found)
    return Card(
        "Who leads the group" if len(found) == 1 else "Who leads the groups", (Facts(facts),), (HOME,)
    )


def no_group() -> Card:
    sentence = "The roster has you in no collaborative group. The Consortium Office can tell you more."
    return Card("You are in no group", (Text(sentence),), (HOME,))


def _who(led: Led) -> str:
    lead = f"Peer Review Lead: {listed(led.leads)}" if led.leads else "No Peer Review Lead at the moment"
    return f"{lead}. Deputy: {listed(led.deputies)}." if led.deputies else f"{lead}."


def holidays(found: Sequence[Holidays], today: date) -> Card:
    blocks: list[Text | Facts] = []
    for one in found:
        named = f"{listed(one.schools)}: " if len(found) > 1 else ""
        blocks.append(Text(f"{named}{_answer(one, today)}"))
        others = [each for each in one.ahead if each != one.asked][:MOST_SHOWN]
        if others:
            blocks.append(Facts(tuple((_called(each.days), _when(each)) for each in others)))
    return Card("School holidays", tuple(blocks), (HOME,))


def _answer(found: Holidays, today: date) -> str:
    holiday = found.asked
    if holiday is None:
        return (
            "I know no such holiday from today on: its dates are not in the roster. "
            "The Consortium Office can add them."
        )
    name = _called(holiday.days)
    back = f" School starts again on {full(holiday.first)}." if holiday.first else ""
    if today in holiday.days:
        return f"{name} is on now.{back}"
    return f"{name} is {_when(holiday)}. The last school day before it is {full(holiday.last)}.{back}"


def _called(days: Span) -> str:
    return f"The {days.name}"


def _when(holiday: Holiday) -> str:
    """When a summer ends is not known before the terms after it are."""
    days = holiday.days
    return span(days.starts, days.ends) if holiday.first else f"from {full(days.starts)} on"


def undo(did: str = "", ways_on: Sequence[Button] = ()) -> Card:
    """`did`: what they did last, as the history has it; `ways_on`: where that can be taken back."""
    last = (Text(f"The last that you did: {did}."),) if did else ()
    return Card(
        "I have taken nothing back",
        (
            Text("By a message alone nothing is undone. Each thing is taken back where it was done:"),
            *last,
            Text(
                "An answer for a date can be given again. What was recorded, chosen or sent has a button of "
                "its own on its card. A review that was moved, put off or cancelled is given its date back "
                "by its Peer Review Lead; its history says what was changed.",
                "muted",
            ),
        ),
        (*ways_on, ANSWERS, HOME),
        private=True,
    )
