"""Slack's end of Socket Mode: the bot asks for an address, connects, and is brought envelopes."""

import asyncio
import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.slack.seed import APP, APP_TOKEN
from tests.slack.wire import SLACK_WAITS, Answer, Kind

Fields = dict[str, Any]
# How long a test waits for a bot to connect.
CONNECT_SECONDS = 10.0
ACCEPTS_PAYLOAD: dict[Kind, bool] = {"slash_commands": True, "interactive": True, "events_api": False}


@dataclass
class SocketMode:
    """A Wire. Of several connections an envelope goes to one; they take turns."""

    address: str = ""
    links: list[web.WebSocketResponse] = field(default_factory=list)
    tickets: set[str] = field(default_factory=set)
    waiting: dict[str, "asyncio.Future[Fields]"] = field(default_factory=dict)
    # How many connections there have been.
    opened: int = 0
    # Whether Slack gives addresses, and then lets nobody in at them.
    away: bool = False
    # Whether Slack has stopped to listen, without a word.
    deaf: bool = False

    def ticket(self, token: str) -> Fields:
        """The answer to apps.connections.open: an address that is good for one connection."""
        if token != APP_TOKEN:
            return {"ok": False, "error": "not_authed" if not token else "invalid_auth"}
        ticket = uuid.uuid4().hex
        self.tickets.add(ticket)
        return {"ok": True, "url": f"{self.address}/link/{ticket}"}

    async def link(self, request: web.Request) -> web.StreamResponse:
        ticket = request.match_info["ticket"]
        if ticket not in self.tickets:
            return web.Response(status=408)
        self.tickets.discard(ticket)
        if self.away:
            return web.Response(status=503)
        socket = web.WebSocketResponse()  # it answers pings by itself
        await socket.prepare(request)
        count = len(self.links) + 1
        about = {"app_id": APP}
        await socket.send_json({"type": "hello", "num_connections": count, "connection_info": about})
        self.links.append(socket)
        self.opened += 1
        try:
            if self.deaf:
                await asyncio.sleep(60)
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self.acknowledged(json.loads(message.data))
        finally:
            if socket in self.links:
                self.links.remove(socket)
        return socket

    def acknowledged(self, said: Fields) -> None:
        future = self.waiting.pop(said["envelope_id"], None)
        if future and not future.done():
            future.set_result(said.get("payload") or {})

    async def bring(self, kind: Kind, payload: Fields, *, retry: int = 0) -> Answer:
        """There is no status in Socket Mode: an answer counts as 200, and none as 0."""
        await self.connected()
        socket = self.links.pop(0)
        self.links.append(socket)
        envelope: Fields = {
            "envelope_id": str(uuid.uuid4()),
            "type": kind,
            "payload": payload,
            "accepts_response_payload": ACCEPTS_PAYLOAD[kind],
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": retry, "retry_reason": "timeout" if retry else ""}
        answered = self.waiting[envelope["envelope_id"]] = asyncio.get_running_loop().create_future()
        began = time.monotonic()
        await socket.send_json(envelope)
        try:
            said = await asyncio.wait_for(answered, SLACK_WAITS)
        except TimeoutError:
            return Answer(0, {}, time.monotonic() - began)
        assert ACCEPTS_PAYLOAD[kind] or not said, f"an answer to an event: {said}"
        return Answer(200, said, time.monotonic() - began)

    async def connected(self, links: int = 1, opened: int = 0) -> None:
        """Until the bot has so many connections, and has opened so many in all."""
        end = time.monotonic() + CONNECT_SECONDS
        while len(self.links) < links or self.opened < opened:
            assert time.monotonic() < end, f"{len(self.links)} connections, {self.opened} opened in all"
            await asyncio.sleep(0.01)

    async def refresh(self, reason: str = "refresh_requested") -> None:
        """Tells one connection that it ends, as Slack does every few hours, and waits for another."""
        await self.connected()
        opened = self.opened
        socket = self.links.pop(0)
        await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "applink"}})
        await self.connected(opened=opened + 1)
        await socket.close()

    async def drop(self) -> None:
        """Ends all connections without a word."""
        for socket in list(self.links):
            await socket.close()

    async def end(self, _: web.Application) -> None:
        await self.drop()
