"""Where a person or a group is reached: one home each, so that nothing arrives twice."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Channel, ChatIdentity, Group, Outgoing, Person

# Where alone goes what was written for it: nobody has it as their home, and nobody is looked for there.
MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Address:
    """A conversation: a channel, the personal chat with the user `conversation`, or an e-mail address."""

    platform: str
    workspace: str
    conversation: str
    personal: bool


@dataclass(frozen=True, slots=True)
class Unmet:
    """Somebody of whom no account is known on the platforms that are on."""

    person_id: int
    name: str
    email: str


def of_message(session: Session, message: Outgoing, platforms: Collection[str]) -> Address | Unmet | str:
    """Where the message goes, among the platforms that are on; or why it can't go, in words."""
    chats = set(platforms) - {MAIL}
    if message.person_id is None:
        return of_group(session, message.group_id, chats)
    if message.does == "mail":
        return of_mailbox(session, message.person_id, platforms)
    return of_person(session, message.person_id, chats)


def of_mailbox(session: Session, person_id: int, platforms: Collection[str]) -> Address | str:
    person = session.get_one(Person, person_id)
    if MAIL in platforms:
        return Address(MAIL, "", person.email, personal=True)
    return f"{person.name} is to get an e-mail, and e-mail is off: SMTP_URL is not set."


def of_person(session: Session, person_id: int, platforms: Collection[str]) -> Address | Unmet | str:
    person = session.get_one(Person, person_id)
    query = select(ChatIdentity).filter_by(person_id=person_id).order_by(ChatIdentity.id)
    known = [identity for identity in session.scalars(query) if identity.platform in platforms]
    known.sort(key=lambda identity: identity.platform != person.home_platform)
    if known:
        # Whoever was given another account there does not come back to the one before.
        newest = [identity for identity in known if identity.platform == known[0].platform][-1]
        return Address(newest.platform, newest.workspace, newest.user, personal=True)
    if platforms:
        return Unmet(person.id, person.name, person.email)
    return f"{person.name} has not been met on any chat platform yet."


def of_group(session: Session, group_id: int | None, platforms: Collection[str]) -> Address | str:
    query = select(Channel).filter_by(group_id=group_id).order_by(Channel.home.desc(), Channel.id)
    known = [channel for channel in session.scalars(query) if channel.platform in platforms]
    if not known:
        name = session.get_one(Group, group_id).name if group_id else "The Management Group"
        return f"{name} has no channel yet."
    return Address(known[0].platform, known[0].workspace, known[0].conversation, personal=False)
