"""Reminders: at the rounds of a school day everyone is told at most once what is theirs to do.

Which matters there are is derived anew each time (`matters_before`, `matters_after`); kept is only of which
step of a matter somebody was reminded. A new reminder is a `Matter` there.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from bot.cards import reminders as say
from bot.handlers.matters import Looking, Matter
from bot.handlers.matters_of_year import of_the_year
from bot.handlers.matters_open import found_in, looking_now
from bot.rules.hours import Urgency
from bot.rules.reminders import Reminded, Step, due_step, together
from bot.rules.rounds import round_at
from storage import directory, outbox
from storage import reminders as kept
from storage.models import Person

TEMPLATE = "nudge"
# The request for the timetable has a message of its own, with the form in it.
FIRST_REQUEST = ("timetable", "3")


class Due(NamedTuple):
    matter: Matter
    step: Step


def remind(session: Session, now: datetime) -> None:
    """Make the round that is due, if nobody has made it yet; `now` is in UTC."""
    roster = directory.newest(session)
    due = round_at(now, roster.calendar(None), roster.policy.timetable_due)
    if due is None or kept.is_made(session, *due) or not kept.make(session, *due):
        return
    today, at = due
    looking = looking_now(session, now)
    for person_id, theirs in due_today(looking).items():
        if together((one.step for one in theirs), today) <= at:
            tell(looking, person_id, theirs)


def due_today(looking: Looking) -> Mapping[int, Sequence[Due]]:
    """Of those who have had no reminder yet today; some of it may come up later in the day."""
    matters = [*of_the_year(looking)]
    for review in kept.candidates(looking.session, looking.today):
        matters += found_in(looking, review)
    return by_person(looking, matters)


def with_more_due(session: Session, now: datetime) -> Collection[int]:
    """Those who have another reminder to come today than the first request for a timetable."""
    due = due_today(looking_now(session, now))
    return {person for person, theirs in due.items() if not is_first_request(theirs)}


def is_first_request(theirs: Sequence[Due]) -> bool:
    return all((one.matter.kind, one.step.name) == FIRST_REQUEST for one in theirs)


def by_person(looking: Looking, matters: Sequence[Matter]) -> Mapping[int, Sequence[Due]]:
    """Of what each is to be reminded today, of those who are here, at work and not reminded yet today."""
    had_one = kept.reminded_on(looking.session, looking.today)
    past = kept.of_matters(looking.session, {one.name for one in matters})
    over = {
        matter
        for (_, matter), rows in past.items()
        if any(one.ended_at and one.why == say.DONE for one in rows)
    }
    found: dict[int, dict[str, Due]] = defaultdict(dict)
    for matter in matters:
        if matter.name in over:
            continue
        for number in {person for people in matter.whom.values() for person in people} - set(had_one):
            rows = past.get((number, matter.name), ())
            if any(one.ended_at for one in rows) or not is_at_work(looking, number):
                continue
            known = [Reminded(one.step, one.until) for one in rows]
            step = due_step(matter.steps_of(number), looking.today, known, matter.asked)
            if step:
                found[number][matter.name] = Due(matter, step)
    return {number: list(theirs.values()) for number, theirs in found.items()}


def is_at_work(looking: Looking, person_id: int) -> bool:
    return looking.is_here(person_id) and looking.calendar_of(person_id).is_school_day(looking.today)


def tell(looking: Looking, person_id: int, theirs: Sequence[Due]) -> None:
    for one in theirs:
        review_id = one.matter.review.id if one.matter.review else None
        kept.note(looking.session, person_id, review_id, one.matter.name, one.step.name, looking.today)
    if is_first_request(theirs):
        return
    person = looking.session.get_one(Person, person_id)
    key = key_of(person_id, looking.today)
    message = outbox.News(TEMPLATE, {"day": looking.today.isoformat()}, key, slot=key, urgency=Urgency.NUDGE)
    outbox.tell(looking.session, person, message, now=looking.now, calendar=looking.calendar_of(person_id))


def key_of(person_id: int, day: date) -> str:
    return f"{TEMPLATE}:{person_id}:{day.isoformat()}"
