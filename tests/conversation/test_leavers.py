"""Whoever has left hears nothing more, and their place in a team is one to fill."""

from datetime import UTC, date, datetime

from sqlalchemy import select, update

from bot.cards.model import Card
from storage.models import Outgoing, Person
from tests import roster
from tests.chat import Chat, World
from tests.conversation.conftest import BEN, KATE, LEILA, MARTIN, booked, number

LAST_DAY_OVER = date(2017, 11, 10)


def leaves(world: World, email: str, left: date = LAST_DAY_OVER) -> None:
    with world.sessions.begin() as session:
        session.execute(update(Person).where(Person.email == email).values(left=left))
        roster.has_changed(session)


def move(kate: Chat, day: str) -> Card:
    kate.open("move.ask?review=1")
    kate.click("See what changes", day=day, reason="Ofsted")
    return kate.click("Move it")


def unsent(world: World, email: str) -> list[Outgoing]:
    with world.sessions() as session:
        query = select(Outgoing).join(Person, Person.id == Outgoing.person_id)
        return list(session.scalars(query.where(Person.email == email, Outgoing.finished_at.is_(None))))


def test_whoever_has_left_hears_nothing_more_and_sees_nothing_change(world: World) -> None:
    kate = booked(world)
    ben, martin = world.person(BEN), world.person(MARTIN)
    before, others = list(ben.messages), len(martin.messages)
    leaves(world, BEN)
    world.now = datetime(2017, 11, 13, 9, tzinfo=UTC)
    move(kate, "12 Dec")
    assert ben.messages == before
    with world.sessions() as session:
        assert session.scalars(select(Outgoing.id).where(Outgoing.withdrawn)).all() == []
    assert len(martin.messages) == others + 1
    assert unsent(world, BEN) == []


def test_whoever_is_to_leave_still_hears_until_then(world: World) -> None:
    kate = booked(world)
    leaves(world, BEN, date(2017, 11, 14))
    world.now = datetime(2017, 11, 13, 9, tzinfo=UTC)
    move(kate, "12 Dec")
    assert "12 December" in world.person(BEN).titles()[-1]


def test_a_message_held_back_over_night_is_withdrawn_when_they_leave_meanwhile(world: World) -> None:
    kate = booked(world)
    ben = world.person(BEN)
    world.now = datetime(2017, 11, 9, 21, tzinfo=UTC)
    before = len(ben.messages)
    move(kate, "12 Dec")
    leaves(world, BEN)
    # In London it is the morning of the day from which they are gone.
    world.now = datetime(2017, 11, 10, 7, 30, tzinfo=UTC)
    world.send_waiting()
    assert len(ben.messages) == before
    with world.sessions() as session:
        withdrawn = session.scalars(
            select(Person.email)
            .join(Outgoing, Outgoing.person_id == Person.id)
            .where(Outgoing.withdrawn, Outgoing.finished_at.is_not(None))
        )
        assert list(withdrawn) == [BEN]


def test_their_place_is_one_to_fill_whatever_they_had_answered(world: World) -> None:
    kate = booked(world)
    world.person(BEN).open("answer.accept?review=1&day=2017-12-07")
    assert "Find someone" not in str(kate.type("/peer-review"))
    leaves(world, BEN)
    world.now = datetime(2017, 11, 13, 9, tzinfo=UTC)
    shown = str(kate.type("/peer-review"))
    assert "Find someone for Oak Primary School" in shown
    assert "Ben Hartley has left, and was to be a reviewer." in shown
    kate.click_in("Find someone", "Choose someone")
    kate.click("Ask them", person=number(world, LEILA))
    assert "Find someone" not in str(kate.type("/peer-review"))
    assert "Can you be a reviewer" in world.person(LEILA).titles()[-1]


def test_until_they_leave_their_place_is_filled(world: World) -> None:
    booked(world)
    leaves(world, BEN, date(2017, 11, 14))
    world.now = datetime(2017, 11, 13, 9, tzinfo=UTC)
    assert "Find someone" not in str(world.person(KATE).type("/peer-review"))
