"""What can be chosen in a form: schools, reviewers and Improvement Champions, from the roster."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.model import Option, OptionGroup
from bot.language.names import words
from bot.router import Turn
from bot.rules.roles import Role
from storage import consortium, reviews, standing
from storage.models import Group, Person, School


@dataclass(frozen=True, slots=True)
class Bookable:
    """A school that this person may schedule, and the day of its review this year, if it has one."""

    school: School
    group: Group
    reviewed: date | None


def bookable(turn: Turn) -> Sequence[Bookable]:
    """The schools that this person may schedule: of the channel's group, else of all they lead."""
    led = standing.led_groups(turn.session, turn.person, turn.today)
    if turn.group is not None:
        led = [turn.group.id] if led is None or turn.group.id in led else []
    elif led is None:
        led = [group.id for group in consortium.groups(turn.session)]
    found = consortium.schools_in(turn.session, led, turn.today) if led else ()
    year = reviews.year_of(turn.session, turn.today)
    ids = [school.id for school, _ in found]
    days = reviews.reviewed_schools(turn.session, ids, year.id) if year and ids else {}
    return [Bookable(school, group, days.get(school.id)) for school, group in found]


def school_groups(schools: Sequence[Bookable]) -> tuple[OptionGroup, ...]:
    """Those not yet reviewed this year first; by group where there are several."""
    several = len({b.group.id for b in schools}) > 1
    groups: dict[str, list[Option]] = {}
    for done in (False, True):
        for b in schools:
            if (b.reviewed is not None) is done:
                label = "Has a review this year" if done else "No review yet this year"
                label = f"{b.group.name}: {label[0].lower()}{label[1:]}" if several else label
                groups.setdefault(label, []).append(Option(str(b.school.id), b.school.name))
    return tuple(OptionGroup(label, tuple(options)) for label, options in groups.items())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone in the roster who may be asked to take part."""

    person: Person
    roles: frozenset[Role]
    schools: Mapping[int, School]
    groups: frozenset[int]


def candidates(turn: Turn) -> Mapping[int, Candidate]:
    """By person id, in the order of schools and names."""
    found: dict[int, Candidate] = {}
    for person, held, school, group_id in consortium.reviewing_people(turn.session, turn.today):
        old = found.get(person.id) or Candidate(person, frozenset(), {}, frozenset())
        found[person.id] = Candidate(
            person,
            old.roles | {held.role},
            {**old.schools, **({school.id: school} if school else {})},
            old.groups | ({group_id} if group_id else frozenset()),
        )
    return found


def may_review(candidate: Candidate) -> bool:
    return bool(candidate.roles & {Role.HEAD, Role.REVIEWER})


def may_champion(candidate: Candidate) -> bool:
    return Role.CHAMPION in candidate.roles


def first_school(candidate: Candidate) -> School:
    """The school under which they are offered: everyone who may be asked has one."""
    return next(iter(candidate.schools.values()))


def people_groups(found: Collection[Candidate], near: Collection[int]) -> tuple[OptionGroup, ...]:
    """By school, the schools of the groups `near` first; two of one name there are told apart by address."""
    known = Counter((first_school(c).name, words(c.person.name)) for c in found)
    by_school: dict[str, list[Option]] = {}
    for candidate in sorted(found, key=lambda c: not c.groups & set(near)):
        school, person = first_school(candidate).name, candidate.person
        alone = known[school, words(person.name)] == 1
        label = person.name if alone else f"{person.name} ({person.email})"
        by_school.setdefault(school, []).append(Option(str(person.id), label))
    return tuple(OptionGroup(name, tuple(options)) for name, options in by_school.items())
