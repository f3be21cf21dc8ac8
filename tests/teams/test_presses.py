"""What a press does in Teams: once, with what stands there now, and to nobody's card but one's own."""

import pytest

from storage.models import Review
from tests.conversation.conftest import PRIYA
from tests.teams import activities
from tests.teams.booking import GROUP, booked, counted, filled_in, titles
from tests.teams.person import Someone
from tests.teams.reader import Shown
from tests.teams.relay import Teams
from tests.teams.running import Running

pytestmark = pytest.mark.usefixtures("linked")


async def newest(who: Someone) -> Shown:
    """The card that came last, below what is said in a line."""
    return [shown for shown in who.messages() if shown.card][-1]


async def test_what_is_mine_to_do_never_appears_in_a_channel(at_work: Running) -> None:
    kate = await booked(at_work)
    card = kate.card
    for label in card.labels:
        await kate.click(label, at=card)
        assert card.title in titles(list(kate.messages(GROUP)))
    assert [one for one in kate.messages(GROUP) if "Kate Moore" in one.title] == []
    assert len(titles(list(kate.messages()))) >= len(card.labels)


async def test_an_old_card_says_that_it_is_old(at_work: Running) -> None:
    await booked(at_work)
    priya = await at_work.person(PRIYA)
    asked = await priya.read("Does Tuesday 28 November 2017 suit")
    before = activities.pressed(
        priya.who, asked.message, priya.teams.service_url, {"verb": "review.confirm?review=1&day=2017-11-21"}
    )
    await priya.bring(before)
    assert (await newest(priya)).title in {"Sorry, I can’t do that", "That button is out of date"}
    assert "Does Tuesday 28 November 2017 suit" in str(titles(list(priya.messages())))
    url = priya.teams.service_url
    await priya.bring(activities.pressed(priya.who, asked.message, url, {"verb": "of.old"}))
    assert (await newest(priya)).title == "That button is out of date"


async def test_a_card_of_everybodys_stays_and_is_answered_to_whoever_presses(at_work: Running) -> None:
    await booked(at_work)
    priya = await at_work.person(PRIYA)
    card = await priya.read("not confirmed yet", GROUP)
    await priya.click(card.labels[0], at=card)
    assert str(await priya.read("not confirmed yet", GROUP)) == str(card)
    assert "Oak Primary School" in str(await newest(priya))
    assert "Oak Primary School" not in [one.text for one in priya.messages(GROUP)]


async def test_a_question_comes_before_what_cannot_be_undone(at_work: Running, teams: Teams) -> None:
    kate = await booked(at_work)
    await kate.say("peer-review")
    await kate.click("Open", row="Oak Primary School")
    await kate.click("Change the team")
    card = await kate.sees("The team for Oak Primary School")
    ben = [one for one in card.buttons if one.label == "Take out" and "Ben Hartley" in one.row]
    assert [one.action["type"] for one in ben] == ["Action.ShowCard"]
    before = len(teams.brought)
    assert "Take Ben Hartley out of the team?" in str(ben[0].action["card"])
    assert len(teams.brought) == before
    await kate.click("Take out", row="Ben Hartley")
    await kate.until(lambda: "Take Ben Hartley out" not in str(kate.card.card))


async def test_a_double_click_books_once(at_work: Running) -> None:
    kate = await filled_in(at_work)
    await kate.click("See the timetable")
    await kate.click("Book it")
    await kate.again()
    answer = await kate.resend()
    await kate.resend()
    assert counted(at_work, Review) == 1
    assert answer.body["value"]
