"""The web application: a health check, what links open, calendars; the platforms’ doors are added."""

import asyncio
import logging
from collections.abc import Collection, Mapping

from aiohttp import web
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.feed_routes import add_feed_routes
from bot.governor_routes import add_governor_routes
from bot.link_routes import Clock, Paper, add_link_routes
from bot.links import Gives, LeadsTo, Links
from bot.pages import add_security_headers, page
from storage import migrate
from storage.database import session_maker

NOT_CONNECTED = (
    "No chat platform is connected: docs/SLACK.md leads through Slack, docs/TEAMS.md through Teams. "
    "To try the bot in a browser, run: peer-review demo"
)
HEALTH_SECONDS = 5

log = logging.getLogger(__name__)


def application(
    engine: Engine,
    links: Links,
    clock: Clock,
    *,
    platforms: Collection[str],
    calendar: Paper,
    addresses: Mapping[str, LeadsTo],
    files: Mapping[str, Gives],
) -> web.Application:
    """`platforms` names those that are connected; `clock` gives the moment in UTC."""
    app = web.Application()
    add_security_headers(app, https=links.public_url.startswith("https:"))
    sessions = session_maker(engine)
    add_link_routes(app, sessions, links, clock, calendar=calendar, addresses=addresses, files=files)
    add_governor_routes(app, sessions, links, clock)
    add_feed_routes(app, sessions, links, clock)
    add_health(app, engine)
    add_front_page(app, platforms)
    return app


def add_front_page(app: web.Application, platforms: Collection[str]) -> None:
    async def front(_request: web.Request) -> web.Response:
        return page(
            "Peer Review",
            "This is the Peer Review bot of a consortium of schools. "
            "It runs their school-to-school reviews from the chat.",
            f"Connected: {', '.join(sorted(platforms))}." if platforms else NOT_CONNECTED,
        )

    app.router.add_get("/", front)


def add_health(app: web.Application, engine: Engine) -> None:
    """`/health` answers 200, or 503 with what is wrong; never with how the database is reached."""

    async def health(_request: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(HEALTH_SECONDS):
                problem = await asyncio.to_thread(problem_with, engine)
        except TimeoutError:
            problem = "The database does not answer."
        if problem:
            return web.json_response({"status": "failing", "problem": problem}, status=503)
        return web.json_response({"status": "ok"})

    app.router.add_get("/health", health)


def problem_with(engine: Engine) -> str:
    """What keeps us from working, in words; "" when nothing does."""
    try:
        if migrate.pending(engine):
            return "The tables are not up to date."
    except SQLAlchemyError:
        log.exception("the database can't be reached")
        return "The database can't be reached."
    return ""
