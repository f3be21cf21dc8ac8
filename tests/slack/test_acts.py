"""What people do on Slack, where they do it, and what they see there."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import func, select

from bot.platforms.slack import answering
from storage.database import Sessions
from storage.models import Channel, ChatIdentity, Draft, Review
from tests.conversation.conftest import BEN, KATE, OFFICE, PRIYA
from tests.patience import patiently
from tests.slack.person import Someone
from tests.slack.relay import Slack
from tests.slack.running import Running, running
from tests.slack.seed import BOT_USER, GUEST, TEAM

BY_COMMAND = ("/schedule-review", "Oak Primary, Tues 28 Nov")


@pytest.fixture
async def at_work(slack: Slack, sqlite_consortium: Sessions) -> AsyncIterator[Running]:
    async with running(slack, sqlite_consortium) as at_work:
        channel = await slack.channel("group-2")
        with sqlite_consortium.begin() as session:
            session.add(Channel(platform="slack", workspace=TEAM, conversation=channel, group_id=2))
        yield at_work


async def filled_in(at_work: Running, channel: str = "group-2") -> Someone:
    """Kate, with the form before her, filled in."""
    kate = await at_work.person(KATE)
    await kate.command(*BY_COMMAND, channel=await at_work.slack.channel(channel))
    await kate.sees("Schedule a review")
    await kate.fill({"Lead reviewer": "Siân Whitcombe"}, reviewers=("Ben Hartley", "Martin Kowalczyk"))
    await kate.fill(champions=("Chidi Eze", "Owen O'Connell"))
    return kate


async def booked(at_work: Running) -> Someone:
    kate = await filled_in(at_work)
    await kate.submit()
    await kate.sees("review on Tuesday 28 November 2017?")
    await kate.click("Book it")
    await kate.sees("Booked")
    return kate


def counted(at_work: Running, table: type[Review | Draft | ChatIdentity]) -> int:
    with at_work.sessions() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize("place", ["general", "management", ""])
async def test_a_command_is_answered_wherever_it_is_typed(at_work: Running, place: str) -> None:
    """In a channel that is no group's, in one that the bot is not in, and in the chat with it."""
    channel = await at_work.slack.channel(place) if place else ""
    kate = await at_work.person(KATE)
    await kate.command(*BY_COMMAND, channel=channel)
    form = await kate.sees("Schedule a review")
    assert "Oak Primary School" in str(form.values)
    await kate.close()
    await kate.command("/peer-review", channel=channel)
    assert "Nothing is waiting for you." in await kate.read("Kate Moore", channel)
    assert len(kate.ephemerals()) == 1


async def test_a_channel_that_the_bot_is_not_in_is_linked_once_it_is_invited(
    at_work: Running, slack: Slack
) -> None:
    channel = await slack.channel("management")
    office = await at_work.person(OFFICE)
    await office.command("/peer-review", "link the Management Group", channel=channel)
    await office.read("This is now the channel of the Management Group", channel)
    # What can't be written there is told to whoever can mend it, with what to do.
    held = await office.read("Messages to the channel of the Management Group can’t arrive")
    assert "type /invite and choose Peer Review" in held
    await slack.as_person(OFFICE).conversations_invite(channel=channel, users=BOT_USER)
    await office.command("/peer-review", "link the Management Group", channel=channel)

    async def posted() -> list[str] | None:
        return [one.title for one in await office.messages(channel) if one.title] or None

    # It goes out on its own, which may be after the answer to the command.
    assert await patiently(posted, "nothing came") == ["This is now the channel of the Management Group"]


async def test_someone_who_leads_no_group_is_told_who_can(at_work: Running) -> None:
    priya = await at_work.person(PRIYA)
    channel = await at_work.slack.channel("group-2")
    await priya.command(*BY_COMMAND, channel=channel)
    assert "Only the group’s Peer Review Lead" in await priya.read("Sorry, I can’t do that", channel)
    assert priya.modal is None


