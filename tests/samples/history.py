"""Samples of what was changed in a review."""

from bot.cards import history as say
from bot.cards.change_words import CHANGES
from bot.cards.paper_files import Address
from storage.models import Change
from tests.chat import LINKS
from tests.samples import made
from tests.samples.registry import Three, samples

USUAL = Address(LINKS.make("history", made.BIG, made.BIG, made.NOW))
LONGEST = Address(f"https://review.example/{'x' * 500}", "http://127.0.0.1:8000")


@samples(say.history)
def history() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    now = {"day": "2017-12-07", "reason": "Nativity play"}
    usual_changes = [
        made.change(usual, "moved", was={"day": "2017-12-12"}, now=now),
        made.change(usual, "booked", now={"day": "2017-12-12"}),
    ]
    return Three(
        say.history(tiny, [made.change(tiny, "booked", now={"day": "2017-12-07"})], 0, USUAL, leads=True),
        say.history(usual, usual_changes, 0, USUAL, leads=True),
        say.history(longest, [long_change(n) for n in range(made.CHANGES)], 5, LONGEST, leads=True),
    )


def long_change(number: int) -> Change:
    """Each kind in turn with all that it can say, then one long note after another."""
    kinds = list(CHANGES)
    names = {"person": made.LONG_PERSON.name}
    was, now = (
        {"day": "2017-12-12"},
        {"until": "2017-12-13", "paper": made.REASON[:60], "day": "2017-12-13", "reason": made.REASON},
    )
    if number >= len(kinds):
        return made.change(made.longest(), "note", made.LONG_PERSON, was={"note": made.NOTE}, now={})
    return made.change(
        made.longest(),
        kinds[number],
        made.LONG_PERSON,
        was={**was, **names, "note": made.NOTE},
        now={**now, **names},
    )


@samples(say.changed)
def changed() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    note = made.change(longest, "note", made.LONG_PERSON, was={"note": made.NOTE}, now={"note": "Short"})
    took_back = made.change(usual, "unconfirmed", made.PRIYA, was={}, now={})
    return Three(
        say.changed(tiny, made.change(tiny, "booked", tiny.booked_by, was={}, now={})),
        say.changed(usual, took_back),
        say.changed(longest, note),
    )
