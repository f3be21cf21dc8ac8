"""The way in from Slack: over HTTP with a signing secret, over Socket Mode with an app-level token."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import ClientSession, ClientTimeout, web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from bot.links import Links
from bot.platforms.slack.accounts import Accounts
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.credentials import Credentials
from bot.platforms.slack.homes import Homes
from bot.platforms.slack.manifest import PATH
from bot.platforms.slack.posting import ANSWER_SECONDS
from bot.platforms.slack.quiet import quiet
from bot.router import Clock
from storage.database import Sessions

# How long Slack's own client waits between two tries to connect.
LINE_SECONDS = 10.0
CLOSE_SECONDS = 2.0
# From the acknowledgement to the last of its letters on the line.
ACK_SENT_SECONDS = 0.1

log = logging.getLogger(__name__)


def add_slack(
    app: web.Application, credentials: Credentials, sessions: Sessions, links: Links, clock: Clock
) -> None:
    """Slack's part of the web application. It is let in when the application starts."""
    door = Door(credentials, sessions, links, clock)
    if credentials.signing_secret:
        app.router.add_post(PATH, door.over_http)
    app.cleanup_ctx.append(door.opened)


class Door:
    """Shut until `opened`: the connections to Slack belong to the event loop of the application."""

    def __init__(self, credentials: Credentials, sessions: Sessions, links: Links, clock: Clock) -> None:
        self._credentials = credentials
        self._client = client(credentials)
        accounts, homes = Accounts(sessions, self._client), Homes(sessions, links, clock, self._client)
        self._answering = Answering(sessions, links, clock, self._client, accounts, homes)
        self._bolt = bolt(self._client, self._answering)

    async def opened(self, _app: web.Application) -> AsyncIterator[None]:
        """Until the application ends."""
        # With a session of ours, slack_sdk goes by its limit alone.
        limit = ClientTimeout(ANSWER_SECONDS)
        async with ClientSession(timeout=limit, json_serialize_bytes=orjson.dumps) as http:
            self._client.session = http
            line = asyncio.create_task(self._over_socket()) if self._credentials.app_token else None
            yield
            await self._answering.finish()
            if line:
                await asyncio.sleep(ACK_SENT_SECONDS)
                line.cancel()
                with suppress(asyncio.CancelledError):
                    await line
            await self._answering.close()

    async def over_http(self, request: web.Request) -> web.Response:
        # Slack writes UTF-8; what is something else can't have its signature.
        body = (await request.read()).decode("utf-8", "replace")
        if not self._is_genuine(request, body):
            log.warning("a request to %s was refused: it is not signed by Slack", PATH)
            return web.json_response({"error": "not signed by Slack"}, status=401)
        payload = read(request.content_type, body)
        if payload is None:
            return web.json_response({"error": "unreadable"}, status=400)
        # Bolt reads no slash command with the word "payload" in it; what is read already it takes as it is.
        asked = AsyncBoltRequest(mode="socket_mode", body=payload)
        return await to_aiohttp_response(await self._bolt.async_dispatch(asked))

    def _is_genuine(self, request: web.Request, body: str) -> bool:
        timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 12 and signature.isascii()):
            return False
        verifier = SignatureVerifier(self._credentials.signing_secret)
        return bool(verifier.is_valid(body, timestamp, signature))

    async def _over_socket(self) -> None:
        """Keep a line to Slack: its own client tries until there is one, and whenever it breaks."""
        asks = AsyncWebClient(base_url=self._credentials.api_url)
        line = AsyncSocketModeHandler(
            self._bolt,
            self._credentials.app_token,
            logger=log,
            web_client=asks,
            ping_interval=LINE_SECONDS,
        )
        connecting = asyncio.create_task(line.client.connect())  # type: ignore[no-untyped-call]
        try:
            while True:
                await asyncio.sleep(LINE_SECONDS / 2)
                if not await line.client.is_connected():
                    # Slack gives an address for one try; the client would go on with the same one for ever.
                    line.client.wss_uri = None
        finally:
            connecting.cancel()
            # Of a line that is dead without having been closed, the other end never says that it is closed.
            with suppress(TimeoutError):
                await asyncio.wait_for(line.client.close(), CLOSE_SECONDS)  # type: ignore[no-untyped-call]
            await line.client.aiohttp_client_session.close()


class Patience(AsyncRateLimitErrorRetryHandler):
    """Waits as long as Slack asks, but for what opens a form: by then it is too late for that."""

    async def _can_retry_async(self, *, request: HttpRequest, **asked: Any) -> bool:  # noqa: ANN401
        opens = request.url.endswith(("/views.open", "/views.push"))
        return not opens and bool(await super()._can_retry_async(request=request, **asked))


def client(credentials: Credentials) -> AsyncWebClient:
    """Patient where Slack asks for it; nothing else is asked twice."""
    return AsyncWebClient(
        credentials.bot_token,
        credentials.api_url,
        timeout=ANSWER_SECONDS,
        retry_handlers=[Patience(max_retry_count=1)],
        logger=quiet(),
    )


def read(content_type: str, body: str) -> dict[str, Any] | None:
    """A payload as Slack sends it: an event as JSON, a click as JSON in a form, a command as a form."""
    try:
        if content_type == "application/json":
            found = json.loads(body)
        else:
            form = dict(parse_qsl(body, keep_blank_values=True))
            found = json.loads(form["payload"]) if "payload" in form else form
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def bolt(client: AsyncWebClient, answering: Answering) -> AsyncApp:
    """Bolt's app, which finds for each payload its acknowledgement; everything goes to `answering`."""

    async def let_in() -> AuthorizeResult:
        # Bolt would first ask Slack whether our token is good; where that fails once, a click goes nowhere.
        return AuthorizeResult(enterprise_id=None, team_id=None, bot_token=client.token)

    app = AsyncApp(
        client=client,
        authorize=let_in,
        # What takes long is `answering`'s business. Bolt would look for the acknowledgement a hundred times a
        # second, and would acknowledge an event before anything has come of it.
        process_before_response=True,
        # Where something comes in over HTTP, its signature has been checked before.
        request_verification_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
        # It writes whole payloads into its log, with what people typed.
        logger=quiet(),
    )

    async def on(ack: AsyncAck, body: dict[str, Any]) -> BoltResponse:
        said = await answering.take(body)
        return await (ack(said) if said else ack())

    # Routes are the router's business, so that everything is one listener's; Bolt's own would be asked one
    # by one whether it is theirs.
    app.use(on)
    return app
