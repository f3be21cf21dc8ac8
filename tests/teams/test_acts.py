"""What people do in Teams, where they do it, and what they see there."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, select

from bot.cards import common
from bot.platforms.teams import answering
from storage.database import Sessions
from storage.models import Channel, ChatIdentity, Draft, Review
from tests.conversation.conftest import KATE, OFFICE, PRIYA
from tests.teams import activities
from tests.teams.person import Someone
from tests.teams.reader import Shown
from tests.teams.relay import Teams
from tests.teams.running import Running, running
from tests.teams.seed import GENERAL, GROUP_CHAT, TENANT, channel

GROUP = channel("group-2")
ASKED = "schedule review Oak Primary, Tues 28 Nov"
BOOK = "review on Tuesday 28 November 2017?"
TEAM = {
    "lead_reviewer": "Siân Whitcombe",
    "reviewers": ("Ben Hartley", "Martin Kowalczyk"),
    "champions": ("Chidi Eze", "Owen O'Connell"),
}


@pytest.fixture
async def at_work(teams: Teams, sqlite_consortium: Sessions) -> AsyncIterator[Running]:
    link_group(sqlite_consortium)
    async with running(teams, sqlite_consortium) as at_work:
        yield at_work


def link_group(sessions: Sessions) -> None:
    with sessions.begin() as session:
        session.add(Channel(platform="teams", workspace=TENANT, conversation=GROUP, group_id=2))


async def filled_in(at_work: Running, place: str = "") -> Someone:
    """Kate, with the form before her, filled in; in this channel, or in her own chat."""
    kate = await at_work.person(KATE)
    await (kate.mention(place, ASKED) if place else kate.say(ASKED))
    await kate.read("Schedule a review", place)
    await kate.fill(TEAM)
    return kate


async def booked(at_work: Running) -> Someone:
    kate = await filled_in(at_work, GROUP)
    await kate.click("See the timetable")
    await kate.click("Book it")
    await kate.sees("Booked")
    return kate


def counted(at_work: Running, table: type[Review | Draft | ChatIdentity]) -> int:
    with at_work.sessions() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def titles(shown: list[Shown]) -> list[str]:
    return [one.title for one in shown]


async def newest(who: Someone) -> Shown:
    """The card that came last, below what is said in a line."""
    return [shown for shown in who.messages() if shown.card][-1]


async def test_words_in_the_personal_chat_are_answered_there(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    await kate.say("what can you do & how?")
    assert "what can you do & how?" in await kate.read("How to use Peer Review")
    await kate.say("/schedule-review Oak Primary, Tues 28 Nov")
    form = await kate.read("Schedule a review")
    assert form.values["day.picked"] == "2017-11-28"


@pytest.mark.parametrize("place", [GROUP, GENERAL])
async def test_a_mention_is_answered_under_it_and_what_is_private_in_their_own_chat(
    at_work: Running, place: str
) -> None:
    """In a group's channel, and in one that is no group's."""
    kate = await at_work.person(KATE)
    await kate.mention(place, "")
    [note] = kate.messages(place)
    assert (note.title, note.labels) == ("I have answered you in our chat", [])
    assert "Nothing is waiting for you." in await kate.read("Kate Moore")
    await kate.mention(place, ASKED)
    assert titles(list(kate.messages(place))) == ["I have answered you in our chat", "Schedule a review"]


async def test_a_channel_that_is_no_groups_is_linked_by_choosing_in_ones_own_chat(at_work: Running) -> None:
    office = await at_work.person(OFFICE)
    await office.mention(GENERAL, "link")
    await office.read("Whose channel is this?")
    await office.click("Choose", row="Collaborative Group 1")
    await office.sees("This is now the channel of Collaborative Group 1")
    await office.until(lambda: "This is now the channel" in str([str(s) for s in office.messages(GENERAL)]))


async def test_the_channel_is_reached_by_whoever_wrote_in_their_own_chat_first(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    await kate.say("help")
    await kate.mention(GROUP, "this is group 2")
    await kate.read("This is the channel of Collaborative Group 2 already")
    await kate.mention(GROUP, ASKED)
    await kate.read("Schedule a review", GROUP)
    await kate.click("See the timetable", TEAM)
    await kate.click("Book it")
    await kate.read("not confirmed yet", GROUP)


async def test_a_command_that_nobody_else_sees_is_answered_where_nobody_else_sees(at_work: Running) -> None:
    kate, priya = await at_work.person(KATE), await at_work.person(PRIYA)
    await kate.slash(ASKED, channel=GROUP)
    await kate.read("Schedule a review")
    await kate.slash("peer-review", channel=GROUP)
    await kate.read("Kate Moore")
    assert priya.messages(GROUP) == []


async def test_a_group_chat_is_a_place_that_others_read(at_work: Running, teams: Teams) -> None:
    kate = await at_work.person(KATE)
    talk = {"id": GROUP_CHAT, "conversationType": "groupChat", "isGroup": True, "tenantId": TENANT}
    said = activities.message(kate.who, kate.chat_id, teams.service_url, "peer-review") | {
        "conversation": talk
    }
    await kate.bring(said)
    await kate.read("Kate Moore")
    [told] = [call.asked.body for call in teams.calls if talk["id"] in call.asked.path and call.asked.body]
    assert "Kate Moore" not in str(told)


async def test_somebody_who_leads_no_group_is_told_who_can(at_work: Running) -> None:
    priya = await at_work.person(PRIYA)
    await priya.mention(GROUP, ASKED)
    assert "Only the group’s Peer Review Lead" in await priya.read("Sorry, I can’t do that")
    assert titles(list(priya.messages(GROUP))) == ["I have answered you in our chat"]


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


async def test_what_is_mine_to_do_never_appears_in_a_channel(at_work: Running) -> None:
    kate = await booked(at_work)
    card = kate.card
    for label in card.labels:
        await kate.click(label, at=card)
        assert card.title in titles(list(kate.messages(GROUP)))
    assert [one for one in kate.messages(GROUP) if "Kate Moore" in one.title] == []
    assert len(titles(list(kate.messages()))) >= len(card.labels)


async def test_a_wrong_date_is_told_at_its_field_and_nothing_typed_is_lost(at_work: Running) -> None:
    kate = await filled_in(at_work)
    await kate.fill({"day": "the 45th", "day.picked": "", "note": "Please park in Mill Lane"})
    await kate.click("See the timetable")
    form = await kate.sees("Schedule a review")
    assert len(form.errors) == 1
    assert form.values["note"] == "Please park in Mill Lane"
    assert form.values["day"] == "the 45th"
    assert counted(at_work, Draft) == 0


async def test_a_date_that_could_be_two_is_offered_as_buttons(at_work: Running) -> None:
    kate = await filled_in(at_work, GROUP)
    await kate.fill({"day": "next Tuesday", "day.picked": ""})
    await kate.click("See the timetable")
    form = await kate.sees("Schedule a review")
    days = [label for label in form.labels if "November 2017" in label]
    assert len(days) == 2
    await kate.click(days[1])
    await kate.sees(f"review on {days[1]}?")


async def test_the_way_back_from_the_timetable_keeps_the_form(at_work: Running) -> None:
    kate = await filled_in(at_work, GROUP)
    await kate.click("See the timetable")
    await kate.click("Change something")
    form = await kate.sees("Schedule a review")
    assert "2017-11-28" in form.values.values()


async def test_a_form_that_is_not_wanted_goes_from_the_channel(at_work: Running) -> None:
    kate = await filled_in(at_work, GROUP)
    await kate.click("Leave it")
    priya = await at_work.person(PRIYA)
    assert "Schedule a review" not in titles(list(priya.messages(GROUP)))


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


async def test_a_double_click_books_once(at_work: Running) -> None:
    kate = await filled_in(at_work)
    await kate.click("See the timetable")
    await kate.click("Book it")
    await kate.again()
    answer = await kate.resend()
    await kate.resend()
    assert counted(at_work, Review) == 1
    assert answer.body["value"]


async def test_a_message_that_is_brought_again_is_answered_once(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    await kate.say("help")
    await kate.resend()
    assert len([one for one in kate.messages() if "How to use" in one.title]) == 1


async def test_a_click_that_two_processes_get_at_once_acts_once(teams: Teams, consortium: Sessions) -> None:
    link_group(consortium)
    async with running(teams, consortium) as at_work, running(teams, consortium, delivers=False):
        second = teams.bot
        kate = await filled_in(at_work)
        await kate.click("See the timetable")
        await kate.click("Book it")
        pressed = teams.brought[-1].activity | {"id": "f:again"}
        answers = await asyncio.gather(*(straight(teams, url, pressed) for url in (at_work.url, second) * 2))
        assert [status for status, _ in answers] == [200] * 4
        assert [str(body) for _, body in answers].count(str(answers[0][1])) >= 1
        assert sum(common.ACTED_ON in str(body) for _, body in answers) == 3
        assert counted(at_work, Review) == 1


async def straight(teams: Teams, url: str, activity: dict[str, object]) -> tuple[int, object]:
    async with teams.http.post(url, json=activity) as answered:
        return answered.status, await answered.json()


async def test_a_failure_keeps_what_was_typed_and_logs_nothing_of_it(
    at_work: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    kate = await filled_in(at_work)
    await kate.fill(note="canary")
    form = kate.card

    def fails(*_: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(answering, "answer", fails)
    await kate.click("See the timetable", at=form)
    await kate.read("Something went wrong on our side")
    await kate.say("canary")
    assert "canary" not in caplog.text
    monkeypatch.undo()
    await kate.click("See the timetable", at=form)
    await kate.sees(BOOK)
    assert "canary" in kate.card


async def test_the_bot_writes_to_nobody_without_words_to_read_out(at_work: Running, teams: Teams) -> None:
    await booked(at_work)
    await (await at_work.person(PRIYA)).read("Does Tuesday 28 November 2017 suit")
    sent = [call.asked.body for call in teams.calls if call.asked.path[2:3] == ("activities",)]
    assert len(sent) > 3
    assert all(len(body["summary"]) > 20 for body in sent)
