"""What the bot writes of its own accord: to each what the table shows to them, in a channel nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select

from bot.app import application
from bot.documents.forms import BUILT_IN
from bot.handlers import mornings
from bot.handlers.calendar_file import calendar_for
from bot.handlers.pack_addresses import ADDRESSES
from bot.handlers.paper_links import files_with
from storage.models import Meeting
from tests.chat import LINKS, World, number_of
from tests.conftest import with_sample
from tests.conversation.conftest import BEN, CHANNEL, KATE, MARTIN, OFFICE, PRIYA, number
from tests.databases import Databases, copied, opened
from tests.permissions.acting import act
from tests.permissions.canaries import (
    FOUND,
    IMPACT,
    INVITED,
    OF_THE_REVIEW,
    POINT,
    REVIEW_NOTE,
    ROWS,
    canaries,
)
from tests.permissions.conftest import Fresh, the_day
from tests.permissions.moments import DRAFTED_AT, PROPOSED, SENT_AT, When
from tests.permissions.paths.model import Column
from tests.permissions.people import AS_THEY_ARE, WHO, become, leave, replace
from tests.permissions.prepared import TITLE, hold_the_meeting, prepare
from tests.permissions.reviewed import draft_everything, give_feedback, release, send_everything
from tests.permissions.surfaces import GUEST, STRANGER
from tests.permissions.table import CELLS, sees
from tests.permissions.trying import Heard

NIGHT = PROPOSED.replace(hour=21)


@pytest.fixture
def world(sqlite_databases: Databases) -> Iterator[World]:
    """All of it played, up to the evening of the review, with every message sent."""
    with copied(sqlite_databases, with_sample) as url, opened(url) as sessions:
        world = World(sessions)
        prepare(world)
        act(world, PRIYA, "day.save?review=1&version=2", rows=f"{ROWS}\n10.30 canaryroom")
        world.wait(days=1)
        act(world, PRIYA, "day.take_back?review=1&version=3")
        world.wait(days=1)
        act(world, PRIYA, "day.send?review=1&version=4")
        hold_the_meeting(world)
        world.now = datetime(2017, 12, 7, 8, 0, tzinfo=UTC)
        the_day(world)
        with sessions.begin() as session:
            mornings.tick(session, world.now)
        world.wait(hours=10)
        yield world


def test_in_messages_each_finds_what_the_table_shows_to_them(world: World) -> None:
    for row, email in AS_THEY_ARE.items():
        heard = canaries(str(world.person(email).messages)) - OF_THE_REVIEW
        assert heard <= set(sees(row, When.DAY)), row
    assert "canaryactivity" in str(world.person(BEN).messages)


def test_what_the_team_notes_and_writes_is_in_no_message(world: World) -> None:
    give_feedback(world)
    world.wait(days=1)
    said = str([post.card for post in world.room.posts])
    assert "The feedback was given" in said
    assert canaries(said) & {FOUND, INVITED, POINT, IMPACT} == set()


@pytest.fixture
def sent(world: World) -> World:
    """All that comes of it is drafted, sent and released as well, with every message sent."""
    draft_everything(world)
    world.now = DRAFTED_AT
    world.wait(hours=1)
    world.now = SENT_AT
    send_everything(world)
    release(world)
    world.wait(days=3)
    return world


def test_what_comes_of_it_is_told_to_those_who_see_it(sent: World) -> None:
    for row, email in AS_THEY_ARE.items():
        heard = canaries(str(sent.person(email).messages)) - OF_THE_REVIEW
        assert heard <= {*sees(row, When.DAY), *sees(row, When.RELEASED)}, row
    # Who answers a query or helps with an action reads what was asked.
    assert "canarysummaryquery" in str(sent.person(MARTIN).messages)
    assert "canaryhelp" in str(sent.person(OFFICE).messages)
    # The Lead hears that each was sent, and nothing of it.
    assert "version 2, sent on Wednesday 20 December 2017" in str(sent.person(KATE).messages)
    assert canaries(str([post.card for post in sent.room.posts if not post.to.personal])) == set()


def test_in_a_channel_nothing_is_found(world: World) -> None:
    posted = [post.card for post in world.room.posts if not post.to.personal]
    assert TITLE in str(world.channel(CHANNEL))
    assert canaries(str(posted)) == set()
    # Nor that there is a meeting, a pack or a timetable of the day.
    assert "Pre-review meeting:" not in str(posted)


@pytest.fixture
def overnight(fresh: Fresh) -> Iterator[World]:
    """Late in the evening, so that whatever is told is sent in the morning."""
    with fresh(When.PREPARING) as sessions:
        yield World(sessions, Heard(), NIGHT)


def tell_something(world: World) -> None:
    act(world, PRIYA, "day.send?review=1&version=2")
    act(world, PRIYA, "longer.give?review=1&part=pack&was=2017-11-28", day="29 Nov", why="canarywhy")
    proposes = f"meeting.propose?review=1&arranged={standing(world)}"
    act(world, MARTIN, proposes, day="29 Nov", time="3pm", place="canaryplace")
    act(world, PRIYA, f"meeting.confirm?review=1&arranged={standing(world)}")


def standing(world: World) -> int:
    with world.sessions() as session:
        return session.scalars(select(Meeting.arranged_id)).one() or 0


def test_whoever_is_replaced_before_the_morning_hears_nothing_of_it(overnight: World) -> None:
    tell_something(overnight)
    replace(overnight.sessions, BEN, "Daniel Achterberg")
    overnight.wait(hours=14)
    assert canaries(str(overnight.person(BEN).messages)) <= {REVIEW_NOTE}


def test_whoever_leaves_before_the_morning_hears_nothing_of_it(overnight: World) -> None:
    tell_something(overnight)
    leave(overnight.sessions, BEN)
    overnight.wait(hours=14)
    assert overnight.person(BEN).messages == []


def test_a_reviewer_who_becomes_a_champion_overnight_hears_nothing_of_it(overnight: World) -> None:
    leila = "leila.haddad@stannes.example"
    tell_something(overnight)
    act(overnight, KATE, "team.remove?review=1&member=3")
    act(overnight, KATE, "team.remove?review=1&member=5")
    act(overnight, KATE, "team.added?review=1&part=champion", person=number(overnight, leila))
    overnight.wait(hours=14)
    heard = str(overnight.person(leila).messages)
    assert TITLE in heard
    assert canaries(heard) <= {REVIEW_NOTE}


@pytest.mark.parametrize("row", [row for row in CELLS if WHO[row] not in {GUEST, STRANGER}])
async def test_the_calendar_file_is_for_those_who_see_the_group_and_has_dates_alone(
    fresh: Fresh, row: str
) -> None:
    """A link that was made for somebody is asked again who they are by now."""
    with fresh(When.PREPARING) as sessions:
        email = become(row, sessions)
        with sessions() as session:
            address = LINKS.make("calendar", int(number_of(session, email)), 1, PROPOSED)
        app = application(
            sessions.kw["bind"],
            LINKS,
            lambda: PROPOSED,
            platforms=["slack"],
            calendar=calendar_for,
            addresses=ADDRESSES,
            files=files_with(BUILT_IN),
        )
        async with TestClient(TestServer(app)) as client:
            answered = await client.get(address.removeprefix(LINKS.public_url))
            page = await answered.text()
        assert (answered.status == 200) is bool(CELLS[row][Column.STATUS])
        assert ("Martin Kowalczyk" in page) is (answered.status == 200)
        assert canaries(page) == set()
