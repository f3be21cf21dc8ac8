"""People's tasks, counted on each surface, are as docs/INTERACTIONS.md has them."""

import asyncio

import pytest

from storage.database import Sessions
from tests.everywhere.interactions import LIST, MESSAGE, PACK, REQUEST, SENT, TASKS, hold, promised
from tests.everywhere.people import AtSlack, AtTeams, InPractice
from tests.everywhere.scenes import PREPARING, prepare
from tests.slack.relay import Slack
from tests.slack.running import running as on_slack
from tests.teams.relay import Teams
from tests.teams.running import running as on_teams

SURFACES = ("practice room", "Slack", "Teams")
# What its author fills in on the paper form. Summary: the impact, four bullets twice, a signature. Plan: six
# rows of four, a signature. Proforma: six in its head, nine lines with two columns, three boxes.
BOXES = {
    "The summary, with four strengths and four areas for development": 10,
    "The action plan, with six actions": 25,
    "The audit proforma": 27,
}
every_task = pytest.mark.parametrize("task", TASKS)


@pytest.mark.parametrize("surface", SURFACES)
def test_every_line_of_the_document_is_played_and_every_play_has_its_line(surface: str) -> None:
    assert promised(surface).keys() == TASKS.keys()


def test_the_document_keeps_what_is_aimed_at() -> None:
    for surface in SURFACES:
        found = promised(surface)
        assert found["The paperwork: the links to seven papers in one form"].most == 2 * 7
        assert found["The timetable of the day"].most == 1
        for task, boxes in BOXES.items():
            assert found[task].most == boxes
            assert found[task].interactions + found[task].filled <= boxes


@every_task
def test_in_the_practice_room(sqlite_consortium: Sessions, task: str) -> None:
    scene = TASKS[task].scene
    world = prepare(sqlite_consortium, scene)
    asyncio.run(hold(task, "practice room", InPractice(world, scene.email)))


@every_task
async def test_on_slack(slack: Slack, sqlite_consortium: Sessions, task: str) -> None:
    scene = TASKS[task].scene
    await asyncio.to_thread(prepare, sqlite_consortium, scene)
    async with on_slack(slack, sqlite_consortium) as at_work:
        at_work.now = scene.now
        await hold(task, "Slack", AtSlack(at_work, await at_work.person(scene.email)))


async def test_what_cannot_be_read_comes_back_on_slack_in_a_window(
    slack: Slack, sqlite_consortium: Sessions
) -> None:
    await asyncio.to_thread(prepare, sqlite_consortium, PREPARING)
    async with on_slack(slack, sqlite_consortium) as at_work:
        at_work.now = PREPARING.now
        head = AtSlack(at_work, await at_work.person(PREPARING.email))
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
    scene = TASKS[task].scene
    await asyncio.to_thread(prepare, sqlite_consortium, scene)
    async with on_teams(teams, sqlite_consortium) as at_work:
        at_work.now = scene.now
        await hold(task, "Teams", AtTeams(at_work, await at_work.person(scene.email)))


def test_one_interaction_more_than_is_written_is_noticed(sqlite_consortium: Sessions) -> None:
    world = prepare(sqlite_consortium, PREPARING)

    async def looks_twice() -> None:
        head = InPractice(world)
        await head.is_asked(LIST, PACK)
        await head.opens("Paperwork", PACK)
        await hold("The paperwork: the links to seven papers in one form", "practice room", head)

    with pytest.raises(AssertionError):
        asyncio.run(looks_twice())
