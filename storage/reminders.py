"""Of what people have been reminded, and the reviews of which something may be due."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, joinedload

from bot.rules.roles import Answer
from storage import reviews
from storage.models import Milestone, Outgoing, PlanItem, Reminder, Review, Round, TeamMember

# The first reminder comes three weeks ahead, and a long holiday may put it before itself; the last comes
# within weeks of the date.
AHEAD, BEHIND = timedelta(days=70), timedelta(days=70)
# How long a message has to wait until whoever it is for counts as out of reach.
OUT_OF_REACH = timedelta(days=1)

By = tuple[int, str]


def is_made(session: Session, day: date, at: time) -> bool:
    """Whether the round of this day and time (London's) has been made."""
    return session.scalar(select(Round.id).where(Round.day == day, Round.at == at)) is not None


def make(session: Session, day: date, at: time) -> bool:
    """Take the round; of several processes that try at once one has it, when the others see it is made."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    taken = dialect.insert(Round).values(day=day, at=at).on_conflict_do_nothing().returning(Round.id)
    return session.scalar(taken) is not None


def candidates(session: Session, today: date) -> Sequence[Review]:
    """The reviews with an open date near today, with somebody who has not answered, or with open actions."""
    near = select(Milestone.review_id).where(
        Milestone.due.between(today - BEHIND, today + AHEAD), Milestone.done_at.is_(None)
    )
    actions = select(PlanItem.review_id).where(
        PlanItem.due <= today + AHEAD, PlanItem.done_at.is_(None), PlanItem.removed_at.is_(None)
    )
    query = going_on().where(
        or_(Review.id.in_(near), Review.id.in_(actions), unanswered(today)),
        Review.day >= today - 2 * reviews.A_YEAR,
    )
    return session.scalars(query).all()


def unanswered(today: date) -> ColumnElement[bool]:
    return (Review.day >= today) & Review.id.in_(
        select(TeamMember.review_id).where(TeamMember.ended_at.is_(None), TeamMember.answer == Answer.WAITING)
    )


def these(session: Session, review_ids: Collection[int]) -> Sequence[Review]:
    return session.scalars(going_on().where(Review.id.in_(review_ids))).all()


def going_on() -> Select[Review]:
    return (
        select(Review)
        .where(Review.cancelled_at.is_(None), Review.postponed_at.is_(None), Review.closed_at.is_(None))
        .order_by(Review.day, Review.id)
        .options(*reviews.whole())
    )


def of_matters(session: Session, matters: Collection[str]) -> Mapping[By, Sequence[Reminder]]:
    """What is kept of each matter, by person and matter, the oldest first."""
    found: dict[By, list[Reminder]] = defaultdict(list)
    query = select(Reminder).where(Reminder.matter.in_(matters)).order_by(Reminder.id)
    for one in session.scalars(query):
        found[one.person_id, one.matter].append(one)
    return found


def of_day(session: Session, person_id: int, day: date) -> Sequence[Reminder]:
    query = select(Reminder).where(Reminder.person_id == person_id, Reminder.day == day)
    return session.scalars(query.order_by(Reminder.id)).all()


def put_off(session: Session, person_id: int, today: date) -> Reminder | None:
    """Of what they have put off past `today`, what comes back first."""
    query = select(Reminder).where(
        Reminder.person_id == person_id, Reminder.until > today, Reminder.ended_at.is_(None)
    )
    return session.scalars(query.order_by(Reminder.until, Reminder.id).limit(1)).first()


def reminded_on(session: Session, day: date) -> Collection[int]:
    """Those who have had a reminder on this day."""
    return frozenset(session.scalars(select(Reminder.person_id).where(Reminder.day == day)))


def get(session: Session, reminder_id: int) -> Reminder | None:
    query = select(Reminder).where(Reminder.id == reminder_id)
    return session.scalar(query.options(joinedload(Reminder.person)))


def out_of_reach(session: Session, now: datetime) -> Mapping[int, str]:
    """The people to whom a message has been waiting for a day, and what is to be done about it, in words."""
    query = select(Outgoing.id, Outgoing.person_id, Outgoing.problem).where(
        Outgoing.finished_at.is_(None),
        Outgoing.due <= now - OUT_OF_REACH,
        Outgoing.problem != "",
        Outgoing.does == "post",
        Outgoing.person_id.is_not(None),
    )
    # Put in order here: asked for it, SQLite reads all that was ever sent instead of what waits.
    rows = sorted(session.execute(query), key=lambda row: row.id)
    return {row.person_id: row.problem for row in rows}


def asked_at(session: Session, slots: Collection[str]) -> Mapping[str, datetime]:
    """When the question in each of these places was put, the last time (UTC)."""
    query = select(Outgoing.slot, Outgoing.due).where(Outgoing.slot.in_(slots), Outgoing.does == "post")
    return {row.slot: row.due for row in session.execute(query.order_by(Outgoing.id))}


def note(session: Session, person_id: int, review_id: int | None, matter: str, step: str, day: date) -> None:
    """That they are reminded of this step on this day; what was put off comes up by it."""
    query = select(Reminder).where(Reminder.person_id == person_id, Reminder.matter == matter)
    known = session.scalars(query).all()
    for one in known:
        one.until = None
    same = next((one for one in known if one.step == step), None)
    if same:
        same.day = day
    else:
        session.add(Reminder(person_id=person_id, review_id=review_id, matter=matter, step=step, day=day))


def end(reminder: Reminder, why: str, now: datetime) -> None:
    """Nothing more of this matter for this person; where it is done, for nobody. `now` is in UTC."""
    reminder.ended_at, reminder.why = now, why


def go_on(session: Session, reminder: Reminder) -> None:
    query = select(Reminder).where(
        Reminder.person_id == reminder.person_id, Reminder.matter == reminder.matter
    )
    for one in session.scalars(query):
        one.ended_at, one.why = None, ""
