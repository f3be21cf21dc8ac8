"""Files that the bot puts into somebody's personal chat: made as they go, and kept nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.cards.model import Card
from bot.letters import TEMPLATES, Letter
from bot.links import File, Gives, Links
from storage.database import Sessions
from storage.models import Outgoing, Person

Files = Mapping[str, Gives]
# Where none are given, their links go instead.
NO_FILES: Files = {}
# Then its link goes: whoever asked for a file is waiting for it.
TRIES = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which file somebody wants: what a link to it would say. It gives no right to anything."""

    purpose: str
    subject_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file for whoever wants it."""

    wanted: Wanted
    file: File


def told_by(wanted: Wanted) -> tuple[str, dict[str, int | str]]:
    """The template and the ids of a message that brings the file; the template says where its link leads."""
    return f"files.{wanted.purpose}", {"purpose": wanted.purpose, "subject": wanted.subject_id}


def wanted_with(message: Outgoing) -> Wanted | None:
    """What a message is to bring, where it is to bring a file and that has not failed too often.

    Nothing is ever brought into a channel.
    """
    if message.does != "file" or message.person_id is None or message.attempts >= TRIES:
        return None
    return Wanted(str(message.args["purpose"]), int(message.args["subject"]), message.person_id)


def made(sessions: Sessions, wanted: Wanted, now: datetime, files: Files) -> Parcel | None:
    """None: it is not theirs to have at `now` (UTC), or there is no such file."""
    gives = files.get(wanted.purpose)
    if gives is None:
        return None
    # Without a commit, whatever the writer touches is rolled back.
    with sessions() as session:
        file = gives(session, wanted.person_id, wanted.subject_id, now)
    return Parcel(wanted, file) if file else None


def instead(session: Session, wanted: Wanted, now: datetime, links: Links) -> Card | None:
    """The link to it, for where the file can't go; None where it is not theirs to have."""
    person = session.get(Person, wanted.person_id)
    template, args = told_by(wanted)
    writer = TEMPLATES.get(template)
    return writer(Letter(session, person, now, args, links)) if person and writer else None
