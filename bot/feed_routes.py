"""The calendars that Outlook and Google Calendar subscribe to: they ask by themselves, and often."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from aiohttp import ETag, web
from sqlalchemy.orm import Session

from bot.handlers.feed_reading import MINE, OF_GROUP, of_group, of_person
from bot.link_routes import Clock
from bot.links import Links
from bot.pages import page
from storage.database import Sessions

# (session, subject_id, serial, now) to the calendar; None: that address is not good, or no longer.
Calendar = Callable[[Session, int, int, datetime], bytes | None]

CALENDARS: Mapping[str, Calendar] = {MINE: of_person, OF_GROUP: of_group}
# In an hour. Programs ask every few minutes at the most, and a group's address is used by many of them.
MOST: Mapping[str, int] = {MINE: 60, OF_GROUP: 600}
AN_HOUR = 3600
HEADERS = {
    # Kept by nobody in between, and asked for again each time, so that an old address is dead at once.
    "Cache-Control": "private, no-cache",
    "Content-Disposition": 'inline; filename="peer-review.ics"',
}


class Allowance:
    """How often each address was asked for in this hour, by this process. Only good tokens are counted."""

    def __init__(self, most: int) -> None:
        self.most, self.hour = most, 0
        self.asked: Counter[tuple[int, int]] = Counter()

    def wait(self, address: tuple[int, int], now: datetime) -> int:
        """The seconds until it may be asked for again; 0: it may be now, and this is counted."""
        hour, second = divmod(int(now.timestamp()), AN_HOUR)
        if hour != self.hour:
            self.hour = hour
            self.asked.clear()
        self.asked[address] += 1
        return AN_HOUR - second if self.asked[address] > self.most else 0


def add_feed_routes(app: web.Application, sessions: Sessions, links: Links, clock: Clock) -> None:
    """Serve `/feeds/mine/{token}.ics` and `/feeds/group/{token}.ics`; `clock` gives the moment in UTC."""
    for purpose in CALENDARS:
        app.router.add_get(f"/{purpose}/{{token}}.ics", giving(purpose, sessions, links, clock))


def giving(
    purpose: str, sessions: Sessions, links: Links, clock: Clock
) -> Callable[[web.Request], Awaitable[web.Response]]:
    allowance = Allowance(MOST[purpose])

    async def give(request: web.Request) -> web.Response:
        now = clock()
        address = links.read_feed(purpose, request.match_info["token"])
        if address is None:
            return not_here()
        if seconds := allowance.wait(address, now):
            return too_often(seconds)
        calendar = await asyncio.to_thread(asked, sessions, CALENDARS[purpose], address, now)
        return not_here() if calendar is None else answer_with(calendar, request)

    return give


def asked(sessions: Sessions, of: Calendar, address: tuple[int, int], now: datetime) -> bytes | None:
    # Without a commit, whatever it touches is rolled back.
    with sessions() as session:
        return of(session, *address, now)


def answer_with(calendar: bytes, request: web.Request) -> web.Response:
    """The calendar, or that it is still the one that they have."""
    tag = ETag(hashlib.sha256(calendar).hexdigest()[:32])
    if any(held.value in (tag.value, "*") for held in request.if_none_match or ()):
        answer = web.Response(status=304, headers={"Cache-Control": HEADERS["Cache-Control"]})
    else:
        answer = web.Response(body=calendar, content_type="text/calendar", charset="utf-8", headers=HEADERS)
    answer.etag = tag
    return answer


def not_here() -> web.Response:
    """The same for every address that opens nothing: nobody learns which of them was ever good."""
    return page(
        "There is no calendar here",
        "Calendar addresses can be renewed, and an old one then opens nothing. "
        "Press “Put it in my calendar” in the chat for the one that is good now.",
        status=404,
    )


def too_often(seconds: int) -> web.Response:
    answer = page(
        "That was asked for too often",
        "A few times an hour is plenty: dates seldom change. Please try again a little later.",
        status=429,
    )
    answer.headers["Retry-After"] = str(seconds)
    return answer
