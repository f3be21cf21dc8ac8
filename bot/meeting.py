"""Finding people on the chat platforms when the bot has to write to them first."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.cards import held as say
from bot.failures import Never, Wait, hold
from storage import accounts, delivered, pauses, unsent
from storage.addresses import Unmet
from storage.database import Sessions
from storage.models import Person


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody's account, by the platform's own ids."""

    workspace: str
    user: str


class Directory(Protocol):
    """Who is on a chat platform."""

    async def find(self, email: str) -> Found | None:
        """The account with this e-mail address; None where nobody is to be matched, guests included.

        What it raises is as in sending. A Never that holds the conversation holds up looking for people
        there and nothing else; one that holds the workspace holds all that goes to the platform.
        """


@dataclass(frozen=True, slots=True)
class Stranger:
    """Whom a message can't reach yet, and the platforms that may be asked for them now."""

    message_id: int
    who: Unmet
    ask: tuple[str, ...]


async def meet(
    stranger: Stranger, now: datetime, sessions: Sessions, platforms: Mapping[str, Directory]
) -> bool:
    """Look for somebody and keep their account; otherwise the message waits, and says what to do.

    An error of the platform that is neither Wait nor Never is the caller's.
    """
    who, problem = stranger.who, say.no_account(stranger.who.name, stranger.ask)
    for platform in stranger.ask:
        try:
            found = await platforms[platform].find(who.email)
        except (Wait, Never) as failure:
            place = pauses.directory(platform)
            await asyncio.to_thread(hold, sessions, stranger.message_id, place, failure, now)
            return False
        await asyncio.to_thread(delivered.lift, sessions, pauses.directory(platform))
        if found:
            owner = await asyncio.to_thread(keep, sessions, who, platform, found)
            if owner.id == who.person_id:
                return True
            problem = say.account_taken(who.name, platform, owner.name)
    await asyncio.to_thread(note, sessions, stranger.message_id, problem)
    return False


def keep(sessions: Sessions, who: Unmet, platform: str, found: Found) -> Person:
    """Whose account it is then."""
    with sessions.begin() as session:
        person = session.get_one(Person, who.person_id)
        return accounts.keep(session, person, platform, found.workspace, found.user)


def note(sessions: Sessions, message_id: int, problem: str) -> None:
    with sessions.begin() as session:
        unsent.note_problem(session, message_id, problem)
