"""The way in from Teams: everything that happens there comes to one address."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, nullcontext
from ipaddress import ip_address

from aiohttp import ClientSession, web

from bot.links import Links
from bot.platforms.teams.answering import Answering
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.people import Accounts, Members
from bot.platforms.teams.posting import Posting
from bot.platforms.teams.tokens import OPENID, Keys, NotGenuine, Tokens
from bot.router import Clock
from storage.database import Sessions

PATH = "/api/messages"
# A card's inputs come back whole; Teams takes no message of more than 100 KB.
MOST_BYTES = 1024 * 1024

log = logging.getLogger(__name__)


def add_teams(
    app: web.Application,
    credentials: Credentials,
    sessions: Sessions,
    links: Links,
    clock: Clock,
    *,
    openid: str = OPENID,
) -> None:
    """Teams' part of the web application. It is let in when the application starts."""
    door = Door(credentials, sessions, links, clock, openid)
    app.router.add_post(PATH, door.take)
    app.cleanup_ctx.append(door.opened)


def posting(credentials: Credentials, sessions: Sessions) -> Posting:
    """For what the bot sends of its own accord, from any event loop: each request has its own connection."""
    connector = Connector(credentials.app_id, credentials.password, credentials.tenant, ClientSession)
    return Posting(sessions, connector, Members(sessions, connector, credentials.tenant))


class Door:
    """Shut until `opened`: the connections to Teams belong to the event loop of the application."""

    def __init__(
        self, credentials: Credentials, sessions: Sessions, links: Links, clock: Clock, openid: str
    ) -> None:
        self._kept: ClientSession | None = None
        self._local = credentials.local
        self._tokens = Tokens(credentials.app_id, credentials.tenant, Keys(self._http, openid))
        connector = Connector(credentials.app_id, credentials.password, credentials.tenant, self._http)
        accounts = Accounts(sessions, connector, credentials.tenant)
        posting = Posting(sessions, connector, Members(sessions, connector, credentials.tenant))
        self._answering = Answering(sessions, links, clock, connector, accounts, posting)

    def _http(self) -> AbstractAsyncContextManager[ClientSession]:
        return nullcontext(self._kept) if self._kept else ClientSession()

    async def opened(self, _app: web.Application) -> AsyncIterator[None]:
        """Until the application ends."""
        async with ClientSession() as http:
            self._kept = http
            yield
            await self._answering.close()

    async def take(self, request: web.Request) -> web.Response:
        try:
            body = json.loads(await request.read())
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return web.json_response({"error": "unreadable"}, status=400)
        if not await self._is_genuine(request, body):
            log.warning("a request to %s was refused: it is not from Teams", PATH)
            return web.json_response({"error": "not from Teams"}, status=401)
        answer = await self._answering.take(body)
        return web.json_response(answer) if answer is not None else web.Response(status=200)

    async def _is_genuine(self, request: web.Request, body: dict[str, object]) -> bool:
        if self._local:
            return is_loopback(request.remote or "")
        try:
            await self._tokens.check(request.headers.get("Authorization", ""), body)
        except NotGenuine:
            return False
        return True


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
