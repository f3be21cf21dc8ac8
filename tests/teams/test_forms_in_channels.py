"""A form that stands in a channel of Teams: whose it is, and what others may do with it."""

import pytest

from bot.cards import common
from storage.models import Draft, Review
from tests.conversation.conftest import KATE, OFFICE, PRIYA, SIAN
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


async def test_the_deputy_goes_on_with_the_leads_form_in_their_own_chat_and_the_form_stays(
    at_work: Running,
) -> None:
    kate = await filled_in(at_work, GROUP)
    sian = await at_work.person(SIAN)
    form = await sian.read("Schedule a review", GROUP)
    before = str(form)
    answer = await sian.click("See the timetable", TEAM, at=form, note="Please park in Mill Lane")
    assert answer.body["value"] == common.IN_YOUR_CHAT
    assert "Please park in Mill Lane" in await sian.read(BOOK)
    # Neither what the deputy typed nor where it led is seen by the others, and the Lead can go on as well.
    assert str(await kate.read("Schedule a review", GROUP)) == before
    assert BOOK not in str(titles(list(kate.messages(GROUP))))
    await kate.click("See the timetable", at=form)
    await kate.sees(BOOK)
    await sian.click("Book it", at=await sian.read(BOOK))
    await sian.sees("Booked")
    await kate.click("Book it")
    await kate.sees("Siân Whitcombe booked it.")
    assert counted(at_work, Review) == 1


async def test_what_the_deputy_typed_wrong_in_the_leads_form_comes_back_in_their_own_chat(
    at_work: Running,
) -> None:
    kate = await filled_in(at_work, GROUP)
    sian = await at_work.person(SIAN)
    form = await sian.read("Schedule a review", GROUP)
    wrong = {"day": "the 45th", "day.picked": "", "note": "Please park in Mill Lane"}
    await sian.click("See the timetable", {**TEAM, **wrong}, at=form)
    own = await sian.read("Schedule a review")
    assert len(own.errors) == 1
    assert (own.values["day"], own.values["note"]) == ("the 45th", "Please park in Mill Lane")
    await sian.click("See the timetable", day="Tues 28 Nov", at=own)
    await sian.sees(BOOK)
    assert (await kate.read("Schedule a review", GROUP)).errors == []


async def test_the_deputy_who_leaves_the_leads_form_takes_it_from_nobody(at_work: Running) -> None:
    kate = await filled_in(at_work, GROUP)
    sian = await at_work.person(SIAN)
    await sian.click("Leave it", at=await sian.read("Schedule a review", GROUP))
    await sian.read("All right, nothing was changed")
    await kate.read("Schedule a review", GROUP)
    assert sian.messages(GROUP)[-1].text == common.IN_YOUR_CHAT


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
