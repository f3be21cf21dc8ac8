"""A Peer Review Lead says in a channel whose it is."""

import pytest
from sqlalchemy import delete, select

from bot.cards.model import Go
from bot.cards.typed import asked
from bot.failures import Never
from bot.platforms.playground.furnishing import give_accounts
from storage.database import Sessions
from storage.models import Channel, ChannelChange, Group, Outgoing, Pause
from tests.chat import Chat, World
from tests.conversation.conftest import BEN, CARL, CHANNEL, KATE, OFFICE, SIAN, booked

NEW, OTHER = "staff-room", "group-2-again"
GROUP_1, GROUP_2, GROUP_3 = (f"Collaborative Group {n}" for n in (1, 2, 3))
MANAGEMENT = "the Management Group"
THE_OFFICE = "the Consortium Office (Janet Pryke)"


@pytest.fixture
def world(sqlite_consortium: Sessions) -> World:
    give_accounts(sqlite_consortium)
    return World(sqlite_consortium)


def homes(world: World, group: str | None) -> list[str]:
    """The channels to which the group's messages go: there must never be two."""
    query = select(Channel.conversation).outerjoin(Group).where(Channel.home).order_by(Channel.conversation)
    with world.sessions() as session:
        return list(
            session.scalars(query.where(Group.name == group if group else Channel.group_id.is_(None)))
        )


def owner(world: World, conversation: str) -> str | None:
    query = select(Group.name).join(Channel).where(Channel.conversation == conversation)
    with world.sessions() as session:
        return session.scalar(query)


def titles(world: World, conversation: str) -> list[str]:
    return [card.title for card in world.channel(conversation)]


def nobodys(world: World, conversation: str) -> bool:
    with world.sessions() as session:
        return session.scalar(select(Channel.id).filter_by(conversation=conversation)) is None


def history(world: World) -> list[tuple[str, str]]:
    query = select(ChannelChange).order_by(ChannelChange.id)
    with world.sessions() as session:
        return [(made.what, made.by.name) for made in session.scalars(query)]


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
def test_the_lead_links_a_channel(world: World, typed: str) -> None:
    card = world.person(KATE).type(typed, place=NEW)
    assert card.title == f"This is now the channel of {GROUP_2}"
    assert f"What I write to {GROUP_2} comes here from now on." in str(card)
    assert homes(world, GROUP_2) == [NEW]
    assert titles(world, NEW) == [f"This is now the channel of {GROUP_2}"]
    assert "Kate Moore has linked it." in str(world.channel(NEW)[0])
    assert titles(world, CHANNEL) == []


def test_what_is_booked_then_comes_to_the_new_channel_alone(world: World) -> None:
    world.person(SIAN).type("this is group 2", place=NEW)
    booked(world)
    assert "Oak Primary School" in titles(world, NEW)[-1]
    assert titles(world, CHANNEL) == []
    assert "See the timetable" in str(world.person(OFFICE).type("/schedule-review Oak", place=NEW))


def test_in_a_personal_chat_they_are_sent_to_the_channel(world: World) -> None:
    kate = world.person(KATE)
    for typed in ("/peer-review link", "this is group 2", "/peer-review link group 2"):
        assert kate.type(typed).title == "Please type that in the group’s channel"
    assert history(world) == []


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
def test_others_are_told_who_can(world: World, email: str, typed: str, sentence: str) -> None:
    card = world.person(email).type(typed, place=NEW)
    assert card.title == "Sorry, I can’t do that"
    assert sentence in str(card)
    assert nobodys(world, NEW)


def test_a_button_alone_gives_no_right(world: World) -> None:
    ben = world.person(BEN)
    for token in (
        "channel.choose?group=2",
        "channel.choose?group=0",
        "channel.which",
        "channel.choose?group=99",
    ):
        assert ben.go(Go.parse(token), place=NEW).title == "Sorry, I can’t do that"
    assert nobodys(world, NEW)


