"""A link is taken back, or something is in its way."""

from sqlalchemy import delete, select

from bot.cards.typed import asked
from bot.failures import Never
from storage.models import Channel, Outgoing, Pause
from tests.chat import Chat, World
from tests.conversation.conftest import CARL, CHANNEL, KATE, OFFICE
from tests.conversation.linking import GROUP_1, GROUP_2, NEW, OTHER, history, homes, nobodys, titles


def test_a_link_is_taken_back(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    kate.type("this is group 2", place=NEW)
    second = kate.twin()
    kate.click("This isn’t the channel")
    assert kate.card.title == f"This is not the channel of {GROUP_2}"
    assert "goes to its other channel" in str(kate.card)
    assert (homes(world_on_sqlite, GROUP_2), nobodys(world_on_sqlite, NEW)) == ([CHANNEL], True)
    assert titles(world_on_sqlite, NEW) == [f"This is not the channel of {GROUP_2}"]
    assert history(world_on_sqlite) == [("linked", "Kate Moore"), ("unlinked", "Kate Moore")]
    assert second.click("This isn’t the channel") == kate.card
    assert len(history(world_on_sqlite)) == 2


def test_a_link_is_not_taken_back_by_others_nor_after_another(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    kate.type("this is group 2", place=NEW)
    carl = Chat(world_on_sqlite, CARL)
    carl.card = kate.card
    assert "Only the Peer Review Lead" in str(carl.click("This isn’t the channel"))
    janet, late = world_on_sqlite.person(OFFICE), kate.twin()
    janet.type("this is group 1", place=NEW)
    janet.click("Change it")
    assert "Somebody has said since whose channel that is" in str(late.click("This isn’t the channel"))
    assert homes(world_on_sqlite, GROUP_1) == [NEW]


def test_a_newer_home_stays_when_an_older_link_is_taken_back(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    kate.type("this is group 2", place=NEW)
    first = kate.twin()
    kate.type("this is group 2", place=OTHER)
    first.click("This isn’t the channel")
    assert homes(world_on_sqlite, GROUP_2) == [OTHER]


def test_without_an_earlier_channel_the_group_has_none(world_on_sqlite: World) -> None:
    with world_on_sqlite.sessions.begin() as session:
        session.execute(delete(Channel))
    kate = world_on_sqlite.person(KATE)
    kate.type("/peer-review link", place=NEW)
    kate.click("This isn’t the channel")
    assert f"{GROUP_2} has no channel now" in str(kate.card)
    assert titles(world_on_sqlite, NEW) == [f"This is not the channel of {GROUP_2}"]


def test_what_was_not_yet_said_is_not_said_after_it_was_taken_back(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    kate.card, kate.place = kate.ask(asked("this is group 2"), {}, NEW), NEW
    kate.click_quietly("This isn’t the channel")
    world_on_sqlite.send_waiting()
    assert titles(world_on_sqlite, NEW) == []


def test_a_channel_that_the_bot_is_not_in_is_told_to_the_lead_and_forgotten_with_the_link(
    world_on_sqlite: World,
) -> None:
    world_on_sqlite.room.failing[NEW] = Never("Peer Review is not in the channel. Please invite it.")
    kate = world_on_sqlite.person(KATE)
    kate.type("this is group 2", place=NEW)
    world_on_sqlite.send_waiting()
    assert kate.titles()[-1] == f"Messages to the channel of {GROUP_2} can’t arrive"
    kate.click("This isn’t the channel")
    with world_on_sqlite.sessions() as session:
        assert session.scalars(select(Pause)).all() == []
        assert session.scalars(select(Outgoing.id).where(Outgoing.finished_at.is_(None))).all() == []


def test_what_was_said_to_the_channel_is_put_right_when_it_becomes_anothers(world_on_sqlite: World) -> None:
    world_on_sqlite.person(KATE).type("this is group 2", place=NEW)
    janet = world_on_sqlite.person(OFFICE)
    janet.type("this is group 1", place=NEW)
    janet.click("Change it")
    assert titles(world_on_sqlite, NEW) == [
        f"This is not the channel of {GROUP_2}",
        f"This is now the channel of {GROUP_1}",
    ]


def test_a_channel_that_never_heard_of_it_is_not_spoken_of_in_the_next(world_on_sqlite: World) -> None:
    world_on_sqlite.room.failing[NEW] = Never("Peer Review is not in the channel. Please invite it.")
    kate = world_on_sqlite.person(KATE)
    kate.type("this is group 2", place=NEW)
    kate.type("this is group 2", place=OTHER)
    world_on_sqlite.wait(minutes=20)
    assert titles(world_on_sqlite, OTHER) == [f"This is now the channel of {GROUP_2}"]


def test_once_the_roster_names_the_channel_only_the_roster_changes_it(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    kate.type("this is group 2", place=NEW)
    with world_on_sqlite.sessions.begin() as session:
        session.scalars(select(Channel).filter_by(conversation=NEW)).one().linked = False
    assert "The roster names this channel now" in str(kate.click("This isn’t the channel"))
    assert homes(world_on_sqlite, GROUP_2) == [NEW]


def test_linking_again_tries_a_paused_conversation_at_once(world_on_sqlite: World) -> None:
    world_on_sqlite.room.failing[NEW] = Never("Peer Review is not in the channel. Please invite it.")
    kate = world_on_sqlite.person(KATE)
    kate.type("this is group 2", place=NEW)
    world_on_sqlite.room.failing.clear()
    kate.type("this is group 2", place=NEW)
    world_on_sqlite.send_waiting()
    assert titles(world_on_sqlite, NEW) == [f"This is now the channel of {GROUP_2}"]
