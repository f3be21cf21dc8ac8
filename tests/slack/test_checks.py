"""What Slack would refuse in what a bot sends is found, whichever way it is sent."""

from collections.abc import AsyncIterator

import pytest
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.slack.notes import Way
from tests.slack.person import Someone, someone
from tests.slack.relay import Slack
from tests.slack.seed import OFFICE
from tests.slack.toy import FORM, Fields, Toy, modal, over_http, plain, row, text

LONG = text("x" * 3001)
TOO_LONG = "text of 3001 characters, TEXT_MAX_LENGTH"


@pytest.fixture
def toy(slack: Slack) -> Toy:
    return Toy(slack)


@pytest.fixture
async def kate(slack: Slack, toy: Toy) -> AsyncIterator[Someone]:
    async with over_http(toy) as http:
        yield await someone(slack, http, OFFICE)


def found(slack: Slack) -> list[str]:
    """Each once, and none left for the end of the test."""
    problems = list(dict.fromkeys(slack.problems))
    slack.problems.clear()
    return problems


async def test_in_messages(slack: Slack, kate: Someone) -> None:
    bot, channel = slack.as_bot(), await slack.channel("group-2")
    sent = await bot.chat_postMessage(channel=channel, text="Hi", blocks=[LONG])
    await bot.chat_update(channel=channel, ts=sent["ts"], text="Hi", blocks=[LONG])
    await bot.chat_postEphemeral(channel=channel, user=kate.id, text="x" * 40_001)
    assert found(slack) == [
        f"chat.postMessage: {TOO_LONG}",
        f"chat.update: {TOO_LONG}",
        "chat.postEphemeral: a message text of 40001",
    ]


async def test_in_views(slack: Slack, kate: Someone) -> None:
    bot = slack.as_bot()
    bad = modal("x" * 25, text("Hi"))
    opened = (await bot.views_open(trigger_id=await slack.trigger(kate.id), view=bad))["view"]["id"]
    await bot.views_push(trigger_id=await slack.trigger(kate.id, view_id=opened), view=bad)
    await bot.views_update(view_id=opened, view=modal("Form", FORM[0]))
    await bot.views_publish(user_id=kate.id, view={"type": "home", "blocks": [LONG]})
    assert found(slack) == [
        "views.open: title of 25 characters, VIEW_TITLE_MAX_LENGTH",
        "views.push: title of 25 characters, VIEW_TITLE_MAX_LENGTH",
        "views.update: inputs without submit",
        f"views.publish: {TOO_LONG}",
    ]


async def test_in_a_modal_opened_from_within_another(slack: Slack, kate: Someone) -> None:
    bot, view = slack.as_bot(), modal("Form", text("Hi"))
    opened = (await bot.views_open(trigger_id=await slack.trigger(kate.id), view=view))["view"]["id"]
    await bot.views_open(trigger_id=await slack.trigger(kate.id, view_id=opened), view=view)
    assert found(slack) == ["views.open: from within a modal others are pushed, or it is updated"]
    assert kate.modals == ["Form"]


async def test_in_what_is_so_odd_that_it_cannot_be_read(slack: Slack) -> None:
    await slack.ask_as_slack("views.open", {"view": {"blocks": []}})
    assert found(slack) == ["views.open: unreadable: KeyError('type')"]


async def test_at_a_response_url(slack: Slack, kate: Someone) -> None:
    url = AsyncWebhookClient(slack.response_url(Way(kate.id, kate.chat_id)))
    await url.send_dict({"text": ""})
    sent = await slack.as_bot().chat_postMessage(channel=kate.chat_id, text="Hi")
    clicked = AsyncWebhookClient(slack.response_url(Way(kate.id, kate.chat_id, sent["ts"])))
    await clicked.send_dict({"text": "Hi"})
    await clicked.send_dict({"text": "Hi", "replace_original": False})
    assert found(slack) == [
        "response_url: a message text of 0",
        "response_url: it does not say whether it replaces the original",
        "response_url: it does not say who sees it",
    ]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"response_action": "update", "view": modal("x" * 25, text("Hi"))}, "views.update: title of 25"),
        ({"response_action": "push", "view": modal("x" * 25, text("Hi"))}, "views.push: title of 25"),
        ({"response_action": "errors", "errors": {"when": "No."}}, "an error at when, which is no input"),
        ({"response_action": "close"}, "that Slack does not know"),
        ({"text": "Hi"}, "that Slack does not know"),
    ],
)
async def test_in_the_answer_to_a_form(
    slack: Slack, toy: Toy, kate: Someone, said: Fields, problem: str
) -> None:
    async def answered(ack: AsyncAck) -> None:
        await ack(**said)

    toy.app.view("bad")(answered)
    view = modal("Form", *FORM, submit=plain("Next"), callback_id="bad")
    await slack.as_bot().views_open(trigger_id=await slack.trigger(kate.id), view=view)
    await kate.fill(school="Oak")
    await kate.submit()
    assert problem in found(slack)[0]
    assert kate.errors == {}


async def test_in_the_answer_to_a_command_and_to_a_click(slack: Slack, toy: Toy, kate: Someone) -> None:
    async def answered(ack: AsyncAck) -> None:
        await ack(text="Hi", blocks=[LONG, row("Bad")])

    toy.app.command("/bad")(answered)
    toy.app.action("go:Bad")(answered)
    await kate.command("/bad")
    assert found(slack) == [f"a command's answer: {TOO_LONG}"]
    await kate.click("Bad")
    assert "an answer that nobody sees, to block_actions" in found(slack)[0]
