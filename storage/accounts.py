"""Whose a chat account is."""

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage.models import ChatIdentity, Outgoing, Person


def by_email(session: Session, email: str) -> Person | None:
    """Who has this address in the roster, in small letters; whether they have left is not asked here."""
    return session.scalar(select(Person).filter_by(email=email))


def owner(session: Session, platform: str, workspace: str, user: str) -> Person | None:
    query = (
        select(Person)
        .join(ChatIdentity, ChatIdentity.person_id == Person.id)
        .where(
            ChatIdentity.platform == platform,
            ChatIdentity.workspace == workspace,
            ChatIdentity.user == user,
        )
    )
    return session.scalar(query)


def has_any(session: Session, person_id: int) -> bool:
    """Whether this person has been met in a chat."""
    return session.scalar(select(ChatIdentity.id).filter_by(person_id=person_id).limit(1)) is not None


def keep(session: Session, person: Person, platform: str, workspace: str, user: str) -> Person:
    """Keep an account as this person's; the person whose it is, who may be another: nothing is taken over.

    Of two that keep the same account at once the second uses the first's row.
    """
    found = owner(session, platform, workspace, user)
    if found is not None:
        return found
    try:
        with session.begin_nested():
            session.add(ChatIdentity(person_id=person.id, platform=platform, workspace=workspace, user=user))
    except IntegrityError:
        return owner(session, platform, workspace, user) or person
    _let_go(session, person)
    return person


def _let_go(session: Session, person: Person) -> None:
    """What waited for them to be found need not wait for its next try."""
    waiting = (Outgoing.person_id == person.id) & Outgoing.finished_at.is_(None)
    session.execute(update(Outgoing).where(waiting).values(attempts=0))
