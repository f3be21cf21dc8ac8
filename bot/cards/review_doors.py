"""Where the card of a review leads: all of it while it is to come; once it was held what is to do first."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from bot.cards.model import Button, Row, go
from bot.cards.rooms import ROWS, Room, door, doors, in_order_of_use, waits_for
from bot.rules.permissions import Part, may_manage, may_read_history
from bot.rules.roles import Answer
from storage import teams
from storage.models import Review

# As many as a phone shows at once; all dates and what leads to the rest are two of them.
MOST = 6


def offered(
    review: Review, today: date, parts: frozenset[Part], person_id: int, rooms: Collection[Room]
) -> tuple[Button, ...]:
    """What this person can do from the card itself."""
    answers, look = _to_answer(review, today, parts, person_id), _look(review, parts)
    every = (*answers, *doors(review, rooms, today), *look, *_change(review, today, parts))
    off = review.cancelled_at or review.postponed_at
    if off or review.day > today or len(every) <= MOST:
        return every
    # Whoever has not answered by the day does so with one click; the other answers are among the rest.
    before, behind = (answers[:1], ()) if answers else ((), look[:1])
    ordered = in_order_of_use(review, rooms, parts, today)
    waiting = [one for one in ordered if waits_for(one, review, parts, today) or one is Room.DAY]
    off_today = _off_today(review, today, parts) if len(waiting) <= MOST - 4 else ()
    first = ordered[: MOST - 2 - len(off_today)]
    theirs = [one for one in first if not answers and waits_for(one, review, parts, today)][:1]
    here = (replace(door(one, review), style="primary" if one in theirs else "plain") for one in first)
    return (*before, *here, *off_today, *behind, Button("More about it", go("review.more", review=review.id)))


def everything(
    review: Review, today: date, parts: frozenset[Part], person_id: int, rooms: Collection[Room]
) -> tuple[Row, ...]:
    """The same and all the rest, by what it is about."""
    inside = ((name, tuple(door(one, review) for one in row if one in rooms)) for name, row in ROWS.items())
    rows = (
        ("Yours to answer", _to_answer(review, today, parts, person_id)),
        *inside,
        ("Dates and history", _look(review, parts)),
        ("Change the review", _change(review, today, parts)),
    )
    return tuple(Row(name, buttons=found) for name, found in rows if found)


def is_over(review: Review, today: date) -> bool:
    """Held, or meant to be: its date and team stay as they were."""
    return review.day < today and not review.postponed_at


def _to_answer(review: Review, today: date, parts: frozenset[Part], person_id: int) -> tuple[Button, ...]:
    """What this person has still to answer."""
    if review.cancelled_at or review.postponed_at or is_over(review, today):
        return ()
    day, review_id = review.day, review.id
    if Part.HOST_HEAD in parts and review.confirmed_at is None:
        return (
            Button("Confirm", go("date.confirm", review=review_id, day=day), "primary"),
            Button("Suggest another date", go("suggest.ask", review=review_id)),
        )
    place = teams.member(review, person_id)
    if place is None or place.answer is Answer.ACCEPTED:
        return ()
    return (
        Button("Accept", go("answer.accept", review=review_id, day=day), "primary"),
        Button("Can’t do it", go("answer.decline", review=review_id, day=day)),
        Button("Suggest another date", go("suggest.ask", review=review_id)),
    )


def _look(review: Review, parts: frozenset[Part]) -> tuple[Button, ...]:
    history = Button("History", go("review.history", review=review.id), aside=True)
    return (
        Button("All dates", go("review.timetable", review=review.id), aside=True),
        Button("Calendar file", go("review.calendar", review=review.id), aside=True),
        *((history,) if may_read_history(parts) else ()),
    )


def _change(review: Review, today: date, parts: frozenset[Part]) -> tuple[Button, ...]:
    return _manage(review, today) if may_manage(parts) and not teams.is_held(review) else ()


def _manage(review: Review, today: date) -> tuple[Button, ...]:
    """A review whose day has passed can still be said not to have been held; its team stays as it was."""
    move = Button("New date" if review.postponed_at else "Move it", go("move.ask", review=review.id))
    if review.cancelled_at:
        return (
            Button("Bring it back", go("cancel.undo", review=review.id)),
            Button("Bring it back on another date", go("move.ask", review=review.id)),
        )
    postpone, cancel = _call_off(review)
    if is_over(review, today):
        return (move, postpone, cancel)
    return (
        move,
        Button("Change the team", go("team.show", review=review.id)),
        Button("Change the note", go("note.ask", review=review.id)),
        *(() if review.postponed_at else (postpone,)),
        cancel,
    )


def _off_today(review: Review, today: date, parts: frozenset[Part]) -> tuple[Button, ...]:
    """Snow is seen on the morning of the day."""
    return _call_off(review) if review.day == today and _change(review, today, parts) else ()


def _call_off(review: Review) -> tuple[Button, Button]:
    return (
        Button("Postpone it", go("postpone.ask", review=review.id)),
        Button("Cancel it", go("cancel.ask", review=review.id)),
    )
