"""Deliveries, the clock, a new start, and who is in which channel."""

import asyncio
from datetime import datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.letters import TEMPLATES, Letter
from bot.platforms.playground.clock import written
from bot.platforms.playground.practice import Practice
from storage.models import Outgoing
from tests.practice.acting import CHAT, booked, pressed, settled, typed
from tests.practice.toy import KATE, OFFICE, PRIYA


async def test_the_clock_stands_still_and_messages_wait_for_it(open_practice: Practice) -> None:
    await booked(open_practice)
    assert written(open_practice.clock.now) == "Wednesday 1 November 2017, 09:00"
    await open_practice.forward(6)
    assert [e.card.title for e in open_practice.room.entries(PRIYA, CHAT)] == ["Can you confirm the date?"]


async def test_each_message_carries_its_own_time(open_practice: Practice) -> None:
    await booked(open_practice)
    await open_practice.forward(30)
    reminder = open_practice.room.entries(PRIYA, CHAT)[-1]
    assert (reminder.card.title, written(reminder.at)) == ("A reminder", "Wednesday 8 November 2017, 09:00")
    assert written(open_practice.clock.now) == "Friday 1 December 2017, 09:00"


async def test_forward_to_the_next_thing_due(open_practice: Practice) -> None:
    assert not await open_practice.forward_to_next()
    await booked(open_practice)
    assert await open_practice.forward_to_next()
    assert written(open_practice.clock.now) == "Wednesday 8 November 2017, 09:00"
    assert open_practice.room.entries(PRIYA, CHAT)[-1].card.title == "A reminder"


async def test_a_message_that_cannot_be_written_keeps_no_other_back(
    open_practice: Practice, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(letter: Letter) -> None:
        raise RuntimeError("no such review")

    monkeypatch.setitem(TEMPLATES, "toy.booked", broken)
    form = await typed(open_practice, "/schedule-review Oak")
    plan = await pressed(open_practice, form, "See the timetable", KATE, day="14 Nov")
    await pressed(open_practice, plan, "Book it", KATE)
    [invitation] = await settled(open_practice, PRIYA, CHAT)
    assert invitation.card.title == "Can you confirm the date?"
    assert "RuntimeError" in caplog.text


async def test_starting_again_makes_everything_anew(open_practice: Practice) -> None:
    await booked(open_practice)
    await open_practice.forward(3)
    await open_practice.start_again()
    assert written(open_practice.clock.now) == "Wednesday 1 November 2017, 09:00"
    assert open_practice.room.entries(PRIYA, CHAT) == ()
    with open_practice.sessions() as session:
        assert session.scalar(select(func.count(Outgoing.id))) == 0
    await booked(open_practice)


async def test_the_days_people_are_those_of_the_roster(open_practice: Practice) -> None:
    cast = await open_practice.cast()
    assert [circle.label for circle in cast.circles] == [
        "Start here",
        "Management Group",
        "Collaborative Group 1: Elm Primary School",
        "Collaborative Group 2: Holly Lane Primary School",
        "Collaborative Group 2: Oak Primary School",
        "Not in the roster",
    ]
    kate = cast.first()
    assert kate.roles == (
        "Peer Review Lead of Collaborative Group 2",
        "headteacher of Holly Lane Primary School",
    )


@pytest.mark.parametrize(
    ("user", "channels"),
    [
        (KATE, ["group-2"]),
        (PRIYA, ["group-2"]),
        ("owain@elm.example", ["group-1"]),
        ("gita@oak.example", []),
        ("mo@schools.example", ["management"]),
        (OFFICE, ["group-1", "group-2", "management"]),
        ("visitor", []),
    ],
)
async def test_each_is_in_the_channels_of_their_groups(
    open_practice: Practice, user: str, channels: list[str]
) -> None:
    cast = await open_practice.cast()
    someone = cast.find(user)
    assert someone
    assert [channel.id for channel in cast.channels_of(someone)] == channels


async def test_after_a_trouble_with_the_database_messages_go_on(
    open_practice: Practice, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed, loop = asyncio.Event(), asyncio.get_running_loop()

    def broken(session: Session, now: datetime) -> list[int]:
        loop.call_soon_threadsafe(failed.set)
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("storage.outbox.waiting", broken)
        form = await typed(open_practice, "/schedule-review Oak")
        plan = await pressed(open_practice, form, "See the timetable", KATE, day="14 Nov")
        await pressed(open_practice, plan, "Book it", KATE)
        await asyncio.wait_for(failed.wait(), 5)
    await typed(open_practice, "/peer-review")
    assert (await settled(open_practice, PRIYA, CHAT))[0].card.title == "Can you confirm the date?"
    assert "the waiting messages could not be read" in caplog.text
    assert "in broken" in caplog.text
