"""What somebody does in a conversation that was out of order shows that it may take messages again."""

from datetime import datetime, timedelta

import pytest

from storage import pauses
from storage.addresses import Address
from tests.conversation.conftest import KATE, PRIYA
from tests.teams.booking import GROUP
from tests.teams.person import Someone
from tests.teams.running import Running
from tests.teams.seed import TENANT

CHANNEL = Address("teams", TENANT, GROUP, personal=False)
QUARTER = timedelta(minutes=15)

pytestmark = pytest.mark.usefixtures("linked")


def chat(who: Someone) -> Address:
    return Address("teams", TENANT, who.who.entra, personal=True)


def hold(at_work: Running, to: Address, problem: str = "They have not got the app.") -> datetime:
    """As delivery does after it has failed; gives the moment of its next try."""
    until = at_work.now + QUARTER
    with at_work.sessions.begin() as session:
        pauses.begin(session, to, until, problem)
    return until


def held_until(at_work: Running, to: Address) -> datetime:
    with at_work.sessions() as session:
        pause = pauses.at(session, to)
        assert pause is not None
        return pause.until


async def test_the_first_thing_that_somebody_does_there_tries_it_again(at_work: Running) -> None:
    kate, priya = await at_work.person(KATE), await at_work.person(PRIYA)
    hold(at_work, chat(kate))
    others = [(to, hold(at_work, to)) for to in (chat(priya), CHANNEL)]
    await kate.say("help")
    assert held_until(at_work, chat(kate)) == at_work.now
    assert [held_until(at_work, to) for to, _ in others] == [until for _, until in others]


async def test_so_does_a_press_and_in_a_channel_it_is_the_channel(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    hold(at_work, CHANNEL)
    await kate.mention(GROUP, "schedule review")
    assert held_until(at_work, CHANNEL) == at_work.now
    at_work.wait(minutes=1)
    hold(at_work, CHANNEL)
    await kate.click("Leave it", at=await kate.read("Schedule a review", GROUP))
    assert held_until(at_work, CHANNEL) == at_work.now


async def test_it_is_tried_once_a_minute_however_much_is_done_there(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    hold(at_work, chat(kate))
    await kate.say("help")
    until = hold(at_work, chat(kate))
    at_work.wait(seconds=59)
    await kate.say("help")
    assert held_until(at_work, chat(kate)) == until
    at_work.wait(seconds=1)
    await kate.say("help")
    assert held_until(at_work, chat(kate)) == at_work.now


async def test_whoever_gets_the_app_is_tried_at_once_always(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    for _ in range(2):
        hold(at_work, chat(kate))
        await kate.install()
        assert held_until(at_work, chat(kate)) == at_work.now


async def test_where_teams_asked_us_to_wait_we_wait_all_the_same(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    until = hold(at_work, chat(kate), problem="")
    await kate.install()
    await kate.say("help")
    assert held_until(at_work, chat(kate)) == until
