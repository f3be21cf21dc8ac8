"""What signed links open. Nothing here changes anything: mail scanners and previews follow links too."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.links import Closed, Links, Opened
from bot.pages import page
from storage.database import Sessions

CALENDAR = "calendar"

Clock = Callable[[], datetime]
# (session, person_id, subject_id, now) to the file; None when this person may not have it, or it is gone.
Paper = Callable[[Session, int, int, datetime], bytes | None]


def add_link_routes(
    app: web.Application, sessions: Sessions, links: Links, clock: Clock, *, calendar: Paper
) -> None:
    """Serve `/calendar/{token}`. `clock` gives the moment in UTC; `calendar` checks the person again."""

    async def open_calendar(request: web.Request) -> web.Response:
        now = clock()
        opened = links.read(CALENDAR, request.match_info["token"], now)
        if isinstance(opened, Closed):
            return closed(opened)
        file = await asyncio.to_thread(written, sessions, calendar, opened, now)
        if file is None:
            return not_yours()
        return web.Response(
            body=file,
            content_type="text/calendar",
            charset="utf-8",
            headers={"Content-Disposition": 'attachment; filename="peer-review.ics"'},
        )

    app.router.add_get(f"/{CALENDAR}/{{token}}", open_calendar)


def written(sessions: Sessions, paper: Paper, opened: Opened, now: datetime) -> bytes | None:
    # Without a commit, whatever the writer touches is rolled back.
    with sessions() as session:
        return paper(session, opened.person_id, opened.subject_id, now)


def closed(reason: Closed) -> web.Response:
    match reason:
        case Closed.EXPIRED:
            return page(
                "This link has run out",
                "Links from the chat last an hour. Press the button in the chat again for a fresh one.",
                status=410,
            )
        case Closed.ALTERED:
            return page(
                "This link isn't complete",
                "A part of it may have been lost on the way. "
                "Press the button in the chat again, or copy the whole link.",
                status=403,
            )


def not_yours() -> web.Response:
    return page(
        "This isn't open to you",
        "The person this link was made for can no longer see this, or it is no longer there. "
        "If you think that is wrong, the Consortium Office can help.",
        status=403,
    )
