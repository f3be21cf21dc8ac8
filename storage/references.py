"""How a chat platform reaches its conversations, in its own terms."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage.addresses import Address
from storage.models import ChatReference


def of(session: Session, to: Address) -> Mapping[str, Any]:
    """Empty where nothing is known yet."""
    found = _row(session, to)
    return found.data if found else {}


def keep(session: Session, to: Address, data: Mapping[str, Any]) -> None:
    """What is given, over what is known; what is not given stays. Of two first ones at once both are kept."""
    found = _row(session, to)
    if found is None:
        new = ChatReference(
            platform=to.platform,
            workspace=to.workspace,
            conversation=to.conversation,
            personal=to.personal,
            data=dict(data),
        )
        try:
            with session.begin_nested():
                session.add(new)
        except IntegrityError:
            found = _row(session, to)
    if found and any(found.data.get(name) != value for name, value in data.items()):
        found.data = {**found.data, **data}


def channels(session: Session, platform: str) -> Sequence[tuple[Address, Mapping[str, Any]]]:
    """All that is known of the platform's channels."""
    query = select(ChatReference).filter_by(platform=platform, personal=False).order_by(ChatReference.id)
    return [
        (Address(one.platform, one.workspace, one.conversation, personal=False), one.data)
        for one in session.scalars(query)
    ]


def _row(session: Session, to: Address) -> ChatReference | None:
    query = select(ChatReference).filter_by(
        platform=to.platform, workspace=to.workspace, conversation=to.conversation
    )
    return session.scalar(query)
