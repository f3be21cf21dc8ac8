"""What one person at Teams sees: the messages of each conversation, and the card they are looking at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.patience import patiently, until
from tests.teams import cards, forms
from tests.teams.cards import Pressable
from tests.teams.forms import Values
from tests.teams.relay import Teams
from tests.teams.rooms import Message
from tests.teams.seed import Who, channels

Fields = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """A message as this person sees it now; `values` is what stands in the inputs of its card."""

    message: Message
    card: Fields
    values: Values

    @property
    def text(self) -> str:
        return str(self.message.data.get("text") or "")

    @property
    def title(self) -> str:
        return cards.title(self.card) if self.card else self.text

    @property
    def labels(self) -> list[str]:
        """Of the buttons that are seen before one is pressed."""
        return [one.label for one in self.buttons if not one.under]

    @property
    def buttons(self) -> list[Pressable]:
        return list(cards.buttons(self.card))

    @property
    def errors(self) -> list[str]:
        return cards.complaints(self.card)

    def __str__(self) -> str:
        """All words but the buttons', a line a paragraph."""
        return "\n".join([*filter(None, [self.text]), *cards.words(self.card)])

    def __contains__(self, said: str) -> bool:
        return said in str(self)


class Reader:
    """`card` and `messages` are what is there now; the rest waits for what should come."""

    patiently, until = staticmethod(patiently), staticmethod(until)

    def __init__(self, teams: Teams, who: Who, chat_id: str) -> None:
        self.teams, self.who, self.chat_id = teams, who, chat_id
        # By message: the card to which they belong, and what stands in its inputs.
        self._filled: dict[str, tuple[Fields, Values]] = {}
        self._looked: Message | None = None

    @property
    def card(self) -> Shown:
        """What was answered, read or clicked last, as it is by now; else what came last in the chat."""
        there = self.messages()
        looked = self._shown(self._looked) if self._looked else None
        assert looked or there, "nothing has been read, and nothing has come"
        return looked or there[-1]

    def messages(self, room: str = "") -> Sequence[Shown]:
        """Oldest first: of this channel, or of the chat with the bot."""
        there = self.teams.rooms.seen_by(self.who.id, room or self.chat_id)
        return [self._shown(message) for message in there]

    def _shown(self, message: Message) -> Shown:
        card = message.card(self.who.id)
        was, values = self._filled.get(message.id, ({}, {}))
        # Another card has its own inputs, even where those are called the same.
        if was is not card:
            values = forms.fresh(cards.inputs(card))
            self._filled[message.id] = card, values
        return Shown(message, card, values)

    def everywhere(self) -> list[Shown]:
        """Oldest first by when they last changed: in the chat and in the channels."""
        found = [shown for room in (self.chat_id, *channels()) for shown in self.messages(room)]
        return sorted(found, key=lambda shown: shown.message.moment)

    async def read(self, said: str, room: str = "", *, also: Sequence[str] = ()) -> Shown:
        """The newest message with these words; it is looked at from now on, and its labels can be clicked."""

        words = (said, *also)

        async def look() -> Shown | None:
            there = reversed(self.messages(room))
            return next((shown for shown in there if all(one in shown for one in words)), None)

        there = [shown.title for shown in self.messages(room)]
        return self._look(await self.patiently(look, f"nothing says {words}; there was {there}"))

    async def sees(self, said: str) -> Shown:
        """What they look at, once it has these words."""

        async def look() -> Shown:
            shown = self.card
            assert said in shown, f"no {said!r} in {shown.title!r}: {shown}"
            return shown

        return await self.patiently(look, "")

    def _look(self, shown: Shown) -> Shown:
        self._looked = shown.message
        return shown
