"""A reminder: what is somebody's to do, by when, why, and the one click that comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.cards import home
from bot.cards.common import told
from bot.cards.meeting_words import when
from bot.cards.milestones import A_PART, WHAT
from bot.cards.model import Block, Button, Card, Listing, Row, Text, go
from bot.cards.review import title
from bot.language.say import full
from bot.rules.milestones import Kind
from bot.rules.roles import TeamPart
from storage.models import Meeting, Milestone, Review, TeamMember

LEADS = frozenset({TeamPart.LEAD_REVIEWER})
WHY = "You hear from me at most once a day, and not in the holidays."
# What can be read on a phone between two lessons.
MOST = 8
DONE, NOT_MINE = "done", "not_mine"
ENDED = {DONE: "You said that it is done.", NOT_MINE: "You said that it isn’t yours to do."}


@dataclass(frozen=True, slots=True)
class Shown:
    """One line: `ended` is "" or why there is nothing more to remind of; `mine`: whether they can say so."""

    number: int
    row: Row
    mine: bool = True
    ended: str = ""


def card(
    today: date, lines: Sequence[Shown], put_off: Mapping[str, str], said: str = "", until: date | None = None
) -> Card:
    """`put_off`: each way to put it off, by what it is called in a button's address."""
    open_still = [one for one in lines if not one.ended]
    ends = Text(WHY if until is None else f"I’ll come back to this on {full(until)}.", "muted")
    later = tuple(
        Button(label, go("nudge.later", day=today, choice=choice))
        for choice, label in put_off.items()
        if open_still and until is None
    )
    if len(lines) == len(open_still) == 1:
        only = line(today, lines[0])
        return Card(
            f"Reminder: {only.title}", (*told(said, ""), Text(only.detail), ends), (*only.buttons, *later)
        )
    blocks: tuple[Block, ...] = (
        *told(said, ""),
        Listing(tuple(line(today, one) for one in lines[:MOST])),
        *more(len(lines) - MOST),
        ends,
    )
    return Card(heading(open_still), blocks, (*later, Button("All that is mine to do", HOME, aside=True)))


HOME = go("home.show")


def more(left: int) -> tuple[Block, ...]:
    if left <= 0:
        return ()
    return (Text(f"And {left} more, in the list of all that is yours to do."),)


def heading(open_still: Sequence[Shown]) -> str:
    if not open_still:
        return "Nothing is left of this reminder"
    return "One thing to remember" if len(open_still) == 1 else f"{len(open_still)} things to remember"


def line(today: date, one: Shown) -> Row:
    """Of what can be answered the first button alone is kept: the next click, and then what may be wrong."""
    if one.ended:
        again = Button("Remind me after all", go("nudge.again", reminder=one.number, day=today))
        return replace(one.row, detail=ENDED[one.ended], buttons=(again,))
    ends = (
        Button("It’s done", go("nudge.done", reminder=one.number, day=today)),
        Button("Not mine", go("nudge.not_mine", reminder=one.number, day=today)),
    )
    return replace(one.row, buttons=(*one.row.buttons[:1], *ends) if one.mine else one.row.buttons[:2])


def nothing() -> Card:
    """In place of a reminder of things that have all been done since."""
    return Card(
        "Nothing is left of this reminder",
        (Text("Everything in it is done, or someone else’s by now. Thank you.", "good"),),
        (Button("All that is mine to do", HOME, aside=True),),
    )


def papers(there: int, asked: int) -> str:
    return f"{there} of {asked} papers are there."


def pack(review: Review, due: date, today: date, there: int, asked: int, *, because: str) -> Row:
    why = f" The date was moved because of {because}." if because else ""
    said = f"{due_on(due, today)}. {papers(there, asked)} The review team reads them beforehand.{why}"
    return replace(home.send_pack(review), detail=said)


def meeting(review: Review, row: Milestone, kept: Meeting | None, today: date) -> Row:
    see = (Button("Open the meeting", go("meeting.show", review=review.id), aside=True),)
    if kept is None or kept.day is None:
        said = f"By {full(row.due)}, so that the focus and the questions are agreed in time."
        return Row(f"Agree the time of the pre-review meeting: {title(review)}", said, see)
    if kept.day < today:
        return Row(
            f"Was the pre-review meeting held? {title(review)}",
            f"It was to be on {when(kept)}. Please record it, or move it.",
            see,
        )
    agreed = f"It is on {when(kept)}" if row.agreed else f"{when(kept)} is proposed and not confirmed yet"
    return Row(
        f"Pre-review meeting for {title(review)}", f"{agreed}. You can add to the focus until then.", see
    )


def no_timetable(review: Review) -> Row:
    """To the lead reviewer, the afternoon before."""
    return Row(
        f"No timetable yet: {title(review)}",
        "It was due by now, and the headteacher has been reminded. You may want to give them a call.",
        (see(review),),
    )


def has_not_answered(review: Review, place: TeamMember, asked: date) -> Row:
    return Row(
        f"{place.person.name} has not answered: {title(review)}",
        f"Asked on {full(asked)} to be {A_PART[place.part]}, and reminded since. You can ask somebody else.",
        (see(review),),
    )


def late(review: Review, kind: Kind, due: date, today: date, more: str = "") -> Row:
    """To whoever answers for the review: that it is late, never what is in it."""
    said = f"{due_on(due, today)}, and not there yet. {more}".strip()
    return Row(f"{WHAT[kind]}: waiting, {title(review)}", said, (see(review),))


def nobody(review: Review, matter: str) -> Row:
    """To whoever answers for the review, where the person whose it is has left."""
    return Row(
        f"Nobody is there for {MATTERS[matter]}: {title(review)}",
        "Whoever had it has left, so there is nobody to remind.",
        (see(review),),
    )


def out_of_reach(review: Review, name: str, problem: str) -> Row:
    return Row(f"{name} can’t be reached: {title(review)}", problem, (see(review),))


def impact(review: Review, due: date) -> Row:
    return Row(
        f"Look at what the review has led to: {title(review)}",
        f"Its impact is to be recorded from {full(due)} on.",
        (see(review),),
    )


# What a matter is called to those who answer for the review.
MATTERS: Mapping[str, str] = {
    "invitation": "the question whether the date suits",
    "pack": "the paperwork",
    "meeting": "the pre-review meeting",
    "timetable": "the timetable for the day",
    "summary": "the peer review summary",
    "plan": "the action plan",
    "audit": "the audit proforma",
    "part": "a part of the audit proforma",
    "action": "an action of the plan",
    "impact": "the impact of the review",
}


def said(review: Review, who: str, matter: str, *, done: bool) -> Card:
    """To whoever answers for the review: somebody is not reminded any more, and why."""
    what = MATTERS.get(matter, "something")
    says = f"{who} says that it is done" if done else f"{who} says that it isn’t theirs to do"
    so = "so nobody is reminded of it any more" if done else "so they aren’t reminded of it any more"
    return Card(
        f"About {what}: {title(review)}",
        (Text(f"{says}, {so}. It is still open in the timetable. You may want to have a word."),),
        (see(review),),
    )


def see(review: Review) -> Button:
    return Button("Open the review", go("review.show", review=review.id), aside=True)


def due_on(due: date, today: date) -> str:
    days = (today - due).days
    match days:
        case 0:
            return "Due today"
        case -1:
            return "Due tomorrow"
        case 1:
            return "It was due yesterday"
        case _:
            return f"Due by {full(due)}" if days < 0 else f"It was due on {full(due)}"
