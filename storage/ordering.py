"""Rows that people put in an order of their own."""

from collections.abc import Sequence

from sqlalchemy import update
from sqlalchemy.orm import Session

from storage.models import EnquiryQuestion, PlanItem, SummaryPoint


def put_in_order(session: Session, standing: Sequence[EnquiryQuestion | PlanItem | SummaryPoint]) -> None:
    """Give each its position, counted from 1."""
    for position, each in enumerate(standing, 1):
        kind = type(each)
        # Past the version: whoever is writing one of them anew may save it wherever it stands.
        placed = update(kind).where(kind.id == each.id).values(position=position)
        session.execute(placed, execution_options={"synchronize_session": False})
        session.expire(each, ["position"])
