"""Who still owes which paper of a review: whether it is there, never what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.common import HOME, kept_short
from bot.cards.model import Button, Card, Listing, Row, Text, go
from bot.cards.paging import pages_of
from bot.cards.reminder_lines import due_on
from bot.cards.review import title
from bot.cards.rooms import LABELS, Room
from bot.language.say import listed
from bot.rules.milestones import Kind
from storage.models import Review

ROOMS = {
    Kind.PACK: Room.PACK,
    Kind.TIMETABLE: Room.DAY,
    Kind.SUMMARY: Room.SUMMARY,
    Kind.PLAN: Room.PLAN,
    Kind.AUDIT: Room.AUDIT,
}
BY_ITSELF = "I remind everyone of what they owe by myself, on school days and once a day at most."

NO_REMINDER = Text(
    "I have sent no reminder just now. I do that by myself when something is due, so nobody is asked twice.",
    "warning",
)


@dataclass(frozen=True, slots=True)
class Owed:
    """`who`: whose it is, besides whoever asks; `yours`: whether it is theirs; `how_far`: in words, or ""."""

    review: Review
    kind: Kind
    due: date
    who: tuple[str, ...] = ()
    yours: bool = False
    how_far: str = ""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A review with people who have not answered, or a date that the headteacher has not confirmed."""

    review: Review
    who: tuple[str, ...]
    confirmed: bool


def show(
    owed: Sequence[Owed], waiting: Sequence[Unanswered], today: date, page: int = 0, school: str = ""
) -> Card:
    """What is late first. `school`: that of the reviews, where one was named."""
    rows = [
        *(_paper(one, today) for one in sorted(owed, key=lambda one: (one.due, one.review.id))),
        *(_answers(one) for one in waiting),
    ]
    said = {"said": school} if school else {}
    shown, pages = pages_of(rows, page, lambda wanted: kept_short(go("owed.show", page=wanted), said))
    return Card(
        f"Still owed: {school}" if school else "What is still owed",
        (
            *_how_much(owed, today, school),
            *((Listing(shown),) if shown else ()),
            Text(BY_ITSELF, "muted"),
        ),
        (*pages, HOME),
    )


def answers(waiting: Sequence[Unanswered], page: int = 0) -> Card:
    """Those whose answer is not there yet, review by review."""
    rows = [_answers(one) for one in waiting]
    shown, pages = pages_of(rows, page, lambda wanted: go("owed.answers", page=wanted))
    everyone = Text("Everyone has answered, and every date is confirmed.", "good")
    return Card(
        "Who has not answered yet",
        ((Listing(shown), Text(BY_ITSELF, "muted")) if rows else (everyone,)),
        (*pages, HOME),
    )


def _how_much(owed: Sequence[Owed], today: date, school: str) -> tuple[Text, ...]:
    late = sum(one.due < today for one in owed)
    if late:
        return (Text("One paper is late." if late == 1 else f"{late} papers are late.", "warning"),)
    if owed:
        return (Text("No paper is late.", "good"),)
    nothing = (
        "Every paper is there." if school else "No paper is late, and none is due in the next two weeks."
    )
    return (Text(nothing, "good"),)


def _paper(one: Owed, today: date) -> Row:
    room = ROOMS[one.kind]
    names = listed([*(("you",) if one.yours else ()), *one.who])
    waits = f"I am waiting for {names}." if names else "Nobody is there to send it."
    detail = " ".join(filter(None, (f"{due_on(one.due, today)}.", waits, one.how_far)))
    opens = Button("Open", go(room.value, review=one.review.id), aside=True)
    return Row(f"{LABELS[room]}: {title(one.review)}", detail, (opens,))


def _answers(one: Unanswered) -> Row:
    answers = f"Not answered yet: {listed(one.who)}." if one.who else ""
    head = "" if one.confirmed else "The headteacher has not confirmed the date yet."
    opens = Button("Open", go("review.show", review=one.review.id), aside=True)
    return Row(f"Answers: {title(one.review)}", " ".join(filter(None, (head, answers))), (opens,))
