"""The addresses of calendars to subscribe to, and how that is done in Outlook and in Google Calendar."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.common import told
from bot.cards.model import Button, Card, Confirm, Go, Listing, Row, Text, go
from bot.cards.paging import pages_of

TITLE = "Put it in my calendar"
OUTLOOK = "Outlook: in the calendar choose Add calendar, then Subscribe from web, and paste the address."
GOOGLE = "Google Calendar: on a computer choose the plus beside Other calendars, then From URL, and paste it."
BY_ITSELF = "When a date moves, your calendar moves it by itself, within a few hours to a day."
SURE = Confirm(
    "Make a new address?",
    "The old one stops at once. Whoever uses it has to subscribe again, with the new one.",
    "Make a new one",
    "Keep this one",
)
RENEWED = "Here is the new address. The old one opens nothing any more."
RENEWED_MEANWHILE = "A new address had been made already, so nothing was changed. Here it is."
NOT_REACHED = (
    "The bot can be reached at {} alone, on the computer that it runs on, so neither Outlook nor Google can "
    "read these addresses."
)


@dataclass(frozen=True, slots=True)
class Feed:
    """`whose`: in words. `renew`: what makes a new address, None for whoever may not."""

    whose: str
    url: str
    renew: Go | None


def show(feeds: Sequence[Feed], page: int, only_at: str = "", said: str = "", warning: str = "") -> Card:
    """`only_at`: where alone the bot can be reached, "" where it can be from everywhere."""
    rows, pages = pages_of([row(one) for one in feeds], page, _page)
    here = (Text(NOT_REACHED.format(only_at), "warning"),) if only_at else ()
    return Card(
        TITLE,
        (
            *told(said, warning),
            *(Text(sentence) for sentence in (OUTLOOK, GOOGLE, BY_ITSELF)),
            *here,
            Listing(rows),
            Text("Whoever has an address sees its dates. If it has gone astray, make a new one.", "muted"),
        ),
        pages,
    )


def row(feed: Feed) -> Row:
    renew = (Button("Make a new address", feed.renew, confirm=SURE),) if feed.renew else ()
    return Row(feed.whose, feed.url, renew)


def _page(wanted: int) -> Go:
    return go("feeds.show", page=wanted)


def renewed(group: str) -> Card:
    """To a group’s channel, where the calendars of many may have stopped."""
    return Card(
        f"New calendar address: {group}",
        (
            Text(
                "The address of the group’s calendar has been renewed, and the old one brings no dates any "
                "more. If you have subscribed, please do so again with the new one."
            ),
        ),
        (Button(TITLE, go("feeds.show"), aside=True),),
    )
