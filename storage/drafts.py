"""What people have typed on the way, kept between the steps."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from storage.models import Draft, Person


def get(session: Session, draft_id: int, kind: str, person: Person, *, hold: bool = False) -> Draft | None:
    """The person's own draft; somebody else's is nobody's business.

    With `hold` nobody else can use it until the end of the transaction: buttons are pressed twice.
    """
    draft = session.get(Draft, draft_id, with_for_update={"key_share": True} if hold else None)
    if draft is None or draft.kind != kind or draft.person_id != person.id:
        return None
    return draft


def save(
    session: Session, person: Person, kind: str, data: dict[str, Any], *, now: datetime, draft: Draft | None
) -> Draft:
    """Write over `draft`, or keep a new one. `now` is in UTC."""
    if draft is None:
        draft = Draft(person_id=person.id, kind=kind, data=data, made_at=now)
        session.add(draft)
    draft.data = data
    session.flush()
    return draft
