"""A person at Teams, tried on a small bot that answers by hand."""

import pytest

from tests.teams.person import Someone, someone
from tests.teams.relay import Teams
from tests.teams.seed import BOT, KATE, TENANT, channel
from tests.teams.toy import Toy

PRIYA = "priya.nair@oak.example"
GROUP = channel("group-2")


@pytest.fixture
async def kate(teams: Teams, toy: Toy) -> Someone:
    return await someone(teams, KATE)


@pytest.fixture
async def priya(teams: Teams, toy: Toy) -> Someone:
    return await someone(teams, PRIYA)


async def test_a_message_is_answered_by_a_card(toy: Toy, priya: Someone) -> None:
    answer = await priya.say("Oak & Elm")
    assert (answer.status, answer.body) == (200, {})
    assert toy.bodies[0]["text"] == "Oak & Elm"
    assert toy.bodies[0]["from"]["aadObjectId"] == priya.who.entra
    assert str(priya.card) == "Heard\nYou wrote: Oak & Elm"
    assert (priya.card.title, priya.card.labels) == ("Heard", ["Done", "Tell all", "Hush"])


async def test_each_has_a_chat_of_their_own(kate: Someone, priya: Someone) -> None:
    await priya.say("hello")
    assert len(priya.messages()) == 1
    assert kate.messages() == []


async def test_an_answer_replaces_the_card_for_the_one_who_pressed(toy: Toy, kate: Someone) -> None:
    await kate.say("hello")
    await kate.click("Done")
    pressed = toy.bodies[-1]
    assert (pressed["name"], pressed["replyToId"]) == ("adaptiveCard/action", kate.card.message.id)
    assert pressed["value"]["action"]["verb"] == "go:Done"
    assert [shown.title for shown in kate.messages()] == ["Done, done"]


async def test_in_a_channel_the_others_see_what_is_updated(toy: Toy, kate: Someone, priya: Someone) -> None:
    await kate.mention(GROUP, "hello")
    assert toy.bodies[0]["text"] == "<at>Peer Review</at> hello"
    thread = toy.bodies[0]["conversation"]["id"]
    assert thread == f"{GROUP};messageid={toy.bodies[0]['id']}"
    await priya.read("You wrote", GROUP)
    await kate.click("Done")
    assert toy.bodies[-1]["conversation"]["id"] == thread
    assert [one.messages(GROUP)[0].title for one in (kate, priya)] == ["Done, done", "Heard"]
    await priya.click("Tell all")
    assert [one.messages(GROUP)[0].title for one in (kate, priya)] == ["For all", "For you"]


async def test_what_is_said_at_once_is_seen_by_one(kate: Someone, priya: Someone) -> None:
    await kate.mention(GROUP, "hello")
    await kate.click("Hush")
    assert str(kate.card) == "Nobody else sees this."
    assert [len(one.messages(GROUP)) for one in (kate, priya)] == [2, 1]


async def test_a_form_is_filled_in_by_ids_and_by_labels(toy: Toy, kate: Someone) -> None:
    await kate.say("form")
    await kate.fill({"School": "Elm", "Day: or pick it": "2017-11-14", "Start": "09:30"})
    await kate.click("Next", team=("Ben Hartley", "Leila Haddad"), tea=("Tea", "Cake"))
    assert toy.bodies[-1]["value"] == {
        "action": {
            "type": "Action.Execute",
            "title": "Next",
            "verb": "go:Next",
            "data": {
                "aside": True,
                "school": "elm",
                "day": "5 March",
                "day.picked": "2017-11-14",
                "start.picked": "09:30",
                "team.1": "ben",
                "team.2": "leila",
                "tea.several": "tea,cake",
            },
        },
        "trigger": "manual",
    }


async def test_what_is_empty_is_left_out(toy: Toy, kate: Someone) -> None:
    await kate.say("form")
    await kate.click("Next", day="")
    assert toy.bodies[-1]["value"]["action"]["data"] == {"aside": True}


async def test_the_client_holds_back_what_it_would(kate: Someone) -> None:
    await kate.say("form")
    for bad in (
        {"School": "Ash"},
        {"Day": "a\nb"},
        {"Start": "9.30"},
        {"Age": "7"},
        {"team": ("B", "L", "M")},
    ):
        with pytest.raises(AssertionError):
            await kate.fill(bad)
    with pytest.raises(ValueError, match="isoformat"):
        await kate.fill({"Day: or pick it": "14 Nov"})


async def test_an_error_stands_in_the_card_that_comes_back(kate: Someone) -> None:
    await kate.say("form")
    await kate.click("Next", day="soon", school="Oak")
    assert kate.card.errors == ["That is no date."]
    # What was chosen went with the other card.
    assert kate.card.values == {"day": "soon"}


async def test_a_button_asks_before_it_acts(toy: Toy, kate: Someone) -> None:
    await kate.say("cancel")
    assert kate.card.labels == ["Cancel it"]
    assert await kate.question("Cancel it") == "The team will be told."
    await kate.click("Cancel it")
    assert toy.bodies[-1]["value"]["action"]["verb"] == "go:Yes"
    assert str(kate.card) == "It is too late."


async def test_a_button_is_found_by_its_row(kate: Someone) -> None:
    await kate.say("mine")
    await kate.click("Open", row="Elm")
    assert kate.card.title == "Open, done"


async def test_a_message_that_is_brought_again_is_the_very_same(toy: Toy, kate: Someone) -> None:
    await kate.say("hello")
    await kate.resend()
    assert toy.bodies[0] == toy.bodies[1]
    await kate.again()
    assert toy.bodies[2]["id"] != toy.bodies[1]["id"]
    assert [answer.status for answer in kate.answers] == [200, 200, 200]


async def test_a_command_of_the_apps_own_is_for_the_bot_alone(toy: Toy, kate: Someone) -> None:
    await kate.slash("schedule review Oak", channel=GROUP)
    assert toy.bodies[0]["recipient"] == {"id": BOT, "name": "Peer Review", "isTargeted": True}
    await kate.slash("schedule review Oak")
    assert "isTargeted" not in toy.bodies[1]["recipient"]


async def test_an_installation_is_told_of_twice(toy: Toy, priya: Someone) -> None:
    await priya.install()
    installed, joined = toy.bodies
    assert [one["id"] for one in joined["membersAdded"]] == [BOT, priya.who.id]
    assert (installed["type"], installed["action"]) == ("installationUpdate", "add")
    assert installed["channelData"]["tenant"] == {"id": TENANT}
    assert priya.card.title == "Welcome"


async def test_a_team_has_the_app_too(toy: Toy, kate: Someone) -> None:
    await kate.install(channel=GROUP)
    assert toy.bodies[0]["channelData"]["settings"] == {"selectedChannel": {"id": GROUP}}
    assert toy.bodies[1]["channelData"]["eventType"] == "teamMemberAdded"
    await kate.read("Welcome", GROUP)


async def test_no_answer_in_time_fails(teams: Teams, kate: Someone) -> None:
    teams.bot = "http://127.0.0.1:9/api/messages"
    with pytest.raises(AssertionError, match="no answer within 15 seconds"):
        await kate.say("hello")
