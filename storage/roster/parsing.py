"""From a roster file to a Roster, or to every mistake in it at once."""

import copy
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from storage.roster.checks import crossed
from storage.roster.reading import Mistake, Place, read
from storage.roster.sentences import sentence
from storage.roster.shape import Roster

ROUNDS = 5
TERMS = frozenset({"terms", "half_terms"})


def parse(raw: bytes) -> Roster | tuple[Mistake, ...]:
    page = read(raw)
    if not page.data:
        return tuple(page.mistakes)
    roster, errors = shaped(page.data)
    mistakes = [*page.mistakes, *(Mistake(page.line(error["loc"]), sentence(error)) for error in errors)]
    sound = roster or without_mistakes(page.data, errors)
    if sound:
        mistakes += crossed(sound, page)
    if mistakes or roster is None:
        return tuple(sorted(set(mistakes)))
    return roster


def shaped(data: dict[str, Any]) -> tuple[Roster | None, list[ErrorDetails]]:
    try:
        return Roster.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def without_mistakes(data: dict[str, Any], errors: list[ErrorDetails]) -> Roster | None:
    """What is left when everything with a mistake is taken out, so that the rest can be checked too."""
    left = copy.deepcopy(data)
    for _ in range(ROUNDS):
        places = {place for error in errors for place in affected(left, error)}
        # From the end, so that the numbers of the entries before stay right.
        for place in sorted(places, key=in_order, reverse=True):
            take_out(left, place)
        roster, errors = shaped(left)
        if roster:
            return roster
    return None


def affected(data: dict[str, Any], error: ErrorDetails) -> list[Place]:
    place = existing(data, error["loc"][:-1] if error["type"] == "missing" else error["loc"])
    if TERMS & set(place):
        # Half terms are checked against terms, so the one says nothing without the other.
        calendar = place[: next(n for n, step in enumerate(place) if step in TERMS)]
        return [path for word in TERMS if (path := (*calendar, word)) == existing(data, path)]
    return [place[:-1] if "inset" in place[:-1] else place]


def existing(data: Any, place: Place) -> Place:  # noqa: ANN401 (whatever the file holds)
    """As much of the way as the file has: a role may be one word where we see a list."""
    for depth, step in enumerate(place):
        inside = isinstance(data, dict) and step in data
        if not inside and not (isinstance(data, list) and isinstance(step, int) and step < len(data)):
            return place[:depth]
        data = data[step]
    return place


def in_order(place: Place) -> list[str]:
    return [f"{step:06}" if isinstance(step, int) else step for step in place]


def take_out(data: Any, place: Place) -> None:  # noqa: ANN401 (whatever the file holds)
    if place and place == existing(data, place):
        for step in place[:-1]:
            data = data[step]
        del data[place[-1]]
