"""What the review team hears of the timetable of the day, and everyone on its morning."""

from collections.abc import Sequence

from bot.cards.day import heading, line, name_of, see, table
from bot.cards.model import Block, Button, Card, Facts, Text, Words, go
from bot.language.say import listed
from bot.rules.day import DayRow, RowChange
from bot.rules.roles import Answer, TeamPart
from storage import teams
from storage.models import Review

# With more, the whole day is easier to read.
MOST_LINES = 15
AFTER = {TeamPart.REVIEWER: "", TeamPart.CHAMPION: " (Improvement Champion)"}


def sent(review: Review, by: str, rows: Sequence[DayRow]) -> Card:
    """To the review team, once it is final; shown anew when it changes."""
    return Card(
        heading(review),
        (Text(f"{by} has sent you the timetable for the day."), table(rows)),
        (open_it(review),),
    )


def has_it(review: Review, by: str, rows: Sequence[DayRow]) -> Card:
    """In place of the request for it, once somebody has sent it."""
    return Card(
        f"Thank you for the {name_of(review)}",
        (Text(f"{by} has sent it to the review team.", "good"), table(rows)),
        (open_it(review),),
    )


def changed(review: Review, by: str, changes: Sequence[RowChange], rows: Sequence[DayRow]) -> Card:
    """What is different now; where nearly all is, the whole."""
    if len(changes) > MOST_LINES:
        much = Text(f"{by} has changed most of the day. This is how it is now.")
        return Card(f"Changed: the {name_of(review)}", (much, table(rows)), (open_it(review),))
    return Card(
        f"Changed: the {name_of(review)}",
        (Text(f"{by} has changed the timetable for the day."), *(Text(_line(change)) for change in changes)),
        (open_it(review),),
    )


def taken_back(review: Review, by: str) -> Card:
    return Card(
        f"Taken back: the {name_of(review)}",
        (Text(f"{by} has taken the timetable for the day back. You will hear when there is another one."),),
        (see(review),),
    )


def details(review: Review, heads: Sequence[str], rows: Sequence[DayRow] | None) -> Card:
    """On the morning of the review, to everyone who takes part; `rows` is None for whom they are not."""
    coming = [m for m in teams.present(review) if m.answer is not Answer.DECLINED]
    leads = [m.person.name for m in coming if m.part is TeamPart.LEAD_REVIEWER]
    others = [f"{m.person.name}{AFTER[m.part]}" for m in coming if m.part is not TeamPart.LEAD_REVIEWER]
    facts = (
        ("Where", review.school.name),
        ("Headteacher", listed(heads)),
        ("Lead reviewer", listed(leads)),
        ("Team", listed(others)),
    )
    return Card(
        f"Today: peer review at {review.school.name}",
        (Facts(tuple((label, value) for label, value in facts if value)), *_day(rows)),
        (Button("Details", go("review.show", review=review.id), "primary", aside=True),),
    )


def _day(rows: Sequence[DayRow] | None) -> tuple[Block, ...]:
    if rows is None:
        return ()
    return (table(rows),) if rows else (Text("There is no timetable for the day yet.", "muted"),)


def open_it(review: Review) -> Button:
    return Button("Open the timetable", go("day.show", review=review.id), "primary", aside=True)


def _line(change: RowChange) -> Words:
    match change:
        case RowChange(None, DayRow() as now):
            return f"New: {line(now)}"
        case RowChange(DayRow() as was, None):
            return f"No longer: {line(was)}"
        case RowChange(DayRow() as was, DayRow() as now):
            return f"Now: {line(now)} (was: {line(was)})"
        case _:
            return ""
