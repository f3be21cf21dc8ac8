"""A Peer Review Lead says in a channel whose it is."""

import pytest

from bot.cards.model import Go
from tests.chat import World
from tests.conversation.conftest import BEN, CHANNEL, KATE, OFFICE, SIAN, booked
from tests.conversation.linking import (
    GROUP_1,
    GROUP_2,
    GROUP_3,
    NEW,
    history,
    homes,
    nobodys,
    owner,
    titles,
)

MANAGEMENT = "the Management Group"
THE_OFFICE = "the Consortium Office (Janet Pryke)"


@pytest.mark.parametrize(
    "typed",
    [
        "/peer-review link group 2",
        "/peer-review link",
        "link this channel to Collaborative Group 2",
        "this is group 2",
        "This is group 2’s channel.",
    ],
)
def test_the_lead_links_a_channel(world_on_sqlite: World, typed: str) -> None:
    card = world_on_sqlite.person(KATE).type(typed, place=NEW)
    assert card.title == f"This is now the channel of {GROUP_2}"
    assert f"What I write to {GROUP_2} goes to this channel from now on." in str(card)
    assert homes(world_on_sqlite, GROUP_2) == [NEW]
    assert titles(world_on_sqlite, NEW) == [f"This is now the channel of {GROUP_2}"]
    assert "Kate Moore has linked it." in str(world_on_sqlite.channel(NEW)[0])
    assert titles(world_on_sqlite, CHANNEL) == []


def test_what_is_booked_then_comes_to_the_new_channel_alone(world_on_sqlite: World) -> None:
    world_on_sqlite.person(SIAN).type("this is group 2", place=NEW)
    booked(world_on_sqlite)
    assert "Oak Primary School" in titles(world_on_sqlite, NEW)[-1]
    assert titles(world_on_sqlite, CHANNEL) == []
    assert "See the timetable" in str(world_on_sqlite.person(OFFICE).type("/schedule-review Oak", place=NEW))


def test_in_a_personal_chat_they_are_sent_to_the_channel(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    for typed in ("/peer-review link", "this is group 2", "/peer-review link group 2"):
        assert kate.type(typed).title == "Please type that in the group’s channel"
    assert history(world_on_sqlite) == []


@pytest.mark.parametrize(
    ("email", "typed", "sentence"),
    [
        (
            BEN,
            "this is group 2",
            f"Only the Peer Review Lead of {GROUP_2} (Kate Moore or Siân Whitcombe) or {THE_OFFICE} can say",
        ),
        (BEN, "/peer-review link", "Only a group’s Peer Review Lead, the deputy or the Consortium Office"),
        (KATE, "this is group 1", f"Only the Peer Review Lead of {GROUP_1} (Carl Messer"),
        (KATE, "this is the Management Group", f"Only {THE_OFFICE} can say that this is the channel of"),
    ],
)
def test_others_are_told_who_can(world_on_sqlite: World, email: str, typed: str, sentence: str) -> None:
    card = world_on_sqlite.person(email).type(typed, place=NEW)
    assert card.title == "Sorry, I can’t do that"
    assert sentence in str(card)
    assert nobodys(world_on_sqlite, NEW)


def test_a_button_alone_gives_no_right(world_on_sqlite: World) -> None:
    ben = world_on_sqlite.person(BEN)
    for token in (
        "channel.choose?group=2",
        "channel.choose?group=0",
        "channel.which",
        "channel.choose?group=99",
    ):
        assert ben.go(Go.parse(token), place=NEW).title == "Sorry, I can’t do that"
    assert nobodys(world_on_sqlite, NEW)


def test_what_is_not_plain_is_asked(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    card = kate.type("/peer-review link group four", place=NEW)
    assert card.title == "Whose channel is this?"
    assert "group four" in str(card)
    assert nobodys(world_on_sqlite, NEW)
    kate.click_in(GROUP_2, "Choose")
    assert homes(world_on_sqlite, GROUP_2) == [NEW]


def test_the_office_chooses_among_all(world_on_sqlite: World) -> None:
    janet = world_on_sqlite.person(OFFICE)
    janet.type("/peer-review link", place=NEW)
    janet.click_in("The Management Group", "Choose")
    assert janet.card.title == f"This is now the channel of {MANAGEMENT}"
    assert homes(world_on_sqlite, None) == [NEW]
    assert titles(world_on_sqlite, NEW) == [f"This is now the channel of {MANAGEMENT}"]


def test_a_channel_that_is_the_groups_already_is_left_alone(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    assert kate.type("this is group 2", place=CHANNEL).title == f"This is the channel of {GROUP_2} already"
    assert history(world_on_sqlite) == []
    kate.type("this is group 2", place=NEW)
    kate.type("this is group 2", place=NEW)
    assert kate.card.title == f"This is the channel of {GROUP_2} already"
    assert len(history(world_on_sqlite)) == 1
    kate.click("This isn’t the channel")
    assert homes(world_on_sqlite, GROUP_2) == [CHANNEL]


def test_an_earlier_channel_becomes_the_home_again_when_it_is_said_there(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    kate.type("this is group 2", place=NEW)
    kate.type("this is group 2", place=CHANNEL)
    assert homes(world_on_sqlite, GROUP_2) == [CHANNEL]
    kate.click("This isn’t the channel")
    assert homes(world_on_sqlite, GROUP_2) == [NEW]
    assert owner(world_on_sqlite, CHANNEL) == GROUP_2


def test_another_groups_channel_is_refused_to_who_answers_for_one(world_on_sqlite: World) -> None:
    card = world_on_sqlite.person(KATE).type("this is group 2", place="group-1")
    assert f"This is the channel of {GROUP_1}." in str(card)
    assert "Please ask the Consortium Office" in str(card)
    assert homes(world_on_sqlite, GROUP_1) == ["group-1"]


def test_the_office_moves_a_channel_once_it_has_seen_whose_it_was(world_on_sqlite: World) -> None:
    janet = world_on_sqlite.person(OFFICE)
    card = janet.type("this is group 2", place="group-1")
    assert card.title == f"This is the channel of {GROUP_1}"
    assert homes(world_on_sqlite, GROUP_1) == ["group-1"]
    janet.click("Change it")
    assert janet.card.title == f"This is now the channel of {GROUP_2}"
    assert f"{GROUP_1} has no channel now." in str(janet.card)
    assert (homes(world_on_sqlite, GROUP_1), homes(world_on_sqlite, GROUP_2)) == ([], ["group-1"])
    janet.click("This isn’t the channel")
    assert f"It is the channel of {GROUP_1} again." in str(janet.card)
    assert (homes(world_on_sqlite, GROUP_1), homes(world_on_sqlite, GROUP_2)) == (["group-1"], [CHANNEL])


def test_a_question_that_is_out_of_date_is_asked_anew(world_on_sqlite: World) -> None:
    janet = world_on_sqlite.person(OFFICE)
    janet.type("this is group 2", place="group-1")
    other = world_on_sqlite.person(OFFICE)
    other.type("this is group 3", place="group-1")
    other.click("Change it")
    janet.click("Change it")
    assert janet.card.title == f"This is the channel of {GROUP_3}"
    assert owner(world_on_sqlite, "group-1") == GROUP_3