def test_what_is_not_plain_is_asked(world: World) -> None:
    kate = world.person(KATE)
    card = kate.type("/peer-review link group four", place=NEW)
    assert card.title == "Whose channel is this?"
    assert "group four" in str(card)
    assert nobodys(world, NEW)
    kate.click_in(GROUP_2, "Choose")
    assert homes(world, GROUP_2) == [NEW]


def test_the_office_chooses_among_all(world: World) -> None:
    janet = world.person(OFFICE)
    janet.type("/peer-review link", place=NEW)
    janet.click_in("The Management Group", "Choose")
    assert janet.card.title == f"This is now the channel of {MANAGEMENT}"
    assert homes(world, None) == [NEW]
    assert titles(world, NEW) == [f"This is now the channel of {MANAGEMENT}"]


def test_a_channel_that_is_the_groups_already_is_left_alone(world: World) -> None:
    kate = world.person(KATE)
    assert kate.type("this is group 2", place=CHANNEL).title == f"This is the channel of {GROUP_2} already"
    assert history(world) == []
    kate.type("this is group 2", place=NEW)
    kate.type("this is group 2", place=NEW)
    assert kate.card.title == f"This is the channel of {GROUP_2} already"
    assert len(history(world)) == 1
    kate.click("This isn’t the channel")
    assert homes(world, GROUP_2) == [CHANNEL]


def test_an_earlier_channel_becomes_the_home_again_when_it_is_said_there(world: World) -> None:
    kate = world.person(KATE)
    kate.type("this is group 2", place=NEW)
    kate.type("this is group 2", place=CHANNEL)
    assert homes(world, GROUP_2) == [CHANNEL]
    kate.click("This isn’t the channel")
    assert homes(world, GROUP_2) == [NEW]
    assert owner(world, CHANNEL) == GROUP_2


def test_another_groups_channel_is_refused_to_who_answers_for_one(world: World) -> None:
    card = world.person(KATE).type("this is group 2", place="group-1")
    assert f"This is the channel of {GROUP_1}." in str(card)
    assert "Please ask the Consortium Office" in str(card)
    assert homes(world, GROUP_1) == ["group-1"]


def test_the_office_moves_a_channel_once_it_has_seen_whose_it_was(world: World) -> None:
    janet = world.person(OFFICE)
    card = janet.type("this is group 2", place="group-1")
    assert card.title == f"This is the channel of {GROUP_1}"
    assert homes(world, GROUP_1) == ["group-1"]
    janet.click("Change it")
    assert janet.card.title == f"This is now the channel of {GROUP_2}"
    assert f"{GROUP_1} has no channel now." in str(janet.card)
    assert (homes(world, GROUP_1), homes(world, GROUP_2)) == ([], ["group-1"])
    janet.click("This isn’t the channel")
    assert f"It is the channel of {GROUP_1} again." in str(janet.card)
    assert (homes(world, GROUP_1), homes(world, GROUP_2)) == (["group-1"], [CHANNEL])


def test_a_question_that_is_out_of_date_is_asked_anew(world: World) -> None:
    janet = world.person(OFFICE)
    janet.type("this is group 2", place="group-1")
    other = world.person(OFFICE)
    other.type("this is group 3", place="group-1")
    other.click("Change it")
    janet.click("Change it")
    assert janet.card.title == f"This is the channel of {GROUP_3}"
    assert owner(world, "group-1") == GROUP_3


def test_a_link_is_taken_back(world: World) -> None:
    kate = world.person(KATE)
    kate.type("this is group 2", place=NEW)
    second = kate.twin()
    kate.click("This isn’t the channel")
    assert kate.card.title == f"This is not the channel of {GROUP_2}"
    assert "goes to its other channel" in str(kate.card)
    assert (homes(world, GROUP_2), nobodys(world, NEW)) == ([CHANNEL], True)
    assert titles(world, NEW) == [f"This is not the channel of {GROUP_2}"]
    assert history(world) == [("linked", "Kate Moore"), ("unlinked", "Kate Moore")]
    assert second.click("This isn’t the channel") == kate.card
    assert len(history(world)) == 2


