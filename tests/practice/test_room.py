"""What stands where in the practice room, and who has seen it."""

import asyncio
from dataclasses import replace
from datetime import date

from bot.cards.model import Button, Card, Link, Listing, Row, go
from bot.platforms.playground.clock import Clock, written
from bot.platforms.playground.room import PLATFORM, WORKSPACE, Place, Room
from storage.addresses import Address

CHANNEL = Place(channel="group-2")
IN_CHANNEL = Address(PLATFORM, WORKSPACE, "group-2", personal=False)
TO_PRIYA = Address(PLATFORM, WORKSPACE, "priya", personal=True)
CHAT = Place(user="priya")


def room() -> Room:
    return Room(Clock(date(2017, 11, 1)))


async def test_a_channels_message_is_there_for_everyone_and_a_personal_one_for_its_reader() -> None:
    made = room()
    await made.send(IN_CHANNEL, Card("For all"))
    await made.send(TO_PRIYA, Card("For Priya"))
    assert [e.card.title for e in made.entries("kate", CHANNEL)] == ["For all"]
    assert [e.card.title for e in made.entries("priya", CHAT)] == ["For Priya"]
    assert made.entries("kate", Place(user="kate")) == ()


def test_a_private_answer_in_a_channel_is_seen_by_one() -> None:
    made = room()
    made.add(CHANNEL, Card("Only mine"), only="kate")
    assert len(made.entries("kate", CHANNEL)) == 1
    assert made.entries("priya", CHANNEL) == ()


async def test_an_update_keeps_the_messages_place_and_says_when_it_changed() -> None:
    made = room()
    first = await made.send(IN_CHANNEL, Card("Scheduled"))
    await made.send(IN_CHANNEL, Card("Second"))
    made.clock.now = made.clock.in_days(1)
    await made.update(IN_CHANNEL, first, Card("Preparing"))
    titles = [(e.card.title, e.changed_at) for e in made.entries("kate", CHANNEL)]
    assert titles == [("Preparing", made.clock.now), ("Second", None)]


async def test_an_update_that_changes_nothing_is_no_news() -> None:
    made = room()
    ref = await made.send(IN_CHANNEL, Card("Same"))
    before = made.revision
    await made.update(IN_CHANNEL, ref, Card("Same"))
    assert made.revision == before


async def test_a_message_is_new_until_its_reader_looks() -> None:
    made = room()
    await made.send(TO_PRIYA, Card("One"))
    await made.send(TO_PRIYA, Card("Two"))
    assert (made.unread("priya", CHAT), made.unread_chats()) == (2, {"priya": 2})
    made.see("priya", CHAT)
    assert (made.unread("priya", CHAT), made.unread_chats()) == (0, {})


def test_an_own_answer_is_never_new() -> None:
    made = room()
    made.add(CHAT, Card("Answer"), said="/peer-review")
    assert made.unread("priya", CHAT) == 0
    assert made.has_acted("priya")
    assert not made.has_acted("kate")


async def test_starting_again_empties_the_room_and_reuses_no_number() -> None:
    made = room()
    first = await made.send(IN_CHANNEL, Card("Old"))
    made.start_again()
    second = await made.send(IN_CHANNEL, Card("New"))
    assert made.entry(first) is None
    assert (second != first, made.run) == (True, 2)


async def test_waiting_ends_with_the_next_change() -> None:
    made = room()
    waiting = asyncio.create_task(made.changed(made.revision))
    await asyncio.sleep(0)
    assert not waiting.done()
    made.add(CHANNEL, Card("News"))
    await asyncio.wait_for(waiting, 1)


async def test_waiting_ends_when_the_room_closes() -> None:
    made = room()
    waiting = asyncio.create_task(made.changed(made.revision))
    await asyncio.sleep(0)
    made.close()
    await asyncio.wait_for(waiting, 1)


def test_a_button_is_found_by_its_token_in_rows_too() -> None:
    inner, outer = Button("In a row", go("a.b", id=1)), Button("Below", go("a.c"))
    rows = Listing((Row("Oak", buttons=(Link("Read", "/x"), inner)),))
    entry = room().add(CHANNEL, Card("Card", (rows,), (outer, Link("Read", "/y"))))
    assert (entry.button("a.b?id=1"), entry.button("a.c"), entry.button("a.d")) == (inner, outer, None)


def test_damaged_marks_name_no_entry() -> None:
    made = room()
    made.add(CHANNEL, Card("One"))
    assert [made.entry(mark) for mark in ("", "e", "e99", "e²", "entry", "e-1")] == [None] * 6


def test_a_day_is_a_day_across_the_change_of_the_clocks() -> None:
    clock = Clock(date(2018, 3, 24))
    clock.now = clock.in_days(1)
    assert written(clock.now) == "Sunday 25 March 2018, 09:00"
    assert clock.now.hour == 8


def test_an_entry_changed_at_its_own_moment_keeps_one_time() -> None:
    made = room()
    entry = made.add(CHANNEL, Card("One"))
    changed = made.change(entry, Card("Two"))
    assert changed == replace(entry, card=Card("Two"), version=2, changed_at=entry.at)
