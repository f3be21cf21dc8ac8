"""What was said before the form of a review was opened: its school, its day, and who is to take part."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.cards.common import ECHOED
from bot.cards.problems import Problem
from bot.cards.schedule import Typed
from bot.cards.typed_names import names as named_in
from bot.cards.words import shortened
from bot.handlers import choices
from bot.handlers.choices import Bookable
from bot.handlers.naming import person_meant
from bot.language import names, taking_part
from bot.language import schools as language
from bot.language.commands import On, Request, split
from bot.language.dates import Found as FoundDay
from bot.language.dates import Unsure
from bot.language.names import Exact, Likely, Nobody
from bot.router import Turn

MYSELF = re.compile(r"\b(?:me|myself)\b", re.IGNORECASE)


def understood(turn: Turn, schools: Sequence[Bookable]) -> tuple[Typed, dict[str, Problem]]:
    """What was typed after the command, as far as it is plain; for the rest the form asks."""
    said = taking_part.read(turn.args.get("said", ""))
    request = asked_for(turn, said.rest, schools)
    names = {b.school.id: b.school.name for b in schools}
    school, day = "", request.day_text
    people, problems = people_said(turn, said.people)
    match request.school:
        case Exact(found):
            school = str(found)
        case Likely(ids):
            likely = " or ".join(names[one] for one in ids)
            problems["school"] = Problem(f"By “{request.school_text}”, do you mean {likely}?")
        case None:
            pass
        case _:
            problems["school"] = Problem(f"I couldn’t find “{request.school_text}” among your schools.")
    on = On(turn.today, turn.calendar)
    within = day_within(day, on) if day and not on.plain(day) else None
    match request.day:
        case _ if within and (within[0] or not isinstance(request.day, FoundDay | Unsure)):
            day, problems["day"] = within
        case FoundDay(found_day):
            day = found_day.isoformat()
        case Unsure(dates, reason):
            problems["day"] = Problem(reason, dates)
        case None:
            pass
        case unread:
            problems["day"] = Problem(unread.reason)
    return replace(people, school=school, day=day), problems


def day_within(text: str, on: On) -> tuple[str, Problem]:
    """The day among other words, which are said not to have been read; a name is no day."""
    words = text.split()
    cuts = range(1, len(words))
    halves = [
        *((words[cut:], words[:cut]) for cut in cuts),
        *((words[:cut], words[cut:]) for cut in reversed(cuts)),
    ]
    for some, others in halves:
        if isinstance(read := on.plain(" ".join(some)), FoundDay):
            return read.day.isoformat(), not_read(" ".join(others))
    return "", not_read(text)


def not_read(text: str) -> Problem:
    return Problem(f"I have not read “{shortened(text.strip(' ,.;'), ECHOED)}”. Please check the form.")


def asked_for(turn: Turn, said: str, schools: Sequence[Bookable]) -> Request:
    """A school and a day alone, or in a sentence; a school that is likely is asked about."""
    known = {b.school.id: (b.school.name,) for b in schools}
    request = split(said, known, today=turn.today, calendar=turn.calendar)
    match request.school:
        case Likely():
            named = names.exact(language.bare(request.school_text), known)
            return replace(request, school=named or request.school)
        case Nobody():
            spoken = language.read(said, known, today=turn.today, calendar=turn.calendar)
            if isinstance(request.day, FoundDay):
                spoken = replace(spoken, day=request.day, day_text=request.day_text)
            return request if isinstance(spoken.school, Nobody) else spoken
        case _:
            return request


def people_said(turn: Turn, said: Mapping[str, str]) -> tuple[Typed, dict[str, Problem]]:
    """Those who were named to take part: by id, or as they were named, with the question who is meant."""
    fits = {taking_part.CHAMPIONS: choices.may_champion}
    values: dict[str, tuple[str, ...]] = {}
    problems = {}
    for field, named in said.items():
        line = MYSELF.sub(turn.asker.name, named)
        may = fits.get(field, choices.may_review)
        people = {one: found for one, found in choices.candidates(turn).items() if may(found)}
        meant = {name: person_meant(name, people) for name in named_in(line)}
        values[field] = tuple(
            name if isinstance(one, str) else str(one.person.id) for name, one in meant.items()
        )
        if unsure := [one for one in meant.values() if isinstance(one, str)]:
            problems[field] = Problem(" ".join(unsure))
    typed = Typed(
        lead_reviewer=", ".join(values.get(taking_part.LEAD, ())),
        reviewers=values.get(taking_part.REVIEWERS, ()),
        champions=values.get(taking_part.CHAMPIONS, ()),
    )
    return typed, problems
