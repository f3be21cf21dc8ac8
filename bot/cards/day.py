"""The timetable of a review day as people see it, and what each may do with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards import milestones
from bot.cards.common import told
from bot.cards.handing_over import buttons as handing_buttons
from bot.cards.model import Button, Card, Confirm, Facts, Go, Row, Style, Table, Text, go
from bot.cards.review import title
from bot.language.day_times import said as times
from bot.language.say import moment
from bot.rules.day import DayRow
from bot.rules.milestones import Kind
from storage import days
from storage import milestones as stored
from storage.models import DayTimetable, Review

NOT_SENT = "You have not sent it to the review team."
HEADERS = ("Time", "Activity", "Place", "With")


@dataclass(frozen=True, slots=True)
class May:
    """What one person may do with a timetable: change it now, hand it over, see the rest of the review.

    `author`: it is theirs, though it may be too late to change it. `over`: the review's day has passed.
    `helper`: who has been asked to see to it, to those who write it.
    """

    writes: bool = False
    author: bool = False
    over: bool = False
    hands: bool = False
    helper: str = ""
    review: bool = True


def table(rows: Sequence[DayRow]) -> Table:
    """The rows of the day, without a column in which nothing stands."""
    cells = [(times(row.starts, row.ends), row.activity, row.place, row.with_whom) for row in rows]
    used = [n for n in range(len(HEADERS)) if n < 2 or any(row[n] for row in cells)]
    shown = tuple(tuple(row[n] for n in used) for row in cells)
    return Table("The day", tuple(HEADERS[n] for n in used), shown)


def line(row: DayRow) -> str:
    """09:15–10:00 Phonics, Year 1, with KM."""
    whom = f"with {row.with_whom}" if row.with_whom else ""
    return f"{times(row.starts, row.ends)} {', '.join(filter(None, (row.activity, row.place, whom)))}"


def due(review: Review) -> str:
    """By Wednesday 6 December 2017, 16:00."""
    return milestones.when(stored.as_timetable(review).of(Kind.TIMETABLE))


def by_when(review: Review) -> str:
    """The same within a sentence."""
    return f"b{due(review)[1:]}"


def heading(review: Review) -> str:
    return f"Timetable for the day: {title(review)}"


def name_of(review: Review) -> str:
    """The same within a sentence."""
    return f"timetable for the day, {title(review)}"


def show(
    review: Review,
    kept: DayTimetable | None,
    may: May,
    *,
    which: str = "",
    said: str = "",
    warning: str = "",
) -> Card:
    """What the team has; to those who write it any draft, unless they ask for the "final" one.

    Where it is theirs and too late to change, they ask for the "draft" if the team has one. `said` is what
    has just been done, `warning` why nothing was.
    """
    draft, rows = days.draft(kept) if may.writes or may.author else (), days.given(kept)
    shows_draft = which != "final" and (may.writes or not rows or which == "draft")
    more = (*_handing(review, may), *((see(review),) if may.review else ()))
    helper = (Text(f"{may.helper} has been asked to see to it.", "muted"),) if may.helper else ()
    done = (*told(said, warning), *helper)
    if kept is not None and draft and shows_draft:
        state = _of_draft(kept, writes=may.writes, said=bool(said))
        buttons = _for_draft(review, kept) if may.writes else ()
        return Card(heading(review), (*done, *state, table(draft)), (*buttons, *more))
    if kept is None or not rows:
        to_do = (add(review),) if may.writes else ()
        return Card(heading(review), (*done, Text(_nothing_yet(review, may))), (*to_do, *more))
    buttons = _for_final(review, kept, may, has_draft=bool(draft))
    return Card(heading(review), (*done, Text(_sent(kept)), table(rows)), (*buttons, *more))


def _for_final(review: Review, kept: DayTimetable, may: May, *, has_draft: bool) -> tuple[Button, ...]:
    to_draft = Button("See the draft", go("day.show", review=review.id, which="draft"), aside=True)
    return (
        *((Button("Change it", go("day.ask", review=review.id)),) if may.writes else ()),
        *((to_draft,) if has_draft else ()),
        *((_take_back(review, kept),) if may.writes else ()),
    )


def _handing(review: Review, may: May) -> tuple[Button, ...]:
    return handing_buttons(review, Kind.TIMETABLE, handed=bool(may.helper)) if may.hands else ()


def _nothing_yet(review: Review, may: May) -> str:
    if may.writes:
        return f"The review team has no timetable yet. Please send it {by_when(review)}; earlier is welcome."
    if may.author:
        return NOT_SENT
    if may.over:
        return f"The headteacher has not sent one. It was due {by_when(review)}."
    return f"The headteacher has not sent it yet. It is due {by_when(review)}."


def _of_draft(kept: DayTimetable, *, writes: bool, said: bool) -> tuple[Text, ...]:
    """Where it has just been `said` that it is a draft, only who kept it."""
    by = f"kept by {kept.by.name}, {moment(kept.at)}"
    if kept.final_at is None:
        team = "The team does not have it."
    else:
        team = f"The team still has the one of {moment(kept.final_at)}."
    if not writes:
        sent = NOT_SENT if kept.final_at is None else "You have not sent this to the review team."
        return (Text(f"{sent} This is the draft, {by}.", "warning"),)
    if not said:
        return (Text(f"A draft, {by}. {team}", "warning"),)
    again = (Text(team),) if kept.final_at else ()
    return (Text(f"K{by[1:]}.", "muted"), *again)


def _for_draft(review: Review, kept: DayTimetable) -> tuple[Button, ...]:
    change = Button("Change it", go("day.ask", review=review.id))
    if kept.final_at is None:
        return (send(review, kept), change)
    drop = Button(
        "Drop the draft",
        go("day.drop", review=review.id, version=kept.version),
        confirm=Confirm("Drop the draft?", "The team keeps what it has.", "Drop it"),
    )
    has = Button("What the team has", go("day.show", review=review.id, which="final"), aside=True)
    return (send(review, kept), change, drop, has)


def send(
    review: Review, kept: DayTimetable, label: str = "Send it to the team", *, aside: bool = False
) -> Button:
    """Send the draft as it was when this was drawn."""
    return _offered(label, go("day.send", review=review.id, version=kept.version), aside=aside)


def add(review: Review, *, aside: bool = False) -> Button:
    return _offered("Add timetable", go("day.ask", review=review.id), aside=aside)


def _offered(label: str, to: Go, *, aside: bool) -> Button:
    """The card's own next step; beside a list or a message, one among others."""
    style: Style = "plain" if aside else "primary"
    return Button(label, to, style, aside=aside)


