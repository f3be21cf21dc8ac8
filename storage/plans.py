"""The action plan of a review: its rows as the champions have them, and the plan before it."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from bot.rules.actions import Entry
from bot.rules.permissions import Paper
from storage.booking import By, log
from storage.models import Change, PlanItem, Review, SentPaper
from storage.ordering import put_in_order

ADDED, CHANGED, MOVED = "actions_added", "action_changed", "action_moved"
REMOVED, PUT_BACK = "action_removed", "action_put_back"
TAKEN_BACK = "actions_taken_back"
EDITS = (ADDED, CHANGED, MOVED, REMOVED, PUT_BACK, TAKEN_BACK)


def items(session: Session, review_id: int) -> Sequence[PlanItem]:
    """Those that stand, in the plan's order."""
    return [one for one in every(session, review_id) if one.removed_at is None]


def taken_out(session: Session, review_id: int) -> Sequence[PlanItem]:
    return [one for one in every(session, review_id) if one.removed_at is not None]


def every(session: Session, review_id: int) -> Sequence[PlanItem]:
    """Those that were taken out as well."""
    return every_of(session, [review_id])


def every_of(session: Session, review_ids: Collection[int]) -> Sequence[PlanItem]:
    """The same of several reviews."""
    query = select(PlanItem).where(PlanItem.review_id.in_(review_ids))
    query = query.order_by(PlanItem.position, PlanItem.id)
    return session.scalars(query.options(joinedload(PlanItem.owned_by))).all()


def get(session: Session, item_id: int) -> PlanItem | None:
    """The action as it is now, taken out or not."""
    query = select(PlanItem).where(PlanItem.id == item_id).options(joinedload(PlanItem.owned_by))
    return session.scalar(query.execution_options(populate_existing=True))


def previous(session: Session, review: Review) -> Review | None:
    """The school's last review before this one that has an action plan."""
    query = (
        select(Review)
        .where(
            Review.school_id == review.school_id,
            Review.day < review.day,
            Review.cancelled_at.is_(None),
            Review.id.in_(select(PlanItem.review_id).where(PlanItem.removed_at.is_(None))),
        )
        .order_by(Review.day.desc())
        .limit(1)
    )
    return session.scalar(query.options(joinedload(Review.school)))


def add(session: Session, review: Review, entries: Sequence[Entry], by: By) -> Change | None:
    """Add each; what is there word for word is not added again."""
    standing = every(session, review.id)
    known = {entry_of(one) for one in standing if one.removed_at is None}
    new = [entry for entry in dict.fromkeys(entries) if entry not in known]
    if not new:
        return None
    last = max((one.position for one in standing), default=0)
    made = []
    for position, entry in enumerate(new, last + 1):
        item = PlanItem(review=review, position=position, by_id=by.person.id, at=by.at, help_words="")
        write(item, entry)
        made.append(item)
    session.add_all(made)
    session.flush()
    return log(session, review, ADDED, by, now={"rows": [row(one) for one in made]})


def rewrite(session: Session, review: Review, item: PlanItem, entry: Entry, by: By) -> Change:
    was = row(item)
    write(item, entry)
    return log(session, review, CHANGED, by, was, row(item))


def write(item: PlanItem, entry: Entry) -> None:
    item.action, item.due, item.timing = entry.action, entry.due, entry.timing
    item.owner, item.owner_id = entry.owner, entry.owner_id
    item.support, item.comments = entry.support, entry.comments


def move(session: Session, review: Review, item: PlanItem, to: int, by: By) -> Change | None:
    """Put it in that place among the others, counted from 1."""
    standing = list(items(session, review.id))
    was = [one.id for one in standing]
    place = max(1, min(to, len(standing)))
    standing.remove(item)
    standing.insert(place - 1, item)
    order = [one.id for one in standing]
    if order == was:
        return None
    put_in_order(session, standing)
    return log(session, review, MOVED, by, {"order": was}, {"id": item.id, "order": order})


def remove(session: Session, review: Review, item: PlanItem, by: By) -> Change:
    item.removed_at = by.at
    return log(session, review, REMOVED, by, row(item))


def put_back(session: Session, review: Review, item: PlanItem, by: By) -> Change:
    item.removed_at = None
    return log(session, review, PUT_BACK, by, now=row(item))


def addition(session: Session, review: Review, change_id: int) -> Change | None:
    """That actions were added, by this change of the review."""
    change = session.get(Change, change_id)
    return change if change and change.review_id == review.id and change.what == ADDED else None


def of_addition(session: Session, added: Change) -> Sequence[PlanItem]:
    ids = {one["id"] for one in added.now["rows"]}
    return [one for one in every(session, added.review_id) if one.id in ids]


def are_as_added(pasted: Sequence[PlanItem], added: Change) -> bool:
    """Whether each still says what it said then, is in the plan, and nothing has come of it yet."""
    then = {one["id"]: one for one in added.now["rows"]}
    return all(
        row(one) == then[one.id] and not (one.removed_at or one.done_at or one.help_at) for one in pasted
    )


def take_back(session: Session, review: Review, pasted: Sequence[PlanItem], by: By) -> Change:
    """Take out all that was added at once."""
    for one in pasted:
        one.removed_at = by.at
    return log(session, review, TAKEN_BACK, by, {"rows": [row(one) for one in pasted]})


def is_changed(session: Session, sent: SentPaper) -> bool:
    """Whether the champions have changed the plan since that version went out."""
    query = select(func.count()).where(
        Change.review_id == sent.review_id, Change.id > sent.change_id, Change.what.in_(EDITS)
    )
    return bool(session.scalar(query))


def delivered_by(person_id: int) -> ColumnElement[bool]:
    """Of a review: whether its action plan was sent and this person delivers some of it."""
    theirs = select(PlanItem.review_id).where(PlanItem.owner_id == person_id)
    return Review.id.in_(theirs) & was_sent()


def was_sent() -> ColumnElement[bool]:
    """Of a review: whether its action plan was sent."""
    return Review.id.in_(select(SentPaper.review_id).where(SentPaper.paper == Paper.PLAN))


def last_change(session: Session, item: PlanItem, kinds: Sequence[str]) -> Change | None:
    """The last change of these kinds to this action."""
    query = select(Change).where(Change.review_id == item.review_id, Change.what.in_(kinds))
    found = session.scalars(query.order_by(Change.id.desc()).options(joinedload(Change.by)))
    return next((one for one in found if item.id in (one.was.get("id"), one.now.get("id"))), None)


def last_id(session: Session, item: PlanItem, kinds: Sequence[str]) -> int:
    """What a form has seen of this action; 0 before any such change."""
    latest = last_change(session, item, kinds)
    return latest.id if latest else 0


def entry_of(item: PlanItem) -> Entry:
    return Entry(item.action, item.due, item.timing, item.owner, item.owner_id, item.support, item.comments)


def row(item: PlanItem) -> dict[str, Any]:
    """What a change keeps of an action."""
    return {
        "id": item.id,
        "action": item.action,
        "due": item.due.isoformat() if item.due else None,
        "timing": item.timing,
        "owner": item.owner,
        "owner_id": item.owner_id,
        "support": item.support,
        "comments": item.comments,
    }
