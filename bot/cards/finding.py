"""Which review is meant, where what was typed leaves several."""

from collections.abc import Mapping, Sequence

from bot.cards.common import ECHOED, HOME, kept_short
from bot.cards.model import Button, Card, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.words import shortened
from bot.language.say import full
from storage.models import Review

NOTHING_KEPT: Mapping[str, str] = {}


def which_review(
    found: Sequence[Review],
    opens: str,
    again: str,
    page: int = 0,
    said: str = "",
    keep: Mapping[str, str] = NOTHING_KEPT,
) -> Card:
    """Each with a button to the route `opens`; the route `again` shows another page. `said` fits none.

    `keep`: what goes along to either route, as far as a button has room.
    """
    rows = [
        Row(one.school.name, _day(one), (Button("Open", kept_short(go(opens, review=one.id), keep)),))
        for one in found
    ]
    shown, pages = page_of(rows, page, lambda wanted: kept_short(go(again, page=wanted), keep))
    typed = shortened(said, ECHOED)
    sorry = (Text(("I’m not sure which school you mean by “", typed, "”."), "warning"),) if said else ()
    return Card("Which review do you mean?", (*sorry, Listing(shown)), (*pages, HOME))


def _day(review: Review) -> str:
    return "Postponed; it has no date at the moment." if review.postponed_at else full(review.day)
