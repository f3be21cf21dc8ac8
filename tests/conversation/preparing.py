"""The people of the tests' own chat, as those who prepare a review."""

import asyncio
from datetime import date

from bot.cards.model import Field, OneOf, People, SomeOf
from tests.chat import Chat, World, values
from tests.chat import Fields as Given
from tests.conversation.conftest import CHANNEL
from tests.governor.reader import opened
from tests.preparing.hours import dawn, stops, tick
from tests.preparing.people import Page, Said


class Chatter:
    """The chat is no asyncio's, and delivers with a loop of its own: each act has its thread."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat

    async def type(self, line: str, *, place: str = "") -> None:
        await asyncio.to_thread(self.chat.type, line, place=place)

    async def read(self, *words: str) -> None:
        there = self.chat.messages
        found = [card for card in there if all(one in str(card) for one in words)]
        assert found, f"nothing says {words}; there was {[card.title for card in there]}"
        self.chat.card, self.chat.place = found[-1], ""

    async def sees(self, *words: str) -> None:
        missing = [one for one in words if one not in str(self.chat.card)]
        assert not missing, f"no {missing} in {self.chat.card}"

    async def press(self, label: str, /, *, row: str = "", **fields: Said) -> None:
        given: Given = {name: self._given(name, said) for name, said in fields.items()}
        await asyncio.to_thread(self.chat.press, label, row, given)

    def _given(self, name: str, said: Said) -> str | tuple[str, ...]:
        """What a platform would send: of a choice not the label, but the value behind it."""
        asked = self._field(name)
        if isinstance(said, str):
            return chosen(asked, said)
        return tuple(chosen(asked, one) for one in said)

    def _field(self, name: str) -> Field:
        [asked] = [one for one in self.chat.card.fields if one.name == name]
        return asked

    async def holds(self, field: str) -> str:
        [value] = values(self._field(field))
        return value

    async def all_of_it(self) -> str:
        return str(self.chat.card)

    async def told(self) -> str:
        return str(self.chat.messages)


def chosen(asked: Field, said: str) -> str:
    match asked:
        case OneOf(groups=groups) | People(groups=groups):
            options = [option for group in groups for option in group.options]
        case SomeOf(options=offered):
            options = list(offered)
        case _:
            return said
    [value] = {option.value for option in options if option.label == said}
    return value


class ChatStage:
    def __init__(self, world: World, place: str = CHANNEL) -> None:
        """`place` is the channel of Group 2."""
        self.world, self.place = world, place
        self._people: dict[str, Chatter] = {}

    async def person(self, email: str) -> Chatter:
        return self._people.setdefault(email, Chatter(self.world.person(email)))

    async def page(self, path: str) -> Page:
        return await opened(self.world, path)

    async def channel(self) -> str:
        return str(self.world.channel(self.place))

    async def go_to(self, day: date) -> None:
        await asyncio.to_thread(self._dawns, day)

    def _dawns(self, day: date) -> None:
        for stop in [*stops(self.world.now, dawn(day))]:
            self.world.now = stop
            tick(self.world.sessions, stop)
            self.world.send_waiting()

    async def settled(self) -> None:
        """Nothing waits: each act sends what it has caused."""
