"""People at the other end of the bot: they type, click labels and read; a room keeps what is sent to them."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

import bot.handlers
from bot.cards.model import Button, Card, Field, Go, Link, Listing
from bot.cards.typed import asked
from bot.delivery import Platforms, deliver
from bot.documents.forms import BUILT_IN
from bot.failures import NoFiles
from bot.handlers.paper_links import files_with
from bot.links import Links
from bot.meeting import Found
from bot.parcels import Parcel
from bot.router import Incoming, answer
from storage import outbox
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Person
from tests import roster
from tests.cards.everywhere import hold

assert bot.handlers.__all__

Fields = dict[str, str | tuple[str, ...]]

MORNING = datetime(2017, 11, 1, 9, 0, tzinfo=UTC)
LINKS = Links("https://review.example", "a secret for tests")
FILES = files_with(BUILT_IN)


@dataclass
class Post:
    to: Address
    card: Card


@dataclass
class Handed:
    """A file that was put into somebody's chat."""

    to: Address
    parcel: Parcel
    key: str


@dataclass
class Room:
    """The tests' chat platform: every message as it stands now. Each card must hold everywhere.

    `failing`: what is raised in a conversation, instead of taking a message there. `takes_files`: or a link
    goes instead.
    """

    posts: list[Post] = field(default_factory=list)
    handed: list[Handed] = field(default_factory=list)
    takes_files: bool = True
    failing: dict[str, Exception] = field(default_factory=dict)

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        hold(card)
        if failure := self.failing.get(to.conversation):
            raise failure
        self.posts.append(Post(to, card))
        return str(len(self.posts) - 1)

    async def send_file(self, to: Address, parcel: Parcel, key: str = "") -> str:
        if not self.takes_files:
            raise NoFiles
        if failure := self.failing.get(to.conversation):
            raise failure
        self.handed.append(Handed(to, parcel, key))
        return f"file-{len(self.handed)}"

    async def update(self, to: Address, ref: str, card: Card) -> None:
        hold(card)
        self.posts[int(ref)].card = card

    async def find(self, email: str) -> Found | None:
        """Everyone in the room has an account from the beginning."""
        return None


@dataclass
class World:
    """A consortium in a room, with a clock of its own."""

    sessions: Sessions
    room: Room = field(default_factory=Room)
    now: datetime = MORNING

    @property
    def platforms(self) -> Platforms:
        return {"practice": self.room}

    def person(self, email: str) -> "Chat":
        return Chat(self, email)

    def send_waiting(self) -> None:
        """Deliver all that may go by now."""
        with self.sessions.begin() as session:
            waiting = outbox.waiting(session, self.now)
        # A loop has threads of its own, which cost as much as a delivery.
        if waiting:
            asyncio.run(self._send(waiting))

    async def _send(self, waiting: Sequence[int]) -> None:
        for number in waiting:
            await deliver(number, self.now, self.sessions, self.platforms, LINKS, FILES)

    def wait(self, **time: int) -> None:
        self.now += timedelta(**time)
        self.send_waiting()

    def channel(self, conversation: str) -> list[Card]:
        return [p.card for p in self.room.posts if p.to.conversation == conversation and not p.to.personal]


class Chat:
    """One person. `card` is the answer on the screen, in `place`; `messages` what the bot wrote to them."""

    def __init__(self, world: World, email: str, platform: str = "practice") -> None:
        self.world, self.email, self.platform = world, email, platform
        self.card, self.place = Card(""), ""

    @property
    def messages(self) -> list[Card]:
        posts = self.world.room.posts
        return [p.card for p in posts if p.to.conversation == self.email and p.to.personal]

    def titles(self) -> list[str]:
        return [card.title for card in self.messages]

    def type(self, text: str, *, place: str = "") -> Card:
        return self.go(asked(text), place=place)

    def open(self, token: str, **fields: str | tuple[str, ...]) -> Card:
        return self.go(Go.parse(token), fields)

    def read(self, title: str) -> Card:
        """Look at the newest message whose title holds these words; its buttons can then be clicked."""
        self.card, self.place = next(card for card in reversed(self.messages) if title in card.title), ""
        return self.card

    def click(self, label: str, **fields: str | tuple[str, ...]) -> Card:
        """Press the one button with this label, with the form as it stands but for `fields`."""
        return self.press(label, "", fields)

    def click_in(self, row: str, label: str) -> Card:
        """Press the button in the row whose title holds these words."""
        return self.press(label, row, {})

    def press(self, label: str, row: str, fields: Fields) -> Card:
        [button] = [b for b in buttons(self.card, row) if b.label == label]
        return self.go(Go.parse(str(button.to)), {**filled(self.card), **fields}, self.place)

    def twin(self) -> "Chat":
        """The same person with the same card before them, in another window."""
        other = Chat(self.world, self.email, self.platform)
        other.card, other.place = self.card, self.place
        return other

    def click_quietly(self, label: str, **fields: str | tuple[str, ...]) -> Card:
        """As `click`, but what it causes to be written is not sent: for threads of their own."""
        [button] = [b for b in buttons(self.card) if b.label == label]
        return self.ask(Go.parse(str(button.to)), {**filled(self.card), **fields}, self.place)

    def go(self, to: Go, fields: Fields | None = None, place: str = "") -> Card:
        card = self.ask(to, fields or {}, place)
        with self.world.sessions() as session:
            roster.hold(session)
        hold(card)
        self.card, self.place = card, place
        self.world.send_waiting()
        return card

    def ask(self, to: Go, fields: Fields, place: str = "") -> Card:
        several = {name: (v,) if isinstance(v, str) else v for name, v in fields.items()}
        incoming = Incoming(self.platform, self.platform, self.email, to, several, place)
        card = answer(self.world.sessions, incoming, self.world.now, LINKS)
        assert card is not None
        return card


def buttons(card: Card, row: str = "") -> Iterator[Button]:
    rows = [r for block in card.blocks if isinstance(block, Listing) for r in block.rows]
    groups = (
        [r.buttons for r in rows if row in r.title] if row else [card.buttons, *(r.buttons for r in rows)]
    )
    for group in groups:
        yield from (button for button in group if not isinstance(button, Link))


def filled(card: Card) -> Fields:
    """What the form would send if nothing were touched."""
    return {f.name: values(f) for f in card.fields}


def values(asked: Field) -> tuple[str, ...]:
    return asked.values if hasattr(asked, "values") else (asked.value,)


def error(card: Card, name: str) -> str:
    [asked] = [f for f in card.fields if f.name == name]
    return asked.error


def number_of(session: Session, email: str) -> str:
    return str(session.scalars(select(Person.id).where(Person.email == email)).one())
