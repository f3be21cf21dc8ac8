"""One request to Teams over the application's own connections, once, with the bot's token."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import orjson
from aiohttp import ClientResponse, ClientSession, ClientTimeout
from yarl import URL

from bot.cards.words import Json

ANSWER_SECONDS = 12
JSON_BODY = {"Accept": "application/json", "Content-Type": "application/json; charset=utf-8"}
DONE = {200, 201, 202}
# Connections that are kept for the whole application, or made for one request.
Http = Callable[[], AbstractAsyncContextManager[ClientSession]]


class Refused(Exception):
    """Teams answered, and did not do it. `headers` may say when to come again."""

    def __init__(self, status: int, code: str, headers: Mapping[str, str]) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.headers = headers


class Away(Exception):
    """No answer that could be read. `perhaps_done`: it was asked for, and may have been done all the same."""

    def __init__(self, reason: str, *, perhaps_done: bool = True) -> None:
        super().__init__(reason)
        self.perhaps_done = perhaps_done


class Requests:
    def __init__(self, http: Http, token: Callable[[], Awaitable[str]]) -> None:
        self._http = http
        self._token = token

    async def put(self, url: URL, body: Json) -> None:
        """Put something in place of what is there. Raises Refused; ValueError: what answered is not Teams."""
        async with self.opened("PUT", url, JSON_BODY, orjson.dumps(body)) as answered:
            said = await answered.read()
        if answered.status not in DONE:
            raise Refused(answered.status, code_in(said), answered.headers)
        if said:
            # A page in the place of an answer is none of Teams' own: whoever sent it has changed nothing.
            orjson.loads(said)

    @asynccontextmanager
    async def opened(
        self, method: str, url: str | URL, headers: Mapping[str, str], body: str | bytes | None
    ) -> AsyncIterator[ClientResponse]:
        """The answer, before its body is read."""
        token = await self._token()
        signed = {"Authorization": f"Bearer {token}"} if token else {}
        sent, limit = {**headers, **signed}, ClientTimeout(total=ANSWER_SECONDS)
        async with (
            self._http() as http,
            http.request(
                method, url, headers=sent, data=body, timeout=limit, allow_redirects=False
            ) as answered,
        ):
            yield answered


def code_in(said: bytes) -> str:
    """What Teams calls the error; a server on the way may answer with a page instead."""
    try:
        return str(orjson.loads(said)["error"]["code"])
    except (ValueError, LookupError, TypeError):
        return ""
