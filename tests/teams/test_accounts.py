"""Whose an account in Teams is, what somebody who comes is told, and what the bot lets go by."""

from typing import Any

import pytest
from sqlalchemy import func, select

from storage import references
from storage.addresses import Address
from storage.models import ChatIdentity
from tests.conversation.conftest import KATE, OFFICE, PRIYA
from tests.teams import activities
from tests.teams.person import Someone
from tests.teams.relay import Teams
from tests.teams.running import Running, running
from tests.teams.seed import BOT, GENERAL, TENANT, channel

Fields = dict[str, Any]
GROUP = channel("group-2")
WHOM = "ask the Consortium Office (Janet Pryke)"
STRANGE: list[Fields] = [
    {"userRole": "guest"},
    {"userPrincipalName": "kate.moore_hollylane.example#EXT#@other.onmicrosoft.example"},
    {"email": "somebody@else.example", "userPrincipalName": "somebody@else.example"},
    {"email": None, "userPrincipalName": None},
]


def identities(at_work: Running) -> int:
    with at_work.sessions() as session:
        return session.scalar(select(func.count()).select_from(ChatIdentity)) or 0


def reference(at_work: Running, conversation: str, *, personal: bool) -> Fields:
    with at_work.sessions() as session:
        return dict(references.of(session, Address("teams", TENANT, conversation, personal=personal)))


@pytest.mark.parametrize("strange", STRANGE, ids=["guest", "external", "stranger", "nameless"])
async def test_whoever_is_not_in_the_roster_is_told_kindly_whom_to_ask(
    at_work: Running, strange: Fields
) -> None:
    at_work.teams.connector.known_as[KATE] = strange
    kate = await at_work.person(KATE)
    await kate.say("help")
    assert WHOM in await kate.read("I don’t know you yet")
    await kate.mention(GROUP, "schedule review Oak")
    assert len([one for one in kate.messages() if "I don’t know you yet" in one]) == 2
    assert "don’t know you" not in str([str(one) for one in kate.messages(GROUP)])
    assert identities(at_work) == 0


