"""Sending and changing messages on Slack, with the emulator: where they arrive, and what a refusal means."""

import pytest

from bot.cards.model import Card, Facts, Strong, Text
from bot.failures import Never
from bot.platforms.slack import posting
from bot.platforms.slack.posting import Posting
from storage.addresses import Address
from tests.cards import limits_slack
from tests.slack.relay import Slack
from tests.slack.seed import BOT_TOKEN, BOT_USER, OFFICE, TEAM

HELLO = Card(
    "Review of Oak & Elm", (Text(("Come on ", Strong("Tuesday"))), Facts((("Note", "<!channel> hi"),)))
)
CHANGED = Card("Moved", (Text("It is on Wednesday."),))


def posts(slack: Slack) -> Posting:
    return Posting(posting.client(BOT_TOKEN, slack.api))


def channel(conversation: str) -> Address:
    return Address("slack", TEAM, conversation, personal=False)


async def standing(slack: Slack, email: str, conversation: str) -> list[dict[str, object]]:
    answer = await slack.as_person(email).conversations_history(channel=conversation)
    messages: list[dict[str, object]] = answer["messages"]
    return [message for message in messages if message.get("user") == BOT_USER]


def hold_slacks_limits(slack: Slack) -> None:
    calls = [call for call in slack.by_the_bot() if call.method.startswith("chat.")]
    assert calls
    for call in calls:
        limits_slack.check({name: call.asked[name] for name in ("text", "blocks")}, "message")


async def test_a_message_arrives_in_a_channel_and_is_changed_in_place(slack: Slack) -> None:
    to = channel(await slack.channel("group-2"))
    ref = await posts(slack).send(to, HELLO)
    [message] = await standing(slack, OFFICE, to.conversation)
    # What people typed mentions nobody, in the text that stands in for the blocks too.
    assert "&lt;!channel&gt; hi" in str(message["text"])
    assert str(message["text"]).startswith("Review of Oak &amp; Elm")
    await posts(slack).update(to, ref, CHANGED)
    [message] = await standing(slack, OFFICE, to.conversation)
    assert "It is on Wednesday." in str(message["text"])
    assert "It is on Wednesday." in str(message["blocks"])
    hold_slacks_limits(slack)


async def test_a_message_to_a_person_opens_the_chat_with_them_and_is_changed_there(slack: Slack) -> None:
    kate = await slack.person(OFFICE)
    to = Address("slack", TEAM, kate, personal=True)
    ref = await posts(slack).send(to, HELLO)
    place = ref.split("/")[0]
    assert place.startswith("D")
    await posts(slack).update(to, ref, CHANGED)
    [message] = await standing(slack, OFFICE, place)
    assert "It is on Wednesday." in str(message["text"])


async def test_an_archived_channel_says_how_it_is_mended_and_works_once_it_is(slack: Slack) -> None:
    to = channel(await slack.channel("group-2"))
    office = slack.as_person(OFFICE)
    await office.conversations_archive(channel=to.conversation)
    with pytest.raises(Never) as refused:
        await posts(slack).send(to, HELLO)
    assert (refused.value.sentence, refused.value.holds) == (posting.ARCHIVED, "conversation")
    await office.conversations_unarchive(channel=to.conversation)
    assert await posts(slack).send(to, HELLO)


async def test_a_private_channel_wants_an_invitation(slack: Slack) -> None:
    to = channel(await slack.channel("management"))
    with pytest.raises(Never) as refused:
        await posts(slack).send(to, HELLO)
    assert refused.value.sentence == posting.NOT_IN_CHANNEL
    await slack.as_person(OFFICE).conversations_invite(channel=to.conversation, users=BOT_USER)
    assert await posts(slack).send(to, HELLO)


async def test_a_person_who_is_not_there_is_named_as_such(slack: Slack) -> None:
    with pytest.raises(Never) as refused:
        await posts(slack).send(Address("slack", TEAM, "U404", personal=True), HELLO)
    assert refused.value.sentence == posting.NO_ACCOUNT


async def test_a_token_without_the_permission_names_it(slack: Slack) -> None:
    stranger = Posting(posting.client("xoxb-of-nobody", slack.api))
    with pytest.raises(Never) as refused:
        await stranger.send(channel(await slack.channel("group-2")), HELLO)
    assert refused.value.holds == "workspace"
    assert "chat:write" in refused.value.sentence
