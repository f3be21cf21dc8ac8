"""What stands in the calendar of a person and of a group, as long as its address is good."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.documents.feed import Entry, feed
from bot.rules import hours
from bot.rules.feeds import concerning
from bot.rules.milestones import Kind
from bot.rules.permissions import Part
from storage import consortium, feeds, milestones, standing, teams
from storage.feeds import Moved
from storage.models import Group, Meeting, Milestone, Person, Review, Workshop

# In addresses, so both are kept.
MINE, OF_GROUP = "feeds/mine", "feeds/group"
MY_DATES = "Peer Review: my dates"
ORDER: Sequence[Kind] = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Known:
    """Of several reviews, by id. `meetings` and `workshops`: none where nobody may know their hours.

    `own`: whether it is for one person’s calendar, who keeps the days free on which they review.
    """

    moved: Mapping[int, Moved]
    meetings: Mapping[int, Meeting]
    workshops: Mapping[int, Workshop]
    own: bool = False


def of_person(session: Session, person_id: int, serial: int, now: datetime) -> bytes | None:
    """None where the address is not good, or they have left. `now` is in UTC."""
    today = hours.today(now)
    person = consortium.by_id(session, person_id, today)
    if person is None or feeds.serial(session, person) != serial:
        return None
    headed, own = standing.headed_schools(person, today), standing.own_schools(person, today)
    found = feeds.of_person(session, person.id, headed, own, today, now)
    ids = [one.id for one in found]
    handed = feeds.handed_over(session, person.id)
    meetings, workshops = feeds.meetings(session, ids), feeds.workshops_of(session, ids)
    known = Known(feeds.moved(session, ids), meetings, workshops, own=True)
    theirs = ((one, kinds_for(person, one, headed, own, handed)) for one in found)
    return feed(MY_DATES, (entry for one, kinds in theirs for entry in entries(one, kinds, known)))


def of_group(session: Session, group_id: int, serial: int, now: datetime) -> bytes | None:
    """What all of the group may see: days, and what is done; no hours, no places, no names of people."""
    group = session.get(Group, group_id)
    if group is None or feeds.serial(session, group) != serial:
        return None
    found = feeds.of_group(session, group.id, hours.today(now), now)
    known = Known(feeds.moved(session, [one.id for one in found]), {}, {})
    return feed(f"Peer Review: {group.name}", (e for one in found for e in entries(one, ORDER, known)))


def kinds_for(
    person: Person,
    review: Review,
    headed: Collection[int],
    own: Collection[int],
    handed: Collection[tuple[int, str]],
) -> Collection[Kind]:
    """What of the review concerns this person."""
    place = teams.member(review, person.id)
    parts = {standing.TEAM_PARTS[place.part]} if place else set()
    if review.school_id in headed:
        parts.add(Part.HOST_HEAD)
    helping = {kind for kind in Kind if (review.id, kind.value) in handed and review.school_id in own}
    return concerning(parts) | helping


def entries(review: Review, kinds: Collection[Kind], known: Known) -> Iterator[Entry]:
    for row in sorted(review.milestones, key=lambda one: ORDER.index(one.kind)):
        if row.kind in kinds:
            yield entry(review, row, known)


def entry(review: Review, row: Milestone, known: Known) -> Entry:
    moved = known.moved.get(review.id, Moved(0, review.booked_at))
    day, done = milestones.stands_on(row, review.day), row.done_at is not None
    at, place = hour(review, row, day, known)
    cancelled = review.cancelled_at is not None or review.postponed_at is not None
    return Entry(
        review.id,
        row.kind,
        review.school.name,
        day,
        moved.change_id,
        moved.at,
        at=at,
        place=place,
        opens=None if row.agreed or done else row.opens,
        settled=row.agreed is not None,
        done=done,
        due_by=f"{row.due_time:%H:%M}" if row.due_time and not done else "",
        cancelled=cancelled,
        confirmed=review.confirmed_at is not None,
        keeps_free=known.own and row.kind is Kind.REVIEW and not cancelled,
    )


def hour(review: Review, row: Milestone, day: date, known: Known) -> tuple[datetime | None, str]:
    """The moment for which it is agreed, in UTC, and the place; None where it has no hour."""
    meeting, workshop = known.meetings.get(review.id), known.workshops.get(review.id)
    if row.kind is Kind.MEETING and meeting and meeting.at and row.agreed and meeting.day == day:
        return hours.moment(day, meeting.at), meeting.place
    if row.kind is Kind.WORKSHOP and workshop and workshop.at and row.agreed and workshop.day == day:
        return hours.moment(day, workshop.at), ""
    return None, ""
