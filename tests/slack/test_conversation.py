"""The whole conversation on Slack: over HTTP, and again over Socket Mode."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Sessions
from tests.conversation.conftest import BEN, CHIDI, KATE, LEILA, OWEN, PRIYA, SIAN
from tests.slack.person import Someone
from tests.slack.relay import Slack
from tests.slack.running import Running, running

OAK = "Oak Primary School"
FIRST, SECOND = "Tuesday 28 November 2017", "Thursday 30 November 2017"


@pytest.fixture(params=["HTTP", "Socket Mode"])
async def at_work(
    request: pytest.FixtureRequest, slack: Slack, consortium: Sessions
) -> AsyncIterator[Running]:
    async with running(slack, consortium, socket=request.param == "Socket Mode") as at_work:
        yield at_work


async def test_the_whole_conversation(at_work: Running) -> None:
    channel = await at_work.slack.channel("group-2")
    kate, priya, sian, ben, chidi, owen, leila = [
        await at_work.person(email) for email in (KATE, PRIYA, SIAN, BEN, CHIDI, OWEN, LEILA)
    ]
    await link(kate, channel)
    await book(kate, channel)
    await confirm_and_accept(priya, sian, chidi)
    await decline_and_replace(kate, owen, leila)
    await suggest_and_use(kate, ben)
    await move_back(kate, priya, sian)
    await cancel(kate, priya, sian, chidi)
    for message in await kate.messages(channel):
        assert "boiler" not in str(message)
    await at_home(kate, priya)


async def link(kate: Someone, channel: str) -> None:
    await kate.mention(channel, "this is group 2")
    await kate.read("This is now the channel of Collaborative Group 2", channel)
    await kate.until(lambda: len(kate.ephemerals(channel)) == 1)


async def book(kate: Someone, channel: str) -> None:
    await kate.command("/schedule-review", "Oak Primary, Tues 28 Nov", channel=channel)
    form = await kate.sees("Schedule a review")
    assert form.data["submit"]["text"] == "See the timetable"
    await kate.fill({"Lead reviewer": "Siân Whitcombe"}, reviewers=("Ben Hartley", "Martin Kowalczyk"))
    await kate.fill(champions=("Chidi Eze", "Owen O'Connell"))
    await kate.submit()
    assert kate.errors == {}
    await kate.sees(f"{OAK}: review on {FIRST}?")
    await kate.click("Book it")
    await kate.sees(f"Booked: {OAK}, {FIRST}")
    await kate.close()
    card = await kate.read(f"{OAK}, {FIRST}", channel)
    assert "not confirmed yet" in card


async def confirm_and_accept(priya: Someone, sian: Someone, chidi: Someone) -> None:
    await priya.read(f"Does {FIRST} suit {OAK}?")
    await priya.click("Confirm")
    await priya.read(f"Confirmed: {OAK}")
    assert "Still needed" in await priya.read(f"Paperwork: {OAK}, {FIRST}")
    for someone in (sian, chidi):
        await someone.read(f"at {OAK} on {FIRST}?")
        await someone.click("Accept")
        await someone.read(f"at {OAK}, {FIRST}")


async def decline_and_replace(kate: Someone, owen: Someone, leila: Someone) -> None:
    await owen.read("Can you be an Improvement Champion")
    await owen.click("Can’t do it")
    await owen.sees("Tell the Peer Review Lead")
    await owen.fill(reason="Maternity cover")
    await owen.submit()
    await owen.sees("You are not taking part")
    await owen.close()
    await kate.read("Owen O'Connell can’t be an Improvement Champion")
    await kate.click("Choose someone else")
    await kate.sees("Who shall I ask instead of Owen")
    await kate.fill(person="Leila Haddad")
    await kate.submit()
    assert "Leila Haddad has been asked." in await kate.sees(f"The team for {OAK}")
    await kate.close()
    await leila.read("Can you be an Improvement Champion")
    await leila.click("Accept")
    await owen.read("your place has been filled")


async def suggest_and_use(kate: Someone, ben: Someone) -> None:
    await ben.read("Can you be a reviewer")
    await ben.click("Suggest another date")
    await ben.sees("Which date would suit you better?")
    await ben.fill(day="Thurs 30 Nov", note="On a course")
    await ben.submit()
    await ben.sees(f"Suggested: {SECOND}")
    await ben.close()
    await kate.read(f"Ben Hartley suggests {SECOND}")
    await kate.click("Use this date")
    await kate.read(f"{OAK}: moved to {SECOND}")
    await ben.read(f"Moved: {OAK}, to {SECOND}")


async def move_back(kate: Someone, priya: Someone, sian: Someone) -> None:
    await priya.read(f"Does {SECOND} suit {OAK}?")
    await kate.command("/peer-review")
    await kate.click("Open", row=OAK)
    await kate.read(f"{OAK}, {SECOND}")
    await kate.click("Move it")
    await kate.sees(f"Move the review at {OAK}")
    await kate.fill(day="Tues 28 Nov", reason="Hall needed")
    await kate.submit()
    await kate.sees(f"Move {OAK} to {FIRST}?")
    await kate.click("Move it")
    await kate.sees(f"Moved: {OAK}, {FIRST}")
    await kate.close()
    await priya.read(f"Does {FIRST} suit {OAK}?")
    await sian.read(f"Can you be lead reviewer at {OAK} on {FIRST}?")


async def cancel(kate: Someone, *others: Someone) -> None:
    await kate.open_home()
    home = await kate.home()
    await kate.click("Open", row=OAK, at=home)
    await kate.sees(f"{OAK}, {FIRST}")
    await kate.click("Cancel it")
    await kate.sees("Cancel the review at")
    await kate.fill(reason="The boiler has burst")
    await kate.submit()
    await kate.sees(f"Cancelled: {OAK}, {FIRST}")
    await kate.close(all_of_them=True)
    for someone in others:
        assert "The boiler has burst" in await someone.read(f"Cancelled: {OAK}, {FIRST}")


async def at_home(kate: Someone, priya: Someone) -> None:
    """Both see how things are now, though only one of them has done it."""
    for someone in (kate, priya):
        await shows(someone, "cancelled")


async def shows(someone: Someone, words: str) -> None:
    await someone.until(lambda: words in str(someone.home_drawn() or "").lower())
