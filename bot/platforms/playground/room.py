"""What stands in the practice room: who said what where, and who has seen it. Kept in memory only."""

import asyncio
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards.model import Button, Card, Link, Listing
from bot.failures import NoFiles
from bot.meeting import Found
from bot.parcels import Parcel
from bot.platforms.playground.clock import Clock
from storage.addresses import Address

PLATFORM = "practice"
WORKSPACE = "practice"


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation: a channel, or without one the personal chat of `user` with Peer Review."""

    channel: str = ""
    user: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A card where it stands. `said` is what was typed or pressed to get it; with `only`, one user sees it.

    `posted`: the bot wrote it of its own accord. `version` is the room's revision at its last change.
    """

    number: int
    place: Place
    at: datetime
    card: Card
    version: int
    said: str = ""
    only: str = ""
    posted: bool = False
    changed_at: datetime | None = None

    @property
    def uid(self) -> str:
        return f"e{self.number}"

    def button(self, token: str) -> Button | None:
        """The card's button with this token, if it is still there."""
        return next((button for button in buttons(self.card) if str(button.to) == token), None)


def buttons(card: Card) -> Iterator[Button]:
    rows = [row for block in card.blocks if isinstance(block, Listing) for row in block.rows]
    for choices in (card.buttons, *(row.buttons for row in rows)):
        yield from (choice for choice in choices if not isinstance(choice, Link))


class Room:
    """The conversations; to delivery, a chat platform. Used from the event loop alone."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        # No other room is called so: a page must not take what it kept of an older one for this one's.
        self.mark = secrets.token_hex(4)
        self.run = 1
        self.revision = 0
        self.closed = False
        self._numbers = 0
        self._entries: dict[int, Entry] = {}
        self._seen: dict[tuple[str, Place], int] = {}
        self._news = asyncio.Event()

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        return self.add(place_of(to), card, posted=True).uid

    async def send_file(self, to: Address, parcel: Parcel, key: str = "") -> str:
        """The room keeps cards and no files."""
        raise NoFiles

    async def update(self, to: Address, ref: str, card: Card) -> None:
        entry = self.entry(ref)
        if entry is not None and entry.card != card:
            self.change(entry, card)

    async def find(self, email: str) -> Found | None:
        """Everyone has their account here when the room is furnished."""
        return None

    def add(self, place: Place, card: Card, *, said: str = "", only: str = "", posted: bool = False) -> Entry:
        self._numbers += 1
        self.revision += 1
        entry = Entry(self._numbers, place, self.clock.now, card, self.revision, said, only, posted)
        self._entries[entry.number] = entry
        self._tell()
        return entry

    def change(self, entry: Entry, card: Card) -> Entry:
        self.revision += 1
        changed = replace(entry, card=card, version=self.revision, changed_at=self.clock.now)
        self._entries[entry.number] = changed
        self._tell()
        return changed

    def entry(self, uid: str) -> Entry | None:
        number = uid.removeprefix("e")
        return self._entries.get(int(number)) if number.isascii() and number.isdigit() else None

    def entries(self, user: str, place: Place) -> tuple[Entry, ...]:
        """What this user finds in the conversation, in order."""
        here = (entry for entry in self._entries.values() if entry.place == place)
        return tuple(entry for entry in here if entry.only in ("", user))

    def has_acted(self, user: str) -> bool:
        return any(entry.said and user in (entry.only, entry.place.user) for entry in self._entries.values())

    def unread(self, user: str, place: Place) -> int:
        seen = self._seen.get((user, place), 0)
        return sum(e.posted and e.number > seen for e in self._entries.values() if e.place == place)

    def unread_chats(self) -> Mapping[str, int]:
        """By user, the personal messages not yet looked at."""
        users = dict.fromkeys(entry.place.user for entry in self._entries.values() if entry.place.user)
        counts = {user: self.unread(user, Place(user=user)) for user in users}
        return {user: count for user, count in counts.items() if count}

    def see(self, user: str, place: Place) -> None:
        """The user is looking at the conversation: nothing in it is new any more."""
        if self.unread(user, place):
            self._seen[user, place] = self._numbers
            self.revision += 1
            self._tell()

    def tell_time(self) -> None:
        """The clock was moved, which every window shows."""
        self.revision += 1
        self._tell()

    def start_again(self) -> None:
        """Empty the room. Numbers go on, so that no old window's entry is taken for a new one."""
        self._entries.clear()
        self._seen.clear()
        self.run += 1
        self.tell_time()

    def close(self) -> None:
        self.closed = True
        self._tell()

    async def changed(self, since: int) -> None:
        """Wait until the room is past the revision `since`, or closed."""
        while self.revision <= since and not self.closed:
            await self._news.wait()

    def _tell(self) -> None:
        # Those who wait hold the old event; whoever comes next waits on the new one.
        self._news.set()
        self._news = asyncio.Event()


def place_of(to: Address) -> Place:
    return Place(user=to.conversation) if to.personal else Place(channel=to.conversation)