def test_a_link_is_not_taken_back_by_others_nor_after_another(world: World) -> None:
    kate = world.person(KATE)
    kate.type("this is group 2", place=NEW)
    carl = Chat(world, CARL)
    carl.card = kate.card
    assert "Only the Peer Review Lead" in str(carl.click("This isn’t the channel"))
    janet, late = world.person(OFFICE), kate.twin()
    janet.type("this is group 1", place=NEW)
    janet.click("Change it")
    assert "Somebody has said since whose channel that is" in str(late.click("This isn’t the channel"))
    assert homes(world, GROUP_1) == [NEW]


def test_a_newer_home_stays_when_an_older_link_is_taken_back(world: World) -> None:
    kate = world.person(KATE)
    kate.type("this is group 2", place=NEW)
    first = kate.twin()
    kate.type("this is group 2", place=OTHER)
    first.click("This isn’t the channel")
    assert homes(world, GROUP_2) == [OTHER]


def test_without_an_earlier_channel_the_group_has_none(world: World) -> None:
    with world.sessions.begin() as session:
        session.execute(delete(Channel))
    kate = world.person(KATE)
    kate.type("/peer-review link", place=NEW)
    kate.click("This isn’t the channel")
    assert f"{GROUP_2} has no channel now" in str(kate.card)
    assert titles(world, NEW) == [f"This is not the channel of {GROUP_2}"]


def test_what_was_not_yet_said_is_not_said_after_it_was_taken_back(world: World) -> None:
    kate = world.person(KATE)
    kate.card, kate.place = kate.ask(asked("this is group 2"), {}, NEW), NEW
    kate.click_quietly("This isn’t the channel")
    world.send_waiting()
    assert titles(world, NEW) == []


def test_a_channel_that_the_bot_is_not_in_is_told_to_the_lead_and_forgotten_with_the_link(
    world: World,
) -> None:
    world.room.failing[NEW] = Never("Peer Review is not in the channel. Please invite it.")
    kate = world.person(KATE)
    kate.type("this is group 2", place=NEW)
    world.send_waiting()
    assert kate.titles()[-1] == f"Messages to the channel of {GROUP_2} can’t arrive"
    kate.click("This isn’t the channel")
    with world.sessions() as session:
        assert session.scalars(select(Pause)).all() == []
        assert session.scalars(select(Outgoing.id).where(Outgoing.finished_at.is_(None))).all() == []


def test_what_was_said_to_the_channel_is_put_right_when_it_becomes_anothers(world: World) -> None:
    world.person(KATE).type("this is group 2", place=NEW)
    janet = world.person(OFFICE)
    janet.type("this is group 1", place=NEW)
    janet.click("Change it")
    assert titles(world, NEW) == [
        f"This is not the channel of {GROUP_2}",
        f"This is now the channel of {GROUP_1}",
    ]


def test_a_channel_that_never_heard_of_it_is_not_spoken_of_in_the_next(world: World) -> None:
    world.room.failing[NEW] = Never("Peer Review is not in the channel. Please invite it.")
    kate = world.person(KATE)
    kate.type("this is group 2", place=NEW)
    kate.type("this is group 2", place=OTHER)
    world.wait(minutes=20)
    assert titles(world, OTHER) == [f"This is now the channel of {GROUP_2}"]


def test_once_the_roster_names_the_channel_only_the_roster_changes_it(world: World) -> None:
    kate = world.person(KATE)
    kate.type("this is group 2", place=NEW)
    with world.sessions.begin() as session:
        session.scalars(select(Channel).filter_by(conversation=NEW)).one().linked = False
    assert "The roster names this channel now" in str(kate.click("This isn’t the channel"))
    assert homes(world, GROUP_2) == [NEW]


def test_linking_again_tries_a_paused_conversation_at_once(world: World) -> None:
    world.room.failing[NEW] = Never("Peer Review is not in the channel. Please invite it.")
    kate = world.person(KATE)
    kate.type("this is group 2", place=NEW)
    world.room.failing.clear()
    kate.type("this is group 2", place=NEW)
    world.send_waiting()
    assert titles(world, NEW) == [f"This is now the channel of {GROUP_2}"]
