"""The way in from Teams: everything that happens there comes to one address."""

import json
import logging
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, nullcontext
from ipaddress import IPv6Address, ip_address

import orjson
from aiohttp import ClientSession, web

from bot.links import Links
from bot.parcels import NO_FILES, Files
from bot.platforms.teams.answering import Answering
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.consents import Consents
from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.people import Accounts, Members
from bot.platforms.teams.posting import Posting
from bot.platforms.teams.tokens import OPENID, Keys, NotGenuine, Tokens
from bot.platforms.teams.tokens import Clock as Seconds
from bot.router import Clock
from storage.database import Sessions

PATH = "/api/messages"
# Whatever comes through somebody else's server or tunnel says so in one of these.
PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")

log = logging.getLogger(__name__)


def add_teams(
    app: web.Application,
    credentials: Credentials,
    sessions: Sessions,
    links: Links,
    clock: Clock,
    *,
    files: Files = NO_FILES,
    openid: str = OPENID,
    seconds: Seconds = time.monotonic,
) -> None:
    """Teams' part of the web application. It is let in when the application starts.

    `openid` says where Microsoft's keys are, and `seconds` how old they are.
    """
    door = Door(credentials, sessions, links, clock, files, openid, seconds)
    app.router.add_post(PATH, door.take)
    app.cleanup_ctx.append(door.opened)


def posting(credentials: Credentials, sessions: Sessions) -> Posting:
    """For what the bot sends of its own accord, from any event loop: each request has its own connection."""
    connector = Connector(credentials.app_id, credentials.password, credentials.tenant, ClientSession)
    return Posting(sessions, connector, Members(sessions, connector, credentials.tenant))


class Door:
    """Shut until `opened`: the connections to Teams belong to the event loop of the application."""

    def __init__(
        self,
        credentials: Credentials,
        sessions: Sessions,
        links: Links,
        clock: Clock,
        files: Files,
        openid: str,
        seconds: Seconds,
    ) -> None:
        self._kept: ClientSession | None = None
        self._local = credentials.local
        self._keys = Keys(self._http, openid, seconds)
        self._tokens = Tokens(credentials.app_id, credentials.tenant, self._keys)
        connector = Connector(credentials.app_id, credentials.password, credentials.tenant, self._http)
        accounts = Accounts(sessions, connector, credentials.tenant)
        posting = Posting(sessions, connector, Members(sessions, connector, credentials.tenant))
        consents = Consents(sessions, links, clock, connector, files, self._http)
        self._answering = Answering(sessions, links, clock, connector, accounts, posting, consents)

    def _http(self) -> AbstractAsyncContextManager[ClientSession]:
        return nullcontext(self._kept) if self._kept else ClientSession()

    async def opened(self, _app: web.Application) -> AsyncIterator[None]:
        """Until the application ends."""
        async with ClientSession() as http:
            self._kept = http
            yield
            await self._keys.close()
            await self._answering.close()

    async def take(self, request: web.Request) -> web.Response:
        body = read(await request.read())
        if body is None:
            return web.json_response({"error": "unreadable"}, status=400)
        if not await self._is_genuine(request, body):
            log.warning("a request to %s was refused: it is not from Teams", PATH)
            return web.json_response({"error": "not from Teams"}, status=401)
        answer = await self._answering.take(body)
        if answer is None:
            return web.Response(status=200)
        return web.Response(body=orjson.dumps(answer), content_type="application/json")

    async def _is_genuine(self, request: web.Request, body: dict[str, object]) -> bool:
        if self._local:
            return is_from_here(request)
        try:
            await self._tokens.check(request.headers.get("Authorization", ""), body)
        except NotGenuine:
            return False
        return True


def read(body: bytes) -> dict[str, object] | None:
    """An activity; None where it cannot be one. Whoever sends it may be anyone."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def is_from_here(request: web.Request) -> bool:
    """From a program on this machine: neither through a tunnel, nor by a web page open in a browser here.

    A page may have any text sent to this machine, but no JSON to an address that is not its own.
    """
    return (
        is_loopback(request.remote or "")
        and is_loopback(request.url.host or "")
        and request.content_type == "application/json"
        and not any(name in request.headers for name in PASSED_ON)
    )


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    # An address of the old kind, as a server for both kinds sees it.
    old = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (old or address).is_loopback
