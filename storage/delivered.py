"""What came of a delivery: each step is kept at once, in a transaction of its own."""

from datetime import datetime

from sqlalchemy import update

from storage import pauses
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Outgoing, Post


def record(sessions: Sessions, message_id: int, to: Address, ref: str, now: datetime) -> None:
    """Remember where the platform put the message; with that it is finished."""
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


def doubt(sessions: Sessions, message_id: int) -> None:
    """It may have arrived: whoever gets it again is told so."""
    with sessions.begin() as session:
        session.get_one(Outgoing, message_id).doubtful = True


def retire(sessions: Sessions, post_id: int, now: datetime) -> None:
    """Only once the platform shows it: a change that failed is tried again, and must find its post."""
    with sessions.begin() as session:
        session.get_one(Post, post_id).retired_at = now


def lift(sessions: Sessions, to: Address) -> None:
    """The conversation takes messages again."""
    with sessions.begin() as session:
        pauses.lift(session, to)


def finish(sessions: Sessions, message_id: int, now: datetime) -> None:
    """There is nothing left to do for this message."""
    unfinished = (Outgoing.id == message_id) & Outgoing.finished_at.is_(None)
    with sessions.begin() as session:
        session.execute(update(Outgoing).where(unfinished).values(finished_at=now))
