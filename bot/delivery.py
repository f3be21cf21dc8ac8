"""Sending what stands in the outgoing messages, and remembering where it went."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy.orm import Session

from bot.cards import common as say
from bot.cards.model import Card
from bot.letters import TEMPLATES, Letter
from bot.rules import hours
from storage import addresses, consortium, outbox
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Outgoing, Person, Post

log = logging.getLogger(__name__)


class Platform(Protocol):
    """A chat platform as delivery sees it."""

    async def send(self, to: Address, card: Card) -> str:
        """Post a new message; returns the platform's id of it."""

    async def update(self, to: Address, ref: str, card: Card) -> None:
        """Change the message `ref` in place."""


Platforms = Mapping[str, Platform]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do at a platform: a new message, or with `post` a change of one that stands there.

    `last`: it is changed for the last time, to say that it is out of date.
    """

    to: Address
    card: Card
    ref: str = ""
    post: int = 0
    last: bool = False


async def deliver(message_id: int, now: datetime, sessions: Sessions, platforms: Platforms) -> bool:
    """Render a message and send it; True when nothing is left to do for it. `now` is in UTC.

    What can't go yet stays, with the reason. An error of the platform is the caller's, who tries again.
    """
    tasks = await asyncio.to_thread(prepare, sessions, message_id, now, frozenset(platforms))
    if tasks is None:
        return False
    for task in tasks:
        platform = platforms[task.to.platform]
        if task.post:
            await platform.update(task.to, task.ref, task.card)
            if task.last:
                await asyncio.to_thread(retire, sessions, task.post, now)
        else:
            ref = await platform.send(task.to, task.card)
            await asyncio.to_thread(record, sessions, message_id, task.to, ref, now)
    await asyncio.to_thread(finish, sessions, message_id, now)
    return True


def prepare(
    sessions: Sessions, message_id: int, now: datetime, platforms: frozenset[str]
) -> Sequence[Task] | None:
    """What is to be done for a message; None when it must wait."""
    with sessions.begin() as session:
        message = session.get(Outgoing, message_id)
        if message is None or message.finished_at is not None:
            return ()
        if message.due > now:
            return None
        message.attempts += 1
        if message.does == "post":
            return to_post(session, message, now, platforms)
        return changes(session, message, now, platforms)


def to_post(
    session: Session, message: Outgoing, now: datetime, platforms: frozenset[str]
) -> Sequence[Task] | None:
    person = reader(session, message)
    card = None
    if not left(person, now):
        card = written(Letter(session, person, now, message.args), message.template)
    if card is None:
        message.withdrawn = True
        return ()
    found = addresses.of_message(session, message, platforms)
    if isinstance(found, str):
        message.problem = found
        return None
    message.problem = ""
    return (Task(found, card),)


def changes(session: Session, message: Outgoing, now: datetime, platforms: frozenset[str]) -> Sequence[Task]:
    """The posts of the message's slot as they should look now; those of people who left stay as they are."""
    tasks = []
    posts = [(post, reader(session, post)) for post in outbox.posts_before(session, message)]
    here = [(post, person) for post, person in posts if not left(person, now)]
    message.withdrawn = bool(posts) and not here
    for post, person in here:
        card = written(Letter(session, person, now, post.args, stands=True), post.template)
        last = card is None or message.does == "retire"
        to = Address(post.platform, post.workspace, post.conversation, personal=post.person_id is not None)
        if post.platform in platforms:
            shown = say.superseded() if card is None or last else card
            tasks.append(Task(to, shown, post.ref, post.id, last))
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


def record(sessions: Sessions, message_id: int, to: Address, ref: str, now: datetime) -> None:
    """Remember where the platform put the message."""
    with sessions.begin() as session:
        message = session.get_one(Outgoing, message_id)
        session.add(
            Post(
                outgoing_id=message.id,
                slot=message.slot,
                template=message.template,
                args=message.args,
                person_id=message.person_id,
                platform=to.platform,
                workspace=to.workspace,
                conversation=to.conversation,
                ref=ref,
                sent_at=now,
            )
        )
        message.finished_at = now


def retire(sessions: Sessions, post_id: int, now: datetime) -> None:
    """Only once the platform shows it: a change that failed is tried again, and must find its post."""
    with sessions.begin() as session:
        session.get_one(Post, post_id).retired_at = now


def finish(sessions: Sessions, message_id: int, now: datetime) -> None:
    with sessions.begin() as session:
        message = session.get(Outgoing, message_id)
        if message is not None and message.finished_at is None:
            message.finished_at = now
