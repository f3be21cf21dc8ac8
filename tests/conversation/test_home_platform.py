"""Somebody who is on two chat platforms is written to on the one they used last."""

from dataclasses import dataclass

import pytest
from sqlalchemy import event, select

from bot.delivery import Platforms
from bot.platforms.playground.furnishing import give_accounts
from storage.database import Sessions
from storage.models import ChatIdentity, Person
from tests.chat import Chat, Room, World
from tests.conversation.conftest import BEN, booked


@dataclass
class TwoPlatforms(World):
    @property
    def platforms(self) -> Platforms:
        return {"practice": self.room, "teams": self.room}


@pytest.fixture
def both(sqlite_consortium: Sessions) -> World:
    give_accounts(sqlite_consortium)
    with sqlite_consortium.begin() as session:
        ben = session.scalars(select(Person).filter_by(email=BEN)).one()
        session.add(ChatIdentity(person_id=ben.id, platform="teams", workspace="teams", user=BEN))
    return TwoPlatforms(sqlite_consortium)


def where_ben_was_written_to(room: Room) -> list[str]:
    return [post.to.platform for post in room.posts if post.to.conversation == BEN]


def test_the_next_message_comes_where_they_last_acted(both: World) -> None:
    kate = booked(both)
    Chat(both, BEN, "teams").type("/peer-review")
    for move, place in (("12 Dec", "teams"), ("13 Dec", "practice")):
        kate.open("move.ask?review=1")
        kate.click("See what changes", day=move)
        kate.click("Move it")
        assert where_ben_was_written_to(both.room)[-1] == place
        both.person(BEN).type("/peer-review help")
    assert where_ben_was_written_to(both.room) == ["practice", "teams", "practice"]


def test_whoever_stays_where_they_are_costs_no_query(both: World) -> None:
    ben = Chat(both, BEN, "teams")
    ben.type("/peer-review help")
    written: list[str] = []
    with both.sessions() as session:
        engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", lambda *args: written.append(args[2]))
    ben.type("/peer-review help")
    assert [statement for statement in written if statement.startswith("UPDATE people")] == []
    both.person(BEN).type("/peer-review help")
    assert len([statement for statement in written if statement.startswith("UPDATE people")]) == 1
