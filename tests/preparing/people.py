"""Who plays the preparing of a review, whatever chat platform they are on."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

Said = str | Sequence[str]


class Person(Protocol):
    """Somebody with a card before them."""

    async def type(self, line: str) -> None:
        """To the bot, in the chat with it; the answer is before them then."""

    async def read(self, *words: str) -> None:
        """Look at the newest message of the bot's that has all these words, once it is there."""

    async def sees(self, *words: str) -> None:
        """The card before them has these words, errors at its fields among them."""

    async def press(self, label: str, /, *, row: str = "", **fields: Said) -> None:
        """Fill in the fields and press the button, in the row with these words; say yes if it asks."""

    async def holds(self, field: str) -> str:
        """What stands in a text field of the card before them."""

    async def all_of_it(self) -> str:
        """Everything that is in the card before them, with the addresses behind its buttons."""

    async def told(self) -> str:
        """The same of everything in the chat with the bot."""


class Page(Protocol):
    """A page of the bot's own, in somebody's browser."""

    async def sees(self, *words: str) -> None:
        """The page has these words."""

    async def press(self, label: str, /, **fields: str) -> None:
        """Fill in the fields and press the button."""


class Stage(Protocol):
    """The bot at work on a chat platform, with a clock of its own."""

    async def person(self, email: str) -> Person: ...

    async def page(self, path: str) -> Page:
        """Somebody who is in no chat opens a link of the bot's."""

    async def channel(self) -> str:
        """Everything that stands in the channel of Group 2."""

    async def go_to(self, day: date) -> None:
        """Its morning, from 07:30, when whatever has come up by itself has been sent."""

    async def settled(self) -> None:
        """Wait until all that is due has been sent."""
