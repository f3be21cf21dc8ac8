"""A file into somebody's chat on Slack: with the emulator where it arrives, with a stub what may go wrong."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.failures import Never, NoFiles, Wait
from bot.links import File
from bot.parcels import Parcel, Wanted
from bot.platforms.slack import posting
from bot.platforms.slack.posting import Posting, Unavailable
from storage.addresses import Address
from tests.slack.relay import Slack
from tests.slack.seed import BOT_TOKEN, OFFICE, TEAM, person_token

FILE = File(b"PK a secret finding", "application/octet-stream", "oak-2017-12-07-summary.docx")
PARCEL = Parcel(Wanted("word", 3, 1), FILE)
PERSON = Address("slack", TEAM, "U1", personal=True)
CHANNEL = Address("slack", TEAM, "C1", personal=False)


async def test_it_arrives_in_the_chat_with_them_under_its_name(slack: Slack) -> None:
    to = Address("slack", TEAM, await slack.person(OFFICE), personal=True)
    ref = await Posting(posting.client(BOT_TOKEN, slack.api)).send_file(to, PARCEL)
    chat, _, key = ref.partition("/")
    assert chat.startswith("D")
    [shown] = [file for one in await said(slack, chat) for file in one.get("files", ())]
    assert (shown["id"], shown["name"], shown["title"]) == (key, FILE.name, FILE.name)
    headers = {"Authorization": f"Bearer {person_token(OFFICE)}"}
    async with ClientSession() as http, http.get(shown["url_private"], headers=headers) as answered:
        assert await answered.read() == FILE.body


async def said(slack: Slack, chat: str) -> list[dict[str, Any]]:
    answer = await slack.as_person(OFFICE).conversations_history(channel=chat)
    messages: list[dict[str, Any]] = answer["messages"]
    return messages


@dataclass
class Stub:
    """A Slack that answers each method as it is told to, and otherwise well. `taken`: what was uploaded."""

    said: dict[str, dict[str, Any]] = field(default_factory=dict)
    upload_status: int = 200
    asked: list[str] = field(default_factory=list)
    taken: list[bytes] = field(default_factory=list)
    hangs: str = ""
    status: int = 200
    url: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.asked.append(method)
        if method == self.hangs:
            await asyncio.sleep(30)
        good: dict[str, dict[str, Any]] = {
            "conversations.open": {"ok": True, "channel": {"id": "D1"}},
            "files.getUploadURLExternal": {"ok": True, "file_id": "F1", "upload_url": f"{self.url}upload"},
            "files.completeUploadExternal": {"ok": True, "files": [{"id": "F1"}]},
        }
        return web.json_response(self.said.get(method, good[method]), status=self.status)

    async def upload(self, request: web.Request) -> web.Response:
        self.taken.append(await request.read())
        return web.Response(text="A secret finding.", status=self.upload_status)


@asynccontextmanager
async def serving() -> AsyncIterator[Stub]:
    stub = Stub()
    app = web.Application()
    app.router.add_post("/api/{method}", stub.answer)
    app.router.add_post("/upload", stub.upload)
    async with TestServer(app, shutdown_timeout=0.1) as server:
        stub.url = str(server.make_url("/"))
        yield stub


@pytest.fixture
async def stub() -> AsyncIterator[Stub]:
    async with serving() as stub:
        yield stub


async def send(stub: Stub, to: Address = PERSON) -> str:
    return await Posting(posting.client("xoxb-1", f"{stub.url}api/", answer_seconds=1)).send_file(to, PARCEL)


async def test_it_is_told_which_chat_and_file_it_became(stub: Stub) -> None:
    assert await send(stub) == "D1/F1"
    assert stub.taken == [FILE.body]


async def test_never_into_a_channel(stub: Stub) -> None:
    with pytest.raises(NoFiles):
        await send(stub, CHANNEL)
    assert stub.asked == []


@pytest.mark.parametrize("method", ["conversations.open", "files.getUploadURLExternal"])
async def test_without_the_permission_no_file_can_be_put(stub: Stub, method: str) -> None:
    stub.said[method] = {"ok": False, "error": "missing_scope", "needed": "files:write"}
    with pytest.raises(NoFiles):
        await send(stub)
    assert stub.taken == []


@pytest.mark.parametrize(
    ("method", "error"),
    [
        ("files.getUploadURLExternal", "file_uploads_disabled"),
        ("files.getUploadURLExternal", "file_upload_size_restricted"),
        ("files.getUploadURLExternal", "storage_limit_reached"),
        ("files.completeUploadExternal", "blocked_file_type"),
        ("files.completeUploadExternal", "invalid_arguments"),
    ],
)
async def test_where_a_workspace_takes_no_such_file_none_can_be_put(
    stub: Stub, method: str, error: str
) -> None:
    stub.said[method] = {"ok": False, "error": error}
    with pytest.raises(NoFiles):
        await send(stub)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("ratelimited", Wait),
        ("token_revoked", Never),
        ("user_disabled", Never),
        ("channel_not_found", Never),
        ("internal_error", Unavailable),
    ],
)
@pytest.mark.parametrize(
    "method", ["conversations.open", "files.getUploadURLExternal", "files.completeUploadExternal"]
)
async def test_what_keeps_a_message_from_going_keeps_a_file_as_well(
    stub: Stub, method: str, error: str, kind: type[Exception]
) -> None:
    stub.said[method] = {"ok": False, "error": error}
    with pytest.raises(kind):
        await send(stub)


async def test_an_upload_that_fails_is_tried_again_and_says_nothing_of_what_it_holds(stub: Stub) -> None:
    stub.upload_status = 500
    with pytest.raises(Unavailable) as failed:
        await send(stub)
    assert str(failed.value) == "SlackRequestError"


async def test_a_slack_that_hangs_is_left_and_tried_again(stub: Stub) -> None:
    stub.hangs = "files.completeUploadExternal"
    with pytest.raises(Unavailable):
        await send(stub)
