"""The mornings on which something comes up by itself, for bots without a worker."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Protocol

from sqlalchemy import select

from bot.handlers import mornings
from bot.platforms.playground.clock import next_stop
from storage import outbox
from storage.database import Sessions
from storage.models import Outgoing
from tests.patience import until

DAWN = time(7, 30, tzinfo=UTC)


def dawn(day: date) -> datetime:
    """When news may go out first, on a day of winter."""
    return datetime.combine(day, DAWN)


def tick(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        mornings.tick(session, now)


class AtWork(Protocol):
    """A bot on a chat platform, with its worker beside it."""

    sessions: Sessions
    now: datetime


def stops(now: datetime, last: datetime) -> Iterator[datetime]:
    """The moments at which something may come up by itself, as the worker would pass by them."""
    while (now := next_stop(now)) <= last:
        yield now


async def go_to(at_work: AtWork, day: date) -> None:
    """Its morning, by way of all that comes up and is sent before it."""
    await settled(at_work)
    for stop in [*stops(at_work.now, dawn(day))]:
        at_work.now = stop
        await asyncio.to_thread(tick, at_work.sessions, stop)
        await settled(at_work)


async def settled(at_work: AtWork) -> None:
    await until(lambda: not waiting(at_work.sessions, at_work.now))


def waiting(sessions: Sessions, now: datetime) -> Sequence[int]:
    """The messages that are due and have not gone; those of a group without a channel there wait for one."""
    lacking = select(Outgoing.id).where(Outgoing.problem.endswith("has no channel yet."))
    with sessions() as session:
        without = set(session.scalars(lacking))
        return [number for number in outbox.waiting(session, now) if number not in without]
