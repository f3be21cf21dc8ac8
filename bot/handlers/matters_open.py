"""All that is open of some reviews, and what comes of it where whoever owes it is gone or out of reach."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.cards import reminder_lines as say
from bot.handlers.matters import Looking, Matter, named
from bot.handlers.matters_after import after
from bot.handlers.matters_before import before
from bot.rules import hours
from bot.rules.reminders import Step, To
from bot.wordless import wordless
from storage import directory
from storage import reminders as kept
from storage.models import Review

log = logging.getLogger(__name__)


def looking_now(session: Session, now: datetime) -> Looking:
    return Looking(session, directory.newest(session), now, hours.today(now), kept.out_of_reach(session, now))


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
        whom={To.LEAD: looking.lead(matter.review, matter.whom.get(To.OWER, ()))},
        rows={To.LEAD: say.nobody(matter.review, matter.kind)},
    )
