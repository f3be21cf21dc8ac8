"""The lines of a reminder: what there is to do, by when and why; or that it waits, never what is in it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.cards import home
from bot.cards.meeting_words import when
from bot.cards.milestones import A_PART, WHAT
from bot.cards.model import Button, Row, go
from bot.cards.review import title
from bot.language.say import full
from bot.rules.milestones import Kind
from bot.rules.roles import TeamPart
from storage.models import Meeting, Milestone, Review, TeamMember

LEADS = frozenset({TeamPart.LEAD_REVIEWER})
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


def papers(there: int, asked: int) -> str:
    return f"{there} of {asked} papers are there."


def missing(there: int, asked: int) -> str:
    """To whoever says that the paperwork is done."""
    if there == 0:
        return f"None of the {asked} links is here."
    return f"{there} of the {asked} links are here." if there > 1 else f"One of the {asked} links is here."


def pack(review: Review, due: date, today: date, there: int, asked: int, *, because: str) -> Row:
    why = f" The date was moved because of {because}." if because else ""
    said = f"{due_on(due, today)}. {papers(there, asked)} The review team reads them beforehand.{why}"
    return replace(home.send_pack(review), title=f"Send the paperwork for {title(review)}", detail=said)


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