async def test_words_reach_the_same_commands(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    channel = await at_work.slack.channel("group-2")
    await kate.mention(channel, "schedule review Oak Primary, Tues 28 Nov")
    await kate.read("Schedule a review", channel)
    # What is said about a review is for whoever asked.
    assert [note.channel for note in kate.ephemerals()] == [channel]
    await kate.click("Open the form")
    assert "2017-11-28" in str((await kate.sees("Schedule a review")).values)
    await kate.close()
    await kate.say("where do I park & how?")
    answer = await kate.read("Sorry, I didn’t understand that")
    assert "where do I park & how?" in answer
    assert answer.kind == "message"


async def test_notes_of_the_day_are_seen_by_whoever_types_them_alone(at_work: Running) -> None:
    await (await booked(at_work)).close()
    at_work.now = datetime(2017, 11, 28, 10, 0, tzinfo=UTC)
    ben, channel = await at_work.person(BEN), await at_work.slack.channel("group-2")
    await ben.command("/peer-review", "note strength: Calm corridors & kind words", channel=channel)
    assert "Calm corridors & kind words" in await ben.read("Notes of the day", channel)
    await ben.say("note activity:\n- Learning walk\n- Pupil voice")
    assert "2 notes added." in await ben.read("Notes of the day")
    await ben.mention(channel, "note Marking in Year 4")
    await ben.read("A note of the day", channel)
    await ben.click("Open the form")
    assert "Marking in Year 4" in str((await ben.sees("A note of the day")).values)
    await ben.fill(strand="Area for development")
    await ben.submit()
    assert "Calm corridors" in await ben.sees("Noted.")
    assert [note.channel for note in ben.ephemerals()] == [channel] * 2
    told = [str(one) for one in await ben.messages(channel)]
    assert [one for one in told if "otes of the day" in one or "Calm" in one] == []


@pytest.mark.parametrize(
    ("words", "title"), [("", "Sorry, I didn’t understand that"), ("link ", "Whose channel is this?")]
)
async def test_a_whole_letter_pasted_by_mistake_is_answered(at_work: Running, words: str, title: str) -> None:
    """Slack takes 40,000 characters in a message, and shows about 13,000 in an answer with blocks."""
    kate = await at_work.person(KATE)
    channel = await at_work.slack.channel("group-2")
    await kate.mention(channel, words + "Dear all, " * 3900)
    assert "Dear all, Dear all" in await kate.read(title, channel)


async def test_a_guest_and_a_stranger_are_told_kindly_whom_to_ask(at_work: Running) -> None:
    guest = await at_work.person(GUEST)
    await guest.command("/peer-review")
    assert "ask the Consortium Office (Janet Pryke)" in await guest.read("I don’t know you yet")
    await guest.open_home()
    assert "I don’t know you yet" in (await guest.home()).title
    assert counted(at_work, ChatIdentity) == 0


async def test_whoever_acts_is_known_by_their_e_mail_and_asked_about_once(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    for _ in range(3):
        await kate.command("/peer-review")
    asked = [call.method for call in at_work.slack.by_the_bot()]
    assert asked.count("users.info") == 1
    assert counted(at_work, ChatIdentity) == 1


async def test_a_wrong_date_is_told_at_its_field_and_nothing_typed_is_lost(at_work: Running) -> None:
    kate = await filled_in(at_work)
    await kate.fill({"day": "the 45th", "day.picked": "", "note": "Please park in Mill Lane"})
    await kate.submit()
    assert list(kate.errors) == ["Date of the review"]
    assert "Please park in Mill Lane" in str((await kate.sees("Schedule a review")).values)
    assert counted(at_work, Draft) == 0


async def test_a_date_that_could_be_two_is_offered_as_buttons(at_work: Running) -> None:
    kate = await filled_in(at_work)
    await kate.fill({"day": "next Tuesday", "day.picked": ""})
    await kate.submit()
    form = await kate.sees("Schedule a review")
    days = [label for label in form.labels if "November 2017" in label]
    assert len(days) == 2
    await kate.click(days[1])
    await kate.sees(f"review on {days[1]}?")


async def test_the_way_back_from_the_timetable_keeps_the_form(at_work: Running) -> None:
    kate = await filled_in(at_work)
    await kate.submit()
    await kate.sees("review on Tuesday 28 November 2017?")
    await kate.click("Change something")
    form = await kate.sees("Schedule a review")
    assert "2017-11-28" in str(form.values)


async def test_what_stands_beside_a_card_lies_on_top_of_it_and_one_goes_back(at_work: Running) -> None:
    kate = await booked(at_work)
    await kate.close()
    await kate.open_home()
    await kate.click("Open", row="Oak Primary School", at=await kate.home())
    await kate.sees("Oak Primary School, Tuesday 28 November 2017")
    await kate.click("History")
    await kate.until(lambda: len(kate.modals) == 2)
    await kate.close()
    assert kate.modals == ["Oak Primary School, Tuesday 28 November 2017"]


async def test_a_card_in_a_channel_is_answered_for_whoever_clicks_and_stays(at_work: Running) -> None:
    kate = await booked(at_work)
    await kate.close()
    channel = await at_work.slack.channel("group-2")
    card = await kate.read("Oak Primary School, Tuesday 28 November 2017", channel)
    priya = await at_work.person(PRIYA)
    await priya.click(card.labels[0], at=card)
    await priya.until(lambda: bool(priya.ephemerals(channel)) or priya.modal is not None)
    assert [str(one) for one in await priya.messages(channel) if "Oak" in one.title] == [str(card)]


async def test_the_same_form_twice_is_booked_once(at_work: Running) -> None:
    kate = await filled_in(at_work)
    await kate.submit()
    await kate.sees("review on Tuesday 28 November 2017?")
    await kate.click("Book it")
    await kate.sees("Booked")
    await kate.resend()
    await kate.again()
    await at_work.slack.quiet()
    assert counted(at_work, Review) == 1


async def test_a_form_that_comes_in_a_second_time_says_so(at_work: Running) -> None:
    kate = await filled_in(at_work)
    await kate.submit()
    await kate.sees("review on Tuesday 28 November 2017?")
    answer = await kate.resend()
    assert "That form has come in already" in str(answer.body)
    assert counted(at_work, Draft) == 1


async def test_an_event_that_is_brought_again_is_answered_once_by_all_processes(
    at_work: Running, slack: Slack
) -> None:
    kate = await at_work.person(KATE)
    await kate.say("help")
    await kate.read("How to use Peer Review")
    async with running(slack, at_work.sessions, delivers=False) as another:
        kate.wire = another.wire
        await kate.resend()
        await slack.quiet()
    assert len([one for one in await kate.chat() if "How to use" in one.title]) == 1


async def test_a_click_that_two_processes_get_at_once_acts_once(at_work: Running, slack: Slack) -> None:
    kate = await filled_in(at_work)
    await kate.submit()
    await kate.sees("review on Tuesday 28 November 2017?")
    await kate.click("Book it")
    async with running(slack, at_work.sessions, delivers=False) as another:
        kate.wire = another.wire
        await asyncio.gather(kate.resend(), kate.resend())
    assert counted(at_work, Review) == 1


async def test_what_takes_long_is_acknowledged_in_time_and_answered_later(
    at_work: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "ACK_SECONDS", 0.0)
    kate = await at_work.person(KATE)
    answer = await kate.command("/peer-review")
    assert answer.body == {}
    await kate.read("Kate Moore")
    await kate.command(*BY_COMMAND)
    await kate.sees("Schedule a review")
    await kate.fill({"Lead reviewer": "Siân Whitcombe"}, reviewers=("Ben Hartley", "Martin Kowalczyk"))
    await kate.fill(champions=("Chidi Eze", "Owen O'Connell"))
    answer = await kate.submit()
    assert "One moment, please" in str(answer.body)
    await kate.sees("review on Tuesday 28 November 2017?")
    await kate.click("Book it")
    await kate.sees("Booked")


async def test_a_failure_keeps_what_was_typed_and_logs_nothing_of_it(
    at_work: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    kate = await filled_in(at_work)
    await kate.fill(note="canary")

    def fails(*_: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(answering, "answer", fails)
    await kate.submit()
    await kate.sees("Something went wrong on our side")
    assert "canary" not in caplog.text
    monkeypatch.undo()
    await kate.close()
    await kate.submit()
    await kate.sees("review on Tuesday 28 November 2017?")


async def test_a_form_that_could_not_open_in_time_is_one_button_away(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    trigger = at_work.slack.trigger

    async def stale(user_id: str, *, view_id: str = "") -> str:
        used = await trigger(user_id, view_id=view_id)
        bot = AsyncWebClient(at_work.slack.as_bot().token, at_work.slack.api)
        view = {"type": "modal", "title": {"type": "plain_text", "text": "Another"}, "blocks": [SOME]}
        await bot.views_open(trigger_id=used, view=view)
        return used

    at_work.slack.trigger = stale  # type: ignore[method-assign]
    await kate.command(*BY_COMMAND)
    at_work.slack.trigger = trigger  # type: ignore[method-assign]
    await kate.close()
    await kate.read("Schedule a review")
    await kate.click("Open the form")
    await kate.sees("Schedule a review")


SOME = {"type": "section", "text": {"type": "plain_text", "text": "Another"}}


async def test_the_home_tab_is_leafed_through_and_stays_within_its_blocks(at_work: Running) -> None:
    office = await at_work.person(OFFICE)
    await office.open_home()
    home = await office.home()
    assert len(home.blocks) <= 100
    assert "Yours to do" in home


async def test_the_bot_writes_to_nobody_but_through_slack(at_work: Running) -> None:
    """Every message has words for notifications and screen readers."""
    await booked(at_work)
    sent = [call for call in at_work.slack.by_the_bot() if call.method == "chat.postMessage"]
    assert all(len(call.asked["text"]) > 20 for call in sent)
    assert BOT_USER not in {call.asked["channel"] for call in sent}
