"""What people do in the practice room, without a page."""

import asyncio

from bot.platforms.playground.acts import Act
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.room import Entry, Place, buttons
from tests.practice.toy import KATE, PRIYA

CHANNEL = Place(channel="group-2")
CHAT = Place(user=PRIYA)


async def typed(practice: Practice, line: str, *, user: str = KATE, place: Place = CHANNEL) -> Entry:
    event = f"{user} {line} {practice.room.revision}"
    outcome = await practice.act(Act(user, place, event, typed=line))
    assert outcome.entry
    return outcome.entry


async def pressed(practice: Practice, entry: Entry, label: str, user: str, **fields: str) -> Entry:
    token = next(str(b.to) for b in buttons(entry.card) if b.label == label)
    values = {name: (value,) for name, value in fields.items()}
    event = f"{user} {label} {practice.room.revision}"
    outcome = await practice.act(Act(user, entry.place, event, token=token, on=entry, fields=values))
    assert outcome.entry
    return outcome.entry


async def booked(practice: Practice) -> None:
    """Kate schedules, and the first messages have arrived."""
    form = await typed(practice, "/schedule-review Oak")
    plan = await pressed(practice, form, "See the timetable", KATE, day="14 Nov")
    await pressed(practice, plan, "Book it", KATE)
    await settled(practice, PRIYA, CHAT)
    await settled(practice, KATE, CHANNEL, at_least=2)


async def settled(practice: Practice, user: str, place: Place, at_least: int = 1) -> tuple[Entry, ...]:
    async with asyncio.timeout(5):
        while len(found := practice.room.entries(user, place)) < at_least:
            await practice.room.changed(practice.room.revision)
    return found
