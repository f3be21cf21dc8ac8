"""What there is to see of a review, each behind a button of its own; a new one is a line here."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum

from bot.cards.model import Button, go
from bot.rules.digest import is_owed
from bot.rules.milestones import Kind
from bot.rules.permissions import Part
from storage import milestones, teams
from storage.models import Review


class Room(StrEnum):
    """By the route that shows it, in the order in which it comes up."""

    PACK = "pack.show"
    MEETING = "meeting.show"
    DAY = "day.show"
    NOTES = "team_notes.show"
    FEEDBACK = "feedback.show"
    SUMMARY = "summary.show"
    WORKSHOP = "workshop.show"
    PLAN = "plan.show"
    AUDIT = "audit.show"
    VISIT = "visit.show"
    IMPACT = "impact.show"
    PAPERS = "papers.show"
    FILES = "files.review"


LABELS = {
    Room.PACK: "Paperwork",
    Room.MEETING: "Meeting",
    Room.DAY: "Timetable of the day",
    Room.NOTES: "Notes of the day",
    Room.FEEDBACK: "Feedback",
    Room.SUMMARY: "Summary",
    Room.WORKSHOP: "Workshop",
    Room.PLAN: "Action plan",
    Room.AUDIT: "Audit proforma",
    Room.VISIT: "Development visit",
    Room.IMPACT: "Impact",
    Room.PAPERS: "Sent papers",
    Room.FILES: "Files of the papers",
}
BEFORE = frozenset({Room.PACK, Room.MEETING, Room.DAY})
TEAM = frozenset({Part.LEAD_REVIEWER, Part.REVIEWER})
CHAMPIONS, HEAD = frozenset({Part.CHAMPION}), frozenset({Part.HOST_HEAD})


# What is done in a room, and by whom; the visit has no date of its own in the schedule.
STEPS: Mapping[Room, tuple[Kind, frozenset[Part]]] = {
    Room.NOTES: (Kind.SUMMARY, TEAM),
    Room.FEEDBACK: (Kind.FEEDBACK, frozenset({Part.LEAD_REVIEWER})),
    Room.SUMMARY: (Kind.SUMMARY, TEAM),
    Room.WORKSHOP: (Kind.WORKSHOP, CHAMPIONS),
    Room.PLAN: (Kind.PLAN, CHAMPIONS),
    Room.AUDIT: (Kind.AUDIT, TEAM | CHAMPIONS | HEAD),
    Room.VISIT: (Kind.IMPACT, CHAMPIONS),
    Room.IMPACT: (Kind.IMPACT, HEAD),
}
# All of them, by what they are about.
ROWS: Mapping[str, tuple[Room, ...]] = {
    "Before the review": (Room.PACK, Room.MEETING, Room.DAY),
    "What the review found": (Room.NOTES, Room.FEEDBACK, Room.SUMMARY),
    "The workshop and the action plan": (Room.WORKSHOP, Room.PLAN),
    "What came of it": (Room.AUDIT, Room.VISIT, Room.IMPACT),
    "The papers": (Room.PAPERS, Room.FILES),
}


def waits_for(room: Room, review: Review, parts: Collection[Part], today: date) -> bool:
    """Whether what is done there is not done yet, is asked for by now, and is this person's."""
    if room is Room.IMPACT and milestones.of(review, Kind.IMPACT).due > today:
        return False
    return bool(STEPS.get(room, (None, frozenset[Part]()))[1] & set(parts)) and is_open(room, review)


def is_open(room: Room, review: Review) -> bool:
    done = teams.progress(review).done
    kind = STEPS[room][0] if room in STEPS else None
    return kind is not None and kind not in done and is_owed(kind, held=True, done=done)


def in_order_of_use(
    review: Review, seen: Collection[Room], parts: Collection[Part], today: date
) -> Sequence[Room]:
    """Once it was held: what waits for this person, what was sent, what waits for others, then the rest."""

    def rank(room: Room) -> int:
        if room in BEFORE:
            return 0 if room is Room.DAY and review.day == today else 5
        if waits_for(room, review, parts, today):
            return 1
        if room is Room.PAPERS:
            return 2
        return 3 if is_open(room, review) else 4

    return sorted((room for room in Room if room in seen), key=rank)


def doors(review: Review, seen: Collection[Room], today: date) -> tuple[Button, ...]:
    """To those that this person may see; once the day is over, what was for the day comes last."""
    order = sorted(Room, key=lambda room: room in BEFORE and review.day < today)
    return tuple(door(room, review) for room in order if room in seen)


def door(room: Room, review: Review) -> Button:
    return Button(LABELS[room], go(room.value, review=review.id), aside=True)
