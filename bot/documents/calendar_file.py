"""A review's dates as a calendar file (RFC 5545): no findings, nothing but dates, places and names."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from bot.language.say import listed
from bot.rules.milestones import Kind
from bot.rules.roles import Answer, TeamPart
from storage import teams
from storage.models import Milestone, Review

SHOWN = {
    Kind.REVIEW: "Peer review at {school}",
    Kind.MEETING: "Pre-review meeting for {school}",
    Kind.WORKSHOP: "Post-review workshop at {school}",
}
STILL_OPEN = {Kind.MEETING: " (by this day)", Kind.WORKSHOP: " (days offered)"}
NOT_AGREED = {
    Kind.MEETING: "To be held by this day; the time is still to be agreed.",
    Kind.WORKSHOP: "The workshop is to be held on one of these days; the day is still to be agreed.",
}
A_DAY = timedelta(days=1)


def calendar_file(review: Review, heads: Sequence[str], moved: int, now: datetime) -> bytes:
    """The review, the pre-review meeting and the days offered for the workshop, as whole days.

    `moved`: the last change of any of its dates; those agreed alone leave the review's own version.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Peer Review//EN")
    calendar.add("version", "2.0")
    for row in review.milestones:
        if row.kind in SHOWN:
            calendar.add_component(event(review, row, heads, moved, now))
    return bytes(calendar.to_ical())


def event(review: Review, row: Milestone, heads: Sequence[str], moved: int, now: datetime) -> Event:
    first, last = days(row)
    shown = Event()
    # The same uid and a higher sequence make a calendar move the entry instead of adding a second one.
    shown.add("uid", f"review-{review.id}-{row.kind}@peer-review")
    shown.add("sequence", review.version + moved)
    shown.add("dtstamp", now)
    shown.add("summary", summary(review, row))
    shown.add("dtstart", first)
    # The end of whole days is the day after the last.
    shown.add("dtend", last + A_DAY)
    shown.add("location", review.school.name)
    shown.add("description", description(review, row, heads))
    return shown


def days(row: Milestone) -> tuple[date, date]:
    if row.agreed:
        return row.agreed, row.agreed
    return row.opens or row.due, row.due


def summary(review: Review, row: Milestone) -> str:
    words = SHOWN[row.kind].format(school=review.school.name)
    return words if row.agreed else words + STILL_OPEN.get(row.kind, "")


def description(review: Review, row: Milestone, heads: Sequence[str]) -> str:
    """What is still to be agreed, and who takes part: all but the champions, who run the workshop."""
    coming = [m for m in teams.present(review) if m.answer is not Answer.DECLINED]
    at_the_workshop = row.kind is Kind.WORKSHOP
    team = [m for m in coming if (m.part is TeamPart.CHAMPION) is at_the_workshop]
    names = [*(f"{name} (headteacher)" for name in heads), *(f"{m.person.name} ({m.part})" for m in team)]
    remark = "" if row.agreed else NOT_AGREED.get(row.kind, "")
    return "\n".join(filter(None, (remark, f"Taking part: {listed(names)}." if names else "")))
