"""What Slack does with a response_url, and what a click brings from wherever it is made."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests import patience
from tests.slack.notes import Way
from tests.slack.person import Someone, someone
from tests.slack.relay import Slack
from tests.slack.seed import OFFICE
from tests.slack.toy import FORM, Toy, over_http, row, text

CHANNEL = "group-2"


@pytest.fixture
def toy(slack: Slack) -> Toy:
    return Toy(slack)


@pytest.fixture
async def kate(slack: Slack, toy: Toy) -> AsyncIterator[Someone]:
    async with over_http(toy) as http:
        yield await someone(slack, http, OFFICE)


async def send(url: str, **said: object) -> tuple[int, str]:
    answer = await AsyncWebhookClient(url).send_dict(dict(said))
    return answer.status_code, answer.body


async def test_a_response_url_is_good_for_five(slack: Slack, toy: Toy, kate: Someone) -> None:
    await kate.command("/hello")
    url = toy.bodies[0]["response_url"]
    for count in range(5):
        assert await send(url, text=f"{count}") == (200, '{"ok": true}')
    assert await send(url, text="6") == (404, '{"ok": false, "error": "used_url"}')
    assert [str(note) for note in kate.ephemerals()] == ["Hello", "0", "1", "2", "3", "4"]
    slack.notes.ways.clear()
    assert await send(url, text="7") == (404, '{"ok": false, "error": "expired_url"}')


async def test_after_a_command_nothing_is_replaced(toy: Toy, kate: Someone) -> None:
    await kate.command("/hello")
    await send(toy.bodies[0]["response_url"], text="Anew", replace_original=True)
    assert [str(note) for note in kate.ephemerals()] == ["Hello", "Anew"]


async def test_after_a_command_all_may_be_told(slack: Slack, toy: Toy, kate: Someone) -> None:
    channel = await slack.channel(CHANNEL)
    await kate.command("/hello", channel=channel)
    await send(toy.bodies[0]["response_url"], text="To all", response_type="in_channel")
    assert [str(message) for message in await kate.messages(channel)] == ["To all"]


async def test_a_message_is_deleted_by_its_response_url(slack: Slack, kate: Someone) -> None:
    channel = await slack.channel(CHANNEL)
    sent = await slack.as_bot().chat_postMessage(channel=channel, text="Hi", blocks=[text("Hi")])
    await send(slack.response_url(Way(kate.id, channel, sent["ts"])), delete_original="true")
    assert await kate.messages(channel) == []


async def test_a_note_is_deleted_by_its_response_url(slack: Slack, kate: Someone) -> None:
    await kate.command("/hello")
    [note] = kate.ephemerals()
    way = Way(kate.id, note.channel, note.data["ts"], note.note)
    await send(slack.response_url(way), delete_original=True)
    assert kate.ephemerals() == []


async def test_a_note_sent_by_the_api_is_for_one_person(slack: Slack, kate: Someone) -> None:
    channel = await slack.channel(CHANNEL)
    bot = slack.as_bot()
    await bot.chat_postEphemeral(channel=channel, user=kate.id, text="Only you", blocks=[text("Only you")])
    assert [str(note) for note in kate.ephemerals(channel)] == ["Only you"]
    assert kate.ephemerals(kate.chat_id) == []
    assert await kate.messages(channel) == []
    assert "Only you" in await kate.read("Only", channel)


async def test_a_double_click_comes_with_a_trigger_of_its_own(slack: Slack, toy: Toy, kate: Someone) -> None:
    await kate.command("/schedule")
    await kate.sees("Schedule")
    await kate.click("Team page")
    await kate.sees("Ben, Leila")
    await kate.again()
    await kate.until(lambda: len(kate.modals) == 3)
    first, second = toy.bodies[-2:]
    assert first["trigger_id"] != second["trigger_id"]
    assert first["view"] == second["view"]


async def test_the_same_click_brought_again_has_no_trigger_left(
    slack: Slack, toy: Toy, kate: Someone
) -> None:
    await kate.command("/schedule")
    await kate.sees("Schedule")
    await kate.resend()
    await kate.until(lambda: len(slack.by_the_bot()) >= 3)
    assert slack.by_the_bot()[-1].answer["error"] == "exchanged_trigger_id"


async def test_of_buttons_with_one_label_that_in_a_row_is_clicked(
    slack: Slack, toy: Toy, kate: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    [second] = row("Done")["elements"]
    below = {"type": "actions", "elements": [second | {"action_id": "go:Done:2", "value": "Elm"}]}
    shown = [text("Oak"), row("Done"), text("Elm"), below]
    await slack.as_bot().chat_postMessage(channel=kate.chat_id, text="Two", blocks=shown)
    await kate.read("Oak")
    await kate.click("Done", row="Elm")
    assert toy.bodies[-1]["actions"][0]["value"] == "Elm"
    await kate.read("Done")
    monkeypatch.setattr(patience, "SECONDS", 0)
    with pytest.raises(AssertionError, match="0 buttons say 'Done'"):
        await kate.click("Done")


async def test_a_form_in_a_message_is_filled_in_there(slack: Slack, toy: Toy, kate: Someone) -> None:
    sent = await slack.as_bot().chat_postMessage(channel=kate.id, text="Form", blocks=[*FORM, row("Done")])
    assert sent["channel"] == kate.chat_id
    form = await kate.read("School")
    await kate.fill(school="Oak", day="6 March")
    await kate.click("Done", at=form)
    body = toy.bodies[-1]
    assert body["state"]["values"]["school"]["value"]["selected_option"]["value"] == "oak"
    assert body["state"]["values"]["day"]["value"]["value"] == "6 March"
    assert body["channel"] == {"id": kate.chat_id, "name": "directmessage"}


async def test_a_click_in_a_note_brings_no_message(slack: Slack, toy: Toy, kate: Someone) -> None:
    channel = await slack.channel(CHANNEL)
    await kate.command("/hello", channel=channel)
    [note] = kate.ephemerals(channel)
    await kate.click("Done")
    body = toy.bodies[-1]
    assert "message" not in body
    assert body["container"] == {
        "type": "message",
        "message_ts": note.data["ts"],
        "channel_id": channel,
        "is_ephemeral": True,
    }


async def test_a_click_in_the_home_brings_its_view(toy: Toy, kate: Someone) -> None:
    await kate.open_home()
    home = await kate.home()
    await kate.click("Done")
    body = toy.bodies[-1]
    assert (body["view"]["id"], body["view"]["type"]) == (home.data["id"], "home")
    assert "response_url" not in body


async def test_two_people_at_once(slack: Slack, toy: Toy, kate: Someone) -> None:
    priya = await someone(slack, kate.wire, "priya.nair@oak.example")
    await asyncio.gather(kate.command("/schedule"), priya.command("/schedule"))
    await kate.sees("Schedule")
    await priya.sees("Schedule")
    await priya.fill(day="soon", school="Oak")
    await priya.submit()
    assert (kate.errors, priya.errors) == ({}, {"Day": "That is no date."})
