"""The whole conversation on Teams, through Microsoft's Agents Playground."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Sessions
from tests.conversation.conftest import BEN, CHIDI, KATE, LEILA, OWEN, PRIYA, SIAN
from tests.teams.person import Someone
from tests.teams.relay import Teams
from tests.teams.running import Running, running
from tests.teams.seed import channel

OAK = "Oak Primary School"
FIRST, SECOND = "Tuesday 28 November 2017", "Thursday 30 November 2017"
GROUP = channel("group-2")


@pytest.fixture
async def at_work(teams: Teams, consortium: Sessions) -> AsyncIterator[Running]:
    async with running(teams, consortium) as at_work:
        yield at_work


async def test_the_whole_conversation(at_work: Running) -> None:
    kate, priya, sian, ben, chidi, owen, leila = [
        await at_work.person(email) for email in (KATE, PRIYA, SIAN, BEN, CHIDI, OWEN, LEILA)
    ]
    await kate.install(channel=GROUP)
    await link(kate)
    await book(kate)
    await confirm_and_accept(priya, sian, chidi)
    await decline_and_replace(kate, owen, leila)
    await suggest_and_use(kate, ben)
    await move_back(kate, priya, sian)
    await cancel(kate, priya, sian, chidi)
    assert not any("boiler" in shown for shown in kate.messages(GROUP))


async def link(kate: Someone) -> None:
    await kate.mention(GROUP, "this is group 2")
    await kate.read("This is now the channel of Collaborative Group 2")


async def book(kate: Someone) -> None:
    await kate.mention(GROUP, "schedule review Oak Primary, Tues 28 Nov")
    form = await kate.read("Schedule a review", GROUP)
    team = {"reviewers": ("Ben Hartley", "Martin Kowalczyk"), "champions": ("Chidi Eze", "Owen O'Connell")}
    await kate.fill({"lead_reviewer": "Siân Whitcombe", **team}, at=form)
    await kate.click("See the timetable")
    await kate.sees(f"{OAK}: review on {FIRST}?")
    await kate.click("Book it")
    await kate.sees(f"Booked: {OAK}, {FIRST}")
    card = await kate.read("not confirmed yet", GROUP)
    assert card.title == f"{OAK}, {FIRST}"


async def confirm_and_accept(priya: Someone, sian: Someone, chidi: Someone) -> None:
    await priya.read(f"Does {FIRST} suit {OAK}?")
    await priya.click("Confirm")
    await priya.sees(f"Confirmed: {OAK}")
    assert "Still needed" in str(await priya.read(f"Paperwork: {OAK}, {FIRST}"))
    for someone in (sian, chidi):
        await someone.read(f"at {OAK} on {FIRST}?")
        await someone.click("Accept")
        await someone.sees(f"at {OAK}, {FIRST}")


async def decline_and_replace(kate: Someone, owen: Someone, leila: Someone) -> None:
    await owen.read("Can you be an Improvement Champion")
    await owen.click("Can’t do it")
    await owen.read("Tell the Peer Review Lead")
    await owen.click("Yes, tell them", reason="Maternity cover")
    await owen.sees("You are not taking part")
    await kate.read("Owen O'Connell can’t be an Improvement Champion")
    await kate.click("Choose someone else")
    await kate.read("Who shall I ask instead of Owen")
    await kate.click("Ask them", person="Leila Haddad")
    await kate.sees("Leila Haddad has been asked.")
    await leila.read("Can you be an Improvement Champion")
    await leila.click("Accept")
    await owen.read("your place has been filled")


async def suggest_and_use(kate: Someone, ben: Someone) -> None:
    await ben.read("Can you be a reviewer")
    await ben.click("Suggest another date")
    await ben.read("Which date would suit you better?")
    await ben.click("Suggest it", day="Thurs 30 Nov", note="On a course")
    await ben.sees(f"Suggested: {SECOND}")
    await kate.read(f"Ben Hartley suggests {SECOND}")
    await kate.click("Use this date")
    await kate.sees(f"{OAK}: moved to {SECOND}")
    await ben.read(f"Moved: {OAK}, to {SECOND}")


async def move_back(kate: Someone, priya: Someone, sian: Someone) -> None:
    await priya.read(f"Does {SECOND} suit {OAK}?")
    await kate.say("/peer-review")
    await kate.click("Open", row=OAK)
    await kate.read(f"{OAK}, {SECOND}")
    await kate.click("Move it")
    await kate.read(f"Move the review at {OAK}")
    await kate.click("See what changes", day="Tues 28 Nov", reason="Hall needed")
    await kate.sees(f"Move {OAK} to {FIRST}?")
    await kate.click("Move it")
    await kate.sees(f"Moved: {OAK}, {FIRST}")
    await priya.read(f"Does {FIRST} suit {OAK}?")
    await sian.read(f"Can you be lead reviewer at {OAK} on {FIRST}?")


async def cancel(kate: Someone, *others: Someone) -> None:
    await kate.say("/peer-review")
    await kate.click("Open", row=OAK)
    await kate.read(f"{OAK}, {FIRST}")
    await kate.click("Cancel it")
    await kate.read("Cancel the review at")
    await kate.click("Cancel it", reason="The boiler has burst")
    await kate.sees(f"Cancelled: {OAK}, {FIRST}")
    for someone in others:
        assert "The boiler has burst" in await someone.read(f"Cancelled: {OAK}, {FIRST}")
