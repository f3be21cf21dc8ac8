"""Whether a request is from Microsoft: its token, signed by one of the keys that Microsoft publishes."""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import jwt
from aiohttp import ClientError

from bot.platforms.teams.connector import Http

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
        self._asked = float("-inf")
        self._one_at_a_time = asyncio.Lock()

    async def find(self, key_id: str) -> Key | None:
        old = self._clock() - self._asked > FRESH_SECONDS
        if old or key_id not in self._keys:
            await self._ask(key_id, anyhow=old)
        return self._keys.get(key_id)

    async def _ask(self, key_id: str, *, anyhow: bool) -> None:
        async with self._one_at_a_time:
            known = key_id in self._keys and not anyhow
            if known or self._clock() - self._asked < ASK_AGAIN_SECONDS:
                return
            self._asked = self._clock()
            try:
                self._keys = await self._fetched()
            except (ClientError, TimeoutError, ValueError, KeyError, TypeError, jwt.PyJWTError) as away:
                # The keys that we have go on being good.
                log.warning("Microsoft's keys could not be fetched: %s", type(away).__name__)

    async def _fetched(self) -> Mapping[str, Key]:
        async with asyncio.timeout(ANSWER_SECONDS):
            async with self._http() as http:
                async with http.get(self._url) as answered:
                    address = (await answered.json(content_type=None))["jwks_uri"]
                async with http.get(address) as answered:
                    found = (await answered.json(content_type=None))["keys"]
        return {
            one["kid"]: Key(jwt.PyJWK(one, algorithm="RS256"), tuple(one.get("endorsements", ())))
            for one in found
            if one.get("kty") == "RSA"
        }


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
            key = await self._keys.find(str(jwt.get_unverified_header(token).get("kid", "")))
            if key is None:
                raise NotGenuine("unknown key")
            claims = jwt.decode(
                token,
                key.public,
                algorithms=ALGORITHMS,
                audience=self._app_id,
                issuer=ISSUER,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud"]},
            )
        except (jwt.PyJWTError, ValueError, TypeError) as wrong:
            raise NotGenuine(type(wrong).__name__) from None
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


def mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
