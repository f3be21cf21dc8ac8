"""How a chat platform reaches its conversations, in its own terms."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.addresses import Address
from storage.models import ChatReference


def of(session: Session, to: Address) -> Mapping[str, Any]:
    """Empty where nothing is known yet."""
    found = _row(session, to)
    return found.data if found else {}


def keep(session: Session, to: Address, data: Mapping[str, Any]) -> None:
    """What is given, over what is known; what is not given stays."""
    found = _row(session, to)
    if found is None:
        session.add(
            ChatReference(
                platform=to.platform,
                workspace=to.workspace,
                conversation=to.conversation,
                personal=to.personal,
                data=dict(data),
            )
        )
    elif any(found.data.get(name) != value for name, value in data.items()):
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
