"""Telling open pages that something changed, by server-sent events."""

import asyncio
from contextlib import suppress

from aiohttp import web

from bot.platforms.playground.room import Room

# A comment now and then finds out that a window has gone.
PATIENCE_SECONDS = 15.0


async def stream(request: web.Request, room: Room) -> web.StreamResponse:
    """Sends the room's run and revision at each change; the page then asks for what is new."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    await response.write(b"retry: 1000\n\n")
    told = -1
    # A window that was closed breaks the line; there is nobody left to tell.
    with suppress(ConnectionError):
        while not room.closed:
            if room.revision > told:
                told = room.revision
                await response.write(f"id: {told}\ndata: {room.run} {told}\n\n".encode())
            try:
                await asyncio.wait_for(room.changed(told), PATIENCE_SECONDS)
            except TimeoutError:
                await response.write(b": still here\n\n")
    return response
