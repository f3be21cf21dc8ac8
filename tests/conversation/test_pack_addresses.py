"""A card in a chat outlives the permission to open what is in it: each link asks again when it is opened."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from sqlalchemy import func, select

from bot.app import application
from bot.cards.model import Card, Go, Link, Listing
from bot.documents.forms import BUILT_IN
from bot.handlers.pack_addresses import ADDRESSES
from bot.handlers.paper_links import files_with
from bot.links import Links
from bot.router import Incoming, answer
from storage.models import Change, Outgoing, PackItem
from tests.chat import LINKS, World
from tests.conversation.conftest import BEN, CHIDI, KATE, PRIYA, SIAN, number
from tests.conversation.packing import DENISE, LINK, REASON, SHOW, add, fill, links, packing
from tests.conversation.test_leavers import leaves


@pytest.fixture
def full(world_on_sqlite: World) -> World:
    fill(packing(world_on_sqlite))
    return world_on_sqlite


def urls(card: Card) -> list[str]:
    listed = [row for part in card.blocks if isinstance(part, Listing) for row in part.rows]
    return [one.url for row in listed for one in row.buttons if isinstance(one, Link)]


@asynccontextmanager
async def served(world: World) -> AsyncIterator[TestClient[Request, Application]]:
    engine = world.sessions.kw["bind"]
    app = application(
        engine,
        LINKS,
        lambda: world.now,
        platforms=(),
        calendar=lambda *_: None,
        addresses=ADDRESSES,
        files=files_with(BUILT_IN),
    )
    async with TestClient(TestServer(app)) as client:
        yield client


def path(url: str) -> str:
    return url.removeprefix(LINKS.public_url)


def test_a_reviewers_old_card_opens_nothing_once_the_links_are_closed(full: World) -> None:
    old = full.person(BEN).open(SHOW)
    full.now = datetime(2018, 1, 6, 23, 59, tzinfo=UTC)
    assert links(full, old) == {LINK}
    full.now = datetime(2018, 1, 7, tzinfo=UTC)
    assert links(full, old) == {""}


def test_a_card_of_months_before_still_opens_on_the_day(full: World) -> None:
    old = full.person(SIAN).open(SHOW)
    full.now = datetime(2017, 12, 7, 8, tzinfo=UTC)
    assert links(full, old) == {LINK}


def test_those_who_keep_the_links_for_good_find_a_fresh_one(full: World) -> None:
    full.now = datetime(2018, 6, 1, 9, tzinfo=UTC)
    for email in (SIAN, PRIYA):
        assert links(full, full.person(email).open(SHOW)) == {LINK}


def test_taken_back_a_helpers_old_card_opens_nothing(full: World) -> None:
    priya, denise = full.person(PRIYA), full.person(DENISE)
    priya.open(SHOW)
    priya.click("Hand over")
    priya.click("Ask them", person=number(full, DENISE))
    old = denise.open(SHOW)
    assert links(full, old) == {LINK}
    priya.click("Take it back")
    assert links(full, old) == {""}


def test_whoever_has_left_or_is_out_of_the_team_opens_nothing(full: World) -> None:
    ben, sian = full.person(BEN).open(SHOW), full.person(SIAN).open(SHOW)
    leaves(full, BEN, date(2017, 11, 1))
    kate = full.person(KATE)
    kate.open("team.show?review=1")
    kate.click_in("Martin", "Take out")
    assert links(full, ben) == {""}
    assert links(full, sian) == {LINK}


def test_a_paper_that_is_replaced_by_a_reason_or_taken_out_is_closed(full: World) -> None:
    old, priya = full.person(SIAN).open(SHOW), full.person(PRIYA)
    priya.open(SHOW)
    priya.click_in("Ofsted", "Change")
    priya.click("Not applicable")
    priya.click("Save the reason", reason=REASON)
    priya.click_in("(SEF)", "Remove")
    assert links(full, old) == {LINK, ""}
    add(priya, "(SEF)", f"{LINK}/new")
    assert links(full, old) == {LINK, f"{LINK}/new", ""}


def test_no_link_of_ours_opens_to_somebody_else(full: World) -> None:
    for email in (CHIDI, KATE):
        person = int(number(full, email))
        with full.sessions() as session:
            assert all(find(session, person, 1, full.now) is None for find in ADDRESSES.values())


async def test_a_link_sends_on_and_tells_nobody_where_from(
    full: World, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        shown = full.person(BEN).ask(Go.parse(SHOW), {})
        before = stored(full)
        async with served(full) as client:
            for url in urls(shown):
                assert "anary" not in url
                for method in ("GET", "HEAD"):
                    answer = await client.request(method, path(url), allow_redirects=False)
                    assert (answer.status, answer.headers["Location"]) == (302, LINK)
                    assert answer.headers["Referrer-Policy"] == "no-referrer"
                    assert answer.headers["Cache-Control"] == "no-store"
                    assert await answer.read() == b""
    assert stored(full) == before
    assert "anary" not in caplog.text


def test_where_nobody_comes_to_us_the_papers_own_address_has_to_do(full: World) -> None:
    """Over Socket Mode the bot needs no address of its own, and the papers are opened all the same."""
    alone = Links("http://127.0.0.1:8000", "a secret for tests", reached=False)
    asked = Incoming("practice", "practice", BEN, Go.parse(SHOW))
    card = answer(full.sessions, asked, full.now, alone)
    assert card
    assert set(urls(card)) == {LINK}


async def test_a_link_that_opens_nothing_is_a_page_that_says_why(full: World) -> None:
    [url, *_] = urls(full.person(BEN).ask(Go.parse(SHOW), {}))
    other = Links(LINKS.public_url, "another secret").make("paper", 1, 1, full.now)
    async with served(full) as client:
        for address, status, said in (
            (f"{url}x", 403, "complete"),
            (other, 403, "complete"),
            (url.replace("/paper/", "/note/"), 403, "complete"),
        ):
            await is_closed(client, address, status, said)
        leaves(full, BEN, date(2017, 11, 1))
        await is_closed(client, url, 403, "open to you")
        full.now = datetime(2018, 1, 7, tzinfo=UTC)
        await is_closed(client, url, 410, "whoever may still see it finds a fresh link there")


async def is_closed(client: TestClient[Request, Application], url: str, status: int, said: str) -> None:
    answer = await client.get(path(url), allow_redirects=False)
    text = await answer.text()
    assert (answer.status, "Location" in answer.headers) == (status, False)
    assert said in text
    assert "anary" not in text


def stored(world: World) -> tuple[int, ...]:
    with world.sessions() as session:
        counts = [session.scalar(select(func.count()).select_from(t)) for t in (PackItem, Change, Outgoing)]
    return tuple(count or 0 for count in counts)
