"""The calendar file behind a link: whoever it was made for is checked again when it is opened."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.documents.calendar_file import calendar_file
from bot.rules.hours import today
from bot.rules.permissions import Paper, Right, rights
from bot.rules.roles import Role
from storage import consortium, feeds, reviews, standing


def calendar_for(session: Session, person_id: int, review_id: int, now: datetime) -> bytes | None:
    """None when the review is gone or has no date, or the person may no longer see it. `now` is in UTC."""
    person = consortium.by_id(session, person_id, today(now))
    review = reviews.get(session, review_id)
    if person is None or review is None or review.cancelled_at or review.postponed_at:
        return None
    held = rights(standing.parts(session, person, review, today(now)), Paper.STATUS)
    if not held & {Right.READ, Right.WRITE}:
        return None
    heads = consortium.people_with(session, Role.HEAD, today(now), school_id=review.school_id)
    moved = feeds.moved(session, [review.id]).get(review.id)
    names = [head.name for head in heads]
    return calendar_file(review, names, moved.change_id if moved else 0, now)
