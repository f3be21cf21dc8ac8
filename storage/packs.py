"""The pack of a review: its papers, the self-review note, and when it has to be there."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from bot.rules.calendar import SchoolCalendar
from bot.rules.milestones import Kind
from bot.rules.pack import Item, asked, is_complete
from bot.rules.policy import Policy
from storage import milestones, reviews
from storage.booking import By, log
from storage.handing_over import theirs
from storage.models import Change, FocusNote, Milestone, PackItem, Review

ADDED, NOT_NEEDED, REMOVED = "paper_added", "paper_not_needed", "paper_removed"
COMPLETE, OPEN = "pack", "pack_open"


def papers(session: Session, review_id: int) -> Mapping[Item, PackItem]:
    """All that were ever entered, those taken out as well."""
    query = select(PackItem).where(PackItem.review_id == review_id).options(joinedload(PackItem.by))
    return {paper.item: paper for paper in session.scalars(query)}


def is_settled(paper: PackItem | None) -> bool:
    return paper is not None and bool(paper.link or paper.reason)


def settled(found: Mapping[Item, PackItem]) -> Collection[Item]:
    return [item for item, paper in found.items() if is_settled(paper)]


def enter(
    session: Session, review: Review, item: Item, called: str, by: By, *, link: str = "", reason: str = ""
) -> Change:
    """A link, or a reason why the paper does not apply; neither takes it out. `called` is its name."""
    paper = papers(session, review.id).get(item)
    was = entered(paper.link, paper.reason) if paper else {}
    if paper is None:
        paper = PackItem(review_id=review.id, item=item)
        session.add(paper)
    paper.link, paper.reason, paper.by, paper.at = link, reason, by.person, by.at
    what = ADDED if link else NOT_NEEDED if reason else REMOVED
    return log(session, review, what, by, was, {"paper": called, **entered(link, reason)})


def entered(link: str, reason: str) -> dict[str, str]:
    # Not as the reason, which everyone finds in the history.
    return {name: said for name, said in (("link", link), ("why", reason)) if said}


def settle(
    session: Session, review: Review, calendar: SchoolCalendar, policy: Policy, by: By
) -> Change | None:
    """Record that the pack has become complete, or that it is no longer; None: neither has changed."""
    wanted = asked(church_school=review.school.church_school)
    complete = is_complete(wanted, settled(papers(session, review.id)))
    row = milestones.of(review, Kind.PACK)
    if complete is (row.done_at is not None):
        return None
    if not complete:
        milestones.undo(review, Kind.PACK, calendar, policy, by.at)
        return log(session, review, OPEN, by)
    row.done_at, row.done_by_id = by.at, by.person.id
    return log(session, review, COMPLETE, by)


def give_longer(session: Session, review: Review, until: date, why: str, by: By) -> Change:
    row = milestones.of(review, Kind.PACK)
    was = longer(row)
    row.longer_until, row.longer_why, row.longer_by = until, why, by.person
    return log(session, review, "longer", by, was, {"until": until.isoformat(), "why": why})


def no_longer(session: Session, review: Review, by: By) -> Change:
    """They don't need longer after all."""
    row = milestones.of(review, Kind.PACK)
    was = longer(row)
    row.longer_until, row.longer_why, row.longer_by = None, "", None
    return log(session, review, "not_longer", by, was)


def longer(row: Milestone) -> dict[str, str]:
    """As the history wants it: why, not as the reason, which everyone finds there."""
    return {"until": row.longer_until.isoformat(), "why": row.longer_why} if row.longer_until else {}


def focus(session: Session, review_id: int) -> FocusNote | None:
    query = select(FocusNote).where(FocusNote.review_id == review_id).options(joinedload(FocusNote.by))
    return session.scalar(query)


def write_focus(session: Session, review: Review, areas: str, link: str, by: By) -> Change:
    note = focus(session, review.id)
    was = {"areas": note.areas, "link": note.link} if note else {}
    if note is None:
        note = FocusNote(review_id=review.id)
        session.add(note)
    note.areas, note.link, note.by, note.at = areas, link, by.person, by.at
    return log(session, review, "focus", by, was, {"areas": areas, "link": link})


def held_before(session: Session, review: Review, today: date) -> date | None:
    """The day of the school's last review before this one, if the bot knows of one that was held."""
    was_held = Review.milestones.any((Milestone.kind == Kind.REVIEW) & Milestone.done_at.is_not(None))
    query = (
        select(Review.day)
        .where(
            Review.school_id == review.school_id,
            Review.day < review.day,
            Review.cancelled_at.is_(None),
            Review.postponed_at.is_(None),
            was_held | (Review.day < today),
        )
        .order_by(Review.day.desc())
        .limit(1)
    )
    return session.scalar(query)


def to_send(
    session: Session, person_id: int, headed: Collection[int], own: Collection[int], today: date
) -> Sequence[Review]:
    """The reviews to come whose pack this person owes, by what is `theirs`."""
    query = reviews.still_to_come(today).where(
        theirs(person_id, headed, own, Kind.PACK),
        Review.milestones.any((Milestone.kind == Kind.PACK) & Milestone.done_at.is_(None)),
    )
    return session.scalars(query).all()
