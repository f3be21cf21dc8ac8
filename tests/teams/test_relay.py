"""What the tests of the bot rely on: that the Playground, with the relay, is as particular as Teams."""

import asyncio
import socket
from typing import Any

import pytest

from tests.teams.checking import sent_problems
from tests.teams.connector import refused
from tests.teams.person import Someone, someone
from tests.teams.playground import Playground
from tests.teams.relay import Teams
from tests.teams.seed import BOT, KATE, TENANT, channel, channels, people
from tests.teams.toy import Toy, button, card, row, said

Fields = dict[str, Any]
PRIYA = people()["priya.nair@oak.example"]
GROUP = channel("group-2")


@pytest.fixture
async def kate(teams: Teams, toy: Toy) -> Someone:
    return await someone(teams, KATE)


@pytest.mark.parametrize("key", [PRIYA.id, PRIYA.entra, PRIYA.email])
async def test_a_member_is_found_by_each_of_their_ids(toy: Toy, key: str) -> None:
    member = await toy.ask("GET", f"conversations/{GROUP}/members/{key}")
    assert (member["email"], member["aadObjectId"]) == (PRIYA.email, PRIYA.entra)
    assert (member["id"], member["tenantId"], member["userRole"]) == (PRIYA.id, TENANT, "user")


async def test_nobody_else_is_found(toy: Toy, kate: Someone) -> None:
    await toy.ask("GET", f"conversations/{GROUP}/members/nobody@oak.example")
    await toy.ask("GET", f"conversations/{kate.chat_id}/members/{PRIYA.entra}")
    assert toy.statuses == [404, 404]


async def test_all_of_the_consortium_and_its_channels_are_there(toy: Toy) -> None:
    paged = await toy.ask("GET", f"conversations/{GROUP}/pagedmembers?pageSize=500")
    assert {member["email"] for member in paged["members"]} == people().keys()
    team = await toy.ask("GET", f"teams/{channel('General')}/conversations")
    assert [one["id"] for one in team["conversations"]] == list(channels())


@pytest.mark.parametrize("key", [PRIYA.id, PRIYA.entra])
async def test_the_bot_writes_first(teams: Teams, toy: Toy, key: str) -> None:
    thread = await toy.open(key)
    await toy.send(thread, said(card("Can you come?")))
    priya = await someone(teams, PRIYA.email)
    assert priya.chat_id == thread
    assert (await priya.read("Can you come?")).title == "Can you come?"
    assert await toy.open(PRIYA.id) == thread


async def test_the_bot_cannot_write_to_just_anyone(teams: Teams, toy: Toy) -> None:
    priya = await someone(teams, PRIYA.email)
    await priya.uninstall()
    await toy.open(PRIYA.id)
    await toy.send(priya.chat_id, said(card("Can you come?")))
    await toy.open("29:nobody")
    await toy.open(PRIYA.id, tenant="another")
    assert toy.statuses == [403, 403, 400, 400]
    await priya.install()
    assert await toy.open(PRIYA.id) == priya.chat_id


async def test_a_post_in_a_channel_is_a_thread(teams: Teams, toy: Toy, kate: Someone) -> None:
    key = await toy.send(GROUP, said(card("For the group")))
    await toy.send(f"{GROUP};messageid={key}", said(card("Below it")))
    wanted: Fields = {"isGroup": True, "bot": {"id": BOT}, "channelData": {"channel": {"id": GROUP}}}
    made = await toy.ask("POST", "conversations", wanted | {"activity": said(card("Another"))})
    assert made["id"] == f"{GROUP};messageid={made['activityId']}"
    assert [shown.title for shown in kate.messages(GROUP)] == ["For the group", "Below it", "Another"]
    threads = [shown.message.thread for shown in kate.messages(GROUP)]
    assert threads == [f"{GROUP};messageid={key}"] * 2 + [made["id"]]


async def test_what_only_one_may_see_is_seen_by_one(teams: Teams, toy: Toy, kate: Someone) -> None:
    private = said(card("For Priya")) | {"recipient": {"id": PRIYA.id}}
    await toy.ask("POST", f"conversations/{GROUP}/activities?isTargetedActivity=true", private)
    priya = await someone(teams, PRIYA.email)
    assert (len(priya.messages(GROUP)), len(kate.messages(GROUP))) == (1, 0)


