"""The headteacher's tasks, counted on each surface, are as docs/INTERACTIONS.md has them."""

import asyncio

import pytest

from storage.database import Sessions
from tests.conversation.conftest import PRIYA
from tests.everywhere.headteachers import ASKED, AtSlack, AtTeams, InPractice, prepare
from tests.everywhere.interactions import LIST, MESSAGE, PACK, PLAYS, REQUEST, SENT, hold, promised
from tests.slack.relay import Slack
from tests.slack.running import running as on_slack
from tests.teams.relay import Teams
from tests.teams.running import running as on_teams

SURFACES = ("practice room", "Slack", "Teams")
every_task = pytest.mark.parametrize("task", PLAYS)


@pytest.mark.parametrize("surface", SURFACES)
def test_every_line_of_the_document_is_played_and_every_play_has_its_line(surface: str) -> None:
    assert promised(surface).keys() == PLAYS.keys()


def test_the_document_keeps_what_is_aimed_at() -> None:
    for surface in SURFACES:
        found = promised(surface)
        assert found["The paperwork: the links to seven papers in one form"].most == 2 * 7
        assert found["The timetable of the day"].most == 1


@every_task
def test_in_the_practice_room(sqlite_consortium: Sessions, task: str) -> None:
    world = prepare(sqlite_consortium)
    world.wait(**ASKED)
    asyncio.run(hold(task, "practice room", InPractice(world)))


@every_task
async def test_on_slack(slack: Slack, sqlite_consortium: Sessions, task: str) -> None:
    await asyncio.to_thread(prepare, sqlite_consortium)
    async with on_slack(slack, sqlite_consortium) as at_work:
        at_work.wait(**ASKED)
        await hold(task, "Slack", AtSlack(at_work, await at_work.person(PRIYA)))


async def test_what_cannot_be_read_comes_back_on_slack_in_a_window(
    slack: Slack, sqlite_consortium: Sessions
) -> None:
    await asyncio.to_thread(prepare, sqlite_consortium)
    async with on_slack(slack, sqlite_consortium) as at_work:
        at_work.wait(**ASKED)
        head = AtSlack(at_work, await at_work.person(PRIYA))
        await head.is_asked(MESSAGE, REQUEST)
        await head.sends("Send to the team", {"rows": "Lunch"})
        form = await head.person.sees("please begin with a time")
        assert form.kind == "modal"
        assert form.values["rows"]["value"]["value"] == "Lunch"
        await head.person.fill(rows="12 Lunch")
        await head.person.submit()
        await head.sees(SENT)


@every_task
async def test_on_teams(teams: Teams, sqlite_consortium: Sessions, task: str) -> None:
    await asyncio.to_thread(prepare, sqlite_consortium)
    async with on_teams(teams, sqlite_consortium) as at_work:
        at_work.wait(**ASKED)
        await hold(task, "Teams", AtTeams(at_work, await at_work.person(PRIYA)))


def test_one_interaction_more_than_is_written_is_noticed(sqlite_consortium: Sessions) -> None:
    world = prepare(sqlite_consortium)

    async def looks_twice() -> None:
        head = InPractice(world)
        await head.is_asked(LIST, PACK)
        await head.opens("Paperwork", PACK)
        await hold("The paperwork: the links to seven papers in one form", "practice room", head)

    with pytest.raises(AssertionError):
        asyncio.run(looks_twice())
