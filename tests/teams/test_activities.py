"""What Teams brings, read into our own types."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.cards.model import Go
from bot.platforms.teams.activities import Act, Reference, read
from bot.platforms.teams.people import addresses_of
from tests.teams import activities
from tests.teams.rooms import Message
from tests.teams.seed import BOT, GENERAL, GROUP_CHAT, KATE, TENANT, channel, people

Fields = dict[str, Any]
WHO = people()[KATE]
URL = "https://smba.trafficmanager.net/uk/"
CHAT, GROUP = "a:1chat", channel("group-2")
POST = f"{GROUP};messageid=1700000000000"


def said(text: str = "help", thread: str = CHAT) -> Fields:
    return activities.message(WHO, thread, URL, text)


def pressed(verb: str = "answer.accept?review=7", thread: str = CHAT, data: Fields | None = None) -> Fields:
    shown = Message("1700", thread, BOT, {})
    return activities.pressed(WHO, shown, URL, {"verb": verb, "title": "Accept", "data": data or {}})


def act(body: Fields) -> Act:
    found = read(body)
    assert found is not None
    return found


def test_words_are_who_where_and_what() -> None:
    body = said("/schedule-review Oak & Elm, Tues 14 Nov")
    found = act(body)
    assert found.go == Go("schedule.ask", {"said": "Oak & Elm, Tues 14 Nov"})
    assert (found.kind, found.workspace, found.user) == ("words", TENANT, WHO.entra)
    assert found.reference == Reference(URL, CHAT, WHO.id)
    assert (found.channel, found.message) == ("", body["id"])
    assert found.incoming().event == f"{CHAT}/{body['id']}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<at>Peer Review</at> schedule review Oak", "Oak"),
        ('<at id="0">Peer Review</at>&nbsp;schedule   review\nOak &amp; Elm', "Oak & Elm"),
        ("schedule review <at>Peer Review</at> Oak", "Oak"),
        ("<p>schedule review <b>Oak</b></p>", "Oak"),
        ("schedule review 3 < 4", "3 < 4"),
        ("<p>schedule review</p><p>Oak<br/>14  Nov</p>", "Oak\n14 Nov"),
        ("schedule review Oak\r\n\r\n14 Nov", "Oak\n14 Nov"),
    ],
)
def test_words_are_read_as_they_look(written: str, said: str) -> None:
    body = activities.mention(WHO, POST, URL, "") | {"text": written}
    assert act(body).go == Go("schedule.ask", {"said": said})


def test_a_message_of_beginnings_alone_is_read_in_no_time() -> None:
    assert act(said("<at>" * 25_000)).kind == "words"


def test_a_channel_is_the_same_in_every_post_of_it() -> None:
    found = act(activities.mention(WHO, POST, URL, "help"))
    assert (found.channel, found.reference.conversation) == (GROUP, POST)
    bare = activities.mention(WHO, POST, URL, "help") | {"channelData": {"tenant": {"id": TENANT}}}
    assert act(bare).channel == GROUP
    assert act(bare).incoming().place == GROUP


def test_a_group_chat_is_a_place_that_others_read() -> None:
    talk = {"id": GROUP_CHAT, "conversationType": "groupChat", "isGroup": True, "tenantId": TENANT}
    assert act(said() | {"conversation": talk}).channel == GROUP_CHAT


def test_a_command_that_nobody_else_sees_is_known_as_such() -> None:
    assert act(activities.slash(WHO, POST, URL, "help")).alone
    assert not act(activities.mention(WHO, POST, URL, "help")).alone


def test_a_press_brings_the_fields_and_what_the_bot_had_put_into_the_button() -> None:
    data: Fields = {"day": "5 March", "team.1": "7", "tea.several": "a,b", "aside": True, "for": "U1"}
    found = act(pressed(thread=POST, data=data))
    assert found.go == Go("answer.accept", {"review": "7"})
    assert dict(found.fields) == {"day": ("5 March",), "team": ("7",), "tea": ("a", "b")}
    assert (found.message, found.aside, found.posted_for) == ("1700", True, "U1")


def test_a_card_in_the_personal_chat_knows_in_which_channel_somebody_asked_for_it() -> None:
    found = act(pressed(data={"asked_in": GROUP}))
    assert (found.channel, found.incoming().place, dict(found.fields)) == ("", GROUP, {})


def test_a_button_of_an_old_client_comes_as_a_message_without_words_and_is_let_go_by() -> None:
    assert read(said("") | {"value": {"verb": "answer.accept?review=7"}}) is None


def test_of_an_installation_one_of_its_two_events_is_acted_on() -> None:
    joined, installed = activities.joined(WHO, CHAT, URL), activities.installation(WHO, CHAT, URL, "add")
    assert read(joined) is None
    assert (act(installed).kind, act(installed).go) == ("arrived", Go("home.show"))
    assert act(activities.installation(WHO, GENERAL, URL, "add")).channel == GENERAL
    for other in ("remove", "add-upgrade", "remove-upgrade"):
        assert read(activities.installation(WHO, CHAT, URL, other)) is None


@pytest.mark.parametrize(
    "happened",
    [
        {"type": "messageUpdate"},
        {"type": "messageDelete"},
        {"type": "messageReaction", "reactionsAdded": [{"type": "like"}]},
        {"type": "typing"},
        {"type": "conversationUpdate", "membersRemoved": [{"id": BOT}]},
        {"type": "conversationUpdate", "channelData": {"eventType": "channelRenamed"}},
        {"type": "invoke", "name": "composeExtension/query"},
        {"type": "event", "name": "application/vnd.microsoft.readReceipt"},
        {"type": None},
    ],
)
def test_what_nobody_said_to_the_bot_is_let_go_by(happened: Fields) -> None:
    assert read(said() | happened) is None


ODD: list[Any] = [None, 3, True, "x", "", [], [1], [None, "x"], [[]], {}, {"id": 5}, {"id": []}, "?=&;%zz"]


def wholes() -> Iterator[Fields]:
    yield said()
    yield activities.mention(WHO, POST, URL, "help")
    yield pressed(thread=POST, data={"day": "5 March", "for": "U1"})
    yield activities.installation(WHO, CHAT, URL, "add")
    yield activities.joined(WHO, CHAT, URL)


def damaged(whole: object, odd: object) -> Iterator[Any]:
    """The same with one part of it, at any depth, replaced."""
    if isinstance(whole, dict):
        for name, part in whole.items():
            yield {key: value for key, value in whole.items() if key != name}
            for worse in (odd, *damaged(part, odd)):
                yield whole | {name: worse}


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_nothing_that_is_damaged_is_tripped_over(odd: object) -> None:
    for whole in wholes():
        for body in damaged(whole, odd):
            found = read(body)
            if found:
                assert {type(found.user), type(found.event), type(found.channel)} == {str}
                hash(found.incoming().go.route)


@pytest.mark.parametrize(
    ("member", "addresses"),
    [
        ({"email": "Kate.Moore@Oak.Example"}, ("kate.moore@oak.example",)),
        ({"email": " ", "userPrincipalName": "kmoore@oak.example"}, ("kmoore@oak.example",)),
        ({"email": "a@oak.example", "userPrincipalName": "A@oak.example"}, ("a@oak.example",)),
        (
            {"email": "a@oak.example", "userPrincipalName": "b@oak.example"},
            ("a@oak.example", "b@oak.example"),
        ),
        ({"email": "a@oak.example", "userRole": "user", "tenantId": TENANT}, ("a@oak.example",)),
        ({"email": "a@oak.example", "userRole": "guest"}, ()),
        ({"email": "a@oak.example", "userRole": "Guest"}, ()),
        ({"email": "a@oak.example", "userPrincipalName": "a_oak.example#EXT#@x.onmicrosoft.com"}, ()),
        ({"email": "a@oak.example", "tenantId": "another"}, ()),
        ({"email": 7, "userPrincipalName": None, "userRole": [], "tenantId": {}}, ()),
        ({}, ()),
    ],
)
def test_a_member_is_known_by_address_and_sign_in_name_unless_they_are_a_guest(
    member: Fields, addresses: tuple[str, ...]
) -> None:
    assert addresses_of(member, TENANT) == addresses
