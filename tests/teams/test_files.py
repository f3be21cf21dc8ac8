"""A file on its way to Teams: the question whether somebody wants it, and where alone it is ever put."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.failures import Doubtful, Never, NoFiles, Wait
from bot.links import File
from bot.parcels import Parcel, Wanted
from bot.platforms.teams import files
from bot.platforms.teams.posting import Posting, Unavailable
from bot.platforms.teams.requests import Away, Refused
from tests.teams.sending import CHANNEL, KINDS, PERSON
from tests.teams.stub import Said, Stub, error

FILE = File(b"PK a secret finding", "application/octet-stream", "oak-2017-12-07-summary.docx")
PARCEL = Parcel(Wanted("word", 3, 1), FILE)


async def test_the_person_is_asked_in_their_own_chat(stub: Stub, to_teams: Posting) -> None:
    stub.said = [Said(body='{"id": "a:chat"}'), Said()]
    assert await to_teams.send_file(PERSON, PARCEL) == "a:chat 1700"
    assert stub.asked == ["POST conversations", "POST conversations/a:chat/activities"]
    [asked] = stub.bodies[-1]["attachments"]
    about = {"file": "file?purpose=word&subject=3"}
    assert asked == {
        "contentType": "application/vnd.microsoft.teams.card.file.consent",
        "name": FILE.name,
        "content": {
            "description": asked["content"]["description"],
            "sizeInBytes": len(FILE.body),
            "acceptContext": about,
            "declineContext": about,
        },
    }
    # The file itself stays here until they have said yes.
    assert "secret" not in str(stub.bodies)


async def test_never_in_a_channel(stub: Stub, to_teams: Posting) -> None:
    with pytest.raises(NoFiles):
        await to_teams.send_file(CHANNEL, PARCEL)
    assert stub.asked == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (error(429, Retry_After="60"), Wait),
        (error(403), Never),
        (error(401), Never),
        (error(413), Never),
        (error(412), Unavailable),
        (error(502), Doubtful),
    ],
)
async def test_what_keeps_a_message_from_going_keeps_the_question_as_well(
    stub: Stub, to_teams: Posting, said: Said, kind: type[Exception]
) -> None:
    stub.said = [Said(body='{"id": "a:chat"}'), said]
    with pytest.raises(KINDS) as failed:
        await to_teams.send_file(PERSON, PARCEL)
    assert type(failed.value) is kind


@pytest.mark.parametrize(
    ("url", "theirs"),
    [
        ("https://oak-my.sharepoint.com/personal/priya/_api/uploadSession?guid='1'", True),
        ("https://OAK-MY.SharePoint.com/personal", True),
        ("https://oak-my.sharepoint.com:443/personal", True),
        ("http://oak-my.sharepoint.com/personal", False),
        ("https://oak-my.sharepoint.com:8443/personal", False),
        ("https://oak-my.sharepoint.com.evil.example/personal", False),
        ("https://evilsharepoint.com/personal", False),
        ("https://sharepoint.com.evil.example", False),
        ("https://evil.example/.sharepoint.com", False),
        ("https://evil.example?a=.sharepoint.com", False),
        ("https://evil.example#.sharepoint.com", False),
        ("https://oak-my.sharepoint.com@evil.example/", False),
        ("https://user:word@oak-my.sharepoint.com/", False),
        ("https://evil.example\\.sharepoint.com/", False),
        ("https://127.0.0.1/", False),
        ("https://[::1]/", False),
        ("https://[", False),
        ("https://oak-my.sharepoint.com:x/", False),
        ("file:///etc/passwd", False),
        ("//oak-my.sharepoint.com/", False),
        ("", False),
    ],
)
def test_a_file_is_put_on_microsofts_servers_alone(url: str, theirs: bool) -> None:
    assert files.is_microsofts(url) is theirs


@dataclass
class Store:
    """In place of Microsoft's: `status` is what it answers."""

    status: int = 201
    hangs: bool = False
    put: list[tuple[bytes, str]] = field(default_factory=list)
    url: str = ""

    async def take(self, request: web.Request) -> web.Response:
        self.put.append((await request.read(), request.headers.get("Content-Range", "")))
        if self.hangs:
            await asyncio.sleep(30)
        assert "Authorization" not in request.headers
        return web.Response(status=self.status, text="A secret finding.", headers={"Location": "/other"})


@asynccontextmanager
async def storing() -> AsyncIterator[Store]:
    store = Store()
    app = web.Application()
    app.router.add_put("/{path:.*}", store.take)
    async with TestServer(app, shutdown_timeout=0.1) as server:
        store.url = str(server.make_url("/upload?secret=canary"))
        yield store


async def test_all_of_it_is_put_at_once() -> None:
    async with storing() as store:
        await files.put(ClientSession, store.url, FILE.body)
        assert store.put == [(FILE.body, "bytes 0-18/19")]


@pytest.mark.parametrize("status", [202, 302, 307, 401, 404, 410, 500])
async def test_what_is_not_taken_is_said_without_its_address_and_goes_nowhere_else(status: int) -> None:
    async with storing() as store:
        store.status = status
        with pytest.raises(Refused) as refused:
            await files.put(ClientSession, store.url, FILE.body)
        assert str(refused.value) == f"{status} upload"
        assert len(store.put) == 1


async def test_a_store_that_hangs_or_is_not_there_is_left(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(files, "UPLOAD_SECONDS", 0.2)
    async with storing() as store:
        store.hangs = True
        with caplog.at_level(logging.DEBUG):
            for url in (store.url, "http://127.0.0.1:9/canary", "http://[/canary"):
                with pytest.raises(Away) as away:
                    await files.put(ClientSession, url, FILE.body)
                assert "canary" not in str(away.value)
    assert "canary" not in caplog.text
