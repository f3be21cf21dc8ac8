"""What a change of a review was and is, as far as its reader may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.cards.history_words import label, said
from bot.language.say import listed
from bot.rules.history import TEXTS, Readable
from storage.models import Change

Kept = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What the ids that a change keeps stand for.

    People; the actions of the plan as it was sent; and those of the previous plan, for the summary.
    """

    names: Mapping[int, str]
    actions: Mapping[int, str]
    previous: Mapping[int, str]


def texts(change: Change, readable: Readable, known: Known) -> tuple[str, str]:
    """What it was and what it is now; "" where there is nothing, or nothing that is the reader’s."""
    paper = str(change.now.get("of", ""))
    keys = [key for key in TEXTS.get(change.what, {}) if readable.may(change.what, key, paper)]

    def lines(kept: Kept) -> str:
        return "\n".join(filter(None, (_line(change, key, kept, known) for key in keys if kept.get(key))))

    return lines(change.was), lines(change.now)


def people_in(change: Change) -> list[int]:
    """The ids of those whom it names by them."""
    kept = (one.get(key, ()) for one in (change.was, change.now) for key in ("present", "people"))
    return [person for people in kept for person in people]


def _line(change: Change, key: str, kept: Kept, known: Known) -> str:
    words = _words(change, key, kept, known)
    # Several lines begin below their label.
    apart = "\n" if "\n" in words else " "
    return f"{label(change.what, key)}:{apart}{words}" if words else ""


def _words(change: Change, key: str, kept: Kept, known: Known) -> str:
    match change.what, key:
        case _, "present" | "people":
            return listed([known.names[one] for one in kept[key] if one in known.names])
        case _, "id":
            return known.actions.get(kept[key], "")
        case "summary_impact_written", "comments":
            return "\n".join(_on_actions(kept[key], known))
        case _, "order":
            order, moved = kept[key], change.now.get("id")
            return str(order.index(moved) + 1) if moved in order else ""
        case what, _:
            return said(what, key, kept)


def _on_actions(comments: Mapping[str, str], known: Known) -> list[str]:
    each = ((known.previous.get(int(number), ""), text) for number, text in comments.items())
    return [f"{action}: {text}" if action else text for action, text in each if text]
