"""What only one person sees, and the addresses to which a bot writes after a click or a command."""

import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.careful import careful
from tests.slack.checking import message_problems, named

Fields = dict[str, Any]
Ask = Callable[[str, Fields], Awaitable[Fields]]
MOST_USES = 5


@dataclass
class Note:
    """An ephemeral message. `moment` is when it was last written, by `time.monotonic`."""

    user: str
    channel: str
    ts: str
    text: str
    blocks: list[Fields]
    moment: float


@dataclass
class Way:
    """A response_url: for this person, in this channel, from the message `ts`; "" after a command."""

    user: str
    channel: str
    ts: str = ""
    note: Note | None = None
    used: int = 0


@dataclass
class Notes:
    """`ask` is Slack itself at work: it sends, changes and deletes messages as the bot."""

    ask: Ask
    problems: list[str]
    all: list[Note] = field(default_factory=list)
    ways: dict[str, Way] = field(default_factory=dict)

    def add(self, user: str, channel: str, said: Mapping[str, Any], ts: str = "") -> None:
        drawn = named(said)
        text, blocks = drawn.get("text") or "", drawn.get("blocks") or []
        self.all.append(Note(user, channel, ts or timestamp(), text, blocks, time.monotonic()))

    def way(self, way: Way) -> str:
        """The end of its address."""
        key = secrets.token_hex(8)
        self.ways[key] = way
        return key

    async def written(self, request: web.Request) -> web.Response:
        """What the bot sends to a response_url: at most five times."""
        way = self.ways.get(request.match_info["key"])
        if way is None:
            return web.json_response({"ok": False, "error": "expired_url"}, status=404)
        if way.used >= MOST_USES:
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        way.used += 1
        answer = await self.write(way, await request.json())
        return web.json_response(answer, status=200 if answer["ok"] else 404)

    async def write(self, way: Way, said: Fields) -> Fields:
        if is_true(said.get("delete_original")):
            return await self.delete(way)
        self.problems += [f"response_url: {problem}" for problem in careful(message_problems(said))]
        clicked = bool(way.ts)
        # Slack's documents differ on what holds after a click where these are not said.
        if clicked and "replace_original" not in said:
            self.problems.append("response_url: it does not say whether it replaces the original")
        elif clicked and not is_true(said["replace_original"]) and "response_type" not in said:
            self.problems.append("response_url: it does not say who sees it")
        if clicked and is_true(said.get("replace_original")):
            return await self.replace(way, said)
        return await self.answer(way.user, way.channel, said)

    async def answer(self, user: str, channel: str, said: Fields) -> Fields:
        """A message in the channel where it says so, and otherwise for this person alone."""
        if said.get("response_type") == "in_channel":
            return await self.ask("chat.postMessage", {"channel": channel, **drawn(said)})
        self.add(user, channel, said)
        return {"ok": True}

    async def replace(self, way: Way, said: Fields) -> Fields:
        if way.note is None:
            return await self.ask("chat.update", {"channel": way.channel, "ts": way.ts, **drawn(said)})
        shown = named(said)
        way.note.text, way.note.blocks = shown.get("text") or "", shown.get("blocks") or []
        way.note.moment = time.monotonic()
        return {"ok": True}

    async def delete(self, way: Way) -> Fields:
        if way.note in self.all:
            self.all.remove(way.note)
        elif way.ts and way.note is None:
            return await self.ask("chat.delete", {"channel": way.channel, "ts": way.ts})
        return {"ok": True}


def drawn(said: Fields) -> Fields:
    return {key: said[key] for key in ("text", "blocks") if said.get(key)}


def is_true(value: object) -> bool:
    # Slack's own examples have it as a text.
    return value in (True, "true")


def timestamp() -> str:
    return f"{time.time():.6f}"
