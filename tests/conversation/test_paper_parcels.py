"""A paper's Word file put into somebody's own chat: for whom, when, and what comes where none can be put."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from bot.cards.model import Card, Go, Link
from storage import outbox
from storage.models import Outgoing, Post
from tests.chat import World
from tests.conversation.conftest import BEN, CARL, CHANNEL, KATE, OFFICE, PRIYA
from tests.conversation.paper_files import (
    AFTER,
    AMIT,
    PLAN,
    REFUSED,
    SUMMARY,
    behind,
    papers_sent,
    release,
    urls,
    words_in,
)
from tests.conversation.test_at_once import at_once
from tests.conversation.test_leavers import leaves
from tests.databases import Databases, copied, opened
from tests.documents.reading import text_of

ASK = "files.send?sent=2"
LABEL = "Send the Word file to my chat"


@pytest.fixture
def sent(sqlite_databases: Databases) -> Iterator[World]:
    with copied(sqlite_databases, papers_sent) as url, opened(url) as sessions:
        yield World(sessions, now=AFTER)


def handed(world: World) -> list[tuple[str, list[str]]]:
    """To whom, and which of the canaries are in the file."""
    return [(one.to.conversation, words_in(text_of(one.parcel.file))) for one in world.room.handed]


def written(world: World) -> list[Outgoing]:
    with world.sessions() as session:
        return list(session.scalars(select(Outgoing).where(Outgoing.does == "file").order_by(Outgoing.id)))


def ask_quietly(world: World, email: str, token: str = ASK) -> Card:
    """Nothing is sent yet."""
    return world.person(email).ask(Go.parse(token), {})


def test_the_word_file_comes_into_the_chat_of_whoever_asks(sent: World) -> None:
    priya = sent.person(PRIYA)
    priya.open("files.show?sent=2")
    card = priya.click(LABEL)
    assert card.title == "It is on its way"
    [one] = sent.room.handed
    assert (one.to.personal, one.to.conversation) == (True, PRIYA)
    # What it is called says nothing of what stands in it.
    assert one.parcel.file.name == "oak-primary-school-2017-12-07-action-plan.docx"
    assert handed(sent) == [(PRIYA, [PLAN])]
    assert words_in(f"{card} {written(sent)[0].args} {written(sent)[0].key}") == []


def test_it_comes_at_any_hour(sent: World) -> None:
    sent.now = AFTER.replace(hour=23)
    sent.person(PRIYA).open(ASK)
    assert handed(sent) == [(PRIYA, [PLAN])]


def test_asked_for_in_a_channel_it_comes_into_their_own_chat(sent: World) -> None:
    before = len(sent.channel(CHANNEL))
    sent.person(PRIYA).go(Go.parse(ASK), place=CHANNEL)
    assert handed(sent) == [(PRIYA, [PLAN])]
    assert len(sent.channel(CHANNEL)) == before


def test_a_double_click_brings_one_and_a_later_one_another(sent: World) -> None:
    for _ in range(2):
        sent.person(PRIYA).open(ASK)
    sent.wait(seconds=50)
    sent.person(PRIYA).open(ASK)
    assert len(sent.room.handed) == 1
    sent.wait(minutes=5)
    sent.person(PRIYA).open(ASK)
    assert len(sent.room.handed) == 2


def test_just_before_and_after_the_full_minute_is_a_double_click_as_well(sent: World) -> None:
    sent.now = AFTER.replace(second=59)
    sent.person(PRIYA).open(ASK)
    sent.wait(seconds=2)
    sent.person(PRIYA).open(ASK)
    assert len(sent.room.handed) == 1


def test_two_clicks_at_the_same_moment_bring_one(sent: World) -> None:
    answers = at_once([lambda: ask_quietly(sent, PRIYA), lambda: ask_quietly(sent, PRIYA)])
    assert [card.title for card in answers] == ["It is on its way"] * 2
    sent.send_waiting()
    assert len(sent.room.handed) == 1


def test_two_people_and_two_papers_get_each_their_own(sent: World) -> None:
    sent.person(PRIYA).open(ASK)
    sent.person(PRIYA).open("files.send?sent=1")
    sent.person(OFFICE).open(ASK)
    assert handed(sent) == [(PRIYA, [PLAN]), (PRIYA, [SUMMARY]), (OFFICE, [PLAN])]


@pytest.mark.parametrize("email", [KATE, CARL, AMIT, BEN])
def test_whoever_may_not_read_it_is_refused_and_gets_nothing(sent: World, email: str) -> None:
    for token in (ASK, "files.send?sent=77"):
        assert sent.person(email).open(token).title == REFUSED
    assert (written(sent), sent.room.handed) == ([], [])


def test_who_has_lost_the_right_between_gets_nothing(sent: World) -> None:
    release(sent)
    ask_quietly(sent, AMIT)
    release(sent, at=None)
    sent.send_waiting()
    [message] = written(sent)
    assert (message.withdrawn, message.finished_at) == (True, AFTER)
    assert sent.room.handed == []
    assert sent.person(AMIT).titles() == []


def test_who_has_left_between_gets_nothing(sent: World) -> None:
    ask_quietly(sent, BEN, "files.send?sent=1")
    leaves(sent, BEN, sent.now.date())
    sent.send_waiting()
    assert written(sent)[0].withdrawn
    assert (sent.room.handed, sent.person(BEN).titles()) == ([], [])


def test_where_no_file_can_be_put_its_link_comes_with_its_name(sent: World) -> None:
    sent.room.takes_files = False
    sent.person(PRIYA).open(ASK)
    card = sent.person(PRIYA).read("Action plan as a Word file")
    assert "oak-primary-school-2017-12-07-action-plan.docx: in this chat it can’t be a file" in str(card)
    [url] = urls(card)
    assert [one.label for one in card.buttons if isinstance(one, Link)] == ["Word file"]
    assert words_in(text_of(behind(sent, url))) == [PLAN]
    assert words_in(str(card)) == []
    assert written(sent)[0].finished_at == AFTER


def test_after_three_tries_that_failed_its_link_comes(sent: World) -> None:
    ask_quietly(sent, PRIYA)
    for _ in range(3):
        sent.room.failing[PRIYA] = ConnectionError("away")
        with pytest.raises(ConnectionError):
            sent.send_waiting()
    sent.room.failing.clear()
    sent.send_waiting()
    assert sent.room.handed == []
    assert "Action plan as a Word file" in sent.person(PRIYA).titles()[-1]


def test_the_message_holds_ids_and_is_remembered_as_any_other(sent: World) -> None:
    sent.person(PRIYA).open(ASK)
    [message] = written(sent)
    assert message.args == {"purpose": "word", "subject": 2}
    with sent.sessions() as session:
        post = session.scalars(select(Post).where(Post.outgoing_id == message.id)).one()
        assert (post.ref, post.person_id) == ("file-1", message.person_id)
        assert outbox.waiting(session, sent.now) == []
    assert [one.key for one in sent.room.handed] == [message.key]
