"""What comes in the year besides reminders: digests and the details of each review, as listed and as sent."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.hours import london
from storage.models import Group, Outgoing, Person, Review
from tests.year.days import DAY, DETAILS, ROUNDS, is_open, passes
from tests.year.facts import VISITS
from tests.year.owed import heads, state
from tests.year.reading import named

GROUPS = ("group-1", "group-2", "group-3")
MANAGEMENT = "management"
TEMPLATES = ("day.details", "digest.group", "digest.management")


class Message(NamedTuple):
    at: datetime
    to: str
    of: str


def listed() -> Counter[Message]:
    return Counter([*digests(), *details()])


def digests() -> Iterator[Message]:
    """To each group and the Management Group: on the first school day of a week, or once the bot is back."""
    weeks = set()
    for moment in passes():
        monday = moment.date() - moment.weekday() * DAY
        if is_open(moment.date()) and moment.time() >= ROUNDS[0] and monday not in weeks:
            weeks.add(monday)
            yield from (Message(moment, group, f"{monday}") for group in (*GROUPS, MANAGEMENT))


def details() -> Iterator[Message]:
    """To everyone who takes part, on the morning of the review."""
    for moment in passes():
        if moment.time() == DETAILS:
            yield from details_at(moment)


def details_at(moment: datetime) -> Iterator[Message]:
    for visit in VISITS:
        found = state(visit, moment)
        if found and found.day == moment.date() and not found.off:
            those = found.those("lead", "reviewer", "champion")
            for who in {*heads(visit.school, moment), *those}:
                yield Message(moment, who, visit.school)


def sent(session: Session) -> Counter[Message]:
    """By when they were due: that they have gone is another matter."""
    rows = session.scalars(select(Outgoing).where(Outgoing.template.in_(TEMPLATES), Outgoing.does == "post"))
    return Counter(read(session, one) for one in rows if not one.withdrawn)


def read(session: Session, message: Outgoing) -> Message:
    at = london(message.due).replace(tzinfo=None)
    if message.template == "day.details":
        review = session.get_one(Review, message.args["review"])
        return Message(at, named(session.get_one(Person, message.person_id)), review.school.key)
    group = session.get_one(Group, message.group_id).key if message.group_id else MANAGEMENT
    return Message(at, group, str(message.args["week"]))
