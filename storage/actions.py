"""The actions of a plan that was sent: each as it was sent, and how far it has come since."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from bot.rules.actions import Entry
from bot.rules.permissions import Paper
from storage import plans, sent_papers
from storage.booking import By, log
from storage.models import Change, PlanItem, Review, SentPaper

DONE, NOT_DONE, PUT_OFF = "action_done", "action_not_done", "action_put_off"
HELP, NO_HELP = "action_help", "action_no_help"
Rows = dict[int, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Sent:
    """An action of the version that was sent last. `entry` is what that said, but for a date moved since.

    `was_due`: the dates, or the words, that stood before it was moved, the oldest first.
    """

    item: PlanItem
    entry: Entry
    was_due: tuple[date | str, ...] = ()


class Version(Protocol):
    """A version of a plan that was sent: whose, and the change that sent it."""

    @property
    def review_id(self) -> int: ...

    @property
    def change_id(self) -> int: ...


def sent(session: Session, paper: SentPaper) -> Sequence[Sent]:
    """In the order of that version; what the champions have changed since is theirs until they send it."""
    return sent_each(session, [paper])[paper.review_id]


def sent_each(session: Session, papers: Sequence[Version]) -> Mapping[int, Sequence[Sent]]:
    """As `sent`, by review, of one version of each; in two queries, however many."""
    ids = [paper.review_id for paper in papers]
    items: dict[int, dict[int, PlanItem]] = defaultdict(dict)
    for one in plans.every_of(session, ids):
        items[one.review_id][one.id] = one
    edits: dict[int, list[Change]] = defaultdict(list)
    query = select(Change).where(Change.review_id.in_(ids), Change.what.in_((*plans.EDITS, PUT_OFF)))
    for change in session.scalars(query.order_by(Change.id)):
        edits[change.review_id].append(change)
    return {
        paper.review_id: _as_sent(paper, items[paper.review_id], edits[paper.review_id]) for paper in papers
    }


def _as_sent(paper: Version, every: Mapping[int, PlanItem], changes: Sequence[Change]) -> Sequence[Sent]:
    rows: Rows = {one.id: plans.row(one) for one in every.values() if one.removed_at is None}
    order = list(rows)
    since = [one for one in changes if one.id > paper.change_id]
    for change in reversed(since):
        order = _undone(change, rows, order)
    moved = _put_off(changes, [one for one in since if one.what == PUT_OFF], rows)
    by_place = sorted(rows, key=lambda number: _place(number, order, every))
    return [
        Sent(every[number], _entry(rows[number]), tuple(moved.get(number, ())))
        for number in by_place
        if number in every
    ]


def _undone(change: Change, rows: Rows, order: list[int]) -> list[int]:
    """The plan as it was before the change."""
    match change.what:
        case plans.ADDED:
            for one in change.now["rows"]:
                rows.pop(one["id"], None)
        case plans.CHANGED | plans.REMOVED:
            rows[change.was["id"]] = dict(change.was)
        case plans.TAKEN_BACK:
            rows |= {one["id"]: dict(one) for one in change.was["rows"]}
        case plans.PUT_BACK:
            rows.pop(change.now["id"], None)
        case plans.MOVED:
            return list(change.was["order"])
        case _:
            if change.was["id"] in rows:
                rows[change.was["id"]] |= {"due": change.was["due"], "timing": change.was["timing"]}
    return order


def _put_off(
    changes: Sequence[Change], since: Sequence[Change], rows: Rows
) -> Mapping[int, list[date | str]]:
    """The dates that were moved, done again; by action, what had stood before."""
    for change in since:
        if change.now["id"] in rows:
            rows[change.now["id"]] |= {"due": change.now["due"], "timing": ""}
    before: dict[int, list[date | str]] = defaultdict(list)
    for change in changes:
        if change.what == PUT_OFF and (stood := _day(change.was["due"]) or change.was["timing"]):
            before[change.was["id"]].append(stood)
    return before


def _place(number: int, order: Sequence[int], every: Mapping[int, PlanItem]) -> tuple[int, int, int]:
    if number in order:
        return order.index(number), 0, number
    # One that was taken out since: between those among which it stood.
    at = every[number].position if number in every else 0
    before = sum(every[one].position < at for one in order if one in every)
    return before, -1, number


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _entry(row: Mapping[str, Any]) -> Entry:
    said = {name: row[name] for name in ("action", "timing", "owner", "owner_id", "support", "comments")}
    return Entry(due=_day(row["due"]), **said)


def done(session: Session, review: Review, item: PlanItem, by: By) -> Change:
    item.done_at, item.done_by_id = by.at, by.person.id
    return log(session, review, DONE, by, {"id": item.id}, {"id": item.id})


def not_done(session: Session, review: Review, item: PlanItem, by: By) -> Change:
    item.done_at, item.done_by_id = None, None
    return log(session, review, NOT_DONE, by, {"id": item.id}, {"id": item.id})


def put_off(session: Session, review: Review, one: Sent, day: date, by: By) -> Change:
    """To another date; the old one is kept in the change. The champions’ draft has it as well."""
    was = {"id": one.item.id, "due": one.entry.due and one.entry.due.isoformat(), "timing": one.entry.timing}
    one.item.due, one.item.timing = day, ""
    return log(session, review, PUT_OFF, by, was, {"id": one.item.id, "due": day.isoformat()})


def ask_for_help(session: Session, review: Review, item: PlanItem, words: str, by: By) -> Change:
    was = {"id": item.id, "words": item.help_words}
    item.help_at, item.help_words = by.at, words
    return log(session, review, HELP, by, was, {"id": item.id, "words": words})


def no_help(session: Session, review: Review, item: PlanItem, by: By) -> Change:
    was = {"id": item.id, "words": item.help_words}
    item.help_at, item.help_words = None, ""
    return log(session, review, NO_HELP, by, was, {"id": item.id})


def near(
    session: Session, person_id: int, headed: Collection[int], until: date, since: date
) -> Sequence[tuple[Review, Sent]]:
    """The actions due by `until` and not done, that this person delivers or whose school they head.

    Of reviews from `since` on whose plan was sent.
    """
    due = (
        select(PlanItem.review_id)
        .join(Review, Review.id == PlanItem.review_id)
        .where(
            PlanItem.due <= until,
            PlanItem.done_at.is_(None),
            Review.day >= since,
            or_(PlanItem.owner_id == person_id, Review.school_id.in_(headed)),
            plans.was_sent(),
        )
    )
    query = select(Review).where(Review.id.in_(due), Review.cancelled_at.is_(None))
    found = []
    for review in session.scalars(query.options(joinedload(Review.school))):
        paper = sent_papers.latest(session, review.id, Paper.PLAN)
        for one in sent(session, paper) if paper else ():
            mine = one.entry.owner_id == person_id or review.school_id in headed
            if mine and one.item.done_at is None and one.entry.due and one.entry.due <= until:
                found.append((review, one))
    return sorted(found, key=lambda pair: (pair[1].entry.due or until, pair[1].item.id))
