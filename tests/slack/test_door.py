"""Who is let in at the door from Slack: those whose signature is Slack's, and nobody else."""

import hashlib
import hmac
import json
import logging
import time
from collections.abc import AsyncIterator, Mapping
from urllib.parse import urlencode

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

import bot.handlers
from bot.platforms.slack.credentials import Credentials
from bot.platforms.slack.door import add_slack
from bot.platforms.slack.manifest import PATH
from storage.database import Sessions
from tests.chat import LINKS, MORNING
from tests.conversation.conftest import KATE
from tests.slack.relay import Slack
from tests.slack.seed import BOT_TOKEN, TEAM

assert bot.handlers.__all__

SECRET = "a secret for the tests"  # noqa: S105
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
Door = TestClient[web.Request, web.Application]


@pytest.fixture
async def door(slack: Slack, sqlite_consortium: Sessions) -> AsyncIterator[Door]:
    app = web.Application()
    add_slack(app, Credentials(BOT_TOKEN, SECRET, "", slack.api), sqlite_consortium, LINKS, lambda: MORNING)
    async with TestClient(TestServer(app)) as client:
        yield client


def signature(body: str, timestamp: str, secret: str = SECRET) -> str:
    return "v0=" + hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()


def signed(body: str, kind: str = FORM) -> dict[str, str]:
    now = str(int(time.time()))
    return {
        "Content-Type": kind,
        "X-Slack-Request-Timestamp": now,
        "X-Slack-Signature": signature(body, now),
    }


async def typed(slack: Slack, command: str, text: str) -> str:
    kate = await slack.person(KATE)
    fields = {
        "command": command,
        "text": text,
        "team_id": TEAM,
        "user_id": kate,
        "channel_id": await slack.channel("group-2"),
        "trigger_id": await slack.trigger(kate),
        "response_url": f"{slack.api}none",
    }
    return urlencode(fields)


def headers(body: str, at: str, signature_is: str | None = None) -> dict[str, str]:
    return {
        "Content-Type": FORM,
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": signature(body, at) if signature_is is None else signature_is,
    }


def forged(body: str) -> Mapping[str, Mapping[str, str]]:
    now, old = str(int(time.time())), str(int(time.time()) - 600)
    right = headers(body, now)
    return {
        "nothing": {"Content-Type": FORM},
        "no signature": {name: text for name, text in right.items() if name != "X-Slack-Signature"},
        "no time": {name: text for name, text in right.items() if name != "X-Slack-Request-Timestamp"},
        "another secret": headers(body, now, signature(body, now, "another")),
        "another body": headers(body, now, signature(f"{body}&x=1", now)),
        "an old request": headers(body, old),
        "one from the future": headers(body, str(int(now) + 600)),
        "no number": headers(body, "soon"),
        "a blank": headers(body, ""),
        "digits that are none": headers(body, "١٧٩٥٦٦٢١٦٥"),
        "a number without end": headers(body, "9" * 5000),
        "a sign": headers(body, f"+{now}"),
        "letters that are none": headers(body, now, "v0=é"),
    }


@pytest.mark.parametrize("how", list(forged("")))
async def test_what_slack_did_not_sign_is_refused_and_only_the_fact_is_logged(
    door: Door, slack: Slack, caplog: pytest.LogCaptureFixture, how: str
) -> None:
    body = await typed(slack, "/schedule-review", "Oak canary")
    caplog.clear()
    with caplog.at_level(logging.DEBUG):
        answered = await door.post(PATH, data=body, headers=forged(body)[how])
    assert answered.status == 401
    ours = [record.getMessage() for record in caplog.records if record.levelno >= logging.INFO]
    assert [said for said in ours if "aiohttp" not in said][:1] == [
        "a request to /slack/events was refused: it is not signed by Slack"
    ]
    assert "canary" not in caplog.text
    assert slack.by_the_bot() == []


async def test_what_is_no_text_is_refused_like_anything_unsigned(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    answered = await door.post(PATH, data=b"text=\xff", headers=headers("text=", str(int(time.time()))))
    assert answered.status == 401
    assert [record.levelname for record in caplog.records if record.levelno > logging.INFO] == ["WARNING"]


@pytest.mark.parametrize(
    "text", ["payload", "Oak, payload=1", 'payload={"type":"block_actions"}', "&payload="]
)
async def test_a_command_may_hold_any_word(door: Door, slack: Slack, text: str) -> None:
    body = await typed(slack, "/peer-review", f"{text} canary")
    answered = await door.post(PATH, data=body, headers=signed(body))
    assert answered.status == 200
    assert "I didn’t understand" in (await answered.json())["text"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [("payload=no", FORM), ("{", JSON), ("[]", JSON), ("payload=[]", FORM), ("payload=3", FORM)],
)
async def test_what_cannot_be_read_is_refused(door: Door, body: str, kind: str) -> None:
    assert (await door.post(PATH, data=body, headers=signed(body, kind))).status == 400


async def test_slack_finds_the_address_when_the_app_is_made(door: Door) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "c4a11e", "token": "unused"})
    answered = await door.post(PATH, data=body, headers=signed(body, JSON))
    assert (answered.status, "c4a11e" in await answered.text()) == (200, True)
