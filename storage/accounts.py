"""Which account on a chat platform is whose."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import ChatIdentity, Person


def is_kept(session: Session, platform: str, workspace: str, user: str) -> bool:
    """Whether this account is known to be somebody's, here or no longer."""
    query = select(ChatIdentity.id).filter_by(platform=platform, workspace=workspace, user=user)
    return session.scalar(query) is not None


def keep_by_email(session: Session, email: str, platform: str, workspace: str, user: str) -> bool:
    """Whose e-mail address this is, has this account from now on; False where it is nobody's."""
    person_id = session.scalar(select(Person.id).filter_by(email=email))
    if person_id is None:
        return False
    if not is_kept(session, platform, workspace, user):
        session.add(ChatIdentity(person_id=person_id, platform=platform, workspace=workspace, user=user))
    return True
