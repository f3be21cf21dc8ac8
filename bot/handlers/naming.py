"""Whom a form means: someone chosen by their id, or named as people type names; never guessed in silence."""

import re
from collections.abc import Collection, Mapping, Sequence

from bot.cards.words import shortened
from bot.handlers.choices import Candidate, first_school
from bot.language import names
from bot.language.names import Exact, Likely, Match, Nobody
from bot.router import id_in

LONGEST_SHOWN = 100
PLACE = re.compile(r"\s(?:at|from)\s", re.IGNORECASE)
AS_HERE = "Please type the name as it stands here, with the school."
NO_LONGER = "Someone you chose is no longer in the roster for this. Please choose again."

People = Mapping[int, Candidate]


def person_meant(value: str, people: People) -> Candidate | str:
    """The one of `people` whom a field's value means, or the sentence that says why nobody is taken."""
    number = id_in(value)
    if number is not None:
        return people.get(number) or NO_LONGER
    typed = value.strip("“” \"'")
    found = called(typed, people)
    if isinstance(found, Exact):
        return people[found.id]
    quoted = f"“{shortened(typed, LONGEST_SHOWN)}”"
    if isinstance(found, Likely):
        return f"By {quoted}, do you mean {either([people[one] for one in found.ids])}? {AS_HERE}"
    return f"I couldn’t find {quoted} among the people who can be asked. Please check the spelling."


def called(typed: str, people: People) -> Match:
    """Who goes by a name or an e-mail address, or by a name with either their school or their address."""
    plainly = names.match(typed, {one: [found.person.name] for one, found in people.items()})
    if isinstance(plainly, Exact):
        return plainly
    name, bracket, place = typed.rpartition("(")
    if not bracket:
        name, *rest = PLACE.split(typed, maxsplit=1)
        place = "".join(rest)
    place = place.strip(" )")
    return by_address(place or typed, people) or (called_at(name, place, people) if place else plainly)


def by_address(typed: str, people: People) -> Exact | None:
    wanted = typed.casefold()
    return next(
        (Exact(one) for one, found in people.items() if found.person.email.casefold() == wanted), None
    )


def called_at(name: str, place: str, people: People) -> Match:
    """Who goes by the name at the school; where that is not plain, nobody is more than likely."""
    schools = {school.id: [school.name] for found in people.values() for school in found.schools.values()}
    where = names.match(place, schools)
    here = names.match(name, at(schools_of(where), people))
    if isinstance(where, Exact) and not isinstance(here, Nobody):
        return here
    found = names.match(name, at(schools, people)) if isinstance(here, Nobody) else here
    return Likely((found.id,)) if isinstance(found, Exact) else found


def schools_of(where: Match) -> tuple[int, ...]:
    match where:
        case Exact(school):
            return (school,)
        case Likely(schools):
            return schools
        case _:
            return ()


def at(schools: Collection[int], people: People) -> Mapping[int, Sequence[str]]:
    return {
        one: [found.person.name]
        for one, found in people.items()
        if not found.schools.keys().isdisjoint(schools)
    }


def either(found: Sequence[Candidate]) -> str:
    """ "Ben Hartley (Oak School), Ben Okoro (Elm School) or …", each as it can be typed to mean just them."""
    said = [f"{one.person.name} ({first_school(one).name})" for one in found]
    if len(set(said)) < len(said):
        said = [f"{one.person.name} ({one.person.email})" for one in found]
    *most, last = [*said, "someone else"] if len(said) == names.MOST_OFFERED else said
    return f"{', '.join(most)} or {last}" if most else last
