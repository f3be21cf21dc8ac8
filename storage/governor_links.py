"""Links to a paper for a governor of its school: made, replaced, and closed when they are guessed at."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.sql.base import ExecutableOption

from storage.booking import By
from storage.models import GovernorLink, Person, SentPaper

# Wrong answers; with six digits a guesser has one chance in 200,000.
TRIES = 5


def get(session: Session, link_id: int) -> GovernorLink | None:
    query = select(GovernorLink).where(GovernorLink.id == link_id).options(*_whole())
    return session.scalar(query.execution_options(populate_existing=True))


def get_to_change(session: Session, link_id: int) -> GovernorLink | None:
    """The link, once nobody else is answering at it: of many who guess at once each is counted."""
    query = select(GovernorLink).where(GovernorLink.id == link_id).options(*_whole())
    query = query.with_for_update(of=GovernorLink)
    return session.scalar(query.execution_options(populate_existing=True))


def _whole() -> Sequence[ExecutableOption]:
    return joinedload(GovernorLink.sent), joinedload(GovernorLink.person)


def latest(session: Session, sent: SentPaper, person_id: int) -> GovernorLink | None:
    """The newest that was made for this governor and this version or an earlier one."""
    query = select(GovernorLink).join(SentPaper).where(_of_paper(sent), GovernorLink.person_id == person_id)
    return session.scalar(query.order_by(GovernorLink.id.desc()).limit(1).options(*_whole()))


def make(session: Session, sent: SentPaper, person: Person, by: By, lasts: timedelta) -> GovernorLink:
    made = GovernorLink(sent=sent, sent_id=sent.id, person=person, person_id=person.id, tries=0)
    made.made_at, made.ends_at, made.made_by = by.at, by.at + lasts, by.person
    session.add(made)
    session.flush()
    return made


def close_all(session: Session, sent: SentPaper, person: Person, now: datetime) -> None:
    """Those to any version of the paper, so that one that went astray opens nothing."""
    versions = select(SentPaper.id).where(_of_paper(sent))
    theirs = (GovernorLink.person_id == person.id) & GovernorLink.sent_id.in_(versions)
    session.execute(
        update(GovernorLink)
        .where(theirs, GovernorLink.closed_at.is_(None))
        .values(closed_at=now, version=GovernorLink.version + 1)
    )


def is_open(link: GovernorLink, now: datetime) -> bool:
    return link.closed_at is None and link.tries < TRIES and now < link.ends_at


def count_wrong(session: Session, link: GovernorLink) -> None:
    link.tries += 1
    session.flush()


def _of_paper(sent: SentPaper) -> ColumnElement[bool]:
    """Whether it is the same paper of the same review, in any version."""
    return (SentPaper.review_id == sent.review_id) & (SentPaper.paper == sent.paper)
