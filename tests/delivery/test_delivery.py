"""Sending a message: rendered as things stand, once, and tried again when the platform fails."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.cards.model import Card
from bot.delivery import deliver
from bot.meeting import Found
from bot.platforms.playground.furnishing import give_accounts
from storage.addresses import Address
from storage.database import Sessions
from storage.models import ChatIdentity, Outgoing, Post
from tests.chat import LINKS, World
from tests.conversation.conftest import BEN, PRIYA, booked
from tests.without_files import WithoutFiles


class DownError(Exception):
    """The platform can't be reached."""


@dataclass
class Faulty(WithoutFiles):
    """A platform that fails when it is told to."""

    down: bool = False
    shown: list[Card] = field(default_factory=list)

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        self.fail()
        self.shown.append(card)
        return str(len(self.shown) - 1)

    async def update(self, to: Address, ref: str, card: Card) -> None:
        self.fail()
        self.shown[int(ref)] = card

    async def find(self, email: str) -> Found | None:
        return None

    def fail(self) -> None:
        if self.down:
            raise DownError


@pytest.fixture
def world(sqlite_consortium: Sessions) -> World:
    give_accounts(sqlite_consortium)
    return World(sqlite_consortium)


def waiting(world: World, *, to: str) -> list[Outgoing]:
    with world.sessions() as session:
        person = session.scalars(select(ChatIdentity.person_id).where(ChatIdentity.user == to)).one()
        query = select(Outgoing).where(Outgoing.finished_at.is_(None), Outgoing.person_id == person)
        return list(session.scalars(query.order_by(Outgoing.id)))


def send(world: World, message: Outgoing, platform: Faulty) -> bool:
    return asyncio.run(deliver(message.id, world.now, world.sessions, {"practice": platform}, LINKS))


def held_back(world: World) -> World:
    """Nothing is sent until the test does."""
    world.send_waiting = lambda: None  # type: ignore[method-assign]
    return world


def test_a_message_that_failed_is_sent_when_the_platform_is_back(world: World) -> None:
    booked(held_back(world))
    platform = Faulty(down=True)
    _, message = waiting(world, to=PRIYA)
    with pytest.raises(DownError):
        send(world, message, platform)
    platform.down = False
    assert send(world, message, platform)
    assert send(world, message, platform)
    assert [card.title for card in platform.shown] == [
        "Does Thursday 7 December 2017 suit Oak Primary School?"
    ]


def test_a_message_that_could_not_be_marked_as_out_of_date_is_marked_later(world: World) -> None:
    kate = booked(held_back(world))
    platform = Faulty()
    for message in waiting(world, to=BEN):
        send(world, message, platform)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="12 Dec")
    kate.click("Move it")
    platform.down = True
    retire, news = waiting(world, to=BEN)
    with pytest.raises(DownError):
        send(world, retire, platform)
    platform.down = False
    send(world, retire, platform)
    send(world, news, platform)
    assert [card.title for card in platform.shown] == [
        "This message is out of date",
        "Can you be a reviewer at Oak Primary School on Tuesday 12 December 2017?",
    ]
    with world.sessions() as session:
        assert [post.retired_at is None for post in session.scalars(select(Post).order_by(Post.id))] == [
            False,
            True,
        ]


def test_a_message_is_not_sent_before_it_is_due(world: World) -> None:
    world.now += timedelta(hours=12)
    booked(held_back(world))
    news = waiting(world, to=PRIYA)[-1]
    platform = Faulty()
    assert not send(world, news, platform)
    world.now = news.due
    assert send(world, news, platform)
    assert len(platform.shown) == 1


def test_someone_who_is_on_no_platform_keeps_their_message_with_the_reason(world: World) -> None:
    booked(held_back(world))
    news = waiting(world, to=PRIYA)[-1]
    with world.sessions.begin() as session:
        account = session.scalars(select(ChatIdentity).where(ChatIdentity.user == PRIYA)).one()
        session.delete(account)
    platform = Faulty()
    assert not send(world, news, platform)
    with world.sessions() as session:
        kept = session.get_one(Outgoing, news.id)
        assert kept.problem == (
            "Priya Nair has no account on the practice room with the e-mail address of the roster. "
            "Ask them to join with it, or correct the roster."
        )
        assert kept.finished_at is None
    assert platform.shown == []


def test_a_message_that_says_nothing_any_more_is_withdrawn(world: World) -> None:
    kate = booked(held_back(world))
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Snow")
    platform = Faulty()
    for message in waiting(world, to=PRIYA):
        assert send(world, message, platform)
    assert [card.title for card in platform.shown] == [
        "Cancelled: Oak Primary School, Thursday 7 December 2017"
    ]
