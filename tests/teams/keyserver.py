"""Microsoft's keys, and tokens as Microsoft signs them: a server of the tests' own on 127.0.0.1."""

import asyncio
import json
import time
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.teams.seed import APP

Fields = Mapping[str, Any]
ISSUER = "https://api.botframework.com"
ENDORSED = ("directline", "msteams", "webchat")
LIFE_SECONDS = 3600
FIRST = "the first key"


@cache
def private(name: str) -> rsa.RSAPrivateKey:
    """Made once in a run of the tests: it takes its time."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def pem(name: str) -> bytes:
    """The public part, which everyone may know."""
    return private(name).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def published(name: str, endorsements: Collection[str] = ENDORSED) -> dict[str, Any]:
    key = jwt.algorithms.RSAAlgorithm.to_jwk(private(name).public_key(), as_dict=True)
    named = {"kid": name, "use": "sig", "x5t": name, "endorsements": list(endorsements)}
    return {**{part: key[part] for part in ("kty", "n", "e")}, **named}


@dataclass
class KeyServer:
    """`keys` are those that it tells of. `asked` counts how often it was asked, from the first page on.

    `says` is what it answers instead, `status` how; while `open` is not set, it hangs. `heard` is set when it
    is asked.
    """

    keys: list[dict[str, Any]] = field(default_factory=lambda: [published(FIRST)])
    asked: int = 0
    says: str | None = None
    status: int = 200
    open: asyncio.Event = field(default_factory=asyncio.Event)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    address: str = ""

    def hang(self) -> None:
        self.open.clear()
        self.heard.clear()

    @property
    def openid(self) -> str:
        return f"{self.address}/v1/.well-known/openidconfiguration"

    async def configuration(self, _request: web.Request) -> web.Response:
        self.asked += 1
        self.heard.set()
        await self.open.wait()
        told = {"issuer": ISSUER, "jwks_uri": f"{self.address}/v1/.well-known/keys"}
        return self._answer({**told, "id_token_signing_alg_values_supported": ["RS256"]})

    async def told(self, _request: web.Request) -> web.Response:
        return self._answer({"keys": self.keys})

    def _answer(self, told: Fields) -> web.Response:
        text = json.dumps(told) if self.says is None else self.says
        return web.Response(text=text, content_type="application/json", status=self.status)


@asynccontextmanager
async def key_server() -> AsyncIterator[KeyServer]:
    server = KeyServer()
    server.open.set()
    app = web.Application()
    app.router.add_get("/v1/.well-known/openidconfiguration", server.configuration)
    app.router.add_get("/v1/.well-known/keys", server.told)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield server
    server.open.set()
    await runner.cleanup()


def claims(service_url: str, **changed: object) -> dict[str, Any]:
    """As Microsoft puts them into a token; what is changed to None is left out."""
    now = int(time.time())
    usual = {"iss": ISSUER, "aud": APP, "nbf": now, "exp": now + LIFE_SECONDS, "serviceurl": service_url}
    return {name: value for name, value in (usual | changed).items() if value is not None}


def token(told: Fields, *, key: str = FIRST, **header: object) -> str:
    """Signed by the key of that name. `header` is changed as `claims` are."""
    named = {"typ": "JWT", "alg": "RS256", "kid": key, "x5t": key} | header
    return signed({name: value for name, value in named.items() if value is not None}, told, private(key))


def signed(header: Fields, told: Fields, key: rsa.RSAPrivateKey) -> str:
    """By hand, since the library refuses to make what it would refuse to read."""
    text = f"{part(header)}.{part(told)}"
    rs256 = jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256)
    return f"{text}.{encoded(rs256.sign(text.encode(), key))}"


def part(told: object) -> str:
    return encoded(json.dumps(told).encode())


def encoded(what: bytes) -> str:
    return urlsafe_b64encode(what).rstrip(b"=").decode()


def authorization(activity: Fields) -> str:
    """The header with which Teams would bring this activity."""
    return f"Bearer {token(claims(activity['serviceUrl']))}"
