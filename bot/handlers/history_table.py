"""The history of a review as a table: what each thing was and is now, as far as the reader may read that."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.cards.history import did
from bot.cards.history_texts import Known, people_in, texts
from bot.documents import file_names
from bot.documents.history import HistoryLine, history_csv
from bot.documents.table import MEDIA_TYPE
from bot.handlers import workshop_access
from bot.handlers.reading import Reader, prepared, prepared_by, reader_by_id
from bot.handlers.visit_access import sees_visit
from bot.links import File
from bot.rules.findings import may_be_noted
from bot.rules.history import Of, Readable, Sight, readable
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper, Part, Right, may_read_history, rights
from storage import actions, consortium, plans, reviews, sent_papers
from storage.models import Change, Review, SentPaper

Parts = frozenset[Part]


def file(session: Session, person_id: int, review_id: int, now: datetime) -> File | None:
    """What its link gives, the latest change first; None to whoever may not read the history now."""
    reader, review = reader_by_id(session, person_id, now), reviews.get(session, review_id)
    if reader is None or review is None:
        return None
    mine = reader.parts(review)
    if not (rights(mine, Paper.STATUS) & {Right.READ, Right.WRITE} and may_read_history(mine)):
        return None
    name = f"{file_names.stem(review.school.name, review.day)}-history.csv"
    return File(history_csv(lines(reader, review, mine)), MEDIA_TYPE, name)


def lines(reader: Reader, review: Review, mine: Parts) -> Sequence[HistoryLine]:
    changes = reviews.history(reader.session, review.id)
    plan = sent_papers.latest(reader.session, review.id, Paper.PLAN)
    theirs = readable(sight(reader, review, mine, plan))
    ids = known(reader.session, review, changes, theirs, plan)
    return [HistoryLine(one.at, one.by.name, did(one), *texts(one, theirs, ids)) for one in changes]


def sight(reader: Reader, review: Review, mine: Parts, plan: SentPaper | None) -> Sight:
    postponed = review.postponed_at is not None
    return Sight(
        mine,
        prepared=prepared(reader, review, mine),
        pack=prepared_by(reader, review, mine, Kind.PACK),
        day=prepared_by(reader, review, mine, Kind.TIMETABLE),
        workshop=bool(mine & workshop_access.READERS),
        visit=sees_visit(mine),
        drafts=review.cancelled_at is None and may_be_noted(review.day, reader.today, postponed=postponed),
        summary_released=(Paper.SUMMARY, True) in sent_papers.states(reader.session, review.id),
        plan_released=plan.released_at is not None if plan else None,
    )


def known(
    session: Session, review: Review, changes: Sequence[Change], theirs: Readable, plan: SentPaper | None
) -> Known:
    named = {person for one in changes for person in people_in(one)}
    names = {number: one.name for number, one in consortium.people(session, named).items()} if named else {}
    found: Mapping[int, str] = {}
    if plan and Of.PROGRESS in theirs.rooms:
        found = {one.item.id: one.entry.action for one in actions.sent(session, plan)}
    before = plans.previous(session, review) if Of.SUMMARY_DRAFT in theirs.rooms else None
    earlier = {one.id: one.action for one in plans.items(session, before.id)} if before else {}
    return Known(names, found, earlier)
