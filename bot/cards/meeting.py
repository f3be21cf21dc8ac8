"""The pre-review meeting as people see it: all of it, the focus alone, or how it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import questions as rows
from bot.cards.common import told
from bot.cards.meeting_words import how_it_stands
from bot.cards.model import Block, Button, Card, Facts, Go, Heading, Link, Listing, Text, go
from bot.cards.paging import page_of
from bot.cards.review import title
from bot.cards.words import is_web_address
from bot.language.say import listed, moment
from bot.rules.meeting import State
from bot.rules.permissions import Right
from storage.models import EnquiryQuestion, Meeting, Review

# As mail programs copy it: in brackets, or with the full stop of its sentence.
ONLINE = re.compile(r"https://[^\s<>]+[^\s<>.,;:)\]]")


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do now; `reader` is their id."""

    reader: int = 0
    arrange: bool = False
    confirm: bool = False
    record: bool = False
    add: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A review's meeting with what is shown of it. `due` is the day by which the timetable wants it."""

    review: Review
    meeting: Meeting | None
    state: State
    due: date
    questions: Sequence[EnquiryQuestion] = ()
    heads: Sequence[str] = ()
    may: May = May()


def show(view: View, page: int = 0, *, said: str = "", warning: str = "") -> Card:
    """To the headteacher and the review team: everything."""
    may, review = view.may, view.review

    def to(wanted: int) -> Go:
        return go("meeting.show", review=review.id, page=wanted)

    listing = rows.rows(review, view.questions, orders=may.record, own=may.reader if may.add else 0)
    shown, pages = page_of(listing, page, to, rows.A_PAGE)
    none_yet = Text("None yet. They are optional.", "muted")
    return Card(
        f"Pre-review meeting: {title(review)}",
        (
            *told(said, warning),
            # A later page has the questions alone: each may be long.
            *(() if page and shown else _details(view)),
            Heading("Enquiry questions"),
            Listing(shown) if shown else none_yet,
        ),
        (*_buttons(view), *pages, Button("See the review", go("review.show", review=review.id), aside=True)),
    )


def _details(view: View) -> tuple[Block, ...]:
    meeting = view.meeting
    focus = meeting.focus if meeting else ""
    return (
        *_off(view.review),
        Facts(_facts(view)),
        Heading("Focus and process agreed"),
        Text(focus) if focus else Text("Nothing is written down yet.", "muted"),
    )


def _off(review: Review) -> tuple[Block, ...]:
    if review.cancelled_at:
        return (Text("The review is cancelled.", "warning"),)
    if review.postponed_at:
        return (Text("The review is postponed; it has no date at the moment.", "warning"),)
    return ()


def _facts(view: View) -> tuple[tuple[str, str], ...]:
    meeting = view.meeting
    found = [("When", _when(view))]
    if meeting is None:
        return tuple(found)
    if view.state in {State.PROPOSED, State.AGREED, State.HELD} and meeting.place:
        found.append(("Where", meeting.place))
    if view.state in {State.PROPOSED, State.AGREED}:
        found.extend(_by_whom(meeting))
    if view.state is State.HELD:
        found.append(("Present", listed([one.person.name for one in meeting.present]) or "nobody named"))
        if meeting.others:
            found.append(("Also present", ", ".join(meeting.others.splitlines())))
        if meeting.held_by and meeting.held_at:
            found.append(("Recorded by", f"{meeting.held_by.name}, {moment(meeting.held_at)}"))
    return tuple(found)


def _when(view: View) -> str:
    said = how_it_stands(view.review, view.meeting, view.state, view.due, view.heads)
    return said[:1].upper() + said[1:]


def _by_whom(meeting: Meeting) -> Sequence[tuple[str, str]]:
    """Who has proposed and who has confirmed the time."""
    pairs = (
        ("Proposed by", meeting.proposed_by, meeting.proposed_at),
        ("Confirmed by", meeting.confirmed_by, meeting.confirmed_at),
    )
    return [(label, f"{who.name}, {moment(at)}") for label, who, at in pairs if who and at]


def _buttons(view: View) -> tuple[Button | Link, ...]:
    may, meeting, to = view.may, view.meeting, {"review": view.review.id}
    arranged = meeting.arranged_id if meeting else 0
    confirm = Button("Confirm", go("meeting.confirm", arranged=arranged, **to), "primary")
    moves = view.state in {State.PROPOSED, State.AGREED}
    record, held = "Correct the record" if view.state is State.HELD else "Record it", view.state is State.HELD
    return (
        *((confirm,) if may.confirm else ()),
        *(
            (Button("Move the meeting" if moves else "Propose a time", go("meeting.ask", **to)),)
            if may.arrange
            else ()
        ),
        *_join(view),
        *((Button(record, go("meeting.record", **to)),) if may.record else ()),
        *((Button("It was not held", go("meeting.unrecord", **to)),) if may.record and held else ()),
        *((_focus(meeting, to),) if may.record else ()),
        *((Button("Add a question", go("questions.ask", **to)),) if may.add else ()),
    )


def _focus(meeting: Meeting | None, to: dict[str, int]) -> Button:
    return Button("Change focus" if meeting and meeting.focus else "Add focus", go("meeting.focus", **to))


def _join(view: View) -> tuple[Link, ...]:
    """The address of an online meeting, if the place names one."""
    place = view.meeting.place if view.meeting and view.state in {State.PROPOSED, State.AGREED} else ""
    found = [one for one in ONLINE.findall(place) if is_web_address(one)]
    return (Link("Open the online meeting", found[0]),) if len(found) == 1 else ()


def in_part(view: View, rights: frozenset[Right], count: int) -> Card:
    """To the champions the focus alone; to the Lead and the office how it stands and `count` questions."""
    focus = view.meeting.focus if view.meeting else ""
    held = "yes" if view.state is State.HELD else "not recorded yet"
    status = (("When", _when(view)), ("Held", held), ("Enquiry questions", str(count) if count else "none"))
    shown = Text(focus) if focus else Text("Nothing is written down yet.", "muted")
    return Card(
        f"Pre-review meeting: {title(view.review)}",
        (
            *_off(view.review),
            *((Facts(status),) if Right.STATUS in rights else ()),
            *((Heading("Focus and process agreed"), shown) if Right.FOCUS in rights else ()),
        ),
        (Button("See the review", go("review.show", review=view.review.id), aside=True),),
    )
