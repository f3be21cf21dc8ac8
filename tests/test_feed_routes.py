"""The calendars as programs ask for them: again and again, by themselves, with what they had before."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from icalendar import Calendar
from sqlalchemy import select, text, update

from bot.app import application
from bot.feed_routes import AN_HOUR, MOST, Allowance
from bot.handlers.feed_reading import MINE, OF_GROUP, of_group, of_person
from bot.links import Links
from bot.rules.roles import TeamPart
from storage import feeds
from storage.booking import By
from storage.database import Sessions
from storage.models import Person, Review, School, TeamMember
from tests import roster
from tests.benchmarks.past import store
from tests.chat import LINKS, number_of
from tests.conftest import with_sample
from tests.conversation.conftest import OFFICE, PRIYA
from tests.conversation.yearly import a_year
from tests.databases import Databases, copied, opened
from tests.permissions.acting import everything
from tests.queries import counting

NOW = datetime(2017, 11, 1, 9, 20, tzinfo=UTC)


@pytest.fixture
def year(sqlite_databases: Databases) -> Iterator[Sessions]:
    with copied(sqlite_databases, a_year) as url, opened(url) as sessions:
        yield sessions


class Hands:
    """A clock that is moved by hand."""

    now = NOW


Client = TestClient[Request, Application]


@asynccontextmanager
async def served(sessions: Sessions, hands: Hands | None = None) -> AsyncIterator[Client]:
    hands = hands or Hands()
    engine = sessions.kw["bind"]
    app = application(
        engine, LINKS, lambda: hands.now, platforms=(), calendar=lambda *_: None, addresses={}, files={}
    )
    server = TestServer(app)
    # As `serve` has it.
    await server.start_server(access_log=None)
    async with TestClient(server) as client:
        yield client


def path(sessions: Sessions, email: str = PRIYA, serial: int = 0) -> str:
    with sessions() as session:
        return below(LINKS.feed(MINE, int(number_of(session, email)), serial))


def below(url: str) -> str:
    return url.removeprefix(LINKS.public_url)


GROUP = below(LINKS.feed(OF_GROUP, 2, 0))


def renew(sessions: Sessions, email: str = PRIYA) -> None:
    with sessions.begin() as session:
        person = session.scalars(select(Person).where(Person.email == email)).one()
        assert feeds.renew(session, person, feeds.serial(session, person), By(person, NOW))


def move_oak(sessions: Sessions) -> None:
    with sessions.begin() as session:
        oak = session.scalars(select(Review).join(School).where(School.key == "oak")).one()
        for row in oak.milestones:
            row.due += timedelta(days=1)


async def test_a_calendar_is_given_as_a_calendar(year: Sessions) -> None:
    async with served(year) as client:
        for asked in (path(year), GROUP):
            answer = await client.get(asked)
            assert (answer.status, answer.content_type, answer.charset) == (200, "text/calendar", "utf-8")
            assert answer.headers["Cache-Control"] == "private, no-cache"
            assert answer.headers["X-Robots-Tag"] == "noindex"
            assert Calendar.from_ical(await answer.read()).walk("VEVENT")


async def test_what_is_unchanged_is_not_sent_again(year: Sessions) -> None:
    async with served(year) as client:
        first = await client.get(GROUP)
        tag = first.headers["ETag"]
        again = await client.get(GROUP, headers={"If-None-Match": tag})
        assert (again.status, await again.read(), again.headers["ETag"]) == (304, b"", tag)
        assert again.headers["Cache-Control"] == "private, no-cache"
        weak = await client.get(GROUP, headers={"If-None-Match": f'"other", W/{tag}'})
        assert weak.status == 304
        other = await client.get(GROUP, headers={"If-None-Match": '"other"'})
        assert other.status == 200


async def test_a_date_that_moved_is_sent(year: Sessions) -> None:
    async with served(year) as client:
        tag = (await client.get(GROUP)).headers["ETag"]
        move_oak(year)
        answer = await client.get(GROUP, headers={"If-None-Match": tag})
        assert answer.status == 200
        assert answer.headers["ETag"] != tag


async def test_head_tells_of_it_without_sending_it(year: Sessions) -> None:
    async with served(year) as client:
        whole, head = await client.get(GROUP), await client.head(GROUP)
        assert (head.status, await head.read()) == (200, b"")
        for name in ("ETag", "Content-Length", "Content-Type"):
            assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PROPFIND"])
async def test_nothing_else_is_taken(year: Sessions, method: str) -> None:
    async with served(year) as client:
        assert (await client.request(method, GROUP)).status == 405


async def test_asking_changes_nothing(year: Sessions) -> None:
    before = everything(year)
    async with served(year) as client:
        for asked in (path(year), GROUP, path(year, serial=9)):
            await client.get(asked)
    assert everything(year) == before


async def test_an_address_that_opens_nothing_says_nothing_of_why(year: Sessions) -> None:
    """Renewed, of somebody who has left, of nobody, another's token, broken, for another purpose."""
    renew(year)
    with year.begin() as session:
        session.execute(update(Person).where(Person.email == OFFICE).values(left=NOW.date()))
        roster.has_changed(session)
    token = LINKS.feed(MINE, 2, 0).rsplit("/", 1)[1]
    elsewhere = Links(LINKS.public_url, "another secret").feed(MINE, 2, 0)
    dead = [
        path(year),
        path(year, OFFICE),
        below(LINKS.feed(MINE, 999_999, 0)),
        below(LINKS.feed(OF_GROUP, 999_999, 0)),
        below(LINKS.feed(OF_GROUP, 2, 5)),
        below(elsewhere),
        f"/{OF_GROUP}/{token}",
        f"/{MINE}/x.ics",
        f"/{MINE}/{token[:-6]}.ics",
        f"/{MINE}/{LINKS.seal(MINE, 1, 2, NOW)}.ics",
        f"/{MINE}/{LINKS.seal('year', 1, 2, NOW)}.ics",
    ]
    async with served(year) as client:
        answers = [await client.get(each) for each in dead]
        assert {answer.status for answer in answers} == {404}
        assert len({await answer.text() for answer in answers}) == 1
        assert (await client.get(path(year, serial=1))).status == 200


