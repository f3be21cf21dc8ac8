"""The Improvement Champions' development visit: what is asked about it, and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.cards.common import told
from bot.cards.model import Block, Button, Card, Confirm, Facts, Heading, Text, go
from bot.cards.review import title
from bot.language.say import full, listed, moment
from storage.models import DevelopmentVisit, Review


@dataclass(frozen=True, slots=True)
class View:
    """`stands`: a day is chosen that still fits. `writes`: the reader is a champion who may change it."""

    review: Review
    visit: DevelopmentVisit | None
    champions: Sequence[str] = ()
    stands: bool = False
    writes: bool = False

    @property
    def held(self) -> date | None:
        return self.visit.held_on if self.visit else None


def when(day: date, at: time | None) -> str:
    return f"{full(day)}, {at:%H:%M}" if at else full(day)


def show(view: View, *, said: str = "", warning: str = "") -> Card:
    words = view.visit.words if view.visit else ""
    return Card(
        f"Development visit: {title(view.review)}",
        (
            *told(said, warning),
            *((Text("The review is cancelled.", "warning"),) if view.review.cancelled_at else ()),
            Facts(_facts(view)),
            *_seen(words),
        ),
        (*_buttons(view), Button("See the review", go("review.show", review=view.review.id), aside=True)),
    )


def _seen(words: str) -> tuple[Block, ...]:
    return (Heading("What was seen"), Text(words)) if words else ()


def _facts(view: View) -> tuple[tuple[str, str], ...]:
    visit = view.visit
    found = [("When", _when(view)), ("Improvement Champions", listed(view.champions) or "none yet")]
    if visit and view.held and visit.held_by and visit.held_at:
        found.append(("Recorded by", f"{visit.held_by.name}, {moment(visit.held_at)}"))
    elif visit and view.stands and visit.arranged_by and visit.arranged_at:
        found.append(("Chosen by", f"{visit.arranged_by.name}, {moment(visit.arranged_at)}"))
    return tuple(found)


def _when(view: View) -> str:
    if view.held:
        return f"Held on {full(view.held)}"
    if view.visit is None or view.visit.day is None:
        return "No day is chosen yet: any school day after the workshop"
    day = when(view.visit.day, view.visit.at)
    return day if view.stands else f"To be chosen again: {day} is not after the workshop any more"


def _buttons(view: View) -> tuple[Button, ...]:
    if not view.writes:
        return ()
    to = {"review": view.review.id, "version": view.visit.version if view.visit else 0}
    record = Button(
        "Correct the record" if view.held else "It was held", go("visit.record", review=view.review.id)
    )
    if view.held:
        return (record, Button("It was not held", go("visit.unrecord", **to), confirm=_sure_not_held()))
    chosen = view.visit is not None and view.visit.day is not None
    choose = Button("Change the day" if chosen else "Choose a day", go("visit.ask", review=view.review.id))
    drop = Button("Take the day back", go("visit.drop", **to), confirm=_sure_to_drop())
    return (choose, record, *((drop,) if chosen else ()))


def _sure_not_held() -> Confirm:
    return Confirm(
        "Was it not held?", "What was written about it is kept.", "Yes, it was not held", "Go back"
    )


def _sure_to_drop() -> Confirm:
    return Confirm("Take the day back?", "The headteacher is told.", "Yes, take it back", "Keep it")
