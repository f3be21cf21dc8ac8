"""What the tests of the bot rely on: that the emulator is as particular as Slack where it matters."""

import asyncio
import socket

import pytest
from slack_sdk.errors import SlackApiError

from tests.slack.emulator import Emulator
from tests.slack.relay import Slack
from tests.slack.seed import BOT_USER, GUEST, OFFICE, TEAM

KATE = "kate.moore@hollylane.example"
PRIYA = "priya.nair@oak.example"

BLOCKS = [{"type": "section", "block_id": "day", "text": {"type": "mrkdwn", "text": "Oak, 5 March"}}]
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "Schedule a review"}, "blocks": BLOCKS}
HOME = {"type": "home", "blocks": BLOCKS}


async def test_the_bot_is_itself(slack: Slack) -> None:
    who = await slack.as_bot().auth_test()
    assert (who["team_id"], who["user_id"]) == (TEAM, BOT_USER)


async def test_a_message_is_read_back_as_it_was_sent_and_as_it_was_changed(slack: Slack) -> None:
    bot, kate = slack.as_bot(), slack.as_person(KATE)
    channel = await slack.channel("group-2")
    sent = await bot.chat_postMessage(channel=channel, text="Oak, 5 March", blocks=BLOCKS)
    [message] = (await kate.conversations_history(channel=channel))["messages"]
    assert (message["user"], message["text"], message["blocks"]) == (BOT_USER, "Oak, 5 March", BLOCKS)

    await bot.chat_update(channel=channel, ts=sent["ts"], text="Oak, 6 March")
    [changed] = (await kate.conversations_history(channel=channel))["messages"]
    assert (changed["ts"], changed["text"]) == (message["ts"], "Oak, 6 March")


async def test_after_a_reset_nothing_is_left(slack: Slack) -> None:
    bot = slack.as_bot()
    await bot.chat_postMessage(channel=await slack.channel("group-2"), text="Oak, 5 March")
    slack.emulator.reset()
    kate = slack.as_person(KATE)
    left = await kate.conversations_history(channel=await slack.channel("group-2"))
    assert left["messages"] == []


@pytest.mark.parametrize("email", [PRIYA, OFFICE, GUEST])
async def test_people_are_found_by_their_email(slack: Slack, email: str) -> None:
    user = (await slack.as_bot().users_lookupByEmail(email=email))["user"]
    assert (user["profile"]["email"], user["is_restricted"]) == (email, email == GUEST)


async def test_nobody_else_is_found(slack: Slack) -> None:
    with pytest.raises(SlackApiError, match="users_not_found"):
        await slack.as_bot().users_lookupByEmail(email="nobody@oak.example")


async def test_a_click_opens_one_modal_for_the_one_who_clicked(slack: Slack) -> None:
    bot = slack.as_bot()
    trigger = await slack.trigger(await slack.person(KATE))
    opened = await bot.views_open(trigger_id=trigger, view={**MODAL, "private_metadata": "visit.ask"})
    assert slack.view(opened["view"]["id"])["private_metadata"] == "visit.ask"
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await bot.views_open(trigger_id=trigger, view=MODAL)


async def test_a_click_in_a_modal_puts_another_on_top(slack: Slack) -> None:
    bot = slack.as_bot()
    kate = await slack.person(KATE)
    below = (await bot.views_open(trigger_id=await slack.trigger(kate), view=MODAL))["view"]
    click = await slack.trigger(kate, view_id=below["id"])
    above = (await bot.views_push(trigger_id=click, view=MODAL))["view"]
    assert (above["previous_view_id"], above["root_view_id"]) == (below["id"], below["id"])


async def test_a_modal_is_read_back_as_it_was_changed(slack: Slack) -> None:
    bot = slack.as_bot()
    click = await slack.trigger(await slack.person(KATE))
    view_id = (await bot.views_open(trigger_id=click, view=MODAL))["view"]["id"]
    await bot.views_update(view_id=view_id, view={**MODAL, "callback_id": "visit.book"})
    assert slack.view(view_id)["callback_id"] == "visit.book"


async def test_a_click_is_good_for_three_seconds(slack: Slack) -> None:
    bot = slack.as_bot()
    trigger = await slack.trigger(await slack.person(KATE))
    await asyncio.sleep(3.1)
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        await bot.views_open(trigger_id=trigger, view=MODAL)


async def test_a_view_that_has_changed_is_not_written_over(slack: Slack) -> None:
    bot = slack.as_bot()
    kate = await slack.person(KATE)
    first = (await bot.views_publish(user_id=kate, view=HOME))["view"]
    second = (await bot.views_publish(user_id=kate, view=HOME, hash=first["hash"]))["view"]
    assert slack.home_of(kate) == second
    assert second["id"] == first["id"]
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await bot.views_publish(user_id=kate, view=HOME, hash=first["hash"])


async def test_a_direct_message_is_between_two(slack: Slack) -> None:
    bot, kate = slack.as_bot(), slack.as_person(KATE)
    opened = await bot.conversations_open(users=[await slack.person(KATE)])
    room = opened["channel"]["id"]
    await bot.chat_postMessage(channel=room, text="Please confirm")
    [message] = (await kate.conversations_history(channel=room))["messages"]
    assert (room[0], message["text"]) == ("D", "Please confirm")
    with pytest.raises(SlackApiError, match="not_in_channel"):
        await slack.as_person(PRIYA).conversations_history(channel=room)


async def test_the_bot_writes_in_a_private_channel_once_it_is_invited(slack: Slack) -> None:
    bot, office = slack.as_bot(), slack.as_person(OFFICE)
    channel = await slack.channel("management")
    with pytest.raises(SlackApiError, match="not_in_channel"):
        await bot.chat_postMessage(channel=channel, text="This week")
    await office.conversations_invite(channel=channel, users=BOT_USER)
    await bot.chat_postMessage(channel=channel, text="This week")


async def test_what_the_bot_asked_is_kept(slack: Slack) -> None:
    channel = await slack.channel("group-2")
    await slack.as_bot().chat_postMessage(channel=channel, text="[Oak] 5 March & 6")
    await slack.as_bot().users_info(user=BOT_USER)
    asked = [(call.method, call.asked.get("user")) for call in slack.by_the_bot()]
    assert asked == [("chat.postMessage", None), ("users.info", BOT_USER)]
    assert slack.by_the_bot()[0].asked["text"] == "[Oak] 5 March & 6"


async def test_what_needs_a_scope_that_the_bot_lacks_is_refused(slack: Slack) -> None:
    bot = slack.as_bot()
    with pytest.raises(SlackApiError) as refused:
        await bot.conversations_history(channel=await slack.channel("group-2"))
    assert refused.value.response["error"] == "missing_scope"
    assert refused.value.response["needed"] == "channels:history"


# A program that listens on all of a machine's addresses answers on these as well.
@pytest.mark.parametrize("address", ["127.0.0.2", "::1"])
def test_it_listens_on_one_address_only(running_slack: Emulator, address: str) -> None:
    socket.create_connection(("127.0.0.1", running_slack.port), timeout=5).close()
    with pytest.raises(OSError, match=r"."):
        socket.create_connection((address, running_slack.port), timeout=5).close()
