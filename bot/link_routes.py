"""What signed links open. Nothing here changes anything: mail scanners and previews follow links too."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import TypeVar
from urllib.parse import quote

from aiohttp import web
from sqlalchemy.orm import Session

from bot.links import Closed, File, Gives, LeadsTo, Links, Opened
from bot.pages import content_policy, page
from storage.database import Sessions

CALENDAR = "calendar"

Clock = Callable[[], datetime]
Found = TypeVar("Found")
# (session, person_id, subject_id, now) to the file; None when this person may not have it, or it is gone.
Paper = Callable[[Session, int, int, datetime], bytes | None]

FROM_THE_CHAT = (
    "Links from the chat last an hour. Press the button in the chat again for a fresh one.",
    "Press the button in the chat again, or copy the whole link.",
)
FROM_A_CARD = (
    "Ask for the paperwork in the chat again: whoever may still see it finds a fresh link there.",
    "Ask for the paperwork in the chat again, or copy the whole link.",
)
FROM_THE_PAPERS = (
    "Links to papers last an hour. Ask for the paper in the chat again for a fresh one.",
    "Ask for the paper in the chat again, or copy the whole link.",
)
# Said again here, so that no application around us can forget it: the next website is told nothing of us.
KEPT_QUIET = {"Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}


def add_link_routes(
    app: web.Application,
    sessions: Sessions,
    links: Links,
    clock: Clock,
    *,
    calendar: Paper,
    addresses: Mapping[str, LeadsTo],
    files: Mapping[str, Gives],
) -> None:
    """Serve `/calendar/{token}`, and `/{purpose}/{token}` for each of the `files`, and of the `addresses`,
    which is sent on.

    `clock` gives the moment in UTC; `calendar`, `addresses` and `files` check the person again.
    """

    async def open_calendar(request: web.Request) -> web.Response:
        now = clock()
        opened = links.read(CALENDAR, request.match_info["token"], now)
        if isinstance(opened, Closed):
            return closed(opened, *FROM_THE_CHAT)
        file = await asyncio.to_thread(asked, sessions, calendar, opened, now)
        if file is None:
            return not_yours()
        return web.Response(
            body=file,
            content_type="text/calendar",
            charset="utf-8",
            headers={"Content-Disposition": 'attachment; filename="peer-review.ics"'},
        )

    app.router.add_get(f"/{CALENDAR}/{{token}}", open_calendar)
    for purpose, leads_to in addresses.items():
        app.router.add_get(f"/{purpose}/{{token}}", sending_on(purpose, leads_to, sessions, links, clock))
    for purpose, gives in files.items():
        app.router.add_get(f"/{purpose}/{{token}}", handing_out(purpose, gives, sessions, links, clock))


def sending_on(
    purpose: str, leads_to: LeadsTo, sessions: Sessions, links: Links, clock: Clock
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def send_on(request: web.Request) -> web.Response:
        now = clock()
        opened = links.read(purpose, request.match_info["token"], now)
        if isinstance(opened, Closed):
            return closed(opened, *FROM_A_CARD)
        address = await asyncio.to_thread(asked, sessions, leads_to, opened, now)
        if address is None:
            return not_yours()
        return web.Response(status=302, headers={"Location": in_ascii(address), **KEPT_QUIET})

    return send_on


def handing_out(
    purpose: str, gives: Gives, sessions: Sessions, links: Links, clock: Clock
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def hand_out(request: web.Request) -> web.Response:
        now = clock()
        opened = links.read(purpose, request.match_info["token"], now)
        if isinstance(opened, Closed):
            return closed(opened, *FROM_THE_PAPERS)
        file = await asyncio.to_thread(asked, sessions, gives, opened, now)
        return not_yours() if file is None else answer_with(file)

    return hand_out


def answer_with(file: File) -> web.Response:
    headers = dict(KEPT_QUIET)
    if file.name:
        headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    if file.style:
        headers["Content-Security-Policy"] = content_policy(file.style)
    is_text = file.media_type.startswith("text/")
    return web.Response(
        body=file.body, content_type=file.media_type, charset="utf-8" if is_text else None, headers=headers
    )


def in_ascii(address: str) -> str:
    """As a header can carry it; what is ASCII stays as it was typed, for it may be signed."""
    return "".join(letter if letter.isascii() else quote(letter) for letter in address)


def asked(
    sessions: Sessions, of: Callable[[Session, int, int, datetime], Found], opened: Opened, now: datetime
) -> Found:
    # Without a commit, whatever the writer touches is rolled back.
    with sessions() as session:
        return of(session, opened.person_id, opened.subject_id, now)


def closed(reason: Closed, run_out: str, lost: str) -> web.Response:
    match reason:
        case Closed.EXPIRED:
            return page("This link has run out", run_out, status=410)
        case Closed.ALTERED:
            lost = f"A part of it may have been lost on the way. {lost}"
            return page("This link isn't complete", lost, status=403)


def not_yours() -> web.Response:
    return page(
        "This isn't open to you",
        "The person this link was made for can no longer see this, or it is no longer there. "
        "If you think that is wrong, the Consortium Office can help.",
        status=403,
    )
