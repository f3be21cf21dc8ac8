"""What is written to the bot in Teams, and where its answer comes."""

from datetime import UTC, datetime

import pytest

from tests.conversation.conftest import BEN, KATE, OFFICE, PRIYA
from tests.teams import activities
from tests.teams.booking import ASKED, GROUP, TEAM, booked, titles
from tests.teams.relay import Teams
from tests.teams.running import Running
from tests.teams.seed import GENERAL, GROUP_CHAT, TENANT

pytestmark = pytest.mark.usefixtures("linked")


async def test_words_in_the_personal_chat_are_answered_there(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    await kate.say("where do I park & how?")
    assert "where do I park & how?" in await kate.read("Sorry, I didn’t understand that")
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


async def test_notes_of_the_day_are_seen_in_ones_own_chat_alone(at_work: Running) -> None:
    await booked(at_work)
    at_work.now = datetime(2017, 11, 28, 10, 0, tzinfo=UTC)
    ben = await at_work.person(BEN)
    await ben.mention(GROUP, "note strength: Calm corridors")
    assert "Calm corridors" in await ben.read("Notes of the day")
    await ben.say("note activity:\n- Learning walk\n- Pupil voice")
    assert "2 notes added." in await ben.read("Pupil voice")
    await ben.mention(GROUP, "note Marking in Year 4")
    form = await ben.read("A note of the day")
    assert form.values["notes"] == "Marking in Year 4"
    await ben.click("Note it", strand="Area for development")
    await ben.sees("Noted.")
    told = [one for one in ben.messages(GROUP) if one.title != "I have answered you in our chat"]
    assert [str(one) for one in told if "ote" in one.title or "Calm" in str(one)] == []


async def test_a_message_that_is_brought_again_is_answered_once(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    await kate.say("help")
    await kate.resend()
    assert len([one for one in kate.messages() if "How to use" in one.title]) == 1


async def test_the_bot_writes_to_nobody_without_words_to_read_out(at_work: Running, teams: Teams) -> None:
    await booked(at_work)
    await (await at_work.person(PRIYA)).read("Does Tuesday 28 November 2017 suit")
    sent = [call.asked.body for call in teams.calls if call.asked.path[2:3] == ("activities",)]
    assert len(sent) > 3
    assert all(len(body["summary"]) > 20 for body in sent)
