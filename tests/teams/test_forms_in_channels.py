"""A form that stands in a channel of Teams: whose it is, and what others may do with it."""

import pytest

from bot.cards import common
from storage.models import Draft, Review
from tests.conversation.conftest import KATE, OFFICE, PRIYA
from tests.teams.booking import ASKED, BOOK, GROUP, TEAM, counted, filled_in, titles
from tests.teams.relay import Teams
from tests.teams.running import Running

pytestmark = pytest.mark.usefixtures("linked")


async def test_another_head_who_presses_a_form_is_refused_in_their_own_chat_and_it_stays(
    at_work: Running,
) -> None:
    kate = await filled_in(at_work, GROUP)
    priya = await at_work.person(PRIYA)
    form = await priya.read("Schedule a review", GROUP)
    await priya.click("See the timetable", at=form)
    assert "Only the group’s Peer Review Lead" in await priya.read("Sorry, I can’t do that")
    assert "I have answered you in our chat." in [one.text for one in priya.messages(GROUP)]
    assert counted(at_work, Draft) == 0
    await kate.click("See the timetable", at=form)
    await kate.sees(BOOK)


async def test_the_office_may_use_a_form_that_a_lead_asked_for_and_goes_on_in_its_own_chat(
    at_work: Running,
) -> None:
    kate = await filled_in(at_work, GROUP)
    office = await at_work.person(OFFICE)
    form = await office.read("Schedule a review", GROUP)
    await office.click("See the timetable", TEAM, at=form)
    await office.read(BOOK)
    assert "Schedule a review" in titles(list(kate.messages(GROUP)))
    await office.click("Book it")
    await office.sees("Booked")
    assert counted(at_work, Review) == 1


async def test_a_form_that_is_not_wanted_goes_from_the_channel(at_work: Running) -> None:
    kate = await filled_in(at_work, GROUP)
    await kate.click("Leave it")
    priya = await at_work.person(PRIYA)
    assert "Schedule a review" not in titles(list(priya.messages(GROUP)))


async def test_somebody_whose_chat_takes_nothing_is_told_so_in_the_channel(
    at_work: Running, teams: Teams
) -> None:
    kate = await at_work.person(KATE)
    teams.connector.without_app.add(KATE)
    await kate.mention(GROUP, "peer-review")
    assert "add the app Peer Review" in await kate.read("I have an answer for you", GROUP)
    await kate.mention(GROUP, ASKED)
    form = await kate.read("Schedule a review", GROUP)
    await kate.click("See the timetable", day="the 45th", at=form)
    priya = await at_work.person(PRIYA)
    await priya.mention(GROUP, "help")
    teams.connector.without_app.add(PRIYA)
    await priya.click("See the timetable", at=await priya.read("Schedule a review", GROUP))
    assert common.CANNOT_WRITE in [one.text for one in priya.messages(GROUP)]