def _sent(kept: DayTimetable) -> str:
    by = kept.final_by.name if kept.final_by else "The headteacher"
    at = f", {moment(kept.final_at)}" if kept.final_at else ""
    return f"Final: {by} sent it to the team{at}."


def _take_back(review: Review, kept: DayTimetable) -> Button:
    return Button(
        "Take it back",
        go("day.take_back", review=review.id, version=kept.version),
        confirm=Confirm(
            "Take the timetable back?",
            "The review team is told that it has none for now. The rows are kept as a draft.",
            "Take it back",
        ),
    )


def to_do(review: Review, kept: DayTimetable | None) -> Row:
    """While the team has no timetable: what the head is asked for, in the list and in reminders."""
    if kept is None:
        return Row(heading(review), f"{due(review)}.", (add(review, aside=True),))
    same = send(review, kept, "Same as draft: send it to the team", aside=True)
    change = Button("Change it", go("day.ask", review=review.id), aside=True)
    return Row(heading(review), f"{due(review)}. There is a draft, kept by {kept.by.name}.", (same, change))


def see(review: Review) -> Button:
    return Button("See the review", go("review.show", review=review.id), aside=True)


def status(review: Review, kept: DayTimetable | None) -> Card:
    """To those who answer for the review and do not take part in it, and to the Improvement Champions."""
    final = f"Final since {moment(kept.final_at)}" if kept and kept.final_at else "Not final yet"
    return Card(
        heading(review),
        (
            Facts((("Where it stands", final), ("Due", due(review)))),
            Text("What stands in it is for the headteacher and the review team.", "muted"),
        ),
        (see(review),),
    )


def changed_since(by: str) -> str:
    """For whoever pressed a button about an older one."""
    return f"Nothing was changed: {by} has saved this timetable since. Please look at it as it is now."