async def test_somebody_without_an_account_of_the_organisation_is_told_the_same(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    said = activities.message(kate.who, kate.chat_id, kate.teams.service_url, "help")
    del said["from"]["aadObjectId"]
    await kate.bring(said)
    assert WHOM in await kate.read("I don’t know you yet")
    assert identities(at_work) == 0


@pytest.mark.parametrize(
    "known_as",
    [
        {"email": None, "userPrincipalName": KATE},
        {"email": "kate@another.example", "userPrincipalName": KATE.upper()},
        {"email": "Kate.Moore@HollyLane.Example", "userPrincipalName": "km1@hollylane.example"},
    ],
    ids=["UPN alone", "UPN beside another address", "capitals"],
)
async def test_somebody_is_known_by_address_or_sign_in_name_and_asked_about_once(
    at_work: Running, known_as: Fields
) -> None:
    at_work.teams.connector.known_as[KATE] = known_as
    kate = await at_work.person(KATE)
    for _ in range(3):
        await kate.say("peer-review")
        await kate.read("Kate Moore")
    asked = [call.asked.path for call in at_work.teams.calls if call.asked.path[2:3] == ("members",)]
    assert len(asked) == 1
    assert identities(at_work) == 1


async def test_whoever_installs_the_app_is_welcomed_once_and_sees_what_is_theirs(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    await kate.install()
    assert [one.title for one in kate.messages()] == [
        "Hello, I am Peer Review",
        "Kate Moore, Wednesday 1 November 2017",
    ]


async def test_a_stranger_who_installs_the_app_is_told_whom_to_ask(at_work: Running) -> None:
    at_work.teams.connector.known_as[KATE] = STRANGE[0]
    kate = await at_work.person(KATE)
    await kate.install()
    assert [one.title for one in kate.messages()] == ["Hello, I am Peer Review", "I don’t know you yet"]


async def test_a_team_that_gets_the_app_is_told_nothing_and_its_members_can_be_found(
    at_work: Running,
) -> None:
    kate = await at_work.person(KATE)
    await kate.install(channel=GENERAL)
    assert (kate.messages(), kate.messages(GENERAL)) == ([], [])
    assert identities(at_work) == 0
    assert reference(at_work, GENERAL, personal=False) == {"service_url": kate.teams.service_url}


async def test_the_newest_service_url_is_the_right_one(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    await kate.say("help")
    here, user = kate.teams.service_url, kate.who.entra
    with at_work.sessions.begin() as session:
        there = {"service_url": "https://old.example/"}
        for to, personal in ((user, True), (GROUP, False)):
            references.keep(session, Address("teams", TENANT, to, personal=personal), there)
    async with running(at_work.teams, at_work.sessions, delivers=False):
        await kate.mention(GROUP, "help")
    kept = reference(at_work, user, personal=True)
    assert (kept["service_url"], kept["conversation"]) == (here, kate.chat_id)
    assert reference(at_work, GROUP, personal=False)["service_url"] == here


def nothing(kate: Someone) -> list[Fields]:
    said = activities.message(kate.who, kate.chat_id, kate.teams.service_url, "help")
    joined = activities.joined(kate.who, kate.chat_id, kate.teams.service_url)
    left = {name: value for name, value in joined.items() if name != "membersAdded"}
    return [
        said | {"type": "messageUpdate", "id": "1"},
        said | {"type": "messageDelete", "id": "2"},
        said | {"type": "messageReaction", "id": "3", "reactionsAdded": [{"type": "like"}]},
        said | {"type": "typing", "id": "4"},
        left | {"membersRemoved": [{"id": BOT}], "id": "5"},
        joined | {"id": "6"},
        activities.installation(kate.who, kate.chat_id, kate.teams.service_url, "remove"),
    ]


async def test_what_nobody_said_to_the_bot_is_answered_by_nothing(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    for activity in nothing(kate):
        answer = await kate.bring(activity)
        assert (answer.status, answer.body) == (200, {})
    assert (kate.messages(), identities(at_work), at_work.teams.calls) == ([], 0, [])


async def test_people_whom_the_bot_has_to_write_to_first_are_found_among_the_teams_members(
    at_work: Running,
) -> None:
    teams = at_work.teams
    teams.connector.known_as[PRIYA] = {"email": None, "userPrincipalName": PRIYA.upper()}
    kate = await at_work.person(KATE)
    await book(kate)
    priya = await at_work.person(PRIYA)
    await priya.read("Does Tuesday 28 November 2017 suit")
    asked = [call.asked for call in teams.calls if call.asked.path[-1] == "pagedmembers"]
    # Once for everybody.
    assert len(asked) == 1
    assert reference(at_work, priya.who.entra, personal=True)["conversation"] == priya.chat_id


async def test_somebody_without_the_app_holds_their_own_messages_and_gets_them_once_they_have_it(
    at_work: Running, teams: Teams
) -> None:
    teams.connector.without_app.add(PRIYA)
    kate, office, priya = [await at_work.person(email) for email in (KATE, OFFICE, PRIYA)]
    await book(kate)
    held = await office.read("Messages to Priya Nair can’t arrive")
    assert "add the app Peer Review" in held
    at_work.wait(minutes=1)
    await teams.quiet()
    assert len([one for one in office.messages() if "can’t arrive" in one.title]) == 1
    assert priya.messages() == []
    await priya.install()
    # Long before the quarter of an hour after which a message tries by itself.
    await priya.read("Does Tuesday 28 November 2017 suit")


async def book(kate: Someone) -> None:
    await kate.mention(GROUP, "this is group 2")
    await kate.read("This is now the channel of Collaborative Group 2")
    await kate.say("schedule review Oak Primary, Tues 28 Nov")
    await kate.read("Schedule a review")
    team = {"reviewers": ("Ben Hartley", "Martin Kowalczyk"), "champions": ("Chidi Eze", "Owen O'Connell")}
    await kate.click("See the timetable", {"lead_reviewer": "Siân Whitcombe", **team})
    await kate.click("Book it")
    await kate.sees("Booked")
