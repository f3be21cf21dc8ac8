"""Mistakes that show only when one part of a roster is held against another."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from bot.rules.policy import Policy
from storage.roster.changes import said
from storage.roster.dates import calendar_mistakes
from storage.roster.reading import Mistake, Page
from storage.roster.sentences import did_you_mean
from storage.roster.shape import Channels, Dated, Person, RoleAt, Roster

WHERE = (("schools", "key"), ("groups", "key"), ("people", "email"))
ROLES_AT = ("headteacher", "reviewer", "champion", "governor", "staff")


def crossed(roster: Roster, page: Page) -> Iterator[Mistake]:
    yield from unknown_keys(roster, page.data)
    yield from written_twice(roster)
    yield from deputies(roster)
    yield from two_heads(roster)
    yield from channels_twice(roster)
    yield from upside_down(roster)
    yield from calendar_mistakes(roster)
    yield from settings(roster, page)


def unknown_keys(roster: Roster, data: dict[str, Any]) -> Iterator[Mistake]:
    """Known is what the file names at all, even where that entry has another mistake."""
    schools, groups, people = (named(data, *where) for where in WHERE)
    for school in roster.schools:
        if school.group not in groups:
            yield unknown("group", school.group, groups, school.line("group"))
    for group in roster.groups:
        for word, email in (("lead", group.lead), ("deputy", group.deputy)):
            if email and email not in people:
                yield unknown("person", email, people, group.line(word))
    for person, word, role in roles(roster):
        if role.school not in schools:
            yield unknown("school", role.school, schools, role.line("school") or person.line(word))


def named(data: dict[str, Any], heading: str, word: str) -> list[str]:
    entries = data.get(heading)
    found = entries if isinstance(entries, list) else []
    return [str(entry.get(word)).strip().lower() for entry in found if isinstance(entry, dict)]


def unknown(what: str, word: str, known: list[str], line: int) -> Mistake:
    missing = "Nobody has the e-mail address" if what == "person" else f"There is no {what} with the key"
    return Mistake(line, f"{missing} “{word}”.{did_you_mean(word, known)}")


def roles(roster: Roster) -> Iterator[tuple[Person, str, RoleAt]]:
    for person in roster.people:
        for word in ROLES_AT:
            for role in getattr(person, word):
                yield person, word, role


def written_twice(roster: Roster) -> Iterator[Mistake]:
    for heading, word in WHERE:
        first: dict[str, int] = {}
        for entry in getattr(roster, heading):
            value, line = getattr(entry, word), entry.line(word)
            if value in first:
                yield Mistake(line, f"“{value}” is here twice; the first is in line {first[value]}.")
            first.setdefault(value, line)


def deputies(roster: Roster) -> Iterator[Mistake]:
    for group in roster.groups:
        if group.deputy == group.lead:
            yield Mistake(
                group.line("deputy"), f"The deputy of {group.name} is its Lead too. Name someone else."
            )


def two_heads(roster: Roster) -> Iterator[Mistake]:
    heads: dict[str, list[tuple[Person, RoleAt]]] = defaultdict(list)
    for person, word, role in roles(roster):
        if word == "headteacher" and role.as_ is None:
            heads[role.school].append((person, role))
    names = {school.key: school.name for school in roster.schools}
    for key, held in heads.items():
        for (one, first), (other, second) in combinations(held, 2):
            if together(one, first, other, second):
                yield Mistake(
                    second.line("school") or other.line("headteacher"),
                    f"{names.get(key, key)} has two headteachers at the same time:"
                    f" {one.name} and {other.name}."
                    " Mark one “as: acting”, joint or deputy, or give the dates.",
                )


def together(one: Person, first: RoleAt, other: Person, second: RoleAt) -> bool:
    starts, ends = span(one, first)
    others_start, others_end = span(other, second)
    return starts <= others_end and others_start <= ends


def span(person: Person, role: RoleAt) -> tuple[date, date]:
    return role.from_ or person.from_ or date.min, role.to or person.to or date.max


def channels_twice(roster: Roster) -> Iterator[Mistake]:
    first: dict[tuple[str, str], int] = {}
    for channels in all_channels(roster):
        for platform, conversation in channels.ids().items():
            line = channels.line(platform)
            if line_before := first.get((platform, conversation)):
                yield Mistake(line, f"The channel “{conversation}” is in line {line_before} already.")
            first.setdefault((platform, conversation), line)


def all_channels(roster: Roster) -> list[Channels]:
    return [*(group.channels for group in roster.groups), roster.management_channels]


def upside_down(roster: Roster) -> Iterator[Mistake]:
    for person in roster.people:
        held: list[Dated] = [role for who, _, role in roles(roster) if who is person]
        for dated in (person, *held):
            if dated.from_ and dated.to and dated.to < dated.from_:
                yield Mistake(dated.line("to"), f"{said(dated.to)} comes before {said(dated.from_)}.")


def settings(roster: Roster, page: Page) -> Iterator[Mistake]:
    left = dict(roster.settings)
    while True:
        try:
            Policy.from_settings(left)
        except ValueError as error:
            sentence = str(error)
            wrong = next((word for word in re.findall(r"\w+", sentence) if word in left), "")
            yield Mistake(page.line(("settings", wrong)), sentence)
            if not left.pop(wrong, None):
                return
        else:
            return
