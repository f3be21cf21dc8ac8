"""The reminders that the bot has sent, in the words of the list that they are compared with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.hours import london
from storage.database import Sessions
from storage.models import Group, Outgoing, Person, PlanItem, Review, TeamMember
from storage.models import Reminder as Kept
from tests.year.expected import Reminder, Why

NUDGES = ("nudge", "day.asked")
# How the bot names the steps that the list calls otherwise.
STEPS: Mapping[tuple[str, str], str] = {
    ("invitation", "again"): "3",
    ("invitation", "lead"): "5",
    ("pack", "lead"): "late",
    ("summary", "lead"): "5",
    ("summary", "office"): "6",
    ("plan", "lead"): "5",
    ("action", "7 before"): "-7",
    ("impact", "due"): "months",
}


@dataclass
class Reader:
    """Reads on from where it has read to."""

    sessions: Sessions
    last: int = 0

    def new(self, now: datetime) -> Sequence[Reminder]:
        """What was written since the last time and has gone by now; `now` is London's."""
        with self.sessions() as session:
            rows = session.scalars(
                select(Outgoing).where(Outgoing.id > self.last).order_by(Outgoing.id)
            ).all()
            self.last = max([self.last, *(one.id for one in rows)])
            nudges = [one for one in rows if one.template in NUDGES]
            return [read(session, one, now) for one in nudges]


def read(session: Session, message: Outgoing, now: datetime) -> Reminder:
    assert message.finished_at, (now, message.key, message.problem)
    assert not message.withdrawn, (now, message.key)
    due = london(message.due)
    assert due.date() == now.date(), (now, message.key, due)
    person = session.get_one(Person, message.person_id)
    kept = session.scalars(select(Kept).filter_by(person_id=person.id, day=now.date()))
    return Reminder(now.date(), due.time(), named(person), frozenset(why(session, one) for one in kept))


def named(person: Person) -> str:
    return person.email.split("@")[0]


def why(session: Session, kept: Kept) -> Why:
    kind, review, number, _ = kept.matter.split(":")
    if kind == "leads":
        return Why(session.get_one(Group, int(number)).key, kind, "asked")
    school = session.get_one(Review, int(review)).school.key
    step = STEPS.get((kind, kept.step), kept.step)
    match kind:
        case "invitation":
            matter = f"invitation {named(session.get_one(TeamMember, int(number)).person)}"
        case "action":
            matter = f"action {session.get_one(PlanItem, int(number)).position}"
            step = str(7 * int(step)) if step.startswith("+") else step
        case "part":
            matter = "audit"
        case _:
            matter = kind
    return Why(school, matter, step)


def differences(said: Sequence[Reminder], listed: Sequence[Reminder]) -> Iterator[str]:
    """One line for each reminder that was sent and is not on the list, or the other way round."""
    for one in sorted({*said} ^ {*listed}, key=lambda one: (one.day, one.person)):
        which = "sent and not on the list" if one in said else "on the list and not sent"
        yield f"{which}: {one.day} {one.at} {one.person} {sorted(one.why)}"


def by_day(said: Sequence[Reminder]) -> Mapping[tuple[date, str], list[time]]:
    found: dict[tuple[date, str], list[time]] = {}
    for one in said:
        found.setdefault((one.day, one.person), []).append(one.at)
    return found
