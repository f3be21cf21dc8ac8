"""What there is to see of a review, each behind a button of its own; a new one is a line here."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from bot.cards.model import Button, go
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


def doors(review: Review, seen: Collection[Room], today: date) -> tuple[Button, ...]:
    """To those that this person may see; once the day is over, what was for the day comes last."""
    order = sorted(Room, key=lambda room: room in BEFORE and review.day < today)
    return tuple(
        Button(LABELS[room], go(room.value, review=review.id), aside=True) for room in order if room in seen
    )
