"""A reminder: what is somebody's to do, by when, why, and the one click that comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.cards.common import told
from bot.cards.model import Block, Button, Card, Link, Listing, Row, Text, go
from bot.cards.reminder_lines import MATTERS, see
from bot.cards.review import title
from bot.language.say import full
from storage.models import Review

WHY = "You hear from me at most once a day, and not in the holidays."
# What can be read on a phone between two lessons.
MOST = 8
SETTLED = "This reminder is dealt with"
DONE, NOT_MINE = "done", "not_mine"
ENDED = {DONE: "You said that it is done.", NOT_MINE: "You said that it isn’t yours to do."}


@dataclass(frozen=True, slots=True)
class Shown:
    """One line: `ended` is "" or why there is nothing more to remind of; `mine`: whether they can say so.

    `missing`: what is not there yet although they may say that it is done.
    """

    number: int
    row: Row
    mine: bool = True
    ended: str = ""
    missing: str = ""


def card(
    today: date, lines: Sequence[Shown], put_off: Mapping[str, str], said: str = "", until: date | None = None
) -> Card:
    """`put_off`: each way to put it off, by what it is called in a button's address."""
    open_still = [one for one in lines if not one.ended]
    ends = Text(WHY if until is None else f"I’ll come back to this on {full(until)}.", "muted")
    later = tuple(
        Button(label, go("nudge.later", day=today, choice=choice))
        for choice, label in put_off.items()
        if open_still
    )
    if len(lines) == len(open_still) == 1:
        only = line(today, lines[0])
        return Card(
            f"Reminder: {only.title}", (*told(said, ""), Text(only.detail), ends), (*leading(only), *later)
        )
    blocks: tuple[Block, ...] = (
        *told(said, ""),
        Listing(tuple(line(today, one) for one in lines[:MOST])),
        *more(len(lines) - MOST),
        ends,
    )
    return Card(heading(open_still), blocks, (*later, Button("All that is mine to do", HOME, aside=True)))


def put_off(then: date, *, sooner: bool) -> str:
    """`sooner`: the day that was asked for would have been too late."""
    if sooner:
        return f"That day would be too late for the review, so I’ll come back to this on {full(then)}."
    return f"All right: I’ll come back to this on {full(then)}."


def stands(then: date) -> str:
    """Of what has been put off already."""
    return f"You have put this off: I’ll come back to it on {full(then)}."


HOME = go("home.show")


def leading(row: Row) -> tuple[Button | Link, ...]:
    """The next click stands out."""
    first, *others = row.buttons
    return (replace(first, style="primary") if isinstance(first, Button) else first, *others)


def more(left: int) -> tuple[Block, ...]:
    if left <= 0:
        return ()
    return (Text(f"And {left} more, in the list of all that is yours to do."),)


def heading(open_still: Sequence[Shown]) -> str:
    if not open_still:
        return SETTLED
    return "One thing to remember" if len(open_still) == 1 else f"{len(open_still)} things to remember"


def line(today: date, one: Shown) -> Row:
    """Of what can be answered the first button alone is kept: the next click, and then what may be wrong."""
    if one.ended:
        again = Button("Remind me after all", go("nudge.again", reminder=one.number, day=today))
        if one.ended == DONE and one.missing:
            # The last button is the one that adds what is missing.
            said = f"{ENDED[DONE]} {one.missing}"
            return replace(one.row, detail=said, buttons=(again, *one.row.buttons[-1:]))
        return replace(one.row, detail=ENDED[one.ended], buttons=(again,))
    ends = (
        Button("It’s done", go("nudge.done", reminder=one.number, day=today)),
        Button("Not mine", go("nudge.not_mine", reminder=one.number, day=today)),
    )
    return replace(one.row, buttons=(*one.row.buttons[:1], *ends) if one.mine else one.row.buttons[:2])


def nothing() -> Card:
    """In place of a reminder of things that have all been done since."""
    return Card(
        SETTLED,
        (Text("Everything in it is done, or someone else’s by now. Thank you.", "good"),),
        (Button("All that is mine to do", HOME, aside=True),),
    )


def said(review: Review, who: str, matter: str, *, done: bool, others: int | None = None) -> Card:
    """To whoever answers for the review: somebody is not reminded any more, and why.

    `others`: how many still are, where that is known.
    """
    what = MATTERS.get(matter, "something")
    if done:
        so = f"{who} says that it is done, so nobody is reminded of it any more."
    elif others == 0:
        so = f"{who} says that it isn’t theirs to do. Nobody has it now, and nobody is reminded to do it."
    else:
        still = " Others are still reminded of it." if others else ""
        so = f"{who} says that it isn’t theirs to do, so they aren’t reminded of it any more.{still}"
    return Card(
        f"About {what}: {title(review)}",
        (Text(f"{so} It is still open in the timetable. You may want to have a word."),),
        (see(review),),
    )
