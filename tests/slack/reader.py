"""What one person at Slack sees: modals, notes that only they see, messages, the bot's App Home."""

import time
from collections.abc import Sequence
from typing import Any

from tests.patience import patiently, until
from tests.slack.inputs import Values, kept
from tests.slack.notes import Note
from tests.slack.payloads import Who
from tests.slack.places import Place
from tests.slack.relay import Slack

Fields = dict[str, Any]


class Reader:
    """`modal`, `errors` and `ephemerals` are what is there now; the rest waits for what should come."""

    patiently, until = staticmethod(patiently), staticmethod(until)

    def __init__(self, slack: Slack, who: Who, chat_id: str) -> None:
        self.slack, self.who, self.chat_id = slack, who, chat_id
        self._client = slack.as_person(who.email)
        self._channels: dict[str, Fields] = {}
        # What stands in the inputs of a message or note, by its time, or of the home, by its id.
        self._filled: dict[str, Values] = {}
        self._looked: tuple[float, Place] | None = None

    @property
    def id(self) -> str:
        return self.who.id

    @property
    def modal(self) -> Place | None:
        """The topmost that is open."""
        stack = self.slack.modals.stack(self.id)
        return Place("modal", "", stack[-1].view, stack[-1].values) if stack else None

    @property
    def modals(self) -> list[str]:
        """The titles of all that are open, the topmost last."""
        return [Place("modal", "", one.view, one.values).title for one in self.slack.modals.stack(self.id)]

    @property
    def errors(self) -> dict[str, str]:
        """What is said at the inputs of the topmost modal since it was submitted, by their labels."""
        stack = self.slack.modals.stack(self.id)
        return stack[-1].said_at() if stack else {}

    def ephemerals(self, channel: str = "") -> list[Place]:
        """Oldest first: in this channel or, without one, everywhere."""
        mine = [note for note in self.slack.notes.all if note.user == self.id]
        return [self._note(note) for note in mine if channel in ("", note.channel)]

    def _note(self, note: Note) -> Place:
        data = {"ts": note.ts, "text": note.text, "blocks": note.blocks}
        return Place("note", note.channel, data, self._standing(note.ts, note.blocks), note)

    async def messages(self, channel: str) -> list[Place]:
        """All of a channel's, oldest first."""
        answer = await self._client.conversations_history(channel=channel, limit=200)
        return [self._message(channel, data) for data in reversed(answer["messages"])]

    async def chat(self) -> list[Place]:
        """The messages between this person and the bot."""
        return await self.messages(self.chat_id)

    def _message(self, channel: str, data: Fields) -> Place:
        return Place("message", channel, data, self._standing(data["ts"], data.get("blocks") or []))

    def _standing(self, key: str, blocks: list[Fields]) -> Values:
        self._filled[key] = kept(blocks, self._filled.get(key, {}))
        return self._filled[key]

    async def sees(self, said: str) -> Place:
        """The topmost modal, once it has these words."""

        async def look() -> Place:
            place = self.modal
            assert place, "no modal is open"
            assert said in place or said in place.title, f"no {said!r} in {place.title!r}: {place}"
            return place

        return await self.patiently(look, "")

    async def home(self) -> Place:
        """The App Home as the bot has drawn it; it is looked at from now on."""
        return self._look(await self.patiently(self._home, "no App Home"))

    async def _home(self) -> Place | None:
        return self.home_drawn()

    def home_drawn(self) -> Place | None:
        drawn = self.slack.homes.get(self.id)
        return Place("home", "", drawn, self._standing(drawn["id"], drawn["blocks"])) if drawn else None

    async def read(self, said: str, channel: str = "", *, also: Sequence[str] = ()) -> Place:
        """The newest message or note with these words, in this channel or else in the chat with the bot.

        It is looked at from now on: where no modal is open, it is here that labels are clicked.
        """
        where = channel or self.chat_id
        words = (said, *also)
        return self._look(await self.patiently(lambda: self._newest(words, where), f"nothing says {words}"))

    async def _newest(self, words: Sequence[str], channel: str) -> Place | None:
        there = [*await self.messages(channel), *self.ephemerals(channel)]
        found = [place for place in there if all(one in place for one in words)]
        return max(found, key=lambda place: float(place.data["ts"]), default=None)

    def _look(self, place: Place) -> Place:
        self._looked = time.monotonic(), place
        return place

    async def before(self, at: Place | None = None) -> Place:
        """`at` as it is by now; without it the modal that is open, or what was read or came last."""
        place = at or self.modal or self._latest()
        if place.kind == "message":
            there = {one.data["ts"]: one for one in await self.messages(place.channel)}
            assert place.data["ts"] in there, f"no longer there: {place}"
            return there[place.data["ts"]]
        if place.note:
            assert place.note in self.slack.notes.all, f"no longer there: {place}"
            return self._note(place.note)
        now = self.modal if place.kind == "modal" else self.home_drawn()
        assert now, "nothing is open"
        assert now.data["id"] == place.data["id"], f"covered by another: {place}"
        return now

    def _latest(self) -> Place:
        looked = [self._looked] if self._looked else []
        notes = [(place.note.moment, place) for place in self.ephemerals() if place.note]
        assert looked or notes, "nothing has been read and no modal is open"
        return max([*looked, *notes], key=lambda one: one[0])[1]

    async def channel(self, channel: str) -> Fields:
        """What Slack knows of it."""
        if channel not in self._channels:
            self._channels[channel] = (await self._client.conversations_info(channel=channel))["channel"]
        return self._channels[channel]
