"""The independent list: every reminder that should be sent in the year, to whom, when and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from tests.year.days import HALF_TERMS, ROUNDS, TERMS, is_open, last_open, next_open
from tests.year.facts import Did, Visit, happenings
from tests.year.owed import WORKS_AT, Owed, Step, owed, roles, state

DAY = timedelta(days=1)
Matter = tuple[str, str, object]


class Why(NamedTuple):
    school: str
    matter: str
    step: str


class Reminder(NamedTuple):
    day: date
    at: time
    person: str
    why: frozenset[Why]


@dataclass
class Person:
    """What somebody has been reminded of, and what they answered."""

    last: date = date.min
    # By matter, the place of the step that was sent last.
    heard: dict[Matter, int] = field(default_factory=dict)
    message: dict[Matter, Owed] = field(default_factory=dict)
    until: dict[Matter, date] = field(default_factory=dict)
    over: set[Matter] = field(default_factory=set)


def comes(step: Step, who: str) -> datetime:
    """When it reaches this person: on a day on which their school is open, and not too late to be of use."""
    school = WORKS_AT.get(who, "")
    day = next_open(step.day, school)
    return datetime.combine(day if day <= step.by else last_open(step.day, school), step.at)


def reminders(passes: Sequence[datetime], visits: Sequence[Visit]) -> list[Reminder]:
    """The whole list; `passes` are the moments at which the bot is up."""
    people: dict[str, Person] = {}
    found: list[Reminder] = []
    made: set[datetime] = set()
    answers = [one for _, one in happenings() if one.what in ANSWERS]
    for now in passes:
        while answers and answers[0].at <= now:
            answer(people, answers.pop(0), visits)
        gone = [at for at in ROUNDS if at <= now.time() <= time(17)]
        if not gone or not is_open(now.date()):
            continue
        at = datetime.combine(now.date(), gone[-1])
        if at not in made:
            made.add(at)
            found += one_round(people, at, now, visits)
    return found


def one_round(
    people: dict[str, Person], at: datetime, now: datetime, visits: Sequence[Visit]
) -> Iterator[Reminder]:
    asked: dict[str, list[Owed]] = {}
    of_reviews = (one for visit in visits for one in owed(visit, now))
    for one in (*roles(now), *of_reviews):
        for who in one.people:
            asked.setdefault(who, []).append(one)
    for who in sorted(asked):
        person = people.setdefault(who, Person())
        if person.last < at.date() and is_open(at.date(), WORKS_AT.get(who, "")):
            why = remind(person, who, at, asked[who])
            if why:
                person.last = at.date()
                yield Reminder(at.date(), now.time(), who, frozenset(why))


def remind(person: Person, who: str, at: datetime, asked: Sequence[Owed]) -> set[Why]:
    """What stands in the message, which waits for whatever is still to come up on that day."""
    found: dict[Matter, tuple[Owed, int]] = {}
    for one in asked:
        key = (one.school, one.matter, one.of)
        if key in person.over or person.until.get(key, date.min) > at.date():
            continue
        moments = [comes(step, who) for step in one.steps]
        fresh = [n for n, moment in enumerate(moments) if moment >= one.since]
        new = [n for n in fresh if n > person.heard.get(key, -1)]
        if any(at < moments[n] and moments[n].date() == at.date() for n in new):
            return set()
        due = [n for n in (fresh if key in person.until else new) if moments[n] <= at]
        if due:
            # Steps that fall together are one, and go by the name of the first.
            found[key] = one, next(n for n in due if moments[n] == moments[due[-1]])
    person.message = {key: one for key, (one, _) in found.items()} or person.message
    for key, (one, n) in found.items():
        together = comes(one.steps[n], who)
        person.heard[key] = max(m for m, step in enumerate(one.steps) if comes(step, who) <= together)
        person.until.pop(key, None)
    return {Why(one.school, one.matter, one.steps[n].name) for one, n in found.values()}


def answer(people: Mapping[str, Person], one: Did, visits: Sequence[Visit]) -> None:
    person = people[one.who]
    if one.what == "puts_off":
        to = CHOICES[one.more](one.at.date())
        for key in person.message:
            person.until[key] = earlier(to, key, one.at, visits)
        return
    [key] = [key for key in person.message if key[1] == one.more]
    # What is done is nobody's any more; what is not mine may be somebody else's.
    for other in people.values() if one.what == "says_done" else (person,):
        other.over.add(key)


def earlier(to: date, key: Matter, now: datetime, visits: Sequence[Visit]) -> date:
    """Never later than the last school day before the review, while that is still to come."""
    [visit] = [visit for visit in visits if visit.school == key[0]]
    found = state(visit, now)
    assert found
    last = last_open(found.day - DAY, visit.school)
    return min(to, last) if last > now.date() else to


def tomorrow(day: date) -> date:
    return next_open(day + DAY)


def monday(day: date) -> date:
    return next_open(day + timedelta(7 - day.weekday()))


def after_the_holiday(day: date) -> date:
    ends = [last for _, last in HALF_TERMS] + [starts - DAY for starts, _ in TERMS]
    return next_open(min(end for end in ends if end >= day) + DAY)


CHOICES: Mapping[str, Callable[[date], date]] = {
    "tomorrow": tomorrow,
    "monday": monday,
    "holiday": after_the_holiday,
}
ANSWERS = ("puts_off", "says_done", "not_mine")
