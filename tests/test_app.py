"""The web application: health, front page, signed links, headers."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from bot.app import NOT_CONNECTED, application
from bot.links import File, Links
from storage import migrate
from storage.database import open_engine
from storage.models import Consortium

NOW = datetime(2017, 11, 1, 9, tzinfo=UTC)
LINKS = Links("http://127.0.0.1:8000", "a key for the tests of the web application")


ELSEWHERE = "https://docs.oak.example/Prüfung%20a%2Fb?canary=x%3D+y&to=https://oak.example"


def calendar(session: Session, person_id: int, review_id: int, now: datetime) -> bytes | None:
    """Person 4 may have review 7's file; opening it tries to change something."""
    session.add(Consortium(name="changed by a GET", policy={}))
    session.flush()
    return f"BEGIN:VCALENDAR {now:%Y}".encode() if (person_id, review_id) == (4, 7) else None


def paper(session: Session, person_id: int, paper_id: int, now: datetime) -> str | None:
    """Person 4 may open paper 7; opening it tries to change something."""
    session.add(Consortium(name="changed by a GET", policy={}))
    session.flush()
    return ELSEWHERE if (person_id, paper_id) == (4, 7) else None


def file(session: Session, person_id: int, sent_id: int, now: datetime) -> File | None:
    """Person 4 may have paper 7 to save and 8 to read; opening it tries to change something."""
    session.add(Consortium(name="changed by a GET", policy={}))
    session.flush()
    given = {
        7: File(b"PK", "application/zip", "oak-2017.zip"),
        8: File("ü".encode(), "text/html", style="p{}"),
    }
    return given.get(sent_id) if person_id == 4 else None


ADDRESSES = {"paper": paper}
FILES = {"word": file}


@asynccontextmanager
async def served(
    engine: Engine, *, links: Links = LINKS, now: datetime = NOW, platforms: tuple[str, ...] = ()
) -> AsyncIterator[TestClient[Request, Application]]:
    app = application(
        engine,
        links,
        lambda: now,
        platforms=platforms,
        calendar=calendar,
        addresses={"paper": paper},
        files=FILES,
    )
    async with TestClient(TestServer(app)) as client:
        yield client


@pytest.fixture
def engine(engine_url: str) -> Iterator[Engine]:
    engine = open_engine(engine_url)
    yield engine
    engine.dispose()


def calendar_path(person_id: int = 4, review_id: int = 7) -> str:
    return LINKS.make("calendar", person_id, review_id, NOW).removeprefix(LINKS.public_url)


def paper_path(person_id: int = 4) -> str:
    return LINKS.make("paper", person_id, 7, NOW).removeprefix(LINKS.public_url)


def file_path(sent_id: int = 7, person_id: int = 4) -> str:
    return LINKS.make("word", person_id, sent_id, NOW).removeprefix(LINKS.public_url)


async def test_healthy_when_the_database_is_there_and_up_to_date(engine: Engine) -> None:
    async with served(engine) as client:
        answer = await client.get("/health")
        assert (answer.status, await answer.json()) == (200, {"status": "ok"})


async def test_not_healthy_when_a_migration_is_missing(engine: Engine) -> None:
    migrate.downgrade(engine, "base")
    async with served(engine) as client:
        answer = await client.get("/health")
        assert answer.status == 503
        assert (await answer.json())["problem"] == "The tables are not up to date."


@pytest.mark.parametrize(
    "url",
    ["postgresql://kate:hunter2@127.0.0.1:9/none?connect_timeout=2", "sqlite:////nowhere/hunter2/none.db"],
)
async def test_not_healthy_without_a_database_and_no_secret_told(url: str) -> None:
    engine = open_engine(url)
    async with served(engine) as client:
        answer = await client.get("/health")
        assert answer.status == 503
        text = await answer.text()
        assert json.loads(text)["problem"] == "The database can't be reached."
        assert "hunter2" not in text
    engine.dispose()


