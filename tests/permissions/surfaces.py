"""One request as each surface brings it, and everything that comes back of it, as text."""

import json
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Protocol

from sqlalchemy.orm import Session

import bot.handlers
from bot.cards import web
from bot.cards.model import Card, Go, Link, Listing
from bot.cards.typed import asked
from bot.documents.forms import BUILT_IN
from bot.handlers.pack_addresses import ADDRESSES
from bot.handlers.paper_links import files_with
from bot.links import Opened as Read
from bot.platforms.playground.acts import Act
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.room import PLATFORM, Place
from bot.router import Incoming, answer
from storage.database import Sessions
from tests.chat import LINKS
from tests.documents.reading import text_of
from tests.permissions.canaries import canaries

assert bot.handlers.__all__

Fields = Mapping[str, str]
FILES = files_with(BUILT_IN)
EVENTS = count(1)
# Whom no roster knows; and a guest's account with the e-mail address of the reviewed school's headteacher.
OURS = re.compile(rf"{re.escape(LINKS.public_url)}/({'|'.join((*ADDRESSES, *FILES))})/([\w.-]+)")
STRANGER, GUEST = "someone@elsewhere.example", "a guest"


class Surface(Protocol):
    """`channel`: a group's own, "" in the personal chat; what is said there for all to read is kept apart."""

    async def press(self, email: str, token: str, fields: Fields) -> str:
        """A button or a form with this token, in the chat with the bot."""

    async def type(self, email: str, line: str, *, channel: bool = False) -> str:
        """What is typed to the bot."""

    @property
    def public(self) -> str:
        """What everyone in a channel has seen of it by now."""


Opened = AbstractAsyncContextManager[Surface]
Opens = Callable[[Sessions, datetime], Opened]


@dataclass
class Neutral:
    """The turn alone: its card, as it stands before any platform draws it."""

    sessions: Sessions
    now: datetime
    public: str = ""

    async def press(self, email: str, token: str, fields: Fields) -> str:
        return self.answer(email, Go.parse(token), fields)

    async def type(self, email: str, line: str, *, channel: bool = False) -> str:
        return self.answer(email, asked(line), {}, "group-2" if channel else "")

    def answer(self, email: str, to: Go, fields: Fields, place: str = "") -> str:
        given = {name: (value,) for name, value in fields.items()}
        card = answer(self.sessions, Incoming(PLATFORM, PLATFORM, email, to, given, place), self.now, LINKS)
        assert card is not None
        assert canaries(tokens_of(card)) == set(), card
        return str(card)


def tokens_of(card: Card) -> str:
    """What its buttons carry, which is ids and nothing that was entered."""
    rows = [row for part in card.blocks if isinstance(part, Listing) for row in part.rows]
    offered = [*card.buttons, *(button for row in rows for button in row.buttons)]
    return str([str(button.to) for button in offered if not isinstance(button, Link)])


@asynccontextmanager
async def neutral(sessions: Sessions, now: datetime) -> AsyncIterator[Surface]:
    yield Neutral(sessions, now)


@dataclass
class InTheRoom:
    """The practice room: its acts, and the page that it makes of a card."""

    practice: Practice

    async def press(self, email: str, token: str, fields: Fields) -> str:
        given = {name: (value,) for name, value in fields.items()}
        return await self.act(Act(email, Place(user=email), self.event(), token=token, fields=given))

    async def type(self, email: str, line: str, *, channel: bool = False) -> str:
        place = Place(channel="group-2") if channel else Place(user=email)
        return await self.act(Act(email, place, self.event(), typed=line))

    def event(self) -> str:
        return f"act-{next(EVENTS)}"

    async def act(self, act: Act) -> str:
        outcome = await self.practice.act(act)
        assert outcome.entry
        return str(web.html(outcome.entry.card, uid=outcome.entry.uid))

    @property
    def public(self) -> str:
        """What somebody else finds in the channel."""
        entries = self.practice.room.entries(STRANGER, Place(channel="group-2"))
        return str([entry.card for entry in entries])


@asynccontextmanager
async def practice_room(sessions: Sessions, now: datetime) -> AsyncIterator[Surface]:
    practice = Practice(now.date(), LINKS)
    practice.clock.now = now
    practice.sessions = sessions
    try:
        yield InTheRoom(practice)
    finally:
        await practice.close()


@dataclass
class Following:
    """A surface on which everybody opens each of our own links to papers and files that they find."""

    surface: Surface
    sessions: Sessions
    now: datetime

    async def press(self, email: str, token: str, fields: Fields) -> str:
        return self.followed(await self.surface.press(email, token, fields))

    async def type(self, email: str, line: str, *, channel: bool = False) -> str:
        return self.followed(await self.surface.type(email, line, channel=channel))

    @property
    def public(self) -> str:
        return self.followed(self.surface.public)

    def followed(self, text: str) -> str:
        return followed(text, self.sessions, self.now)


def following(opens: Opens) -> Opens:
    @asynccontextmanager
    async def opened(sessions: Sessions, now: datetime) -> AsyncIterator[Surface]:
        async with opens(sessions, now) as surface:
            yield Following(surface, sessions, now)

    return opened


def followed(text: str, sessions: Sessions, now: datetime) -> str:
    """The text, and where the links in it lead to."""
    with sessions() as session:
        return " ".join((text, *(led_to(session, found[1], found[2], now) for found in OURS.finditer(text))))


def led_to(session: Session, purpose: str, token: str, now: datetime) -> str:
    behind = LINKS.read(purpose, token, now)
    if not isinstance(behind, Read):
        return ""
    if purpose in FILES:
        return text_of(FILES[purpose](session, behind.person_id, behind.subject_id, now))
    return ADDRESSES[purpose](session, behind.person_id, behind.subject_id, now) or ""


def as_text(told: object) -> str:
    """JSON with its letters as they are read."""
    return json.dumps(told, ensure_ascii=False)
