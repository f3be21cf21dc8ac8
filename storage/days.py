"""The timetable of a review day: kept as a draft, given to the team, changed, taken back."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from bot.rules.calendar import SchoolCalendar
from bot.rules.day import ASKED_FROM, DayRow, changes
from bot.rules.milestones import Kind
from bot.rules.policy import Policy
from storage import booking, milestones, reviews
from storage.booking import By
from storage.handing_over import theirs
from storage.models import Change, DayTimetable, Milestone, Review, TimetableSlot


def of_review(session: Session, review_id: int) -> DayTimetable | None:
    query = select(DayTimetable).where(DayTimetable.review_id == review_id).options(*_whole())
    # What somebody else has just saved must not hide behind what this turn read before.
    return session.scalar(query.execution_options(populate_existing=True))


def _whole() -> Sequence[Any]:
    return (
        joinedload(DayTimetable.by),
        joinedload(DayTimetable.final_by),
        selectinload(DayTimetable.slots),
    )


def given(timetable: DayTimetable | None) -> tuple[DayRow, ...]:
    """What the team has."""
    return _rows(timetable, final=True)


def draft(timetable: DayTimetable | None) -> tuple[DayRow, ...]:
    """What has been kept and not been sent."""
    return _rows(timetable, final=False)


def _rows(timetable: DayTimetable | None, *, final: bool) -> tuple[DayRow, ...]:
    slots = timetable.slots if timetable else ()
    return tuple(
        DayRow(slot.starts, slot.ends, slot.activity, slot.place, slot.with_whom)
        for slot in slots
        if slot.final is final
    )


def keep(session: Session, review: Review, typed: str, rows: Sequence[DayRow], by: By) -> Change:
    """As a draft, beside what the team may have already."""
    timetable = of_review(session, review.id)
    was = {"typed": timetable.typed if timetable else ""}
    timetable = _typed(session, timetable, review, typed, by)
    timetable.slots = [*(slot for slot in timetable.slots if slot.final), *slots(rows, final=False)]
    return booking.log(session, review, "day_drafted", by, was, {"typed": typed})


def send(session: Session, review: Review, typed: str, rows: Sequence[DayRow], by: By) -> Change | None:
    """Make it final; None when the team has exactly these rows already."""
    timetable = of_review(session, review.id)
    was, is_final = given(timetable), timetable is not None and timetable.final_at is not None
    timetable = _typed(session, timetable, review, typed, by)
    # Rows at one time may have changed places.
    same = is_final and not changes(was, rows)
    if same:
        timetable.slots = [slot for slot in timetable.slots if slot.final]
        session.flush()
        return None
    timetable.slots = slots(rows, final=True)
    timetable.final_at, timetable.final_by = by.at, by.person
    row = milestones.of(review, Kind.TIMETABLE)
    row.done_at, row.done_by_id = by.at, by.person.id
    what = "day_changed" if is_final else "day_sent"
    return booking.log(session, review, what, by, {"rows": _data(was)}, {"rows": _data(rows)})


def drop_draft(session: Session, review: Review, timetable: DayTimetable, typed: str, by: By) -> Change:
    """Go back to what the team has, `typed` as its rows are."""
    was = {"typed": timetable.typed}
    _typed(session, timetable, review, typed, by)
    timetable.slots = [slot for slot in timetable.slots if slot.final]
    return booking.log(session, review, "day_dropped", by, was, {"typed": typed})


def take_back(
    session: Session,
    review: Review,
    timetable: DayTimetable,
    calendar: SchoolCalendar,
    policy: Policy,
    by: By,
) -> Change:
    """The team no longer has one; without a newer draft the rows are kept as one."""
    was = {"rows": _data(given(timetable))}
    if any(not slot.final for slot in timetable.slots):
        timetable.slots = [slot for slot in timetable.slots if not slot.final]
    for slot in timetable.slots:
        slot.final = False
    timetable.final_at, timetable.final_by = None, None
    timetable.by, timetable.at = by.person, by.at
    milestones.undo(review, Kind.TIMETABLE, calendar, policy, by.at)
    return booking.log(session, review, "day_taken_back", by, was)


def rows_in(kept: Mapping[str, Any]) -> tuple[DayRow, ...]:
    """The rows as a change has kept them."""
    return tuple(
        DayRow(
            time.fromisoformat(row["starts"]),
            time.fromisoformat(row["ends"]) if row["ends"] else None,
            row["activity"],
            row["place"],
            row["with_whom"],
        )
        for row in kept.get("rows", ())
    )


def _data(rows: Sequence[DayRow]) -> list[dict[str, str]]:
    return [
        {
            "starts": row.starts.isoformat(),
            "ends": row.ends.isoformat() if row.ends else "",
            "activity": row.activity,
            "place": row.place,
            "with_whom": row.with_whom,
        }
        for row in rows
    ]


def _typed(
    session: Session, timetable: DayTimetable | None, review: Review, typed: str, by: By
) -> DayTimetable:
    if timetable is None:
        timetable = DayTimetable(review=review, slots=[])
        session.add(timetable)
    timetable.typed, timetable.by, timetable.at = typed, by.person, by.at
    return timetable


def slots(rows: Sequence[DayRow], *, final: bool) -> list[TimetableSlot]:
    return [
        TimetableSlot(
            position=position,
            starts=row.starts,
            ends=row.ends,
            activity=row.activity,
            place=row.place,
            with_whom=row.with_whom,
            final=final,
        )
        for position, row in enumerate(rows, 1)
    ]


def ahead(
    session: Session, person_id: int, headed: Collection[int], own: Collection[int], today: date
) -> Sequence[tuple[Review, DayTimetable | None]]:
    """The reviews to come whose timetable is `theirs`, each with it if it has been begun."""
    query = (
        reviews.still_to_come(today)
        .add_columns(DayTimetable)
        .outerjoin(DayTimetable, DayTimetable.review_id == Review.id)
        .where(theirs(person_id, headed, own, Kind.TIMETABLE))
        .options(joinedload(DayTimetable.by))
    )
    return [(review, timetable) for review, timetable in session.execute(query)]


def is_owed(review: Review, today: date) -> bool:
    """Whether the day is near and the team has no timetable for it."""
    near = today <= review.day <= today + ASKED_FROM
    return near and milestones.of(review, Kind.TIMETABLE).done_at is None


def without(session: Session, first: date, last: date) -> Sequence[int]:
    """The reviews from `first` to `last` whose team has no timetable."""
    owed = (Milestone.kind == Kind.TIMETABLE) & Milestone.done_at.is_(None)
    query = select(Review.id).where(
        Review.day.between(first, last),
        Review.cancelled_at.is_(None),
        Review.postponed_at.is_(None),
        Review.milestones.any(owed),
    )
    return session.scalars(query.order_by(Review.id)).all()


def on(session: Session, day: date) -> Sequence[int]:
    """The reviews that take place that day."""
    query = select(Review.id).where(
        Review.day == day, Review.cancelled_at.is_(None), Review.postponed_at.is_(None)
    )
    return session.scalars(query.order_by(Review.id)).all()