async def test_a_message_is_read_back_as_it_was_changed(toy: Toy, kate: Someone) -> None:
    key = await toy.send(kate.chat_id, said(card("5 March")))
    await toy.update(kate.chat_id, key, said(card("6 March")))
    assert [shown.title for shown in kate.messages()] == ["6 March"]
    await toy.update(kate.chat_id, "1", said(card("7 March")))
    await toy.send("a:nowhere", said(card("7 March")))
    assert toy.statuses == [201, 200, 404, 404]


async def test_a_text_and_a_card_are_one_message(toy: Toy, kate: Someone) -> None:
    await kate.say("both")
    assert str(kate.card) == "and a text\nA card"
    assert toy.statuses == [201]


async def test_what_teams_would_refuse_is_found(teams: Teams, kate: Someone) -> None:
    await kate.say("wrong")
    [problem] = teams.problems
    assert problem.startswith("a message: ")
    assert "is not valid" in problem
    teams.problems.clear()
    # It is for the style of the button alone.
    assert sent_problems(said(card("Wrong", row(button("Done", style="positive"))))) == []


async def test_an_answer_that_does_not_fit_is_found(teams: Teams, toy: Toy, kate: Someone) -> None:
    toy.answers = {"go:Done": {"statusCode": 200, "type": "message", "value": "Done"}}
    await kate.say("hello")
    await kate.click("Done")
    assert teams.problems == ["the answer to a button: a value that does not fit the type 'message'"]
    teams.problems.clear()


@pytest.mark.parametrize("path", ["/v3/conversations", "v3/elsewhere", "v3/conversations"])
async def test_what_is_nothing_to_teams_is_found(teams: Teams, toy: Toy, path: str) -> None:
    async with toy.http.post(teams.service_url + path, json={"isGroup": True}) as answered:
        assert answered.status in (400, 404)
    assert len(teams.problems) == 1
    teams.problems.clear()


async def test_only_the_bot_itself_may_write(teams: Teams, toy: Toy, kate: Someone) -> None:
    teams.token = "the bot's own"  # noqa: S105 (of nobody)
    await toy.send(kate.chat_id, said(card("Hello")))
    assert toy.statuses == [401]
    assert "not with the token" in teams.problems.pop()
    toy.token = teams.token
    await toy.send(kate.chat_id, said(card("Hello")))
    assert [call.reply.status for call in teams.calls] == [401, 201]


async def test_what_is_brought_is_signed(teams: Teams, toy: Toy, kate: Someone) -> None:
    teams.sign = lambda activity: f"Bearer for {activity['serviceUrl']}"
    await kate.say("hello")
    assert toy.headers[0]["Authorization"] == f"Bearer for {teams.service_url}"


async def test_a_refusal_can_be_asked_for(teams: Teams, toy: Toy, kate: Someone) -> None:
    teams.connector.refusals[kate.chat_id] = refused(429, "Throttled", "Too many requests", Retry_After="1")
    await toy.send(kate.chat_id, said(card("Hello")))
    del teams.connector.refusals[kate.chat_id]
    await toy.send(kate.chat_id, said(card("Hello")))
    assert toy.statuses == [429, 201]
    assert len(kate.messages()) == 1


async def test_what_was_brought_and_asked_is_kept(teams: Teams, kate: Someone) -> None:
    await kate.say("hello")
    [brought], [call] = teams.brought, teams.calls
    assert (brought.activity["text"], brought.answer.status) == ("hello", 200)
    assert call.asked.path == ("conversations", kate.chat_id, "activities")
    assert call.reply.body == {"id": kate.card.message.id}


async def test_eight_at_once_are_all_answered(teams: Teams, toy: Toy) -> None:
    group = [await someone(teams, email) for email in list(people())[:8]]
    await asyncio.gather(*(one.say("hello") for one in group))
    assert [len(one.messages()) for one in group] == [1] * 8
    assert len(toy.bodies) == 8


# A program that listens on all of a machine's addresses answers on these as well.
@pytest.mark.parametrize("address", ["127.0.0.2", "::1"])
def test_it_listens_on_one_address_only(running_playground: Playground, address: str) -> None:
    for port in (running_playground.port, running_playground.door.getsockname()[1]):
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
        with pytest.raises(OSError, match=r"."):
            socket.create_connection((address, port), timeout=5).close()