async def test_the_front_page_says_what_this_is_and_what_is_connected(engine: Engine) -> None:
    async with served(engine) as client:
        text = await (await client.get("/")).text()
        assert "<h1>Peer Review</h1>" in text
        assert NOT_CONNECTED in text
    async with served(engine, platforms=("teams", "slack")) as client:
        assert "Connected: slack, teams." in await (await client.get("/")).text()


async def test_a_link_opens_the_calendar_file_and_changes_nothing(engine: Engine) -> None:
    async with served(engine) as client:
        for _ in range(2):
            answer = await client.get(calendar_path())
            assert (answer.status, answer.content_type) == (200, "text/calendar")
            assert answer.headers["Content-Disposition"] == 'attachment; filename="peer-review.ics"'
            assert await answer.read() == b"BEGIN:VCALENDAR 2017"
        assert (await client.head(calendar_path())).status == 200
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(Consortium)) == 0


@pytest.mark.parametrize(
    ("path", "now", "status", "title"),
    [
        (calendar_path(), NOW + timedelta(hours=1), 410, "This link has run out"),
        (calendar_path() + "x", NOW, 403, "This link isn&#39;t complete"),
        ("/calendar/%3Cscript%3E", NOW, 403, "This link isn&#39;t complete"),
        (calendar_path(person_id=5), NOW, 403, "This isn&#39;t open to you"),
        (paper_path(person_id=5), NOW, 403, "This isn&#39;t open to you"),
        (paper_path(), NOW + timedelta(hours=1), 410, "This link has run out"),
        (file_path(person_id=5), NOW, 403, "This isn&#39;t open to you"),
        (file_path(sent_id=9), NOW, 403, "This isn&#39;t open to you"),
        (file_path(), NOW + timedelta(hours=1), 410, "This link has run out"),
        (file_path().replace("/word/", "/word/x"), NOW, 403, "This link isn&#39;t complete"),
    ],
)
async def test_a_link_that_opens_nothing_says_why(
    engine: Engine, path: str, now: datetime, status: int, title: str
) -> None:
    async with served(engine, now=now) as client:
        answer = await client.get(path)
        assert answer.status == status
        assert f"<h1>{title}</h1>" in await answer.text()


async def test_a_paper_is_sent_on_to_where_it_lies_as_it_was_typed(engine: Engine) -> None:
    async with served(engine) as client:
        for method in ("GET", "HEAD"):
            answer = await client.request(method, paper_path(), allow_redirects=False)
            assert answer.status == 302
            assert answer.headers["Location"] == ELSEWHERE.replace("ü", "%C3%BC")
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(Consortium)) == 0


async def test_a_file_is_handed_out_to_be_saved_and_a_page_to_be_read(engine: Engine) -> None:
    async with served(engine) as client:
        for method in ("GET", "HEAD"):
            saved = await client.request(method, file_path())
            assert (saved.status, saved.content_type) == (200, "application/zip")
            assert saved.headers["Content-Disposition"] == 'attachment; filename="oak-2017.zip"'
        assert await (await client.get(file_path())).read() == b"PK"
        read = await client.get(file_path(sent_id=8))
        assert (read.status, read.content_type, read.charset) == (200, "text/html", "utf-8")
        assert await read.text() == "ü"
        assert "Content-Disposition" not in read.headers
        policy = read.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert policy != saved.headers["Content-Security-Policy"]
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(Consortium)) == 0


async def test_links_answer_get_alone(engine: Engine) -> None:
    async with served(engine) as client:
        assert (await client.post(calendar_path())).status == 405
        assert (await client.post(file_path())).status == 405


@pytest.mark.parametrize(
    "path", ["/", "/health", "/nothing-here", calendar_path(), paper_path(5), file_path(8)]
)
async def test_every_answer_carries_the_security_headers(engine: Engine, path: str) -> None:
    async with served(engine) as client:
        headers = (await client.get(path)).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in headers


async def test_browsers_stay_with_https_where_it_is_used(engine: Engine) -> None:
    async with served(engine, links=Links("https://reviews.example", LINKS.secret)) as client:
        assert "Strict-Transport-Security" in (await client.get("/")).headers
