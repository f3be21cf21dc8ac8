"""What Slack may answer, and what it means: a stub answers as Slack would, and as it should not."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import failures
from bot.cards.model import Card, Text
from bot.cards.slack.room import MESSAGE_TEXT
from bot.failures import Gone, Never, Wait
from bot.platforms.slack import posting
from bot.platforms.slack.posting import Posting, Unavailable
from storage.addresses import Address

CHANNEL = Address("slack", "T1", "C1", personal=False)
PERSON = Address("slack", "T1", "U1", personal=True)
CARD = Card("Hello", (Text("A secret finding."),))


@dataclass
class Stub:
    """Answers each request the same way."""

    status: int = 200
    body: str = '{"ok": false}'
    content: str = "application/json"
    retry_after: str = ""
    hangs: bool = False
    asked: int = 0
    api: str = ""

    async def answer(self, _request: web.Request) -> web.Response:
        self.asked += 1
        if self.hangs:
            await asyncio.sleep(30)
        headers = {"Retry-After": self.retry_after} if self.retry_after else {}
        return web.Response(text=self.body, status=self.status, content_type=self.content, headers=headers)

    def says(self, error: str) -> None:
        self.body = f'{{"ok": false, "error": "{error}"}}'


@pytest.fixture
async def stub() -> AsyncIterator[Stub]:
    stub = Stub()
    app = web.Application()
    app.router.add_post("/api/{method}", stub.answer)
    async with TestServer(app, shutdown_timeout=0.1) as server:
        stub.api = str(server.make_url("/api/"))
        yield stub


async def failing(stub: Stub, to: Address = CHANNEL) -> Exception:
    client = posting.client("xoxb-1", stub.api, answer_seconds=1)
    with pytest.raises((Wait, Never, Gone, Unavailable)) as failed:
        await Posting(client).send(to, CARD)
    return failed.value


@pytest.mark.parametrize(
    ("said", "waited"),
    [
        ("60", timedelta(minutes=1)),
        ("3600", timedelta(hours=1)),
        ("0", timedelta(seconds=1)),
        ("", failures.USUAL_WAIT),
        ("soon", failures.USUAL_WAIT),
        ("-5", failures.USUAL_WAIT),
        ("99999999", failures.LONGEST_WAIT),
    ],
)
async def test_too_many_messages_wait_as_long_as_slack_says(stub: Stub, said: str, waited: timedelta) -> None:
    stub.status, stub.retry_after = 429, said
    stub.says("ratelimited")
    failure = await failing(stub)
    assert isinstance(failure, Wait)
    assert failure.pause == waited


async def test_a_limit_without_its_status_waits_as_well(stub: Stub) -> None:
    stub.says("ratelimited")
    assert isinstance(await failing(stub), Wait)


@pytest.mark.parametrize(
    ("error", "to", "sentence"),
    [
        ("is_archived", CHANNEL, posting.ARCHIVED),
        ("channel_not_found", CHANNEL, posting.NOT_IN_CHANNEL),
        ("not_in_channel", CHANNEL, posting.NOT_IN_CHANNEL),
        ("restricted_action_read_only_channel", CHANNEL, posting.ONLY_SOME_WRITE),
        ("channel_not_found", PERSON, posting.NO_ACCOUNT),
        ("user_disabled", PERSON, posting.NO_ACCOUNT),
    ],
)
async def test_what_somebody_must_mend_in_one_conversation(
    stub: Stub, error: str, to: Address, sentence: str
) -> None:
    stub.says(error)
    failure = await failing(stub, to)
    assert isinstance(failure, Never)
    assert (failure.sentence, failure.holds) == (sentence, "conversation")


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive", "invalid_auth", "not_authed"])
async def test_a_token_that_is_refused_holds_the_whole_workspace(stub: Stub, error: str) -> None:
    stub.says(error)
    failure = await failing(stub)
    assert isinstance(failure, Never)
    assert failure.holds == "workspace"
    assert error in failure.sentence
    assert "SLACK_BOT_TOKEN" in failure.sentence


@pytest.mark.parametrize("error", ["invalid_blocks", "msg_blocks_too_long", "no_text"])
async def test_a_message_that_is_refused_holds_only_itself(stub: Stub, error: str) -> None:
    stub.says(error)
    failure = await failing(stub)
    assert isinstance(failure, Never)
    assert failure.holds == "message"
    assert error in failure.sentence


@pytest.mark.parametrize(
    ("status", "body", "content"),
    [
        (500, '{"ok": false, "error": "internal_error"}', "application/json"),
        (503, "Service unavailable", "text/plain"),
        (502, "<html>A secret finding.</html>", "text/html"),
        (200, "A secret finding.", "application/json"),
        (200, '["ok"]', "application/json"),
        (200, "null", "application/json"),
        (200, "", "application/json"),
        (200, '{"ok": false}', "application/json"),
        (200, '{"ok": false, "error": "an_error_of_next_year"}', "application/json"),
        (200, '{"ok": true}', "application/json"),
    ],
)
async def test_an_answer_that_may_be_better_next_time(
    stub: Stub, status: int, body: str, content: str
) -> None:
    stub.status, stub.body, stub.content = status, body, content
    failure = await failing(stub)
    assert isinstance(failure, Unavailable)
    assert "secret" not in str(failure)
    assert stub.asked == 1


async def test_a_slack_that_hangs_is_left_and_tried_again(stub: Stub) -> None:
    stub.hangs = True
    assert isinstance(await failing(stub), Unavailable)
    assert stub.asked == 1


async def test_a_slack_that_is_not_there_is_tried_again() -> None:
    assert isinstance(await failing(Stub(api="http://127.0.0.1:9/api/")), Unavailable)


@pytest.mark.parametrize("error", ["message_not_found", "cant_update_message", "edit_window_closed"])
async def test_a_message_that_is_no_longer_there_is_left_alone(stub: Stub, error: str) -> None:
    stub.says(error)
    with pytest.raises(Gone):
        await Posting(posting.client("xoxb-1", stub.api)).update(CHANNEL, "C1/1.0", CARD)


async def test_a_card_that_has_no_room_on_slack_is_not_cut_off(stub: Stub) -> None:
    long = Card("Long", (Text("x" * (MESSAGE_TEXT + 1)),))
    with pytest.raises(Never) as refused:
        await Posting(posting.client("xoxb-1", stub.api)).send(CHANNEL, long)
    assert refused.value.holds == "message"
    assert stub.asked == 0


def test_the_client_gives_up_before_the_worker_does() -> None:
    from bot.worker import TRY_SECONDS

    assert posting.ANSWER_SECONDS < TRY_SECONDS
