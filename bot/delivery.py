"""Sending what stands in the outgoing messages, and remembering where it went."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy.orm import Session

from bot import parcels
from bot.cards import common as say
from bot.cards.model import Card
from bot.failures import Doubtful, Gone, Never, NoFiles, Wait, hold
from bot.letters import TEMPLATES, Letter
from bot.links import Links
from bot.meeting import Directory, Stranger, meet
from bot.parcels import NO_FILES, Files, Parcel, Wanted
from bot.rules import hours
from storage import addresses, consortium, delivered, outbox, pauses
from storage.addresses import Address, Unmet
from storage.database import Sessions
from storage.models import Outgoing, Pause, Person, Post

log = logging.getLogger(__name__)


class Platform(Directory, Protocol):
    """A chat platform as delivery sees it."""

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        """Post a new message; returns the platform's id of it. `key`: the same each time it is tried."""

    async def send_file(self, to: Address, parcel: Parcel, key: str = "") -> str:
        """Put a file into a personal chat, or ask the person whether they want it; the same is returned.

        Raises NoFiles where that can't be: the card with its link is sent then.
        """

    async def update(self, to: Address, ref: str, card: Card) -> None:
        """Change the message `ref` in place."""


Platforms = Mapping[str, Platform]
CHANGING = frozenset({"update", "retire"})


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do at a platform: a new message, or with `post` a change of one that stands there.

    `key`: the message's own. `last`: it is changed for the last time, to say that it is out of date.
    `was_paused`: it tries whether the conversation takes messages again. `wanted`: the file that it brings.
    """

    to: Address
    card: Card
    key: str = ""
    ref: str = ""
    post: int = 0
    last: bool = False
    was_paused: bool = False
    wanted: Wanted | None = None


async def deliver(
    message_id: int,
    now: datetime,
    sessions: Sessions,
    platforms: Platforms,
    links: Links,
    files: Files = NO_FILES,
) -> bool:
    """Render a message and send it; True when nothing is left to do for it. `now` is in UTC.

    What can't go yet stays, with the reason. An error of the platform that is neither Wait, Never nor Gone is
    the caller's, who tries again.
    """
    on = frozenset(platforms)
    tasks = await asyncio.to_thread(prepare, sessions, message_id, now, on, links)
    if isinstance(tasks, Stranger) and await meet(tasks, now, sessions, platforms):
        tasks = await asyncio.to_thread(prepare, sessions, message_id, now, on, links)
    if tasks is None or isinstance(tasks, Stranger):
        return False
    for task in tasks:
        try:
            await carry_out(task, message_id, now, sessions, platforms[task.to.platform], files)
        except (Wait, Never) as failure:
            why = failure.sentence if isinstance(failure, Never) else pauses.WAITING
            log.warning("message %s waits: %s", message_id, why)
            await asyncio.to_thread(hold, sessions, message_id, task.to, failure, now)
            return False
    # What was posted was finished as it was recorded.
    if all(task.post for task in tasks):
        await asyncio.to_thread(delivered.finish, sessions, message_id, now)
    return True


async def carry_out(
    task: Task, message_id: int, now: datetime, sessions: Sessions, platform: Platform, files: Files
) -> None:
    if task.post:
        last = task.last
        try:
            await platform.update(task.to, task.ref, task.card)
        except Gone:
            last = True
        if last:
            await asyncio.to_thread(delivered.retire, sessions, task.post, now)
    else:
        try:
            ref = await posted(task, now, sessions, platform, files)
        except Doubtful:
            await asyncio.to_thread(delivered.doubt, sessions, message_id)
            raise
        await asyncio.to_thread(delivered.record, sessions, message_id, task.to, ref, now)
    if task.was_paused:
        await asyncio.to_thread(delivered.lift, sessions, task.to)


async def posted(task: Task, now: datetime, sessions: Sessions, platform: Platform, files: Files) -> str:
    wanted = task.wanted
    parcel = await asyncio.to_thread(parcels.made, sessions, wanted, now, files) if wanted else None
    if parcel:
        try:
            return await platform.send_file(task.to, parcel, task.key)
        except NoFiles:
            log.info("no file can be put there on %s: its link goes instead", task.to.platform)
    return await platform.send(task.to, task.card, task.key)


def prepare(
    sessions: Sessions, message_id: int, now: datetime, platforms: frozenset[str], links: Links
) -> Sequence[Task] | Stranger | None:
    """What is to be done for a message, or who is to be looked for first; None when it must wait."""
    with sessions.begin() as session:
        message = session.get(Outgoing, message_id)
        if message is None or message.finished_at is not None:
            return ()
        if message.due > now:
            return None
        works_out = changes if message.does in CHANGING else to_post
        tasks = works_out(session, message, now, platforms, links)
        if tasks is not None:
            message.attempts += 1
        return tasks


def to_post(
    session: Session, message: Outgoing, now: datetime, platforms: frozenset[str], links: Links
) -> Sequence[Task] | Stranger | None:
    person = reader(session, message)
    card = None
    if not left(person, now):
        card = written(Letter(session, person, now, message.args, links), message.template)
    if card is None:
        message.withdrawn = True
        return ()
    found = addresses.of_message(session, message, platforms)
    if isinstance(found, Unmet):
        where = pauses.directories(pauses.all_by_place(session), platforms, now)
        if not isinstance(where, str):
            return Stranger(message.id, found, where)
        found = where
    if isinstance(found, str):
        message.problem = found
        return None
    pause = pauses.at(session, found)
    if waits(message, pause, now):
        return None
    shown = say.again(card) if message.doubtful else card
    wanted = parcels.wanted_with(message)
    return (Task(found, shown, message.key, was_paused=pause is not None, wanted=wanted),)


def waits(message: Outgoing, pause: Pause | None, now: datetime) -> bool:
    """Whether the conversation takes nothing yet; the message then says why."""
    over = pause is None or pause.until <= now
    message.problem = "" if over or pause is None else pause.problem or pauses.WAITING
    return not over


def changes(
    session: Session, message: Outgoing, now: datetime, platforms: frozenset[str], links: Links
) -> Sequence[Task] | None:
    """The posts of the message's slot as they should look now; those of people who left stay as they are."""
    tasks = []
    posts = [(post, reader(session, post)) for post in outbox.posts_before(session, message)]
    here = [(post, person) for post, person in posts if not left(person, now)]
    message.withdrawn = bool(posts) and not here
    for post, person in here:
        card = written(Letter(session, person, now, post.args, links, stands=True), post.template)
        last = card is None or message.does == "retire"
        to = Address(post.platform, post.workspace, post.conversation, personal=post.person_id is not None)
        if post.platform in platforms:
            pause = pauses.at(session, to)
            if waits(message, pause, now):
                return None
            shown = say.superseded() if card is None or last else card
            tasks.append(Task(to, shown, message.key, post.ref, post.id, last, pause is not None))
    return tasks


def reader(session: Session, of: Outgoing | Post) -> Person | None:
    return session.get(Person, of.person_id) if of.person_id else None


def left(person: Person | None, now: datetime) -> bool:
    """Whether the bot has nothing more to say to this person; a channel never leaves."""
    return person is not None and consortium.has_left(person, hours.today(now))


def written(letter: Letter, name: str) -> Card | None:
    writer = TEMPLATES.get(name)
    if writer is None:
        log.error("no template %s: an older release wrote this message", name)
        return None
    return writer(letter)
