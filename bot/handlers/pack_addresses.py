"""Our own links to what a pack holds: whoever each was made for is checked again when it is opened.

A card stands in a chat for months. The link in it leads to us, and says for whom it was made and to which
paper; where the paper lies is told in no address.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.handlers.reading import Reader, prepared_by
from bot.links import LeadsTo, Links
from bot.rules import hours
from bot.rules.milestones import Kind
from bot.rules.permissions import Right
from storage import consortium, reviews
from storage.directory import entry_of
from storage.models import FocusNote, PackItem, Review

# In addresses that stand in messages, so both are kept.
PAPER, NOTE = "paper", "note"
DAY = timedelta(days=1)


def to_paper(links: Links, reader: Reader, review: Review, paper: PackItem | None) -> str:
    return made(links, PAPER, reader, review, paper)


def to_note(links: Links, reader: Reader, review: Review, note: FocusNote | None) -> str:
    return made(links, NOTE, reader, review, note)


def made(
    links: Links, purpose: str, reader: Reader, review: Review, kept: PackItem | FocusNote | None
) -> str:
    """What opens it for this reader, "" where there is nothing to open.

    Where nobody comes to us, as with Slack's Socket Mode, its own address has to do.
    """
    if kept is None or not kept.link:
        return ""
    if not links.reached:
        return kept.link
    lasts = last_moment(reader, review) - reader.now
    return links.make(purpose, reader.person.id, kept.id, reader.now, lasts=lasts)


def last_moment(reader: Reader, review: Review) -> datetime:
    """The end of the days in which reviewers keep the links.

    Whoever keeps them for good gets as many days again with each card: the check is what closes them.
    """
    day = max(review.day, reader.today) + timedelta(days=reader.policy.links_days_after)
    return hours.moment(day + DAY, time())


def paper_behind(session: Session, person_id: int, paper_id: int, now: datetime) -> str | None:
    paper = session.get(PackItem, paper_id)
    if paper is None or not may_open(session, person_id, paper.review_id, now):
        return None
    return paper.link or None


def note_behind(session: Session, person_id: int, note_id: int, now: datetime) -> str | None:
    note = session.get(FocusNote, note_id)
    if note is None or not may_open(session, person_id, note.review_id, now):
        return None
    return note.link or None


def may_open(session: Session, person_id: int, review_id: int, now: datetime) -> bool:
    """Whether this person may read the review's pack now (UTC)."""
    person = consortium.by_id(session, person_id, hours.today(now))
    review = reviews.get(session, review_id)
    if person is None or review is None:
        return False
    reader = Reader(session, entry_of(person), now, consortium.policy(session))
    return Right.READ in prepared_by(reader, review, reader.parts(review), Kind.PACK)


ADDRESSES: Mapping[str, LeadsTo] = {PAPER: paper_behind, NOTE: note_behind}
