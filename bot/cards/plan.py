"""The action plan as the champions have it, and what others are told while they may not read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import charts
from bot.cards.actions import what_came_of
from bot.cards.common import told
from bot.cards.model import Button, Card, Chart, Confirm, Facts, Go, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.plan_words import columns, known_as, missing
from bot.cards.review import title
from bot.language.say import full, moment
from bot.rules.actions import lacking
from storage import plans
from storage.models import Change, PlanItem, Review, SentPaper

# Each may be a long paragraph, and Slack takes about 13,000 characters in a message.
A_PAGE = 6
NOTHING_YET = "Nothing is written yet. A line is enough for each action; the rest can follow."
DRAFT = "This is a draft: the Improvement Champions alone see it, until it is sent."


@dataclass(frozen=True, slots=True)
class Draft:
    """As its writers see it. `changed`: since the last version went out; `out`: how many are taken out."""

    review: Review
    items: Sequence[PlanItem]
    due: date
    today: date
    sent: SentPaper | None = None
    changed: bool = False
    out: int = 0


def draft(
    found: Draft,
    page: int = 0,
    *,
    said: str = "",
    warning: str = "",
    put_back: PlanItem | None = None,
    undo: Button | None = None,
) -> Card:
    """`put_back`: the action that has just been taken out; `undo`: for those that have just been added."""
    review = found.review

    def to(wanted: int) -> Go:
        return go("plan.show", review=review.id, page=wanted)

    shown, pages = page_of(_rows(found), page, to, A_PAGE)
    lacks = missing(lacking([plans.entry_of(one) for one in found.items]))
    again = go("plan.put_back", review=review.id, item=put_back.id) if put_back else None
    return Card(
        f"Action plan: {title(review)}",
        (
            *told(said, warning),
            _how_it_stands(found),
            Listing(shown) if shown else Text(NOTHING_YET, "muted"),
            *((Text(lacks, "muted"),) if lacks else ()),
        ),
        (
            *((Button("Put it back", again),) if again else ()),
            *((undo,) if undo else ()),
            *_buttons(found),
            *pages,
            Button("See the review", go("review.show", review=review.id), aside=True),
        ),
    )


def undo(review: Review, added: Change) -> Button:
    """For whoever has added several at once."""
    many = len(added.now["rows"])
    to = go("plan.undo", review=review.id, change=added.id)
    return Button(f"Undo: take the {many} out again", to)


def _how_it_stands(found: Draft) -> Text:
    sent = found.sent
    if sent is None:
        return Text(f"{DRAFT} It is due by {full(found.due)}.")
    went = f"Version {sent.number} was sent on {moment(sent.at)}."
    if found.changed:
        return Text(f"{went} It has been changed since: others see that once it is sent again.", "warning")
    return Text(went, "good")


def _buttons(found: Draft) -> tuple[Button, ...]:
    to = {"review": found.review.id}
    send = Button("Preview and send", go("paper.preview", paper="plan", **to), "primary")
    sends = found.items and (found.sent is None or found.changed)
    out = Button(f"Taken out ({found.out})", go("plan.taken_out", **to))
    return (
        *((send,) if sends else ()),
        Button("Add actions", go("plan.ask", **to), "plain" if sends else "primary"),
        Button("Add one action", go("plan.ask_one", **to)),
        *((Button("Progress", go("plan.progress", **to), aside=True),) if found.sent else ()),
        *((out,) if found.out else ()),
    )


def _rows(found: Draft) -> tuple[Row, ...]:
    last = len(found.items)
    return tuple(
        Row(f"{place}. {one.action}", _detail(one), _change(found.review, one, place, last))
        for place, one in enumerate(found.items, 1)
    )


def _detail(one: PlanItem) -> str:
    far = what_came_of(one)
    return "\n".join(filter(None, (columns(plans.entry_of(one), known_as(one)), far)))


def _change(review: Review, one: PlanItem, place: int, last: int) -> tuple[Button, ...]:
    to = {"review": review.id, "item": one.id}
    sure = Confirm("Take this action out?", "It can be put back.", "Yes, take it out", "Keep it")
    up = Button("Up", go("plan.move", to=place - 1, **to))
    down = Button("Down", go("plan.move", to=place + 1, **to))
    return (
        Button("Change", go("plan.change", **to)),
        *((up,) if place > 1 else ()),
        *((down,) if place < last else ()),
        Button("Remove", go("plan.remove", version=one.version, **to), confirm=sure),
    )


def taken_out(review: Review, items: Sequence[PlanItem], page: int = 0) -> Card:
    def to(wanted: int) -> Go:
        return go("plan.taken_out", review=review.id, page=wanted)

    rows = tuple(
        Row(
            one.action,
            columns(plans.entry_of(one), known_as(one)),
            (Button("Put it back", go("plan.put_back", review=review.id, item=one.id)),),
        )
        for one in items
    )
    shown, pages = page_of(rows, page, to, A_PAGE)
    return Card(
        f"Taken out of the plan: {title(review)}",
        (Listing(shown) if shown else Text("Nothing is taken out.", "muted"),),
        (*pages, Button("Back to the plan", go("plan.show", review=review.id))),
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """Of the actions of a plan that was sent."""

    actions: int
    done: int
    overdue: int
    help_wanted: int


def status(review: Review, due: date, sent: SentPaper | None, counts: Counts | None) -> Card:
    """To the Lead: how it stands, and nothing of what it says."""
    facts = [("Action plan", f"sent on {moment(sent.at)}" if sent else f"not sent yet; due by {full(due)}")]
    if counts:
        facts += [("Actions", str(counts.actions)), ("Help is wanted with", str(counts.help_wanted))]
    far = (_how_far(counts),) if counts and counts.actions else ()
    return Card(f"Action plan: {title(review)}", (Facts(tuple(facts)), *far), (_review(review),))


def _how_far(counts: Counts) -> Chart:
    to_do = counts.actions - counts.done - counts.overdue
    return charts.actions(counts.done, counts.overdue, to_do)


def not_yet(review: Review, due: date | None, *, sent: bool) -> Card:
    """To those who read it later: once it is sent or, where it is, once it is released."""
    by = f" It is due by {full(due)}." if due else ""
    words = (
        "It has been sent, and the Consortium Office has not released it to the Management Group yet."
        if sent
        else f"It has not been sent yet.{by} The Improvement Champions write it."
    )
    sees = (_review(review),) if due else ()
    return Card(f"Action plan: {title(review)}", (Text(words, "muted"),), sees)


def _review(review: Review) -> Button:
    return Button("See the review", go("review.show", review=review.id), aside=True)
