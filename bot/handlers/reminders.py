"""Reminders: at the rounds of a school day everyone is told at most once what is theirs to do.

Which matters there are is derived anew each time (`matters_before`, `matters_after`); kept is only of which
step of a matter somebody was reminded. A new reminder is a `Matter` there.
"""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from bot.cards import reminders as say
from bot.cards.model import Card
from bot.cards.reminders import Shown
from bot.handlers.matters import Looking, Matter, named
from bot.handlers.matters_after import after
from bot.handlers.matters_before import before
from bot.handlers.matters_of_year import of_the_year
from bot.letters import Letter, template
from bot.rules import hours
from bot.rules.hours import Urgency
from bot.rules.reminders import Reminded, Step, To, due_step, round_at, together, until
from bot.wordless import wordless
from storage import directory, outbox
from storage import reminders as kept
from storage.models import Person, Reminder, Review

log = logging.getLogger(__name__)

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


def found_in(looking: Looking, review: Review) -> Sequence[Matter]:
    """What is open of it. One that cannot be looked through must not keep the others' people waiting."""
    try:
        return [*open_matters(looking, [review])]
    except Exception as error:
        log.exception("the reminders of review %s failed", review.id, exc_info=wordless(error))
        return ()


def open_matters(looking: Looking, reviews: Iterable[Review]) -> Iterator[Matter]:
    for review in reviews:
        for matter in (*before(looking, review), *after(looking, review)):
            yield matter
            yield from unreachable(looking, matter)
            yield from without_anybody(looking, matter)


def unreachable(looking: Looking, matter: Matter) -> Iterator[Matter]:
    """Whoever owes it cannot be reached: whoever answers for the review, and the office, are told."""
    for number in matter.whom.get(To.OWER, ()):
        problem, person = looking.away.get(number), looking.roster.person(number, looking.today)
        if problem and person and matter.review:
            line = say.out_of_reach(matter.review, person.name, problem)
            steps = [
                Step("lead", looking.today, to=To.LEAD),
                Step("office", looking.today, to=To.OFFICE),
            ]
            yield Matter(
                named("reach", matter.review, matter.review.day, number),
                matter.review,
                steps,
                {To.LEAD: looking.lead(matter.review, [number]), To.OFFICE: looking.office()},
                matter.asked,
                {To.LEAD: line, To.OFFICE: line},
            )


def without_anybody(looking: Looking, matter: Matter) -> Iterator[Matter]:
    """Whoever owed it has left: whoever answers for the review is told when they would have been."""
    if matter.whom.get(To.OWER) or matter.review is None:
        return
    steps = [replace(one, to=To.LEAD) for one in matter.steps if one.to is To.OWER]
    yield replace(
        matter,
        name=f"nobody-{matter.name}",
        steps=steps,
        whom={To.LEAD: looking.lead(matter.review, ())},
        rows={To.LEAD: say.nobody(matter.review, matter.kind)},
    )


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


@template(TEMPLATE)
def reminder(letter: Letter) -> Card | None:
    """What is still theirs of that day's reminder, as things stand now."""
    if letter.person is None:
        return None
    day = date.fromisoformat(str(letter.args["day"]))
    looking = looking_now(letter.session, letter.now)
    lines = lines_of(looking, kept.of_day(letter.session, letter.person.id, day))
    if lines:
        return card(looking, letter.person.id, day, lines)
    return say.nothing() if letter.stands else None


def looking_now(session: Session, now: datetime) -> Looking:
    return Looking(session, directory.newest(session), now, hours.today(now), kept.out_of_reach(session, now))


class Line(NamedTuple):
    reminder: Reminder
    matter: Matter
    shown: Shown


def lines_of(looking: Looking, rows: Sequence[Reminder]) -> Sequence[Line]:
    """A line for each of these that is still somebody's: not done, not moved, not another's by now."""
    reviews = kept.these(looking.session, {one.review_id for one in rows if one.review_id})
    every = [*open_matters(looking, reviews)]
    if any(one.review_id is None for one in rows):
        every += of_the_year(looking)
    matters = {one.name: one for one in every}
    found = []
    for one in rows:
        matter = matters.get(one.matter)
        row = matter.row_of(one.step) if matter else None
        if matter and row and any(step.name == one.step for step in matter.steps_of(one.person_id)):
            mine = matter.answerable and one.person_id in matter.whom.get(To.OWER, ())
            found.append(Line(one, matter, Shown(one.id, row, mine, one.why if one.ended_at else "")))
    return found


def card(looking: Looking, person_id: int, day: date, lines: Sequence[Line], said: str = "") -> Card:
    put_off = {
        one.reminder.until for one in lines if one.reminder.until and one.reminder.until > looking.today
    }
    shown = [one.shown for one in lines]
    return say.card(day, shown, ways(looking, person_id, lines), said, min(put_off, default=None))


WAYS = {"tomorrow": "Remind me tomorrow", "monday": "On Monday", "holiday": "After the holiday"}


def ways(looking: Looking, person_id: int, lines: Sequence[Line]) -> Mapping[str, str]:
    """How it may be put off: two ways that come to the same day are one."""
    days: dict[date, str] = {}
    for choice in WAYS:
        days.setdefault(put_off_to(looking, person_id, lines, choice), choice)
    return {choice: WAYS[choice] for choice in days.values()}


def put_off_to(looking: Looking, person_id: int, lines: Sequence[Line], choice: str) -> date:
    calendar = looking.calendar_of(person_id)
    last = [one.matter.latest for one in lines if one.matter.latest and not one.reminder.ended_at]
    latest = calendar.previous_school_day(min(last)) if last else None
    return until(choice, looking.today, calendar, latest)
