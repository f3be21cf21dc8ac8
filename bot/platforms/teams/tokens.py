"""Whether a request is from Microsoft: its token, signed by one of the keys that Microsoft publishes."""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import jwt
from aiohttp import ClientError, ClientSession

from bot.cards.replies import mapping
from bot.platforms.teams.requests import Http

OPENID = "https://login.botframework.com/v1/.well-known/openidconfiguration"
ISSUER = "https://api.botframework.com"
# Microsoft names this one; a token that picks its own would be signed by anyone.
ALGORITHMS = ["RS256"]
CHANNEL = "msteams"
# Microsoft's own allowance for clocks that differ.
LEEWAY_SECONDS = 300
# Keys change every few weeks. An unknown one is asked after at once, but not by everyone who makes one up.
FRESH_SECONDS, ASK_AGAIN_SECONDS = 24 * 3600.0, 60.0
ANSWER_SECONDS = 5
# There is one for each of Microsoft's services that brings something.
TOKENS_KEPT = 64

# What reading a token raises: the last two are a number without end, and brackets in brackets without end.
DAMAGED = (jwt.PyJWTError, ValueError, TypeError, ArithmeticError, RecursionError)

Clock = Callable[[], float]

log = logging.getLogger(__name__)


class NotGenuine(Exception):
    """The request is not from Microsoft, or not for this bot; the reason is for the tests alone."""


@dataclass(frozen=True, slots=True)
class Key:
    """`endorsements`: the channels for which the key may sign."""

    public: jwt.PyJWK
    endorsements: Collection[str]


class Keys:
    """Microsoft's keys by their ids, fetched when they are wanted. `clock` gives seconds."""

    def __init__(self, http: Http, url: str = OPENID, clock: Clock = time.monotonic) -> None:
        self._http = http
        self._url = url
        self._clock = clock
        self._keys: Mapping[str, Key] = {}
        self._asked = self._renewed = float("-inf")
        self._asking: asyncio.Task[None] | None = None

    async def find(self, key_id: str) -> Key | None:
        """May wait for Microsoft, no longer than ANSWER_SECONDS."""
        is_old = self._clock() - self._renewed > FRESH_SECONDS
        if (is_old or key_id not in self._keys) and (asking := self._ask()):
            # Others wait for it too: whoever goes away must not stop it.
            await asyncio.shield(asking)
        return self._keys.get(key_id)

    async def close(self) -> None:
        if self._asking:
            self._asking.cancel()
            await asyncio.wait([self._asking])

    def _ask(self) -> "asyncio.Task[None] | None":
        """What is under way, or is begun now; None where it is too soon to ask again."""
        if self._asking and not self._asking.done():
            return self._asking
        if self._clock() - self._asked < ASK_AGAIN_SECONDS:
            return None
        self._asked = self._clock()
        self._asking = asyncio.create_task(self._renew())
        return self._asking

    async def _renew(self) -> None:
        try:
            self._keys = await self._fetched()
            self._renewed = self._clock()
        except (ClientError, OSError, ValueError, TypeError, RuntimeError) as away:
            # The keys that we have go on being good.
            log.warning("Microsoft's keys could not be fetched: %s", type(away).__name__)

    async def _fetched(self) -> Mapping[str, Key]:
        async with asyncio.timeout(ANSWER_SECONDS), self._http() as http:
            address = mapping(await fetched(http, self._url)).get("jwks_uri")
            found = mapping(await fetched(http, str(address))).get("keys")
        keys = {key_id: key for one in found or () for key_id, key in usable(mapping(one))}
        if not keys:
            raise ValueError("no keys")
        return keys


async def fetched(http: ClientSession, url: str) -> object:
    async with http.get(url, raise_for_status=True) as answered:
        found: object = await answered.json(content_type=None)
    return found


def usable(one: Mapping[str, Any]) -> Iterator[tuple[str, Key]]:
    """A key with its id, or nothing: one that is damaged keeps nobody from the others."""
    with suppress(jwt.PyJWTError, ValueError, TypeError, KeyError):
        if one.get("kty") == "RSA" and isinstance(one.get("kid"), str):
            endorsements = tuple(one.get("endorsements") or ())
            yield one["kid"], Key(jwt.PyJWK(dict(one), algorithm="RS256"), endorsements)


class Tokens:
    """Checks what comes with a request; anything that is not as it should be raises NotGenuine."""

    def __init__(self, app_id: str, tenant: str, keys: Keys) -> None:
        self._app_id = app_id
        self._tenant = tenant
        self._keys = keys

    async def check(self, header: str, activity: Mapping[str, Any]) -> None:
        """`header` is the Authorization header as it came, `activity` the body."""
        scheme, _, token = header.partition(" ")
        if scheme != "Bearer" or not token:
            raise NotGenuine("no token")
        try:
            key_id = key_of(token)
            key = await self._keys.find(key_id) if key_id else None
            if key is None:
                raise NotGenuine("unknown key")
            claims = signed(token, key, self._app_id)
        except DAMAGED as wrong:
            raise NotGenuine(type(wrong).__name__) from None
        if claims["exp"] <= time.time() - LEEWAY_SECONDS:
            raise NotGenuine("expired since it was first seen")
        self._fits(claims, key, activity)

    def _fits(self, claims: Mapping[str, Any], key: Key, activity: Mapping[str, Any]) -> None:
        """A genuine token of another request, channel or organisation is no use."""
        if activity.get("channelId") != CHANNEL or (key.endorsements and CHANNEL not in key.endorsements):
            raise NotGenuine("another channel")
        claimed = claims.get("serviceurl") or claims.get("serviceUrl")
        if not claimed or plain(claimed) != plain(activity.get("serviceUrl")):
            raise NotGenuine("another service URL")
        if tenant_of(activity) != self._tenant:
            raise NotGenuine("another tenant")


# Microsoft sends one token for up to an hour, and to read it takes longer than the rest of its checking.
@lru_cache(TOKENS_KEPT)
def key_of(token: str) -> Any:  # noqa: ANN401 (whatever the sender wrote)
    """The id of the key by which the token says it is signed; nothing else of it is to be believed."""
    return jwt.get_unverified_header(token).get("kid")


@lru_cache(TOKENS_KEPT)
def signed(token: str, key: Key, app_id: str) -> Mapping[str, Any]:
    """What a token says that this very key has signed for this bot; whether it still holds is to be asked.

    What is kept belongs to the key as it was fetched: with one that was withdrawn or renewed, the token is
    read anew. What raises is not kept.
    """
    return jwt.decode(
        token,
        key.public,
        algorithms=ALGORITHMS,
        audience=app_id,
        issuer=ISSUER,
        leeway=LEEWAY_SECONDS,
        # Microsoft's are for one bot each; one for several is no token of theirs.
        options={"require": ["exp", "iss", "aud"], "strict_aud": True},
    )


def plain(url: object) -> str:
    return str(url).rstrip("/").casefold()


def tenant_of(activity: Mapping[str, Any]) -> str:
    """Where the activity says twice whose it is, both must say the same."""
    said = {
        str(found)
        for found in (
            mapping(mapping(activity.get("channelData")).get("tenant")).get("id"),
            mapping(activity.get("conversation")).get("tenantId"),
        )
        if found
    }
    return said.pop() if len(said) == 1 else ""
