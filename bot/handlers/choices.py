"""What can be chosen in a form: schools, reviewers and Improvement Champions, from the roster."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from weakref import WeakKeyDictionary

from bot.cards.model import Option, OptionGroup
from bot.language.names import words
from bot.router import Turn
from bot.rules.roles import Role
from storage import reviewed, standing
from storage.directory import Directory, GroupEntry, PersonEntry, SchoolEntry


@dataclass(frozen=True, slots=True)
class Bookable:
    """A school that this person may schedule, and the day of its review this year, if it has one."""

    school: SchoolEntry
    group: GroupEntry
    reviewed: date | None


def bookable(turn: Turn) -> Sequence[Bookable]:
    """The schools that this person may schedule: of the channel's group, else of all they lead."""
    led = standing.led_groups(turn.asker, turn.today)
    if turn.group is not None:
        led = [turn.group.id] if led is None or turn.group.id in led else []
    elif led is None:
        led = list(turn.directory.groups)
    found = turn.directory.schools_in(led, turn.today)
    year = turn.directory.year_of(turn.today)
    days = reviewed.schools(turn.session, year.id, turn.dates_version) if year and found else {}
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

    person: PersonEntry
    roles: frozenset[Role]
    schools: Mapping[int, SchoolEntry]
    groups: frozenset[int]


Fits = Callable[[Candidate], bool]


@dataclass(frozen=True, slots=True)
class Offered:
    """The candidates of one day, and the options made of them."""

    today: date
    candidates: Mapping[int, Candidate]
    options: dict[tuple[Fits, frozenset[int]], tuple[OptionGroup, ...]] = field(default_factory=dict)


# Worked out once a day for each directory, and forgotten with it: nothing in here may point to it.
_offered: WeakKeyDictionary[Directory, Offered] = WeakKeyDictionary()


def offered(turn: Turn) -> Offered:
    known = _offered.get(turn.directory)
    if known is None or known.today != turn.today:
        known = _offered[turn.directory] = Offered(turn.today, found_on(turn.directory, turn.today))
    return known


def candidates(turn: Turn) -> Mapping[int, Candidate]:
    """By person id, in the order of schools and names."""
    return offered(turn).candidates


def found_on(directory: Directory, today: date) -> Mapping[int, Candidate]:
    found: dict[int, Candidate] = {}
    for person, held, school in directory.reviewing_people(today):
        old = found.get(person.id) or Candidate(person, frozenset(), {}, frozenset())
        found[person.id] = Candidate(
            person,
            old.roles | {held.role},
            {**old.schools, school.id: school},
            old.groups | school.groups_on(today),
        )
    return found


def options(turn: Turn, fits: Fits, near: frozenset[int]) -> tuple[OptionGroup, ...]:
    """All the candidates who fit, by school; the schools of the groups `near` first."""
    known = offered(turn)
    if (fits, near) not in known.options:
        known.options[fits, near] = people_groups(list(filter(fits, known.candidates.values())), near)
    return known.options[fits, near]


def may_review(candidate: Candidate) -> bool:
    return bool(candidate.roles & {Role.HEAD, Role.REVIEWER})


def may_champion(candidate: Candidate) -> bool:
    return Role.CHAMPION in candidate.roles


def first_school(candidate: Candidate) -> SchoolEntry:
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
