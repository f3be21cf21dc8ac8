"""A calendar to subscribe to (RFC 5545, 7986): the dates of reviews, and nothing of what was found.

The same dates give the same bytes, whenever they are asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, vDuration

from bot.rules.feeds import MET_FOR
from bot.rules.milestones import Kind

A_DAY = timedelta(days=1)
REFRESHED_AFTER = timedelta(hours=4)
TITLES: Mapping[Kind, str] = {
    Kind.PACK: "Paperwork to the review team due: {school}",
    Kind.MEETING: "Pre-review meeting: {school}",
    Kind.TIMETABLE: "Timetable for the review day due: {school}",
    Kind.REVIEW: "Peer review: {school}",
    Kind.FEEDBACK: "Immediate feedback: {school}",
    Kind.SUMMARY: "Peer review summary due: {school}",
    Kind.WORKSHOP: "Post-review workshop: {school}",
    Kind.PLAN: "Action plan due: {school}",
    Kind.AUDIT: "Audit proforma due: {school}",
    Kind.IMPACT: "Impact of the review to be recorded: {school}",
}
STILL_OPEN: Mapping[Kind, str] = {
    Kind.MEETING: " (to be held by this day)",
    Kind.WORKSHOP: " (one of these days)",
}
# How long a meeting is taken to last; a workshop is half a day.
LASTS: Mapping[Kind, timedelta] = {Kind.MEETING: timedelta(hours=1), Kind.WORKSHOP: timedelta(hours=3)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A milestone in a calendar. `opens`: the first of the days that are offered.

    `at`: what is set for a moment of the day, in UTC; otherwise it has the whole day, or is due on it.
    `sequence` only grows; `changed_at` is in UTC.
    """

    review_id: int
    kind: Kind
    school: str
    day: date
    sequence: int
    changed_at: datetime
    at: datetime | None = None
    place: str = ""
    opens: date | None = None
    settled: bool = False
    done: bool = False
    due_by: str = ""
    cancelled: bool = False
    # Whether the headteacher has confirmed the date, and whether whose calendar it is keeps the day free.
    confirmed: bool = True
    keeps_free: bool = False


def feed(name: str, entries: Iterable[Entry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Peer Review//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(REFRESHED_AFTER), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESHED_AFTER))
    for entry in entries:
        calendar.add_component(event(entry))
    return bytes(calendar.to_ical())


def event(entry: Entry) -> Event:
    made = Event()
    # Not that of the file for one review: who has opened that has it beside this calendar.
    made.add("uid", f"review-{entry.review_id}-{entry.kind.value}.feed@peer-review")
    made.add("sequence", entry.sequence)
    made.add("dtstamp", entry.changed_at)
    made.add("last-modified", entry.changed_at)
    made.add("summary", title(entry))
    if entry.at:
        made.add("dtstart", entry.at)
        made.add("dtend", entry.at + LASTS[entry.kind])
    else:
        made.add("dtstart", entry.opens or entry.day)
        # The end of whole days is the day after the last.
        made.add("dtend", entry.day + A_DAY)
    made.add("location", entry.place or entry.school)
    made.add("status", status(entry))
    made.add("transp", "OPAQUE" if entry.at or entry.keeps_free else "TRANSPARENT")
    return made


def status(entry: Entry) -> str:
    if entry.cancelled:
        return "CANCELLED"
    return "CONFIRMED" if entry.confirmed or entry.settled or entry.done else "TENTATIVE"


def title(entry: Entry) -> str:
    words = TITLES[entry.kind].format(school=entry.school)
    if entry.cancelled:
        return f"Cancelled: {words}"
    if entry.done and entry.kind not in MET_FOR:
        return f"Done: {words}"
    if not entry.settled and not entry.done:
        words += STILL_OPEN.get(entry.kind, "")
    return f"{words}, by {entry.due_by}" if entry.due_by else words
