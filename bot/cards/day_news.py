"""What the review team hears of the timetable of the day, and everyone on its morning."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.day import add, heading, line, name_of, see, send, table
from bot.cards.model import Block, Button, Card, Facts, Text, Words, go
from bot.language.day_times import said as times
from bot.language.say import listed
from bot.rules.day import DayRow, RowChange
from bot.rules.roles import Answer, TeamPart
from storage import teams
from storage.models import DayTimetable, Review

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


@dataclass(frozen=True, slots=True)
class Morning:
    """What one person may know of how the day goes.

    `rows`: what the team has, None for whom it is not; `feedback`: its times, for those who come for it.
    `writes`: the timetable is this person's to send, and `draft` what they have not sent.
    """

    rows: Sequence[DayRow] | None = None
    feedback: Sequence[DayRow] = ()
    writes: bool = False
    draft: DayTimetable | None = None


def details(review: Review, heads: Sequence[str], morning: Morning) -> Card:
    """On the morning of the review, to everyone who takes part."""
    coming = [m for m in teams.present(review) if m.answer is not Answer.DECLINED]
    leads = [m.person.name for m in coming if m.part is TeamPart.LEAD_REVIEWER]
    others = [f"{m.person.name}{AFTER[m.part]}" for m in coming if m.part is not TeamPart.LEAD_REVIEWER]
    facts = (
        ("Headteacher", listed(heads)),
        ("Lead reviewer", listed(leads)),
        ("Team", listed(others)),
        ("Feedback", listed([times(row.starts, row.ends) for row in morning.feedback])),
    )
    known = tuple((label, value) for label, value in facts if value)
    more = go("review.show" if morning.rows is None else "day.show", review=review.id)
    return Card(
        f"Today: peer review at {review.school.name}",
        (*((Facts(known),) if known else ()), *_day(morning)),
        (*_owed(review, morning), Button("Details", more, "primary", aside=True)),
    )


def _day(morning: Morning) -> tuple[Block, ...]:
    if morning.rows is None:
        return ()
    if morning.rows:
        return (table(morning.rows),)
    if morning.draft:
        return (Text("There is a draft of the timetable for the day. The team does not have it.", "warning"),)
    return (Text("There is no timetable for the day yet.", "muted"),)


def _owed(review: Review, morning: Morning) -> tuple[Button, ...]:
    """What the head can do at once about a timetable that the team does not have."""
    if morning.rows or not morning.writes:
        return ()
    return (send(review, morning.draft, aside=True),) if morning.draft else (add(review, aside=True),)


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
