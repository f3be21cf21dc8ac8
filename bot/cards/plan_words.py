"""The columns of the action plan in words."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.language import action_words
from bot.language.say import full, listed
from bot.rules.actions import Entry, Lacks
from bot.rules.papers import Support
from storage.models import PlanItem

# Action-plan template: "where support with the delivery of those actions could come from".
SUPPORT: Mapping[Support, str] = {
    Support.SCHOOL: "within the reviewed school",
    Support.PARTNERSHIP: "within the partnership",
    Support.OUTSIDE: "outside of the partnership",
}
# Of the dates that an action had; the history counts all its moves.
MOST_MOVES = 3
LACKS: Mapping[Lacks, str] = {
    Lacks.TIMING: "a deadline",
    Lacks.OWNER: "who delivers it",
    Lacks.SUPPORT: "where support comes from",
}


def deadline(entry: Entry) -> str:
    return action_words.deadline(entry.due, entry.timing)


def supported(entry: Entry) -> str:
    return listed([SUPPORT[Support(letter)] for letter in entry.support]) if entry.support else ""


def columns(entry: Entry, known: str = "") -> str:
    """A line each, as far as they are filled in; `known`: as whom the roster knows who delivers it."""
    also = f" (in the roster: {known})" if known and known != entry.owner else ""
    pairs = (
        ("By", deadline(entry)),
        ("Who", f"{entry.owner}{also}" if entry.owner else ""),
        ("Support", supported(entry)),
        ("Comments", entry.comments),
    )
    return "\n".join(f"{label}: {said}" for label, said in pairs if said)


def known_as(item: PlanItem) -> str:
    return item.owned_by.name if item.owned_by else ""


def lacks(new: Sequence[tuple[int, Entry]]) -> str:
    """Which of the actions just added, by their numbers, have no deadline or nobody to deliver them."""
    undated = [str(place) for place, one in new if not (one.due or one.timing)]
    nobody = [str(place) for place, one in new if not one.owner]
    said = (_without(undated, "a deadline"), _without(nobody, "anybody to deliver it"))
    return " ".join(filter(None, said))


def _without(places: Sequence[str], what: str) -> str:
    if not places:
        return ""
    return f"Without {what}: {'action' if len(places) == 1 else 'actions'} {listed(places)}."


def missing(lacking: Mapping[Lacks, int]) -> str:
    """What the form asks for and is not there yet; "" where nothing is."""
    if not lacking:
        return ""
    said = [
        f"{LACKS[what]} ({count} {'action' if count == 1 else 'actions'})" for what, count in lacking.items()
    ]
    return f"Still missing: {listed(said)}. It can be sent all the same."


def moved(was: Sequence[date | str]) -> str:
    """What had stood for the deadline before, the last first: to stand after “moved; it was”."""
    said = [full(one) if isinstance(one, date) else f"“{one}”" for one in reversed(was)]
    more = f" (and {len(said) - MOST_MOVES} earlier)" if len(said) > MOST_MOVES else ""
    return ", before that ".join(said[:MOST_MOVES]) + more
