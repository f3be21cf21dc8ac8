"""What stands in each conversation at Teams by now, and who sees it."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Fields = dict[str, Any]
ADAPTIVE = "application/vnd.microsoft.card.adaptive"


@dataclass
class Message:
    """`data` is the activity; `moment` is when it last changed, by `time.monotonic`.

    `thread` is a post of a channel with its answers, or a chat. `own`: the card as it stands for those who
    pressed a button of it, by their ids. `to` is the only one who sees it; "" where all do.
    """

    id: str
    thread: str
    sender: str
    data: Fields
    to: str = ""
    own: dict[str, Fields] = field(default_factory=dict)
    moment: float = field(default_factory=time.monotonic)

    @property
    def room(self) -> str:
        return room_of(self.thread)

    def card(self, reader: str) -> Fields:
        """Empty where there is none."""
        return self.own.get(reader) or next(iter(cards_of(self.data)), {})


@dataclass
class Rooms:
    messages: list[Message] = field(default_factory=list)

    def add(self, message: Message) -> None:
        self.messages.append(message)

    def seen_by(self, reader: str, room: str) -> Sequence[Message]:
        """Oldest first."""
        there = [message for message in self.messages if message.room == room_of(room)]
        return [message for message in there if message.to in ("", reader)]

    def find(self, room: str, key: str) -> Message | None:
        there = (one for one in self.messages if one.id == key and one.room == room_of(room))
        return next(there, None)

    def update(self, room: str, key: str, data: Fields) -> None:
        """For everybody, whatever they had in its place."""
        if message := self.find(room, key):
            message.data, message.own, message.moment = data, {}, time.monotonic()

    def replace(self, room: str, key: str, reader: str, card: Fields) -> None:
        """For the one who pressed a button of it."""
        if message := self.find(room, key):
            message.own[reader], message.moment = card, time.monotonic()


def room_of(thread: str) -> str:
    return thread.partition(";messageid=")[0]


def cards_of(data: Mapping[str, Any]) -> list[Fields]:
    attached = data.get("attachments") or []
    return [one["content"] for one in attached if one.get("contentType") == ADAPTIVE]