async def test_of_a_thousand_requests_in_an_hour_a_few_are_answered_and_the_rest_are_told_when(
    year: Sessions,
) -> None:
    asked, hands = path(year), Hands()
    async with served(year, hands) as client:
        tag = (await client.get(asked)).headers["ETag"]
        with counting(year) as statements:
            answers = [(await client.get(asked, headers={"If-None-Match": tag})) for _ in range(1000)]
        most = MOST[MINE]
        assert [each.status for each in answers] == [304] * (most - 1) + [429] * (1001 - most)
        # Those beyond it cost no query at all.
        assert len(statements) <= (most - 1) * 12
        last = answers[-1]
        assert last.headers["Retry-After"] == str(AN_HOUR - 20 * 60)
        assert "A few times an hour is plenty" in await last.text()
        # Somebody else's is as good as ever, and so is this one in the next hour, or renewed.
        assert (await client.get(GROUP)).status == 200
        renew(year)
        assert (await client.get(path(year, serial=1))).status == 200
        hands.now += timedelta(seconds=int(last.headers["Retry-After"]))
        assert (await client.get(path(year, serial=1))).status == 200
        assert (await client.get(asked)).status == 404


def test_in_the_hour_that_comes_twice_nobody_is_let_in_twice() -> None:
    """The clocks go back on 29 October 2017 at 01:00 UTC: moments are counted, not what clocks show."""
    allowance = Allowance(1)
    first = datetime(2017, 10, 29, 0, 30, tzinfo=UTC)
    assert allowance.wait((1, 0), first) == 0
    assert allowance.wait((1, 0), first) == 1800
    assert allowance.wait((1, 0), first + timedelta(hours=1)) == 0


def test_only_the_addresses_of_this_hour_are_remembered() -> None:
    allowance = Allowance(2)
    for number in range(50):
        allowance.wait((number, 0), NOW)
    allowance.wait((1, 0), NOW + timedelta(hours=1))
    assert len(allowance.asked) == 1


async def test_no_token_gets_into_a_log(
    year: Sessions, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither of a request that is answered nor of one that fails."""
    caplog.set_level(logging.DEBUG)
    asked = path(year)
    token = asked.rsplit("/", 1)[1].removesuffix(".ics")
    async with served(year) as client:
        assert (await client.get(asked)).status == 200
        with year.begin() as session:
            session.execute(text("DROP TABLE feeds"))
        assert (await client.get(asked)).status == 500
    assert "OperationalError" in caplog.text
    assert token not in caplog.text


def test_no_address_is_guessed_from_another(year: Sessions) -> None:
    tokens = {LINKS.feed(MINE, person, serial) for person in (1, 2) for serial in (0, 1)}
    assert len(tokens) == 4
    assert LINKS.read_feed(OF_GROUP, LINKS.feed(MINE, 1, 0).rsplit("/", 1)[1].removesuffix(".ics")) is None


def three(url: str) -> None:
    many(url, 3)


def three_hundred(url: str) -> None:
    many(url, 300)


def many(url: str, reviews: int) -> None:
    with_sample(url)
    with opened(url) as sessions:
        store(sessions, reviews)
        with sessions.begin() as session:
            session.execute(update(Review).values(group_id=2))
            leads = update(TeamMember).where(TeamMember.part == TeamPart.LEAD_REVIEWER)
            session.execute(leads.values(person_id=int(number_of(session, OFFICE))))


def test_a_calendar_takes_as_many_queries_for_300_reviews_as_for_3(sqlite_databases: Databases) -> None:
    found = []
    for fill in (three, three_hundred):
        with copied(sqlite_databases, fill) as url, opened(url) as sessions:
            with counting(sessions) as group, sessions() as session:
                assert of_group(session, 2, 0, NOW)
            with counting(sessions) as person, sessions() as session:
                office = session.scalars(select(Person.id).where(Person.email == OFFICE)).one()
                assert of_person(session, office, 0, NOW)
            found.append((len(group), len(person)))
    assert found[0] == found[1]
    assert max(found[0]) <= 12
