"""What a governor’s link opens: a form for the code and, to whoever gives it, a paper that can be signed."""

import asyncio
from urllib.parse import parse_qs

from aiohttp import web
from sqlalchemy.orm import Session

from bot.documents.governor_page import Page
from bot.handlers import governor
from bot.handlers.governor_access import GOVERNOR, Shut
from bot.language.legible import legible
from bot.link_routes import KEPT_QUIET, Clock, closed
from bot.links import Closed, Links, Opened
from bot.pages import content_policy, page
from bot.router import Fields, in_turn
from storage.database import Sessions

# The longest query that anybody may paste, and far from what would keep us busy.
MOST_BYTES, MOST_FIELDS = 256 * 1024, 20
TOO_LARGE = "That is more than this page takes at once. Please go back and make it shorter."
UNREADABLE = "That can’t be read. Please go back and try again."
LOST = (
    "A governor’s link lasts 14 days. Please ask whoever sent it to you for a new one.",
    "Please copy the whole link from the message, or ask whoever sent it to you for a new one.",
)


def add_governor_routes(app: web.Application, sessions: Sessions, links: Links, clock: Clock) -> None:
    """Serve `/governor/{token}`; `clock` gives the moment in UTC."""

    def look_at(seen: Opened) -> Page | Shut:
        # Without a commit, whatever it touches is rolled back.
        with sessions() as session:
            return governor.look(session, seen, links, clock())

    async def look(request: web.Request) -> web.Response:
        seen = links.read(GOVERNOR, request.match_info["token"], clock())
        if isinstance(seen, Closed):
            return closed(seen, *LOST)
        return shown(await asyncio.to_thread(look_at, seen))

    async def answer(request: web.Request) -> web.Response:
        now = clock()
        seen = links.read(GOVERNOR, request.match_info["token"], now)
        if isinstance(seen, Closed):
            return closed(seen, *LOST)
        fields = await form_in(request)
        if isinstance(fields, web.Response):
            return fields

        def act(session: Session) -> Page | Shut:
            return governor.answer(session, seen, links, now, fields)

        return shown(await asyncio.to_thread(in_turn, sessions, GOVERNOR, act))

    app.router.add_get(f"/{GOVERNOR}/{{token}}", look)
    app.router.add_post(f"/{GOVERNOR}/{{token}}", answer)


def shown(found: Page | Shut) -> web.Response:
    if isinstance(found, Shut):
        return page(found.title, found.sentence, status=found.status)
    headers = {**KEPT_QUIET, "Content-Security-Policy": content_policy(found.style, forms=True)}
    return web.Response(text=found.text, content_type="text/html", headers=headers)


async def form_in(request: web.Request) -> Fields | web.Response:
    """The form that came back, without letters that no database keeps; or why it is not read."""
    body = b""
    async for piece in request.content.iter_chunked(MOST_BYTES):
        body += piece
        if len(body) > MOST_BYTES:
            return page("This is too long", TOO_LARGE, status=413)
    try:
        found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return page("This can’t be read", UNREADABLE, status=400)
    return {name: tuple(map(legible, values)) for name, values in found.items()}
