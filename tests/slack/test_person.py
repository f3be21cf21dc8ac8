"""A person at Slack, tried on a small bot of Bolt's own, over HTTP and over Socket Mode."""

from collections.abc import AsyncIterator

import pytest

from tests.slack.person import Someone, someone
from tests.slack.relay import Slack
from tests.slack.seed import BOT_USER, OFFICE
from tests.slack.toy import Toy, over_http, over_sockets
from tests.slack.wire import Wire

CHANNEL = "group-2"


@pytest.fixture
def toy(slack: Slack) -> Toy:
    return Toy(slack)


@pytest.fixture(params=["http", "sockets"])
async def wire(request: pytest.FixtureRequest, slack: Slack, toy: Toy) -> AsyncIterator[Wire]:
    if request.param == "http":
        async with over_http(toy) as http:
            yield http
    else:
        async with over_sockets(toy, slack):
            yield slack.sockets


@pytest.fixture
async def kate(slack: Slack, wire: Wire) -> Someone:
    return await someone(slack, wire, OFFICE)


async def test_a_command_opens_a_form_that_is_filled_in_and_closes(
    slack: Slack, toy: Toy, kate: Someone
) -> None:
    channel = await slack.channel(CHANNEL)
    await kate.command("/schedule", "Oak & Elm", channel=channel)
    assert toy.bodies[0]["channel_name"] == CHANNEL
    assert toy.bodies[0]["text"] == "Oak &amp; Elm"
    form = await kate.sees("Schedule")
    assert (form.title, form.labels) == ("Schedule", ["Next", "Team page", "Change"])
    await kate.fill({"School": "Elm", "Day: or pick it": "2017-11-14", "Sure?": "No"}, team=("Ben", "Leila"))
    await kate.fill(extras="Cake")
    await kate.submit()
    assert kate.modal is None
    [state] = toy.states
    assert state["school"]["value"]["selected_option"]["value"] == "elm"
    assert state["day"]["value"] == {"type": "plain_text_input", "value": "5 March"}
    assert state["day.pick"]["value"] == {"type": "datepicker", "selected_date": "2017-11-14"}
    assert [one["value"] for one in state["team"]["value"]["selected_options"]] == ["ben", "leila"]
    assert state["sure"]["value"]["selected_option"]["value"] == "no"
    assert [one["value"] for one in state["extras"]["value"]["selected_options"]] == ["cake"]


async def test_slacks_client_holds_back_what_it_would(kate: Someone) -> None:
    await kate.command("/schedule")
    await kate.sees("Schedule")
    with pytest.raises(AssertionError, match="filled in first"):
        await kate.submit()
    for bad in ({"School": "Ash"}, {"Team": ("Ben", "Leila", "Martin")}, {"Day": "a\nb"}, {"Sure?": ""}):
        with pytest.raises(AssertionError):
            await kate.fill(bad)
    with pytest.raises(ValueError, match="isoformat"):
        await kate.fill({"Day: or pick it": "14 Nov"})


async def test_errors_stand_at_their_inputs_until_the_next_time(kate: Someone) -> None:
    await kate.command("/schedule")
    await kate.fill(school="Oak", day="soon")
    await kate.submit()
    assert kate.errors == {"Day": "That is no date."}
    await kate.fill(day="shown")
    await kate.submit()
    assert kate.errors == {}
    assert kate.modal
    assert kate.modal.title == "Booked"


async def test_modals_stand_on_one_another(toy: Toy, kate: Someone) -> None:
    await kate.command("/schedule")
    await kate.click("Team page")
    await kate.sees("Ben, Leila")
    assert kate.modals == ["Schedule", "Team"]
    await kate.close()
    await kate.click("Team page")
    await kate.sees("Ben, Leila")
    await kate.click("Team page")
    await kate.until(lambda: kate.modals == ["Schedule", "Team", "Team"])
    assert toy.bodies[-1]["view"]["private_metadata"] == "Team"
    await kate.close()
    await kate.close()
    await kate.fill(school="Oak", day="on top")
    await kate.submit()
    assert kate.modals == ["Schedule", "More"]
    await kate.fill(school="Oak", day="clear")
    await kate.submit()
    assert kate.modals == []


async def test_what_was_typed_stays_while_a_form_changes(kate: Someone) -> None:
    await kate.command("/schedule")
    await kate.fill(school="Elm", day="6 March", sure="Yes")
    await kate.click("Change")
    form = await kate.sees("Changed")
    assert form.values["day"]["value"]["value"] == "6 March"
    assert "sure" in form.values


async def test_a_closed_form_is_told_of(toy: Toy, kate: Someone) -> None:
    await kate.command("/schedule")
    await kate.sees("Schedule")
    await kate.close(all_of_them=True)
    assert (toy.bodies[-1]["type"], toy.bodies[-1]["is_cleared"]) == ("view_closed", True)


async def test_a_note_is_replaced(toy: Toy, kate: Someone) -> None:
    await kate.command("/hello")
    assert toy.bodies[0]["channel_name"] == "directmessage"
    [note] = kate.ephemerals()
    assert (str(note), note.labels) == ("Hello", ["Done"])
    await kate.click("Done")
    await kate.until(lambda: [str(note) for note in kate.ephemerals()] == ["Done"])
    assert await kate.chat() == []


async def test_a_mention_is_answered_and_the_answer_replaced(slack: Slack, toy: Toy, kate: Someone) -> None:
    channel = await slack.channel(CHANNEL)
    await kate.mention(channel, "schedule Oak & Elm")
    assert toy.bodies[0]["event"]["text"] == f"<@{BOT_USER}> schedule Oak &amp; Elm"
    answer = await kate.read("You said", channel)
    await kate.click("Done")
    body = toy.bodies[-1]
    assert body["message"]["ts"] == body["container"]["message_ts"] == answer.data["ts"]
    assert body["actions"][0]["block_id"] == answer.blocks[1]["block_id"]
    await kate.read("Done", channel)
    assert [str(message) for message in await kate.messages(channel)][1:] == ["Done"]


async def test_a_message_is_answered(kate: Someone) -> None:
    await kate.say("help")
    assert "You wrote: help" in await kate.read("You wrote")


async def test_the_home_is_drawn_and_drawn_again(toy: Toy, kate: Someone) -> None:
    await kate.open_home()
    assert "Yours to do" in await kate.home()
    await kate.open_home()
    assert (await kate.home()).labels == ["Done"]


async def test_an_event_is_brought_again(slack: Slack, toy: Toy, kate: Someone) -> None:
    await kate.mention(await slack.channel(CHANNEL), "hello")
    await kate.resend()
    await kate.until(lambda: len(toy.retries) == 2)
    assert toy.retries == [["0"], ["1"]]
    assert toy.bodies[0] == toy.bodies[1]
