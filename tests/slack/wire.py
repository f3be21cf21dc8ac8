"""How Slack brings to a bot what a person did: over HTTP, signed. Socket Mode stands in `sockets`."""

import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol
from urllib.parse import urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout

Fields = dict[str, Any]
# The names that Socket Mode has for them.
Kind = Literal["slash_commands", "interactive", "events_api"]

# Slack waits no longer for an answer, and tells the person that it did not work.
SLACK_WAITS = 3.0
SIGNATURE, TIMESTAMP = "X-Slack-Signature", "X-Slack-Request-Timestamp"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What the bot said at once. `status` 0: nothing in the time that Slack waits.

    An empty body is {}, and one that is no JSON is {"text": …}, as Slack reads it.
    """

    status: int
    body: Fields
    seconds: float


class Wire(Protocol):
    async def bring(self, kind: Kind, payload: Fields, *, retry: int = 0) -> Answer:
        """`retry` counts how often Slack has brought this before: it does so with events."""


@dataclass(frozen=True)
class Http:
    """Slack's requests to an address, signed with the app's secret."""

    url: str
    secret: str

    async def bring(self, kind: Kind, payload: Fields, *, retry: int = 0) -> Answer:
        content, body = as_request(kind, payload)
        again = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"} if retry else {}
        return await self.post(body, content, again)

    async def post(
        self, body: str, content: str = FORM, headers: Mapping[str, str | None] | None = None
    ) -> Answer:
        """Any body, rightly signed now, but for the `headers` given here: None leaves one out."""
        signed_at = str(int(time.time()))
        usual: dict[str, str | None] = {
            "Content-Type": content,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            TIMESTAMP: signed_at,
            SIGNATURE: signature(self.secret, signed_at, body),
        }
        sent = {name: value for name, value in {**usual, **(headers or {})}.items() if value is not None}
        began = time.monotonic()
        try:
            async with (
                ClientSession(timeout=ClientTimeout(total=SLACK_WAITS)) as session,
                session.post(self.url, data=body.encode(), headers=sent) as answered,
            ):
                said = read(await answered.text(), answered.content_type)
                return Answer(answered.status, said, time.monotonic() - began)
        except (TimeoutError, ClientError):
            return Answer(0, {}, time.monotonic() - began)


def as_request(kind: Kind, payload: Fields) -> tuple[str, str]:
    """The content type and the body."""
    if kind == "events_api":
        return "application/json", json.dumps(payload)
    return FORM, urlencode(payload if kind == "slash_commands" else {"payload": json.dumps(payload)})


def signature(secret: str, timestamp: str, body: str) -> str:
    signed = hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256)
    return f"v0={signed.hexdigest()}"


def read(text: str, content: str) -> Fields:
    if content == "application/json" and text.strip():
        said = json.loads(text)
        return said if isinstance(said, dict) else {"text": text}
    return {"text": text} if text.strip() else {}
